"""Where a text goes on to the next page."""

from collections.abc import Iterator

from PySide6.QtGui import QTextDocument

_WHOLE_LINES = 8  # a paragraph of up to so many lines is never parted


def split(document: QTextDocument, height: float) -> list[tuple[float, float]]:
    """Top and bottom of each page: a heading stays with what follows, a short paragraph stays whole.

    Of a longer paragraph no line stands alone. ``height`` and the result are in the document's own units.
    """
    pages: list[tuple[float, float]] = []
    rows = list(_rows(document))
    first = 0
    for place, (_top, bottom, _stays) in enumerate(rows):
        if bottom - rows[first][0] <= height or place == first:
            continue
        cut = place
        while cut > first + 1 and rows[cut - 1][2]:
            cut -= 1
        if cut == first + 1 and rows[first][2]:
            cut = place
        pages.append((rows[first][0], rows[cut - 1][1]))
        first = cut
    return [*pages, (rows[first][0], rows[-1][1])] if rows else [(0.0, 0.0)]


def _rows(document: QTextDocument) -> Iterator[tuple[float, float, bool]]:
    """What stays whole, from top to bottom: its top, its bottom, and whether it stays with the next."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        lines = [block.layout().lineAt(place).rect() for place in range(block.layout().lineCount())]
        if block.blockFormat().headingLevel() or len(lines) <= _WHOLE_LINES:
            bottom = top + max((line.bottom() for line in lines), default=0.0)
            yield top, bottom, bool(block.blockFormat().headingLevel())
        else:
            for place, line in enumerate(lines):
                yield top + line.top(), top + line.bottom(), place in (0, len(lines) - 2)
        block = block.next()
