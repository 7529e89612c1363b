"""Where pages end: no heading alone at the foot, no line alone at either side of a page."""

import pytest
from PySide6.QtGui import QTextDocument

from forecall.exchange.write.page_breaks import split


@pytest.mark.parametrize("lines", range(1, 60, 7))
def test_no_heading_stands_alone_at_the_end_of_a_page(lines: int, qapp: object) -> None:
    document = QTextDocument()
    document.setHtml("<p>line</p>" * lines + "<h2>Heading</h2><h3>Under it</h3><p>first</p><p>second</p>" * 6)
    document.setTextWidth(400)
    height = 300.0
    tops = heading_and_next(document)
    pages = split(document, height)
    assert all(bottom - top <= height for top, bottom in pages)
    for heading, following in tops:
        assert page_of(pages, heading) == page_of(pages, following)


def heading_and_next(document: QTextDocument) -> list[tuple[float, float]]:
    layout, found, block = document.documentLayout(), [], document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.append((layout.blockBoundingRect(block).top(), layout.blockBoundingRect(block.next()).top()))
        block = block.next()
    return found


def page_of(pages: list[tuple[float, float]], place: float) -> int:
    return next(number for number, (top, bottom) in enumerate(pages) if top <= place + 1 < bottom)


@pytest.mark.parametrize("lines", range(12, 60, 5))
def test_no_line_of_a_paragraph_stands_alone(lines: int, qapp: object) -> None:
    document = QTextDocument()
    document.setHtml("<p>line</p>" * 3 + f"<p>{'<br>'.join(['word'] * lines)}</p>" + "<p>line</p>" * 3)
    document.setTextWidth(400)
    layout, block = document.documentLayout(), document.begin().next().next().next()
    top = layout.blockBoundingRect(block).top()
    tops = [top + block.layout().lineAt(place).y() for place in range(lines)]
    for height in (200.0, 237.0, 260.0):
        pages = split(document, height)
        assert all(bottom - top <= height for top, bottom in pages)
        shares = [sum(first <= place + 1 < last for place in tops) for first, last in pages]
        assert sum(shares) == lines
        assert 1 not in shares
