"""A point of the call to tick, read at arm's length, with the key that ticks it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from forecall.ui.theme import colour, measure, px, type_font
from forecall.ui.widgets.paint import ByWidth, TextBlock, laid_out, panel, sign
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import paint_key

_BOX = 18
_GAP = 12


class PointRow(QCheckBox):
    """The words wrap beside the box; what is done is struck through and quiet."""

    spoken_role = Role.CheckBox

    def __init__(self, words: str, key: str = "", *, line: bool = True, parent: QWidget | None = None) -> None:
        """``line`` draws a hairline beneath."""
        super().__init__(parent)
        self._words = words
        self._key = key
        self._line = line
        self._by_mouse = False
        self._laid: ByWidth[TextBlock] = ByWidth()
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What is to be said."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self._laid.clear()
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def set_key(self, key: str) -> None:
        """Show another key, or none while the keys mean something else."""
        if key != self._key:
            self._key = key
            self.setAccessibleDescription(key)
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Wrapped words need more height when there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words in this width, with air around them."""
        return self._lay(width).height + 2 * px(8)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = self.width() if self.width() > px(80) else px(320)
        return QSize(px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a word."""
        return QSize(px(120), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        """Everything of it can be pressed."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out again."""
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._laid.clear()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the words and the key."""
        painter = QPainter(self)
        done, width, rtl = self.isChecked(), self.width(), self._rtl()
        if self._line:
            painter.fillRect(QRectF(0, self.height() - 1, width, 1), colour("border"))
        words = self._lay(width)
        top, side = px(8), px(_BOX)
        box = QRectF(width - side if rtl else 0, top + (words.line_height - side) / 2, side, side)
        if self.hasFocus() and not self._by_mouse:
            ring = box.adjusted(-px(3), -px(3), px(3), px(3))
            if ring.left() < 0 or ring.right() > width:
                ring = box.adjusted(0, -px(3), 0, px(3))
            panel(painter, QRectF(self.rect()), px(measure("radius:small")), colour("accent_soft"))
            panel(painter, ring, px(5), None, colour("focus"), 2.0)
        fill, edge = ("accent", None) if done else ("surface", colour("strong_border"))
        panel(painter, box, px(4), colour(fill), edge, 1.5)
        if done:
            sign(painter, "check", box.adjusted(px(1), px(1), -px(1), -px(1)), colour("on_accent"))
        left = self._key_room() if rtl else px(_BOX + _GAP)
        words.draw(painter, QPointF(left, top), colour("muted" if done else "text"))
        if self._key:
            room = self._key_room() - px(8)
            x = 0 if rtl else width - room
            paint_key(painter, QRectF(x, top, room, words.line_height), self._key, colour("muted"))

    def _key_room(self) -> int:
        return QFontMetrics(type_font("label")).horizontalAdvance(self._key or "0") + px(20)

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _lay(self, width: int) -> TextBlock:
        done = self.isChecked()

        def lay() -> TextBlock:
            font = type_font("said")
            font.setStrikeOut(done)
            room = max(px(40), width - px(_BOX + _GAP) - self._key_room())
            return laid_out(self._words, font, measure("line:said"), room, self._rtl())

        return self._laid.at((width, done), lay)
