"""No list scrolls inside a page that scrolls, however low the window and large the text."""

import pytest
from PySide6.QtWidgets import QScrollArea

from forecall.journal import verbs
from forecall.journal.listing import Sieve, list_calls
from forecall.journal.moments import utc_now
from forecall.ui.page import Place
from forecall.ui.widgets.row_list import RowList
from tests.gallery.conftest import Show
from tests.gallery.showing import Look
from tests.journeys.conftest import shown_widgets


@pytest.mark.parametrize(("scale", "size"), [(1.0, (800, 560)), (2.0, (1100, 760)), (2.0, (800, 560))])
def test_only_one_of_a_page_and_its_list_shows_a_bar(show: Show, scale: float, size: tuple[int, int]) -> None:
    showing = show(Look(language="de", scale=scale, size=size))
    workspace = showing.window.desk.workspace
    for head in workspace.ask(list_calls, Sieve(), utc_now(), limit=12).wait():
        workspace.perform(None, verbs.mark_call, head.id, "deleted").wait()
    looked_at = set()
    for name in ("calls", "clients", "guide", "lessons", "summary", "trash"):
        showing.window.go(Place(name))
        showing.settle()
        showing.settle()
        for rows in shown_widgets(showing.window.page):
            if not isinstance(rows, RowList):
                continue
            looked_at.add(name)
            assert rows.height() > 0
            bars = [rows.verticalScrollBar(), *(each.verticalScrollBar() for each in _around(rows))]
            assert sum(bar.isVisible() for bar in bars) == 1, f"{name}: {[bar.isVisible() for bar in bars]}"
    assert looked_at == {"calls", "clients", "guide", "lessons", "summary", "trash"}


def _around(rows: RowList) -> list[QScrollArea]:
    found, around = [], rows.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            found.append(around)
        around = around.parentWidget()
    return found
