"""By keyboard alone: Tab goes where reading goes, and leaves nothing out."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gallery.conftest import Show
from tests.gallery.pseudo import RIGHT_TO_LEFT
from tests.gallery.showing import Look
from tests.helpers.tree import tree

TALL = (1100, 3000)
"""Everything of a page stands in the window, and nothing has to be scrolled to be looked at."""

MOST_TABS = 300


@pytest.mark.parametrize("language", ["en", RIGHT_TO_LEFT])
def test_tab_goes_where_reading_goes(show: Show, language: str) -> None:
    showing = show(Look(language=language, size=TALL))
    # A palette keeps the keyboard to itself while it lies over the page.
    pages = (name for name in showing.pages() if name != "palette")
    found = [f"{name}: {each}" for name in pages for each in out_of_the_way(showing.window)]
    assert not found, "\n" + "\n".join(dict.fromkeys(found))


def out_of_the_way(window: QWidget) -> Iterator[str]:
    """What Tab does not lead to, or leads to before what is read before it."""
    walked = _walk(window)
    # What stands beside a question changes with it: what is read now is what was walked through last.
    read = [node.of for node in tree(window).all() if isinstance(node.of, QWidget) and takes_tab(node.of)]
    for left_out in (each for each in read if each not in walked):
        yield f"Tab does not lead to {named(left_out)}"
    places = [read.index(each) for each in walked if each in read]
    breaks = [(one, other) for one, other in pairwise(places) if other < one]
    ends = [pair for pair in breaks if pair[1] != 0]
    for one, other in ends:
        yield f"Tab goes from {named(read[one])} back to {named(read[other])}"


def _walk(window: QWidget) -> list[QWidget]:
    """What Tab leads to, from wherever the keyboard is until it comes there again."""
    walked: list[QWidget] = []
    for _each in range(MOST_TABS):
        at = QApplication.focusWidget() or window
        QTest.keyClick(at, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in walked:
            break
        walked.append(now)
    return walked


def takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"
