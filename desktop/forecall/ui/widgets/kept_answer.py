"""An answer that stays as it was, to be read and not to be changed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.ui.theme import colour, measure, px
from forecall.ui.widgets.beside import QuietCard
from forecall.ui.widgets.paint import panel
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _


class ReadCard(QuietCard):
    """A card that the keyboard comes by, so that it can be read aloud."""

    spoken_role = Role.Note

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_mouse = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def read_out(self, question: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show lines, and be called by the question and by them."""
        self.show_lines("", lines)
        told = "; ".join(": ".join(part for part in line if part) for line in lines)
        self.set_name(_("{question} {part}").format(question=question, part=told))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and, where the keyboard is, a ring."""
        super().paintEvent(event)
        if self.hasFocus() and not self._by_mouse:
            panel(QPainter(self), QRectF(self.rect()), measure("radius:field"), None, colour("focus"), 2.0)


class KeptAnswer(QWidget):
    """The words, since when they stay, and the one way to change them again. ``opened`` asks for that."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until there is something to hold."""
        super().__init__(parent)
        self.card = ReadCard(self)
        self._note = Label("", "label", self)
        self._open = LinkButton("", quiet=True, parent=self)
        self._open.clicked.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.card)
        column.addWidget(self._note)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def hold(self, question: str, lines: Sequence[tuple[str, str]], note: str, way: str = "") -> None:
        """Show the answer to ``question``, the ``note`` beneath, and the ``way`` to change it, where there is one."""
        self.card.read_out(question, lines or [("", _("Nothing was written."))])
        self._note.setText(note)
        self._open.set_words(way)
        self._open.setVisible(bool(way))
        self.show()
