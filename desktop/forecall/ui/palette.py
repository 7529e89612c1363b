"""A calm panel over the window: one box, and below it what can be done, opened or said."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from forecall.coach.browsing import Entry
from forecall.ui.actions import Action
from forecall.ui.icons import SIDE, Icons
from forecall.ui.models.palette_model import PaletteModel, counted
from forecall.ui.models.rows import LEAST, SPOKEN, Role, RowDelegate, put
from forecall.ui.page import Place
from forecall.ui.theme import colour, measure, px, type_font
from forecall.ui.widgets.arranging import gap, stacked
from forecall.ui.widgets.paint import panel
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.text import paint_key
from forecall.words import _

if TYPE_CHECKING:
    from forecall.ui.main_window import MainWindow

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_STEPS |= {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_WIDTH = 640
_SHADOW = 12

Index = QModelIndex | QPersistentModelIndex


class Palette(QWidget):
    """Covers the window, so that a click beside the panel leaves it; shows nothing of itself there."""

    left = Signal()
    action_chosen = Signal(str)
    place_chosen = Signal(object)  # Place
    phrase_chosen = Signal(object)  # Entry of the guide

    def __init__(self, window: "MainWindow", offered: Sequence[Action], *, of_call: bool) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._enter_wanted = False
        self._said = ""
        self.box = QLineEdit()
        self.box.setObjectName("palette_box")
        self.box.setAccessibleName(_("Find anything"))
        self.box.setPlaceholderText(_("What you want to do, or what it is about"))
        self.box.installEventFilter(self)
        self.model = PaletteModel(window.desk, offered, of_call=of_call, parent=self)
        self.model.arrived.connect(self._on_arrived)
        self.list = RowList(_("What fits"), uniform=False)
        self.list.setObjectName("palette_list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list, window.desk.icons))
        self.list.opened.connect(self._on_opened)
        self.list.chosen.connect(self._on_walked)
        self._panel = _Panel(self)
        stacked(self.box, self.list, steps=1, parent=self._panel).setContentsMargins(*(gap(1.5) + px(_SHADOW),) * 4)
        self.box.textChanged.connect(self.model.find)
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it with the keyboard in its box."""
        self._cover()
        self.raise_()
        self.show()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)
        self.model.find("")

    def let_go(self) -> None:
        """It is closed, and made anew the next time."""
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and choose from within the box; follow the size of the window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._cover()
        elif watched is self.box and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel leaves it."""
        self.left.emit()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.ShortcutOverride and (enter or key == Qt.Key.Key_Escape):
            event.accept()  # the keys of the page wait until the panel is gone
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter:
            self._on_enter()
        elif key in _STEPS:
            self._walk(self.model.next_row(self.list.currentIndex().row(), _STEPS[key]))
        else:
            return False
        return True

    def _on_enter(self) -> None:
        """What was typed a moment ago counts, not what still stands there of words before it."""
        if self.model.settled:
            self._on_opened(self.list.currentIndex())
        else:
            self._enter_wanted = True

    def _on_arrived(self) -> None:
        self._fit()
        self._walk(self.model.next_row(-1, 0))
        self.list.scrollToTop()
        said = counted(self.model.count())
        if said != self._said and self.box.text():
            self._announce(said)
        self._said = said
        if self._enter_wanted:
            self._enter_wanted = False
            self._on_opened(self.list.currentIndex())

    def _walk(self, row: int) -> None:
        index = self.model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if row == 1:
            self.list.scrollToTop()  # with its heading

    def _on_walked(self, index: QModelIndex) -> None:
        """The keyboard stays in the box: a screen reader is told where in the list it would choose."""
        if index.isValid():
            self.box.setAccessibleDescription(str(index.data(SPOKEN)))
            if index.row() > 1:
                self._announce(str(index.data(SPOKEN)))

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, words))

    def _on_opened(self, index: QModelIndex) -> None:
        chosen = index.data(Role.RECORD) if index.isValid() else None
        if isinstance(chosen, Action):
            self.action_chosen.emit(chosen.name)
        elif isinstance(chosen, Place):
            self.place_chosen.emit(chosen)
        elif isinstance(chosen, Entry):
            self.phrase_chosen.emit(chosen)

    def _cover(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
            self._fit()

    def _fit(self) -> None:
        """As high as what it holds, as long as that is not more than the window has room for."""
        edge = 2 * px(_SHADOW)
        width = min(px(_WIDTH), self.width() - 2 * gap(2)) + edge
        top = max(gap(1), min(gap(8), self.height() // 8)) - px(_SHADOW)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.model.rowCount()))
        above = edge + gap(3) + self.box.sizeHint().height() + gap(1)
        room = self.height() - top - gap(1) - above
        frame = self.list.height() - self.list.viewport().height() if self.list.isVisible() else gap(1)
        self.list.setVisible(rows > 0)
        needed = above + (min(rows + max(frame, gap(1)), room) if rows else -gap(1))
        self._panel.setGeometry(QRect((self.width() - width) // 2, top, width, needed))


class _Panel(QWidget):
    """What stands out from the window: a surface with an edge and a shadow of its own."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        shade = colour("background").darker(300)
        for ring in range(px(_SHADOW)):
            shade.setAlphaF(0.10 * (ring / px(_SHADOW)) ** 2)
            panel(painter, whole.adjusted(ring, ring, -ring, -ring), measure("radius:card") + px(_SHADOW) - ring, shade)
        inner = whole.adjusted(*(px(_SHADOW),) * 2, *(-px(_SHADOW),) * 2)
        panel(painter, inner, measure("radius:card"), colour("background"), colour("strong_border"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on its edge is none beside it."""


class PaletteDelegate(RowDelegate):
    """One line a row: an icon, the words, and at the end a key or a quiet detail."""

    def __init__(self, parent: RowList, icons: Icons) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line with air around it; a heading as everywhere."""
        if index.data(Role.HEADING):
            return super().sizeHint(option, index)
        return QSize(px(120), round(px(measure("type:body")) * measure("line:body")) + gap(1.5))

    def lead(self) -> int:
        """The icon."""
        return px(SIDE) + gap(1.5)

    def _draw_back(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            panel(painter, rect, px(6), colour("accent_soft"), colour("focus"), 2.0)
        elif state & QStyle.StateFlag.State_MouseOver:
            panel(painter, rect, px(6), colour("hover"))

    def _draw_words(self, painter: QPainter, rect: QRectF, index: Index, direction: Qt.LayoutDirection) -> None:
        rtl = direction == Qt.LayoutDirection.RightToLeft
        rect = rect.adjusted(0, -gap(1), 0, gap(1))  # the row is one line high: nothing goes beneath
        middle = rect.center().y()
        side = px(SIDE)
        at = rect.right() + gap(1.5) if rtl else rect.left() - self.lead()
        painter.drawPixmap(
            QRectF(at, middle - side / 2, side, side).toRect(), self._icons.pixmap(index.data(Role.ICON), "muted", side)
        )
        rest = self._draw_end(painter, rect, index, rtl)
        title, more = str(index.data(Role.TITLE)), str(index.data(Role.MORE))
        font = type_font("body", semibold=bool(more))
        put(painter, rest, title, font, "text", rtl)
        if more:
            width = QFontMetrics(font).horizontalAdvance(title) + px(8) if title else 0
            if rest.width() > width + px(LEAST):
                put(painter, _less(rest, width, rtl), more, type_font("body"), "text", rtl)

    def _draw_end(self, painter: QPainter, rect: QRectF, index: Index, rtl: bool) -> QRectF:
        """The key or the detail; gives what room is left."""
        key, detail = str(index.data(Role.KEY)), str(index.data(Role.SIDE))
        metrics = QFontMetrics(type_font("label"))
        width = metrics.horizontalAdvance(key or detail) + (px(12) if key else px(2))
        if not (key or detail) or width > rect.width() * 0.45:
            return rect
        end = QRectF(rect.left() if rtl else rect.right() - width, rect.top(), width, rect.height())
        if key:
            paint_key(painter, end, key, colour("muted"))
        else:
            put(painter, end, detail, type_font("label"), "muted", rtl)
        return _less(rect, -width - gap(1.5), rtl)


def _less(rect: QRectF, width: float, rtl: bool) -> QRectF:
    """The room without so much at its beginning, or at its end where ``width`` is negative."""
    at_left = (width >= 0) != rtl
    return rect.adjusted(abs(width), 0, 0, 0) if at_left else rect.adjusted(0, 0, -abs(width), 0)
