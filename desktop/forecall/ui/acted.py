"""Where in the window an act happened that was just taken back or done again."""

from typing import TYPE_CHECKING

from forecall.journal.records import REHEARSED
from forecall.ui.page import Desk, Page, Place

if TYPE_CHECKING:
    from forecall.workspace.undo_stack import Place as ActPlace

_LISTS = ("today", "calls", "clients", "find")
"""Pages on which a call is seen to come, go and change as a whole."""

_SHEETS = {"prepare": ("prepare", ""), "reflect-now": ("look_back", "now"), "reflect-later": ("look_back", "later")}
"""The page, and what it shows, on which the questions of a worksheet are asked."""


def place_in_window(acted: "ActPlace", page: Page, desk: Desk) -> Place | None:
    """Where to go so that the act is seen, or ``None`` where it is in sight already."""
    if acted.call:
        return _of_call(acted.call, acted.key, page, desk)
    if acted.gone and page.shows(acted.gone):
        return Place("calls")
    for name, row_id in (("clients", acted.client), ("lessons", acted.lesson)):
        if row_id:
            return None if page.shows(row_id) else Place(name, row_id)
    if acted.phrase and page.name != "guide":
        return Place("guide")
    return None


def _of_call(call_id: str, key: str, page: Page, desk: Desk) -> Place | None:
    if page.shows(call_id, key) or (not key and page.name in _LISTS):
        return None
    if not key:
        return Place("calls")
    if key == REHEARSED:
        return Place("rehearse", call_id)
    for sheet, (name, shown) in _SHEETS.items():
        for question in desk.catalog.worksheet(sheet).questions:
            if question.key == key:
                return Place(name, call_id, shown or question.step, key)
    return None if page.shows(call_id) else Place("call_sheet", call_id)
