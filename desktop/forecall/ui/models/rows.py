"""Rows of long lists: what a model hands out for one, and how it is drawn."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forecall.journal.search import MARK_END, MARK_START
from forecall.ui.theme import colour, measure, px, type_font
from forecall.ui.widgets.arranging import gap
from forecall.ui.widgets.paint import panel

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row says, besides the record behind it."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2  # in semibold
    MORE = Qt.ItemDataRole.UserRole + 3  # goes on after the title
    DETAIL = Qt.ItemDataRole.UserRole + 4  # the quiet line beneath
    SIDE = Qt.ItemDataRole.UserRole + 5  # at the end of the first line
    CONTEXT = Qt.ItemDataRole.UserRole + 6  # words with marks around what was found
    HEADING = Qt.ItemDataRole.UserRole + 7  # this row is a heading over the ones that follow
    ICON = Qt.ItemDataRole.UserRole + 8  # the name of the icon before it
    KEY = Qt.ItemDataRole.UserRole + 9  # the key that does the same


LEAST = 100
"""Width at 100 % text under which the beginning of what goes on after a title would say nothing."""

_WIDE = 720
SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class RowDelegate(QStyledItemDelegate):
    """Draws a title with a quiet line beneath; with ``context_lines``, also the place where words were found.

    ``wrapped`` gives the title that many lines, for rows that are sentences. ``tail`` keeps room for a button.
    """

    def __init__(
        self, parent: QAbstractItemView, *, context_lines: int = 0, wrapped: int = 1, tail: bool = False
    ) -> None:
        super().__init__(parent)
        self._context_lines = context_lines
        self._wrapped = wrapped
        self._tail = tail

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows but headings are of one height, so that a hundred thousand cost no more than ten."""
        if index.data(Role.HEADING):
            return QSize(px(120), _line("label") + gap(3))
        lines = self._wrapped + self._context_shown()
        between = gap(0.5) if self._context_lines else 0
        return QSize(px(120), lines * _line("body") + _line("label") + between + 2 * gap(1.25) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        rect = QRectF(option.rect)
        state = option.state
        heading = index.data(Role.HEADING)
        if heading:
            _draw_heading(painter, rect, str(heading), option.direction == Qt.LayoutDirection.RightToLeft)
        else:
            self._draw_back(painter, rect, state)
            before, after = self.lead(), px(36) if self._tail else 0
            if option.direction == Qt.LayoutDirection.RightToLeft:
                before, after = after, before
            inner = rect.adjusted(gap(1.5) + before, gap(1.25), -gap(1.5) - after, -gap(1.25))
            self._draw_words(painter, inner, index, option.direction)
        painter.restore()

    def lead(self) -> int:
        """The room before the words, in pixels."""
        return 0

    def _draw_back(self, painter: QPainter, rect: QRectF, state: Any) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            panel(painter, rect, px(6), colour("accent_soft" if selected else "hover"))
        else:
            painter.fillRect(
                QRectF(rect.left() + gap(1.5), rect.bottom() - 1, rect.width() - gap(3), 1), colour("border")
            )
        if selected and state & QStyle.StateFlag.State_HasFocus:
            panel(painter, rect, px(6), None, colour("focus"), 2.0)

    def _draw_words(self, painter: QPainter, rect: QRectF, index: Index, direction: Qt.LayoutDirection) -> None:
        rtl = direction == Qt.LayoutDirection.RightToLeft
        side = str(index.data(Role.SIDE) or "")
        detail = str(index.data(Role.DETAIL) or "")
        first = QRectF(rect.left(), rect.top(), rect.width(), _line("body"))
        if side and rect.width() < px(420):
            detail = " · ".join(part for part in (side, detail) if part)
        elif side:
            width = QFontMetrics(type_font("body")).horizontalAdvance(side) + 2
            put(painter, _end(first, width, rtl), side, type_font("body"), "muted", rtl)
            first = _start(first, first.width() - width - gap(2), rtl)
        if self._wrapped > 1:
            self._draw_sentence(painter, rect, index, rtl)
        else:
            self._draw_title(painter, first, index, rtl)
        at = rect.top() + self._wrapped * _line("body")
        quiet = QRectF(rect.left(), at, rect.width(), _line("label"))
        put(painter, quiet, detail, type_font("label"), "muted", rtl)
        if self._context_lines:
            marked = str(index.data(Role.CONTEXT) or "")
            beneath = QRectF(rect.left(), quiet.bottom() + gap(0.5), rect.width(), 0)
            draw_marked(painter, beneath, marked, self._context_shown(), rtl)

    def _context_shown(self) -> int:
        """The context is a dozen words: where the list is wide they need one line only."""
        view = self.parent()
        wide = isinstance(view, QAbstractItemView) and view.viewport().width() >= px(_WIDE)
        return min(1, self._context_lines) if wide else self._context_lines

    def _draw_title(self, painter: QPainter, rect: QRectF, index: Index, rtl: bool) -> None:
        title, more = str(index.data(Role.TITLE) or ""), str(index.data(Role.MORE) or "")
        font = type_font("body", semibold=True)
        width = QFontMetrics(font).horizontalAdvance(title) + px(4)
        put(painter, rect, title, font, "text", rtl)
        if more and rect.width() > width + px(LEAST):
            rest = _end(rect, rect.width() - width, rtl)
            put(painter, rest, f"· {more}", type_font("body"), "text", rtl)

    def _draw_sentence(self, painter: QPainter, rect: QRectF, index: Index, rtl: bool) -> None:
        words = str(index.data(Role.TITLE) or "")
        draw_marked(painter, rect, words, self._wrapped, rtl)


def put(painter: QPainter, rect: QRectF, words: str, font: QFont, ink: str, rtl: bool = False) -> None:
    """Draw one line of words, cut with "…" where there is no more room."""
    line = " ".join(words.split())
    painter.setFont(font)
    painter.setPen(colour(ink))
    cut = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, int(rect.width()))
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), cut)


def draw_marked(painter: QPainter, rect: QRectF, marked: str, lines: int, rtl: bool = False) -> None:
    """Draw words on some lines; what stands between the marks of a search is emphasised."""
    words, spans = unmarked(marked)
    font = type_font("body")
    layout, end = _laid(words, spans, font, rect.width(), lines, rtl)
    if end < len(words):
        start = layout.lineAt(layout.lineCount() - 1).textStart()
        rest = QFontMetrics(font).elidedText(words[start:], Qt.TextElideMode.ElideRight, int(rect.width()))
        cut = words[:start] + rest
        within = [(at, min(length, len(cut) - at)) for at, length in spans if at < len(cut)]
        layout, end = _laid(cut, within, font, rect.width(), lines, rtl)
    painter.setPen(colour("text"))
    layout.draw(painter, rect.topLeft())


def _laid(
    words: str, spans: list[tuple[int, int]], font: QFont, width: float, lines: int, rtl: bool
) -> tuple[QTextLayout, int]:
    """The words on at most so many lines, and how many of them that is."""
    layout = QTextLayout(words, font)
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    strong.setForeground(colour("accent"))
    layout.setFormats([_format(start, length, strong) for start, length in spans])
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    shown = end = 0
    while shown < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, shown * _line("body")))
        shown += 1
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, end


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The words on one line without the marks, and where what they enclose begins and how long it is."""
    text = " · ".join(" ".join(line.split()) for line in marked.splitlines() if line.strip())
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    at, start = 0, -1
    for letter in text:
        if letter == MARK_START:
            start = at
        elif letter == MARK_END:
            if start >= 0:
                spans.append((start, at - start))
            start = -1
        else:
            words.append(letter)
            # Qt counts in UTF-16: what lies beyond counts twice.
            at += 2 if ord(letter) > 0xFFFF else 1
    return "".join(words), spans


def spoken(*parts: str) -> str:
    """What a screen reader says of a row."""
    return ". ".join(part.rstrip(".") if part is not parts[-1] else part for part in parts if part)


def _format(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found


def _draw_heading(painter: QPainter, rect: QRectF, words: str, rtl: bool) -> None:
    low = QRectF(rect.left() + gap(1.5), rect.bottom() - _line("label") - gap(1), rect.width() - gap(3), _line("label"))
    put(painter, low, words, type_font("label"), "muted", rtl)


def _line(size: str) -> int:
    return round(px(measure(f"type:{size}")) * measure(f"line:{size}"))


def _end(rect: QRectF, width: float, rtl: bool) -> QRectF:
    return QRectF(rect.left() if rtl else rect.right() - width, rect.top(), width, rect.height())


def _start(rect: QRectF, width: float, rtl: bool) -> QRectF:
    return QRectF(rect.right() - width if rtl else rect.left(), rect.top(), width, rect.height())
