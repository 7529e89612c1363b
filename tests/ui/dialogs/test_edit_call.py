"""Changing what a call is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.records import CallHead
from forecall.ui.dialogs.edit_call import EditCall
from tests.ui.conftest import ZONE, Person


@pytest.fixture
def call(person: Person) -> str:
    wall = "2030-05-06T10:00"
    return str(person.does(verbs.start_call, "Northwind", types=["complaint"], wall=wall, zone=ZONE, title="Late"))


def head(person: Person, call: str) -> CallHead:
    found = person.asks(read_call, call)
    assert found is not None
    return found.head


def opened(person: Person, call: str) -> EditCall:
    dialog = EditCall(person.desk, head(person, call))
    person.qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(person: Person, dialog: EditCall, words: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == words)
    person.qtbot.keyClick(button, Qt.Key.Key_Space)
    person.settle()


def test_changes_everything_at_once(person: Person, call: str) -> None:
    dialog = opened(person, call)
    dialog._client.setText("  Alder &  Sons ")
    dialog._title.setText("The report")
    dialog._time.set_text("2030-05-07 14:30")
    dialog._length.set_picked(["60"])
    dialog._types.set_picked(["scope", "bad_news"])
    press(person, dialog, "Keep")
    found = head(person, call)
    assert (found.client_name, found.title, found.planned_wall) == ("Alder & Sons", "The report", "2030-05-07T14:30")
    assert (found.length_minutes, found.types) == (60, (CallType.SCOPE, CallType.BAD_NEWS))
    assert not dialog.isVisible()


def test_what_stays_is_not_an_act(person: Person, call: str) -> None:
    press(person, opened(person, call), "Keep")
    assert person.undoes() == "Call started"


def test_leaving_changes_nothing(person: Person, call: str) -> None:
    dialog = opened(person, call)
    dialog._title.setText("Something else")
    press(person, dialog, "Leave it as it is")
    assert head(person, call).title == "Late"


def test_a_call_may_have_no_time(person: Person, call: str) -> None:
    dialog = opened(person, call)
    dialog._time.set_text("")
    press(person, dialog, "Keep")
    assert head(person, call).planned_wall is None


@pytest.mark.parametrize(("client", "time"), [("", "today 16:00"), ("  ", ""), ("Northwind", "some day")])
def test_says_what_cannot_be_kept_and_stays(person: Person, call: str, client: str, time: str) -> None:
    dialog = opened(person, call)
    dialog._client.setText(client)
    dialog._time.set_text(time)
    press(person, dialog, "Keep")
    assert dialog.isVisible()
    assert dialog._refusal.isVisible()
    assert head(person, call).client_name == "Northwind"


def test_an_unusual_length_is_offered(person: Person, call: str) -> None:
    person.does(verbs.lengthen_call, call, 25)
    dialog = opened(person, call)
    assert dialog._length.keys() == ["25"]
