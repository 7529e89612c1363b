"""What can be done with a call, by where it stands. What each does is tested on the list of calls."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.records import Stage
from forecall.ui.dialogs.call_menu import CallMenu
from forecall.ui.dialogs.edit_call import EditCall
from forecall.ui.pages.calls_page import CallsPage
from tests.ui.conftest import Person


@pytest.mark.parametrize(
    ("stage", "has", "lacks"),
    [
        (Stage.PREPARE, {"Look back", "It did not happen"}, {"Take it up again", "See the preparation"}),
        (Stage.REFLECT, {"See the preparation", "It did not happen"}, {"Take it up again", "Look back"}),
        (Stage.DONE, {"See the preparation", "Take it up again"}, {"It did not happen"}),
        (Stage.DID_NOT_HAPPEN, {"Take it up again"}, {"It did not happen"}),
    ],
)
def test_offers_what_fits(person: Person, stage: Stage, has: set[str], lacks: set[str]) -> None:
    call = person.does(verbs.start_call, "Alder & Sons")
    page = CallsPage(person.desk)
    person.opens(page)
    menu = CallMenu(page, replace(person.asks(read_call, call).head, stage=stage))
    words = {action.text().split("\t")[0] for action in menu.actions()}
    assert has <= words
    assert not lacks & words
    assert "Next call with Alder && Sons" in words


def test_a_long_name_does_not_widen_the_menu(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    page = CallsPage(person.desk)
    person.opens(page)
    head = person.asks(read_call, call).head
    short, long = CallMenu(page, head), CallMenu(page, replace(head, client_name="Wide " * 40))
    assert long.sizeHint().width() < short.sizeHint().width() + 250
    assert any(action.text().endswith("…") for action in long.actions())


def test_changes_the_call(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    page = CallsPage(person.desk)
    person.opens(page)
    menu = CallMenu(page, person.asks(read_call, call).head)
    seen: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(isinstance(dialog, EditCall))
        if isinstance(dialog, EditCall):
            dialog.reject()

    person.desk.bridge.deliver(look)
    menu.edit()
    assert seen == [True]
