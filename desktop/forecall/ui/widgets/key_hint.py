"""A key, shown as a small chip."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from forecall.ui.theme import colour, px, type_font
from forecall.ui.widgets.text import paint_key


class KeyHint(QLabel):
    """Shows which key does what stands beside it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """``key`` as it is written: Ctrl+J."""
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The key with room around it."""
        return QSize(QFontMetrics(type_font("label")).horizontalAdvance(self._key) + px(12), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        paint_key(QPainter(self), QRectF(self.rect()), self._key, colour("muted"))
