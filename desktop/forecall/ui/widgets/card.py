"""A surface that lifts what belongs together off the page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from forecall.ui.theme import colour, measure, px
from forecall.ui.widgets.paint import panel
from forecall.ui.widgets.spoken import Role


class Card(QFrame):
    """A rounded surface; put things into ``column``."""

    spoken_role = Role.Grouping

    def __init__(self, name: str = "", *, padding: int = 20, parent: QWidget | None = None) -> None:
        """``padding`` in pixels at 100 %."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(padding), px(padding), px(padding), px(padding))
        self.column.setSpacing(px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        panel(QPainter(self), QRectF(self.rect()), measure("radius:card"), colour("surface"), colour("border"))
