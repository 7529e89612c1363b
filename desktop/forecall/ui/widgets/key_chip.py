"""A pill that does one thing, with its key."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from forecall.ui.theme import colour, px, type_font
from forecall.ui.widgets.paint import panel, ringed
from forecall.ui.widgets.text import paint_key


class KeyChip(QAbstractButton):
    """Words and a key in a pill."""

    def __init__(self, words: str, key: str, name: str = "", parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says where the words alone say too little."""
        super().__init__(parent)
        self._key = key
        self._hovered = False
        self._by_mouse = False
        self.setText(words)
        self.setAccessibleName(name or words)
        self.setAccessibleDescription(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the words and the key."""
        return QSize(self._words_width() + px(6) + self._key_width() + 2 * px(9), px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        rect, rtl = QRectF(self.rect()), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        radius = rect.height() / 2
        ring = self.hasFocus() and not self._by_mouse
        if ring:
            rect, radius = ringed(painter, rect, radius)
        fill = "accent_soft" if self.isDown() else "hover" if self._hovered else "surface"
        panel(painter, rect, radius, colour(fill), None if ring else colour("strong_border"))
        words = QRectF(px(9), 0, self._words_width(), self.height())
        key = QRectF(self.width() - px(9) - self._key_width(), 0, self._key_width(), self.height())
        if rtl:
            words.moveRight(self.width() - px(9))
            key.moveLeft(px(9))
        painter.setFont(type_font("body"))
        painter.setPen(colour("text"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(words, int(flags), self.text())
        paint_key(painter, key, self._key, colour("muted"))

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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _words_width(self) -> int:
        return QFontMetrics(type_font("body")).horizontalAdvance(self.text()) + 1

    def _key_width(self) -> int:
        return QFontMetrics(type_font("label")).horizontalAdvance(self._key) + px(11)
