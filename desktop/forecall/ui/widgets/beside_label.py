"""A control with its label before it, or above it where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.narrow_words import longest_word
from forecall.ui.widgets.text import Label

LABEL, ROOM = 176, 224
"""Widths at 100 %: of the label, and of the least that the control beside it needs."""


class BesideLabel(QWidget):
    """Labels of one width, so that controls below each other begin in one line."""

    def __init__(
        self,
        text: str,
        control: QWidget,
        *,
        role: str = "body",
        width: int = LABEL,
        stretch: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``width`` is the label's at 100 %. Without ``stretch`` the control is as wide as it wants to be."""
        super().__init__(parent)
        self._width = width
        self._height = px(34 if role == "body" else 30)
        self.label = Label(text, role)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(control, 1 if stretch else 0, Qt.AlignmentFlag.AlignTop)
        if not stretch:
            self._row.addStretch(1)
        self._turn(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand before the control where there is room, for the longest word too."""
        super().resizeEvent(event)
        fits = longest_word(self.label.text(), self.label.font()) <= px(self._width)
        self._turn(fits and self.width() >= px(self._width + ROOM))

    def _turn(self, wide: bool) -> None:
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(px(12) if wide else px(4))
        self.label.setMinimumHeight(self._height if wide else 0)
        if not self.label.text():
            self.label.setVisible(wide)  # it only holds the place
        self.label.setMinimumWidth(px(self._width) if wide else 0)
        self.label.setMaximumWidth(px(self._width) if wide else 16_777_215)
