"""Finding words as they are typed."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.search import MARK_START
from forecall.ui.models.rows import Role
from forecall.ui.page import Place
from forecall.ui.pages.search_page import SearchPage
from tests.ui.conftest import Person


@pytest.fixture
def page(person: Person) -> SearchPage:
    return SearchPage(person.desk)


def found(page: SearchPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def test_finds_as_it_is_typed_in_any_field_and_order(page: SearchPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Café Nord", title="Late delivery")
    person.does(verbs.record_answer, call, "issue", {"text": "The report came late"}, "")
    person.does(verbs.start_call, "Other")
    person.opens(page)
    page.focus_first()
    person.qtbot.keyClicks(page.box, "REP caf")
    person.settle()
    assert found(page) == ["Café Nord · Late delivery"]
    assert MARK_START in page.model.index(0).data(Role.CONTEXT)
    assert page.count.text() == "1 call"
    person.qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert person.places == [Place("prepare", call)]


def test_walks_what_was_found_from_the_box(page: SearchPage, person: Person) -> None:
    calls = [person.does(verbs.start_call, "Northwind", title=f"Number {number}") for number in range(3)]
    person.opens(page)
    page.focus_first()
    person.qtbot.keyClicks(page.box, "north")
    person.settle()
    shown = found(page)
    person.qtbot.keyClick(page.box, Qt.Key.Key_Down)
    person.qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert page.box.hasFocus()
    assert person.places == [Place("prepare", calls[int(shown[1][-1])])]


def test_says_that_nothing_holds_all_of_them(page: SearchPage, person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    person.opens(page)
    person.qtbot.keyClicks(page.box, "north zebra")
    person.settle()
    assert page.count.text() == "Nothing holds all of these words."
    assert not page.list.isVisible()
    page.box.clear()
    person.settle()
    assert "everything is found" in page.count.text()


def test_only_the_newest_words_are_searched(page: SearchPage, person: Person, monkeypatch: Any) -> None:
    person.does(verbs.start_call, "Northwind")
    person.opens(page)
    asked: list[str] = []
    workspace = person.desk.workspace
    ask = workspace.ask

    def counting(read: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(str(args[0]) if args else "")
        return ask(read, *args, **kwargs)

    monkeypatch.setattr(workspace, "ask", counting)
    for end in range(1, 6):
        page.box.setText("north"[:end])
    monkeypatch.undo()
    person.settle()
    assert asked == ["n"]
    assert found(page) == ["Northwind"] * 2  # the call and the client
    assert page.model.words == "north"


def test_goes_on_where_there_are_many(page: SearchPage, person: Person) -> None:
    for number in range(75):
        person.desk.workspace.perform(None, verbs.start_call, "Northwind", title=f"Call {number}")
    person.opens(page)
    page.box.setText("northwind")
    person.settle()
    seen = 0
    while page.model.more and seen != page.model.rowCount():
        seen = page.model.rowCount()
        page.list.scrollToBottom()
        person.settle()
    assert len(set(found(page))) == 76
    assert page.count.text() == "75 calls, 1 client"


def test_a_deleted_call_is_gone_and_comes_back(page: SearchPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", title="Late delivery")
    person.opens(page)
    page.box.setText("northwind late")
    person.settle()
    person.does(verbs.mark_call, call, "deleted")
    assert found(page) == []
    person.undoes()
    assert found(page) == ["Northwind · Late delivery"]


def test_deletes_a_call_by_key(page: SearchPage, person: Person) -> None:
    person.does(verbs.start_call, "Northwind", title="Late delivery")
    person.opens(page)
    page.box.setText("late")
    person.settle()
    person.qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    person.settle()
    assert person.sentences == [("Call deleted.", True)]
    assert found(page) == []


def test_clients_and_lessons_are_found_and_opened(page: SearchPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    client = person.asks(read_call, call).head.client_id
    person.does(verbs.note_about_client, client, "Tea with sugar")
    lesson = person.does(verbs.write_lesson, None, {"if": "they shout", "then": "breathe", "why": ""})
    person.opens(page)
    for words, place in (("sugar", Place("clients", client)), ("breathe", Place("lessons", lesson))):
        page.box.setText(words)
        person.settle()
        assert page.count.text() == f"1 {place.page[:-1]}"
        person.qtbot.keyClick(page.box, Qt.Key.Key_Return)
        assert person.places[-1] == place


def test_the_menu_of_a_client_opens_them(page: SearchPage, person: Person, qtbot: QtBot) -> None:
    call = person.does(verbs.start_call, "Northwind")
    client = person.asks(read_call, call).head.client_id
    person.does(verbs.note_about_client, client, "Tea with sugar")
    person.opens(page)
    page.box.setText("sugar")
    person.settle()
    page.list.menu_asked.emit(page.model.index(0), QPoint(0, 0))
    (menu,) = page.findChildren(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert person.places == [Place("clients", client)]


@pytest.mark.parametrize("typed", ['"', "*", "a AND", "NEAR(", "(((", "-", "\x00", "'; DROP", "x" * 5000])
def test_no_sign_is_an_operator(page: SearchPage, person: Person, typed: str) -> None:
    person.does(verbs.start_call, "Northwind")
    person.opens(page)
    page.box.setText(typed)
    person.settle()
    assert person.failures == []
