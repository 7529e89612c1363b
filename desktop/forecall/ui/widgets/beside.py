"""What was written before the call, beside what came."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from forecall.ui.theme import colour, measure, px
from forecall.ui.widgets.arranging import clear
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.paint import panel
from forecall.ui.widgets.text import Label


class QuietCard(Group):
    """Lines under a small heading on a soft ground, to be read and not to be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._shown: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(12), px(16), px(14))
        self._column.setSpacing(px(2))

    def show_lines(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show lines of a label and words; no lines hide the card."""
        wanted = (title, tuple(lines))
        if wanted != self._shown:
            self._shown = wanted
            self._fill(title, lines)
        self.setVisible(bool(lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        panel(QPainter(self), QRectF(self.rect()), measure("radius:field"), colour("accent_soft"))

    def _fill(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        clear(self._column)
        self.set_name(title)
        if title:
            self._add(Label(title, "strong"))
        for label, words in lines:
            if label:
                self._column.addSpacing(px(6))
                self._add(Label(label, "small"))
            self._add(Label(words))
        self._column.addStretch(1)

    def _add(self, label: Label) -> None:
        self._column.addWidget(label)
        label.show()


class SideBySide(QWidget):
    """Two widgets next to each other where there is room, else one above the other."""

    FROM = 560

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        """``second`` gets a little more room."""
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        self._row.addWidget(first, 2, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(second, 3, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= px(self.FROM)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
