"""Files dragged over the window, whatever box is beneath: they can be dropped anywhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from forecall.ui.drop_sign import DropSign


class DropWatch(QObject):
    """``dropped`` carries the files. Boxes would take what is dragged over them: the sign lies above them all."""

    dropped = Signal(object)  # list of Path

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self._sign: DropSign | None = None

    def begin(self) -> None:
        """Watch, now that the window is there."""
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            self._window.setAcceptDrops(True)
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before Qt asks which widget is meant, lay the sign above all of them."""
        if isinstance(event, QDragEnterEvent):
            self._on_dragged(event)
        return False

    def _on_dragged(self, event: QDragEnterEvent) -> None:
        from forecall.ui.drop_sign import DropSign, files_in

        paths = files_in(event.mimeData())
        if not paths:
            return
        if self._sign is None:
            self._sign = DropSign(self._window)
            self._sign.dropped.connect(self.dropped)
        self._sign.cover(paths)
