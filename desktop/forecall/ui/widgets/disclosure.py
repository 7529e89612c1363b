"""Something more, folded until it is asked for."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.ui.theme import colour, px
from forecall.ui.widgets.paint import sign
from forecall.ui.widgets.part_control import PartControl
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import LinkButton


class DisclosureButton(LinkButton):
    """Words with an arrow that points down while what is below is shown."""

    spoken_role = Role.Button
    spoken_folds = True

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        """Folded at first."""
        super().__init__(text, name=name, quiet=True, parent=parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """The arrow and the words."""
        hint = super().sizeHint()
        return QSize(hint.width() + px(22), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, then the arrow after them."""
        super().paintEvent(event)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = px(16)
        left = 0 if rtl else self.width() - side
        name = "down" if self.isChecked() else "left" if rtl else "right"
        sign(QPainter(self), name, QRectF(left, (self.height() - side) / 2, side, side), colour("muted"))


class Disclosure(QWidget):
    """A button and what it unfolds."""

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        """``text`` says what is folded."""
        super().__init__(parent)
        self._controls: list[PartControl] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.button = DisclosureButton(text, name=name)
        self.button.toggled.connect(self._on_toggled)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._body = QWidget()
        self._inner = QVBoxLayout(self._body)
        self._inner.setContentsMargins(px(16), 0, 0, px(6))
        self._inner.setSpacing(px(8))
        self._body.hide()
        column.addWidget(self._body)

    def add(self, widget: QWidget, control: PartControl | None = None) -> None:
        """Put ``widget`` at the end of what is folded."""
        self._inner.addWidget(widget)
        if control is not None:
            self._controls.append(control)

    def open(self) -> None:
        """Unfold."""
        self.button.setChecked(True)

    def holds_something(self) -> bool:
        """Whether a control in the fold holds a value, which must not stay out of sight."""
        return any(control.value() is not None for control in self._controls)

    def changeEvent(self, event: QEvent) -> None:
        """Mirror with the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.button.update()

    def _on_toggled(self, shown: bool) -> None:
        self._body.setVisible(shown)
