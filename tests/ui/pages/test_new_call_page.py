"""The two ways a call begins."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.reading import read_call, read_draft
from forecall.ui.pages.new_call_page import NewCallPage, NoteCallPage
from forecall.ui.widgets.text import Label
from tests.ui.conftest import Person


@pytest.fixture
def page(person: Person) -> NewCallPage:
    page = NewCallPage(person.desk)
    person.opens(page)
    return page


def box(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None
    return found


def here() -> QWidget:
    """What the keyboard is on."""
    at = QApplication.focusWidget()
    assert at is not None
    return at


def shown(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_a_name_is_enough(person: Person, page: NewCallPage) -> None:
    assert here() is box(page, "client")
    QTest.keyClicks(box(page, "client"), "Northwind")
    page.do_next_question()
    person.settle()
    (place,) = person.places
    call = person.asks(read_call, place.id)
    assert place.page == "prepare"
    assert (call.head.client_name, call.head.types, call.head.planned_wall) == ("Northwind", (), None)
    assert box(page, "client").text() == ""
    assert person.asks(read_draft, "new call") == ""


def test_without_a_name_it_asks_for_one_and_stays(person: Person, page: NewCallPage) -> None:
    page.do_next_question()
    person.settle()
    assert person.places == []
    assert "Who is it with? A name is enough." in shown(page)


def test_a_time_that_cannot_be_read_is_asked_for_again(person: Person, page: NewCallPage) -> None:
    box(page, "client").setText("Northwind")
    box(page, "when").setText("when the moon is full")
    page.do_next_question()
    person.settle()
    assert person.places == []
    assert "The time cannot be read. Change it, or leave it empty." in shown(page)
    box(page, "when").setText("tomorrow 10:00")
    page.do_next_question()
    person.settle()
    (place,) = person.places
    assert person.asks(read_call, place.id).head.planned_wall.endswith("T10:00")


def test_a_third_type_takes_the_place_of_the_first(person: Person, page: NewCallPage) -> None:
    box(page, "client").setText("Northwind")
    for chip in page._types._chips[:3]:
        chip.click()
    page.do_next_question()
    person.settle()
    types = person.asks(read_call, person.places[0].id).head.types
    assert types == (CallType.MISUNDERSTANDING, CallType.BAD_NEWS)


def test_not_sure_stands_alone_and_is_no_type(person: Person, page: NewCallPage) -> None:
    box(page, "client").setText("Northwind")
    kind, not_sure = page._types._chips[0], page._types._chips[-1]
    assert not_sure.text() == "not sure"
    kind.click()
    not_sure.click()
    assert page.typed()["types"] == ["not_sure"]
    kind.click()
    assert page.typed()["types"] == [str(CallType.COMPLAINT)]
    not_sure.click()
    page.do_next_question()
    person.settle()
    assert person.asks(read_call, person.places[0].id).head.types == ()


def test_begin_pressed_twice_makes_one_call(person: Person, page: NewCallPage) -> None:
    box(page, "client").setText("Northwind")
    page.do_next_question()
    page.do_next_question()
    person.settle()
    assert len(person.places) == 1


def test_what_is_typed_is_kept_until_it_is_a_call(person: Person, page: NewCallPage) -> None:
    box(page, "client").setText("Northw")
    box(page, "when").setText("in 15 min")
    page.flush()
    person.settle()
    assert json.loads(person.asks(read_draft, "new call")) == {"client": "Northw", "when": "in 15 min"}
    other = NewCallPage(person.desk)
    person.opens(other)
    assert (box(other, "client").text(), box(other, "when").text()) == ("Northw", "in 15 min")


def test_clients_are_offered_while_their_name_is_typed(person: Person, page: NewCallPage) -> None:
    person.does(verbs.start_call, "Northwind")
    QTest.keyClicks(box(page, "client"), "north")
    person.settle()
    completer = box(page, "client").completer()
    model = completer.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Northwind"]
    popup = completer.popup()
    assert popup is not None
    popup.hide()


def test_a_refusal_leaves_every_word_in_its_place(person: Person, page: NewCallPage) -> None:
    box(page, "client").setText("Northwind")
    page.on_refused(ValueError("That cannot be."))
    assert "That cannot be." in shown(page)
    assert box(page, "client").text() == "Northwind"
    QTest.keyClicks(box(page, "client"), "s")
    assert "That cannot be." not in shown(page)
    page.flush()
    person.settle()


def test_tab_comes_to_the_button_after_everything_else(person: Person, page: NewCallPage) -> None:
    names = []
    for _each in range(12):
        at = here()
        names.append(at.accessibleName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert names[0] == "Client"
    assert names.index("When") < names.index("complaint") < names.index("Begin")


def test_noting_a_call_asks_for_the_client_only(person: Person) -> None:
    page = NoteCallPage(person.desk)
    person.opens(page)
    QTest.keyClicks(box(page, "client"), "Northwind")
    QTest.keyClick(box(page, "client"), Qt.Key.Key_Return)
    person.settle()
    (place,) = person.places
    assert (place.page, place.step) == ("look_back", "now")
    assert person.asks(read_call, place.id).head.held_at is not None


def test_a_call_that_is_noted_has_the_moment_of_the_act(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = "2026-11-20T09:00:00Z"
    monkeypatch.setattr("forecall.ui.pages.new_call_page.utc_now", lambda: moment)
    page = NoteCallPage(person.desk)
    person.opens(page)
    QTest.keyClicks(box(page, "client"), "Northwind")
    QTest.keyClick(box(page, "client"), Qt.Key.Key_Return)
    person.settle()
    assert person.asks(read_call, person.places[0].id).head.held_at == moment
