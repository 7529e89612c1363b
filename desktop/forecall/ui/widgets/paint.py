"""What the widgets draw with: rounded panels, focus rings, small signs, text with air between its lines."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from forecall.ui.theme import colour, measure

T = TypeVar("T")

_WIDTHS_KEPT = 4

# Lines in a square of 16 around its middle.
_STROKES: dict[str, list[list[tuple[float, float]]]] = {
    "check": [[(-4.5, 0.5), (-1.5, 3.5), (4.5, -3.5)]],
    "cross": [[(-4, -4), (4, 4)], [(4, -4), (-4, 4)]],
    "plus": [[(-5, 0), (5, 0)], [(0, -5), (0, 5)]],
    "down": [[(-4, -2), (0, 2), (4, -2)]],
    "right": [[(-2, -4), (2, 0), (-2, 4)]],
    "left": [[(2, -4), (-2, 0), (2, 4)]],
}


def panel(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose edge lies inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge is not None else 0.0
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def ringed(painter: QPainter, rect: QRectF, radius: float) -> tuple[QRectF, float]:
    """Draw the focus ring inside ``rect``; returns the room left within its gap, and the radius there."""
    panel(painter, rect, radius, None, colour("focus"), 2.0)
    return rect.adjusted(4, 4, -4, -4), max(2.0, radius - 4)


def sign(painter: QPainter, name: str, rect: QRectF, ink: QColor) -> None:
    """Draw a small sign: check, cross, grip, plus, down or right, in the middle of ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    size = min(rect.width(), rect.height()) / 16
    painter.scale(size, size)
    if name == "grip":
        _grip(painter, ink)
    else:
        pen = QPen(ink, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_sign_path(name))
    painter.restore()


class TextBlock:
    """Words laid out in lines of one height. Nothing in them is ever read as markup."""

    def __init__(self, text: str, font: QFont, pitch: float, width: float, rtl: bool = False, at_most: int = 0) -> None:
        """Lay out ``text`` in ``width`` pixels; ``pitch`` is a line's height as a multiple of the type.

        Of more than ``at_most`` lines the last that is shown ends in dots.
        """
        self.line_height = round(font.pixelSize() * pitch)
        metrics = QFontMetricsF(font)
        self._lift = (self.line_height - metrics.height()) / 2
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LayoutDirectionAuto)
        if rtl:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._layout.setTextOption(option)
        self.width = 0.0
        self.lines = 0
        self._at_most = at_most
        self._lay(max(1.0, width))
        self.cut = bool(at_most) and self.lines > at_most
        if self.cut:
            self._shorten(max(1.0, width), metrics)

    @property
    def height(self) -> int:
        """The height of all lines, in pixels; one line when there are no words."""
        return self.line_height * max(1, self.lines)

    def draw(self, painter: QPainter, at: QPointF, ink: QColor) -> None:
        """Draw the words with their upper left corner at ``at``."""
        painter.setPen(ink)
        self._layout.draw(painter, QPointF(at.x(), at.y() + self._lift))

    def _shorten(self, width: float, metrics: QFontMetricsF) -> None:
        units = self._layout.text().encode("utf-16-le")  # Qt counts in these
        start = 2 * self._layout.lineAt(self._at_most - 1).textStart()
        shown, rest = (part.decode("utf-16-le", "replace") for part in (units[:start], units[start:]))
        last = metrics.elidedText(rest.replace("\u2028", " "), Qt.TextElideMode.ElideRight, width)
        self._layout.setText(shown + last)
        self.width, self.lines = 0.0, 0
        self._lay(width, self._at_most)

    def _lay(self, width: float, at_most: int = 0) -> None:
        self._layout.beginLayout()
        while (not at_most or self.lines < at_most) and (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.lines * self.line_height))
            self.width = max(self.width, line.naturalTextWidth())
            self.lines += 1
        self._layout.endLayout()


_kept: dict[tuple[str, str, float, float, bool, int], TextBlock] = {}
_MOST_KEPT, _LONGEST_KEPT = 1000, 1000  # blocks, and characters in one of them: about a megabyte


def laid_out(text: str, font: QFont, pitch: float, width: float, rtl: bool = False, at_most: int = 0) -> TextBlock:
    """A ``TextBlock``; what was laid out so not long ago is not laid out again, whoever shows it."""
    if len(text) > _LONGEST_KEPT:
        return TextBlock(text, font, pitch, width, rtl, at_most)
    key = (text, font.key(), pitch, width, rtl, at_most)
    block = _kept.get(key)
    if block is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        block = _kept[key] = TextBlock(text, font, pitch, width, rtl, at_most)
    return block


class ByWidth(Generic[T]):
    """What was laid out for the last few widths: the layouts around a widget ask for several, again and again."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, T] = {}

    def at(self, width: Hashable, lay: Callable[[], T]) -> T:
        """What ``lay`` gave for this width, or gives now; ``width`` may carry what else the words hang on."""
        found = self._kept.get(width)
        if found is None:
            if len(self._kept) >= _WIDTHS_KEPT:
                self._kept.clear()
            found = self._kept[width] = lay()
        return found

    def clear(self) -> None:
        """The words, their type or their direction are others."""
        self._kept.clear()


def hairline(painter: QPainter, rect: QRectF) -> None:
    """A line of one pixel along the lower edge of ``rect``."""
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour("border"))


def _grip(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x in (-2.6, 2.6):
        for y in (-5.0, 0.0, 5.0):
            painter.drawEllipse(QPointF(x, y), 1.25, 1.25)


def _sign_path(name: str) -> QPainterPath:
    path = QPainterPath()
    for stroke in _STROKES[name]:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path


def ring_within(painter: QPainter, rect: QRectF) -> None:
    """The ring of the focus around something that scrolls, just within it."""
    panel(painter, rect.adjusted(1, 1, -1, -1), measure("radius:field"), None, colour("focus"), 2.0)
