"""Words to say, large, on a card that a key or a press turns to the next ones."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from forecall.ui.theme import colour, measure, px, type_font
from forecall.ui.widgets.paint import ByWidth, TextBlock, laid_out, panel
from forecall.ui.widgets.text import paint_key


class SayCard(QAbstractButton):
    """A small label with its key, and beneath it the words, semibold where they are to be said now."""

    def __init__(self, name: str, key: str = "", parent: QWidget | None = None) -> None:
        """``name`` is the object name; ``key`` is shown beside the label."""
        super().__init__(parent)
        self.setObjectName(name)
        self._key = key
        self._label = ""
        self._words = ""
        self._now = False
        self._hovered = False
        self._by_mouse = False
        self._laid: ByWidth[tuple[TextBlock, TextBlock]] = ByWidth()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The words that are shown large."""
        return self._words

    @property
    def label(self) -> str:
        """The words that are shown small."""
        return self._label

    def say(self, label: str, words: str, *, now: bool = False, key: str | None = None) -> None:
        """Show other words; ``now`` lifts them out."""
        key = self._key if key is None else key
        if (label, words, now, key) == (self._label, self._words, self._now, self._key):
            return
        self._label, self._words, self._now, self._key = label, words, now, key
        self._laid.clear()
        self.setAccessibleName(": ".join(part for part in (label, words) if part))
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Wrapped words need more height when there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of label and words in this width."""
        _label, words = self._lay(width)
        return self._top_of_words(width) + (words.height if self._words else 0) + self._air()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = self.width() if self.width() > px(80) else px(320)
        return QSize(px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a word."""
        width = self.width() if self.width() > px(80) else px(320)
        return QSize(px(120), self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, the label with its key, and the words."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ring = self.hasFocus() and not self._by_mouse
        fill = "accent_soft" if self._now else "hover" if self._hovered else "surface"
        edge = colour("focus") if ring else None if self._now else colour("border")
        panel(painter, rect, measure("radius:card"), colour(fill), edge, 2.0 if ring else 1.0)
        label, words = self._lay(self.width())
        rtl, side, top = self._rtl(), px(14), self._air()
        left = side + (self._key_room() if rtl else 0)
        label.draw(painter, QPointF(left, top), colour("text" if self._now else "muted"))
        if self._words:
            start = side if self._label or not rtl else left
            words.draw(painter, QPointF(start, self._top_of_words(self.width())), colour("text"))
        if self._key:
            width = self._key_room() - px(8)
            x = side if rtl else self.width() - side - width
            ink = colour("text" if self._now else "muted")
            line = label.line_height if self._label else words.line_height
            paint_key(painter, QRectF(x, top, width, line), self._key, ink)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

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

    def _air(self) -> int:
        return px(12) if self._words and self._label else px(9)

    def _top_of_words(self, width: int) -> int:
        label, _words = self._lay(width)
        return self._air() + (label.height + (px(2) if self._words else 0) if self._label else 0)

    def _key_room(self) -> int:
        return QFontMetrics(type_font("label")).horizontalAdvance(self._key) + px(20) if self._key else 0

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _lay(self, width: int) -> tuple[TextBlock, TextBlock]:
        def lay() -> tuple[TextBlock, TextBlock]:
            room, rtl = max(px(40), width - 2 * px(14)), self._rtl()
            small = laid_out(self._label, type_font("label"), measure("line:label"), room - self._key_room(), rtl)
            font = type_font("said", semibold=self._now)
            beside = 0 if self._label else self._key_room()
            return small, laid_out(self._words, font, measure("line:said"), room - beside, rtl)

        return self._laid.at(width, lay)
