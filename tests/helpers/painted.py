"""Words that are painted, not put into labels: where each piece of them stands in the rows of a list."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainter, QTransform
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from forecall.ui.models.rows import SPOKEN
from forecall.ui.theme import px

_SLACK = 1.0  # pixels by which letters may reach beyond their line
_LEAST = 8  # letters that say something, of words that are cut


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of words as it was painted, in the pixels of the view."""

    words: str
    place: QRectF


class _Engine(QPaintEngine):
    """Writes down the words and paints nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.pieces: list[Piece] = []
        self._moved = QTransform()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: Any) -> None:  # noqa: N802
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._moved = QTransform(state.transform())

    def drawTextItem(self, at: Any, item: Any) -> None:  # noqa: N802
        if item.text().strip():
            place = QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent())
            self.pieces.append(Piece(item.text(), self._moved.mapRect(place)))

    def drawPixmap(self, *_any: Any) -> None:  # noqa: N802
        """Not looked at, as all that follows."""

    drawImage = drawPath = drawPolygon = drawRects = drawLines = drawEllipse = drawPoints = drawPixmap  # type: ignore[assignment]  # noqa: N815
    drawTiledPixmap = drawPixmap  # noqa: N815


class _Device(QPaintDevice):
    """As large as the view, at its resolution."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self.engine = _Engine()
        self._view = view

    def paintEngine(self) -> QPaintEngine:  # noqa: N802
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return int(QWidget.metric(self._view, metric))


def row_troubles(view: QListView) -> list[str]:
    """What is cut off, covered or shortened to nothing in the rows that are in sight."""
    found: list[str] = []
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        rect = view.visualRect(index)
        if rect.top() > view.viewport().height():
            break
        if rect.bottom() < 0 or rect.isEmpty():
            continue
        device = _Device(view)
        option = QStyleOptionViewItem()
        option.initFrom(view)
        option.rect = rect
        painter = QPainter(device)
        view.itemDelegate().paint(painter, option, index)
        painter.end()
        room = QRectF(rect).intersected(QRectF(0, rect.top(), view.viewport().width(), rect.height()))
        found += _judged(device.engine.pieces, room, str(index.data(SPOKEN) or index.data() or ""))
    return found


def _judged(pieces: list[Piece], room: QRectF, spoken: str) -> list[str]:
    room = room.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    found = [f"row “{each.words}” goes beyond its edge" for each in pieces if not room.contains(each.place)]
    for at, one in enumerate(pieces):
        for other in pieces[at + 1 :]:
            over = one.place.intersected(other.place)
            if over.width() > _SLACK and over.height() > 2 * _SLACK + px(2):
                found.append(f"row “{one.words}” and “{other.words}” lie over each other")
    for each in _lines(pieces):
        words, cut, _rest = each.words.rpartition("…")
        if not cut or _rest.strip():
            continue
        if len(words.strip()) < _LEAST:
            found.append(f"row “{each.words}” is cut to nothing")
        if not _heard(words, spoken):
            found.append(f"row “{each.words}” is cut, and nobody hears the rest: “{spoken}”")
    return found


def _lines(pieces: list[Piece]) -> list[Piece]:
    """Pieces that go on where another ends are one: letters of two directions are painted apart."""
    lines: list[Piece] = []
    for each in sorted(pieces, key=lambda piece: (round(piece.place.top()), piece.place.left())):
        before = lines[-1] if lines else None
        beside = before is not None and before.place.top() == each.place.top()
        if before is not None and beside and abs(each.place.left() - before.place.right()) <= 2 * _SLACK:
            lines[-1] = Piece(f"{before.words}{each.words}", before.place.united(each.place))
        else:
            lines.append(each)
    return lines


def _heard(words: str, spoken: str) -> bool:
    """Whether what was cut is said whole to a screen reader; the first word and the last whole one will do."""
    said = " ".join(spoken.split()).casefold()
    whole = [word for word in words.replace("·", " ").casefold().split() if len(word) > 2][:-1]
    return all(word.strip(".,:;“”") in said for word in whole)
