"""The column beside the questions: what happened last time, why a question matters, a phrase to use."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from forecall.ui.theme import colour, px
from forecall.ui.widgets.arranging import clear
from forecall.ui.widgets.paint import ring_within
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _

WIDTH = 248
ROOM_FROM = 820
"""Widths at 100 % text: of the column, and of a page with room for it."""


class CoachSection(QWidget):
    """A small heading, some lines, and at most one thing to do."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(title, "label")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(20))
        column.setSpacing(px(6))
        column.addWidget(self._title)
        column.addLayout(self._lines)
        self.hide()

    def show_lines(
        self, lines: list[tuple[str, str]], action: str = "", do: Callable[[], None] | None = None, title: str = ""
    ) -> None:
        """Show lines, each with its role; nothing at all hides the section."""
        clear(self._lines)
        if title:
            self._title.setText(title)
        for text, role in (line for line in lines if line[0]):
            self._lines.addWidget(Label(text, role))
        if lines and action and do is not None:
            button = LinkButton(action)
            button.setAccessibleDescription(lines[0][0])  # two sections may offer the same
            button.clicked.connect(lambda checked=False: do())
            self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(lines))


class CoachColumn(QScrollArea):
    """Sections one below the other; scrolls when there is much to say."""

    spoken_role = Role.Pane

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Beside the question"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.last_time = CoachSection(_("Last time"))
        self.why = CoachSection(_("Why this matters"))
        self.tip = CoachSection(_("A thought"))
        self.own = CoachSection(_("Your own phrase"))
        self.phrase = CoachSection(_("A phrase"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(24), px(36), px(20), px(24))
        column.setSpacing(0)
        for section in (self.last_time, self.why, self.tip, self.own, self.phrase):
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.setFixedWidth(px(WIDTH))

    def has_room(self, width: int) -> bool:
        """Whether a page of this width has room for the column beside its questions."""
        return width >= px(ROOM_FROM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline that parts the column from the page."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(QRectF(0, 0, 1, self.height()), colour("border"))
        if self.hasFocus():
            ring_within(painter, QRectF(self.viewport().rect()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the arrow keys scroll it now."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()


def from_sources(sources: Sequence[str]) -> str:
    """Where a thought comes from, in words."""
    return _("From: {source}").format(source=", ".join(sources)) if sources else ""
