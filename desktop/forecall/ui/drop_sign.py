"""The quiet sign that lies over the window while files are dragged over it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from forecall.exchange.read import is_known
from forecall.ui.theme import colour, measure, px, type_font
from forecall.ui.widgets.paint import panel
from forecall.words import _

_MOST = 200


class DropSign(QWidget):
    """Covers the window while files are dragged over it."""

    dropped = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("drop_sign")
        self.setAccessibleName(_("Let go to look at it. Nothing comes in yet."))
        self.setAcceptDrops(True)
        self.hide()
        self._paths: list[Path] = []

    def cover(self, paths: list[Path]) -> None:
        """Lie above everything, for these files."""
        self._paths = paths
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def words(self) -> tuple[str, str]:
        """What is said while they are dragged."""
        told = self._paths[0].name if len(self._paths) == 1 else _("{count} files").format(count=len(self._paths))
        return _("Bring in {file}").format(file=told), _("Let go to look at it. Nothing comes in yet.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """They are welcome."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They were taken elsewhere."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand them on; what was dragged stays where it was."""
        self.hide()
        paths = files_in(event.mimeData()) or self._paths
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil the window, and say what happens in the middle of it."""
        painter = QPainter(self)
        veil = colour("background")
        veil.setAlphaF(0.92)
        painter.fillRect(self.rect(), veil)
        inner = QRectF(self.rect()).adjusted(px(24), px(24), -px(24), -px(24))
        panel(painter, inner, measure("radius:card"), colour("accent_soft"), colour("accent"), 2.0)
        first, second = self.words()
        painter.setPen(colour("text"))
        painter.setFont(type_font("question", True))
        metrics = painter.fontMetrics()
        room = int(inner.width()) - px(48)
        middle = inner.center().y()
        line = QRectF(inner.left() + px(24), middle - metrics.height() * 1.3, room, metrics.height() * 1.3)
        cut = metrics.elidedText(first, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), cut)
        painter.setFont(type_font("body"))
        below = QRectF(inner.left() + px(24), middle + px(4), room, painter.fontMetrics().height() * 3)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(below, flags, second)


def files_in(mime: QMimeData) -> list[Path]:
    """The files that are dragged and can come in; none when one of them cannot."""
    if not mime.hasUrls():
        return []
    urls = mime.urls()[:_MOST]
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile()]
    return paths if len(paths) == len(urls) and all(is_known(path) for path in paths) else []
