"""One thing that can be picked, shown as a pill or a cell."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from forecall.ui.theme import colour, px, type_font
from forecall.ui.widgets.narrow_words import WRAPPED, narrowest, wrapped_height
from forecall.ui.widgets.paint import panel, ringed
from forecall.ui.widgets.spoken import Role

_LEFT_TO_THE_GROUP = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


class Chip(QAbstractButton):
    """A pill, or with ``cell`` a square, that is picked or not. Its group decides what a press means."""

    def __init__(self, label: str, name: str, *, exclusive: bool, cell: bool = False, parent: QWidget | None = None):
        """``exclusive`` is what a screen reader hears: one of several, rather than any of them."""
        super().__init__(parent)
        self._cell = cell
        self._hovered = False
        self._by_mouse = False
        self.setText(label)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setAutoExclusive(exclusive)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def spoken_role(self) -> QAccessible.Role:
        """One of several, or any of them."""
        return Role.RadioButton if self.autoExclusive() else Role.CheckBox

    def set_picked(self, picked: bool) -> None:
        """Show whether it is picked. Qt would not let the last one of several go by itself."""
        exclusive = self.autoExclusive()
        self.setAutoExclusive(False)
        self.setChecked(picked)
        self.setAutoExclusive(exclusive)

    def nextCheckState(self) -> None:
        """A press changes nothing by itself."""

    def sizeHint(self) -> QSize:
        """Room for the words when picked, so that picking moves nothing."""
        width = QFontMetrics(type_font("body", semibold=True)).horizontalAdvance(self.text())
        return QSize(px(34), px(34)) if self._cell else QSize(max(px(34), width + 2 * px(13)), px(34))

    def narrowest(self) -> QSize:
        """Room for the longest word, with the others beneath it."""
        if self._cell:
            return self.sizeHint()
        return narrowest(self.text(), type_font("body", semibold=True), QSize(2 * px(13), px(12)))

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in this width."""
        words = wrapped_height(self.text(), type_font("body", semibold=True), width - 2 * px(13))
        return max(px(34), words + px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        picked = self.isChecked()
        rect = QRectF(self.rect())
        radius = float(px(8)) if self._cell else min(rect.height() / 2, px(17))
        ring = self.hasFocus() and not self._by_mouse
        if ring:
            rect, radius = ringed(painter, rect, radius)
        edge = None if ring and not picked else colour("accent" if picked else "strong_border")
        fill = "accent_soft" if picked else "hover" if self._hovered else "surface"
        panel(painter, rect, radius, colour(fill), edge, 1.5 if picked else 1.0)
        painter.setFont(type_font("body", semibold=picked))
        painter.setPen(colour("accent" if picked else "text"))
        room = self.rect() if self._cell else self.rect().adjusted(px(10), 0, -px(10), 0)
        painter.drawText(room, WRAPPED, self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move within the group, which handles them; Enter is the page's."""
        if event.key() in _LEFT_TO_THE_GROUP:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be picked."""
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._hovered = False
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def rove(chips: list[Chip], current: int) -> None:
    """Let Tab reach only one chip of a group; the arrows reach the others."""
    for index, chip in enumerate(chips):
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == current else Qt.FocusPolicy.ClickFocus)


def step(key: int, at: int, count: int, rtl: bool) -> int | None:
    """Where an arrow, Home or End leads from ``at``; none if the key leads nowhere."""
    forward = Qt.Key.Key_Left if rtl else Qt.Key.Key_Right
    back = Qt.Key.Key_Right if rtl else Qt.Key.Key_Left
    if key in (forward, Qt.Key.Key_Down):
        return min(at + 1, count - 1)
    if key in (back, Qt.Key.Key_Up):
        return max(at - 1, 0)
    if key == Qt.Key.Key_Home:
        return 0
    return count - 1 if key == Qt.Key.Key_End else None
