"""Words and buttons. Words are always plain characters, whatever they contain."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QFontMetricsF,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from forecall.ui.theme import colour, measure, px, type_font
from forecall.ui.widgets.narrow_words import BESIDE, WRAPPED, narrowest, wrapped_height, wrapped_width
from forecall.ui.widgets.paint import ByWidth, TextBlock, laid_out, panel, ringed

# role → size of type, semibold, italic, colour
ROLES: dict[str, tuple[str, bool, bool, str]] = {
    "body": ("body", False, False, "text"),
    "large": ("question", False, False, "text"),
    "strong": ("body", True, False, "text"),
    "muted": ("body", False, False, "muted"),
    "quote": ("body", False, True, "text"),
    "label": ("label", False, False, "muted"),
    "small": ("label", False, False, "text"),
    "caution": ("label", True, False, "caution"),
    "said": ("said", False, False, "text"),
    "question": ("question", True, False, "text"),
    "title": ("title", True, False, "text"),
}


class Label(QLabel):
    """Words in one of the roles of ``ROLES``, wrapped, with room between the lines."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None, *, at_most: int = 0) -> None:
        """Show ``text`` as it stands: no markup, no links, no mnemonics.

        With ``at_most`` lines, longer words end in dots and the tip says them whole.
        """
        super().__init__(parent)
        self._at_most = at_most
        self._size, self._semibold, self._italic, self._ink = ROLES[role]
        self._blocks: ByWidth[TextBlock] = ByWidth()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._refresh_font()
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        if text == self.text():
            return  # Qt would lay out everything around them again
        self._blocks.clear()
        super().setText(text)

    def set_ink(self, token: str) -> None:
        """Draw in another colour of the theme."""
        self._ink = token
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Wrapped words need more height when there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words in this width."""
        return self._laid(width).height

    def sizeHint(self) -> QSize:
        """The words on one line if that is not longer than a good column."""
        block = self._laid(px(560))
        return QSize(int(block.width) + 1, block.height)

    def minimumSizeHint(self) -> QSize:
        """Room for a short word; the rest wraps."""
        natural = QFontMetrics(self.font()).horizontalAdvance(self.text()) if len(self.text()) < 40 else px(80)
        return QSize(min(natural + 1, px(80)), self._laid(self.width()).line_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        if not self.text():
            return
        block = self._laid(self.width())
        if self._at_most:
            self._tell_whole(block.cut)
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max(0.0, (self.height() - block.height) / 2)
        left = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignRight and not self._rtl():
            left = max(0.0, self.width() - block.width)
        elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            left = max(0.0, (self.width() - block.width) / 2)
        block.draw(QPainter(self), QPointF(left, top), colour(self._ink))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        if event.type() == QEvent.Type.StyleChange:
            self._refresh_font()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._blocks.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out again."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _tell_whole(self, cut: bool) -> None:
        tip = plain_tip(self.text(), wrapped=True) if cut else ""
        if tip != self.toolTip():
            self.setToolTip(tip)

    def _refresh_font(self) -> None:
        self.setFont(type_font(self._size, self._semibold, self._italic))
        self._blocks.clear()

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _laid(self, width: int) -> TextBlock:
        def lay() -> TextBlock:
            pitch = measure(f"line:{self._size}")
            return laid_out(self.text(), self.font(), pitch, width, self._rtl(), self._at_most)

        return self._blocks.at(width, lay)


class _Button(QPushButton):
    """A push button that paints itself. ``key`` shows a key beside the words; the page owns the shortcut."""

    _padding = 14
    _height = 42

    def __init__(
        self,
        text: str,
        *,
        name: str = "",
        key: str = "",
        icon: QIcon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        self._hovered = False
        self._by_mouse = False
        self.setAccessibleName(name or text)
        if key:
            self.setAccessibleDescription(key)
        if icon is not None:
            self.setIcon(icon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._refresh_font()

    def set_words(self, text: str) -> None:
        """Say something else, for the eye and for the ear."""
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Room for the icon, the words and the key."""
        width = self._words_width() + 2 * px(self._padding)
        return QSize(int(width) + 1, px(self._height))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def narrowest(self) -> QSize:
        """Room for the longest word, with the others beneath it and the key at the end."""
        beside = int(self._words_width() - QFontMetricsF(self.font()).horizontalAdvance(self.text()))
        return narrowest(self.text(), self.font(), QSize(2 * px(self._padding) + beside + 2, px(12)))

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in this width."""
        return max(px(self._height), wrapped_height(self.text(), self.font(), self._room_for_words(width)) + px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and, when it was reached by key, its ring."""
        painter = QPainter(self)
        rect, radius = QRectF(self.rect()), float(px(measure("radius:button")))
        if self.ring_shown():
            rect, radius = ringed(painter, rect, radius)
        self._paint_back(painter, rect, radius)
        self._paint_words(painter)

    def ring_shown(self) -> bool:
        """Whether the focus came by key, so that it has to be seen."""
        return self.hasFocus() and not self._by_mouse

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
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        if event.type() == QEvent.Type.StyleChange:
            self._refresh_font()
            self.updateGeometry()
        super().changeEvent(event)

    def _refresh_font(self) -> None:
        self.setFont(type_font("body", semibold=True))

    def _ink(self) -> str:
        return "accent" if self.isEnabled() else "muted"

    def _paint_back(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        """The surface beneath the words."""

    def _words_width(self) -> float:
        width = float(QFontMetricsF(self.font()).horizontalAdvance(self.text()))
        if not self.icon().isNull():
            width += px(18) + px(8)
        if self._key:
            width += px(10) + self._key_width()
        return width

    def _key_width(self) -> float:
        return QFontMetrics(type_font("label")).horizontalAdvance(self._key) + px(12)

    def _room_for_words(self, width: int) -> int:
        """What is left for the words in a button of this width, beside its icon and key."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return int(width - 2 * px(self._padding) - (self._words_width() - words))

    def _paint_words(self, painter: QPainter) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        whole = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        room = self._room_for_words(self.width())
        words = whole if whole <= room + 2 else wrapped_width(self.text(), self.font(), room)
        spare = self.width() - (self._words_width() - whole + words)
        x = spare / 2 if self._padding else spare if rtl else 0.0  # words without a box begin where others begin
        pieces: list[tuple[str, float]] = []
        if not self.icon().isNull():
            pieces += [("icon", px(18)), ("", px(8))]
        pieces.append(("words", words))
        if self._key:
            pieces += [("", px(10)), ("key", self._key_width())]
        for piece, width in reversed(pieces) if rtl else pieces:
            self._paint_piece(painter, piece, QRectF(x, 0, width, self.height()))
            x += width

    def _paint_piece(self, painter: QPainter, piece: str, rect: QRectF) -> None:
        ink = colour(self._ink())
        if piece == "icon":
            side = px(18)
            place = QRectF(rect.left(), rect.center().y() - side / 2, side, side).toRect()
            self.icon().paint(painter, place)
        elif piece == "words":
            painter.setFont(self.font())
            painter.setPen(ink)
            if rect.width() < QFontMetricsF(self.font()).horizontalAdvance(self.text()) - 1:
                painter.drawText(rect.adjusted(-1, 0, 1, 0), WRAPPED if self._padding else BESIDE, self.text())
                return
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
            painter.drawText(rect.adjusted(0, 0, 2, 0), int(flags), self.text())
        elif piece == "key":
            paint_key(painter, rect, self._key, ink if self._ink() == "on_accent" else colour("muted"))


class PrimaryButton(_Button):
    """The one thing to do here."""

    def _ink(self) -> str:
        return "on_accent" if self.isEnabled() else "muted"

    def _paint_back(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        token = "accent_strong" if self._hovered or self.isDown() else "accent"
        panel(painter, rect, radius, colour(token if self.isEnabled() else "border"))


class QuietButton(_Button):
    """One of the other things to do here."""

    def _paint_back(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        fill = "accent_soft" if self.isDown() or self._hovered else "surface"
        panel(painter, rect, radius, colour(fill), None if self.ring_shown() else colour("strong_border"))


class LinkButton(_Button):
    """Something to do, said in the text. ``quiet`` says it in the muted colour."""

    _padding = 0
    _height = 28

    def __init__(
        self, text: str, *, name: str = "", key: str = "", quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        """Words that can be pressed."""
        self._quiet = quiet
        super().__init__(text, name=name, key=key, parent=parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words; a line beneath them shows the focus, so that they begin where other words begin."""
        painter = QPainter(self)
        line = 2 if self.ring_shown() else 1 if self._hovered else 0
        if self.ring_shown():
            panel(painter, QRectF(self.rect()), px(4), colour("accent_soft"))
        if line:
            painter.fillRect(QRectF(0, self.height() - px(3), self.width(), line), colour("focus"))
        self._paint_words(painter)

    def _refresh_font(self) -> None:
        self.setFont(type_font("body", semibold=not self._quiet))

    def _ink(self) -> str:
        return "muted" if self._quiet and not self._hovered else super()._ink()


def plain_tip(words: str, *, wrapped: bool = False) -> str:
    """Words for ``setToolTip``, which would read markup in them: what looks like it is written out.

    Only what is ``wrapped`` gets more lines than it has itself.
    """
    if not wrapped and "<" not in words and "&" not in words:
        return words
    from html import escape

    return f"<span>{escape(words)}</span>"


def paint_key(painter: QPainter, rect: QRectF, key: str, ink: QColor) -> None:
    """Draw a key as a small chip."""
    height = px(20)
    chip = QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)
    edge = QColor(ink)
    edge.setAlphaF(0.45)
    panel(painter, chip, px(4), None, edge)
    painter.setFont(type_font("label"))
    painter.setPen(ink)
    painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), key)
