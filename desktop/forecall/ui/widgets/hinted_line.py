"""A line to write in, whose hint is never cut: where there is no room for it, a shorter one stands there."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

_EITHER_SIDE = 2
"""Pixels that Qt leaves before and after the words of a line."""


class HintedLine(QLineEdit):
    """``hints`` say what may be written, the longest first; the last one stands there however narrow it is."""

    def __init__(self, *hints: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        room, metrics = hint_room(self), self.fontMetrics()
        fitting = (each for each in self._hints if metrics.horizontalAdvance(each) <= room)
        hint = next(fitting, self._hints[-1])
        if hint != self.placeholderText():
            self.setPlaceholderText(hint)


def hint_room(line: QLineEdit) -> int:
    """The width in pixels that a hint has in a line."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
    margins = line.textMargins()
    return inside - margins.left() - margins.right() - 2 * _EITHER_SIDE
