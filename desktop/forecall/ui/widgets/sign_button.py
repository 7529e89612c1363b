"""A small button with a sign instead of words; its name is said and shown as a tip."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from forecall.ui.theme import colour, px
from forecall.ui.widgets.paint import panel, sign
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import plain_tip


class SignButton(QAbstractButton):
    """A sign of ``paint.sign`` to press."""

    spoken_role = Role.Button

    def __init__(self, sign_name: str, name: str, *, tip: str = "", parent: QWidget | None = None) -> None:
        """Called ``name``; ``tip`` may add the key that does the same."""
        super().__init__(parent)
        self._sign = sign_name
        self._hovered = False
        self._by_mouse = False
        self._shown = True
        self.set_name(name, tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str, tip: str = "") -> None:
        """Be called something else."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(tip or name))

    def set_sign(self, sign_name: str) -> None:
        """Show another sign."""
        self._sign = sign_name
        self.update()

    def set_drawn(self, drawn: bool) -> None:
        """Keep the place but draw nothing, for signs that only show when they are near."""
        self._shown = drawn
        self.update()

    def sizeHint(self) -> QSize:
        """A square that a finger can hit."""
        return QSize(px(28), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        if not (self._shown or self._hovered or self.hasFocus()):
            return
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._hovered:
            panel(painter, rect, px(6), colour("hover"))
        if self.hasFocus() and not self._by_mouse:
            panel(painter, rect, px(6), None, colour("focus"), 2.0)
        side = px(15)
        place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        sign(painter, self._sign, place, colour("text" if self._hovered else "muted"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._hovered = False
        self.update()
