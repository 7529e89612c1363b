"""Undo goes to where the act happened, when that is not in sight."""

from typing import cast

import pytest

from forecall.journal import verbs
from forecall.ui.acted import place_in_window
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Desk, Page, Place
from forecall.workspace.undo_stack import Place as Acted
from tests.ui.conftest import Person


class Shown:
    """A page that shows one thing and some of its questions."""

    def __init__(self, name: str, row_id: str = "", keys: tuple[str, ...] = ()) -> None:
        self.name, self._id, self._keys = name, row_id, keys

    def shows(self, row_id: str, key: str = "") -> bool:
        return row_id == self._id and (not key or key in self._keys)


@pytest.mark.parametrize(
    ("acted", "page", "wanted"),
    [
        (Acted(call="c", key="issue"), Shown("prepare", "c", ("issue",)), None),
        (
            Acted(call="c", key="opening"),
            Shown("prepare", "c", ("issue",)),
            Place("prepare", "c", "approach", "opening"),
        ),
        (Acted(call="c", key="promised"), Shown("today"), Place("look_back", "c", "now", "promised")),
        (Acted(call="c", key="went_well"), Shown("prepare", "c"), Place("look_back", "c", "later", "went_well")),
        (Acted(call="c", key="rehearsed"), Shown("today"), Place("rehearse", "c")),
        (Acted(call="c", key="live"), Shown("today"), Place("call_sheet", "c")),
        (Acted(call="c"), Shown("calls"), None),
        (Acted(call="c"), Shown("settings"), Place("calls")),
        (Acted(gone="c"), Shown("prepare", "c"), Place("calls")),
        (Acted(gone="c"), Shown("today"), None),
        (Acted(client="k"), Shown("clients", "k"), None),
        (Acted(client="k"), Shown("clients", "other"), Place("clients", "k")),
        (Acted(lesson="l"), Shown("today"), Place("lessons", "l")),
        (Acted(phrase="p"), Shown("today"), Place("guide")),
        (Acted(phrase="p"), Shown("guide"), None),
        (Acted(), Shown("today"), None),
    ],
)
def test_an_act_is_shown_where_it_happened(desk: Desk, acted: Acted, page: Shown, wanted: Place | None) -> None:
    assert place_in_window(acted, cast(Page, page), desk) == wanted


def test_undo_on_another_page_goes_to_the_question_and_says_what_it_took_back(person: Person) -> None:
    window = MainWindow(person.desk)
    person.qtbot.addWidget(window)
    window.show()
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.record_answer, call, "opening", {"text": "Thank you for the time"})
    window.go(Place("settings"))
    window.actions_by_name["undo"].trigger()
    person.settle()
    person.qtbot.waitUntil(lambda: window.page.name == "prepare")
    assert window.page.place == Place("prepare", call, "approach", "opening")
    window.actions_by_name["undo"].trigger()
    person.settle()
    person.qtbot.waitUntil(lambda: window.page.name == "calls")
