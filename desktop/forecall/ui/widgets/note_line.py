"""The line for a note during a call: a box like all others that stays low, and can hide what is typed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forecall.ui.theme import colour, px
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.text import paint_key

MOST_LINES = 3
_DOT = "•"


class NoteLine(AnswerField):
    """Grows to ``MOST_LINES`` and then scrolls: the sheet above it keeps its room. Enter leaves it."""

    def __init__(self, name: str, *, key: str = "", parent: QWidget | None = None) -> None:
        """``key`` leads here from elsewhere in the window, and is shown as long as the line is empty and left."""
        self._masked, self._key = False, key
        super().__init__(name, short=True, parent=parent)

    def set_masked(self, masked: bool) -> None:
        """Draw dots in place of the words, for eyes that are not the person's."""
        self._masked = masked
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, or as many dots as fit."""
        if not self._masked or self.document().isEmpty():
            super().paintEvent(event)
            if self._key and not self.hasFocus() and self.document().isEmpty():
                self._paint_key()
            return
        self._paint_box()
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(colour("text"))
        metrics = QFontMetrics(self.font())
        room = max(1, (self.viewport().width() - 2 * px(14)) // max(1, metrics.horizontalAdvance(_DOT)))
        dots = _DOT * min(len(self.text()), room)
        rect = QRectF(self.viewport().rect())
        painter.drawText(QPointF(px(14), rect.center().y() + metrics.ascent() / 2), dots)

    def _paint_key(self) -> None:
        size, room = px(20), self.viewport().rect()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = px(12) if rtl else room.width() - px(12) - size
        paint_key(QPainter(self.viewport()), QRectF(left, 0, size, room.height()), self._key, colour("muted"))

    def _on_scrolled(self, value: int) -> None:
        """Here the box itself scrolls, once it is as tall as it may be."""

    def _tallest(self) -> int:
        _left, top, _right, bottom = self._margins
        return top + bottom + (QFontMetrics(self.font()).height() + self._line_air()) * MOST_LINES
