"""The list of calls: opening, narrowing, everything that can be done with one, and a long journal."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.moments import wall_now
from forecall.journal.reading import read_call
from forecall.journal.records import Stage
from forecall.ui.dialogs.call_menu import CallMenu
from forecall.ui.models import calls_model
from forecall.ui.models.rows import SPOKEN, Role
from forecall.ui.page import Place
from forecall.ui.pages.calls_page import CallsPage
from tests.helpers.listening import listen
from tests.ui.conftest import ZONE, Person


def wall(**ahead: float) -> str:
    return (wall_now(ZONE) + timedelta(**ahead)).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture
def page(person: Person) -> CallsPage:
    return CallsPage(person.desk)


def rows(page: CallsPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def menu_act(person: Person, page: CallsPage, row: int, words: str) -> None:
    """Open the menu of a row with the menu's own button and choose what it says."""
    page.list.setCurrentIndex(page.list.model().index(row, 0))
    person.qtbot.keyClick(page.list.more, Qt.Key.Key_Space)
    menu = page.findChildren(CallMenu)[0]
    action = next(each for each in menu.findChildren(QAction) if each.text().split("\t")[0] == words)
    action.trigger()
    menu.close()
    menu.deleteLater()
    person.settle()


def test_says_what_will_be_here(page: CallsPage, person: Person) -> None:
    person.opens(page)
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "Prepare a call")
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert person.places == [Place("new_call")]


def test_lists_the_newest_first_and_opens_each_where_it_stands(page: CallsPage, person: Person) -> None:
    soon = person.does(verbs.start_call, "Soon", wall=wall(days=1), zone=ZONE, title="One")
    held = person.does(verbs.start_call, "Held", held=True)
    done = person.does(verbs.start_call, "Done", wall=wall(days=-3), zone=ZONE)
    person.does(verbs.mark_call, done, "looked_back_now")
    person.does(verbs.mark_call, done, "looked_back_later")
    person.opens(page)
    page.focus_first()
    assert rows(page) == ["Soon · One", "Held", "Done"]
    for _row in range(3):
        person.qtbot.keyClick(page.list, Qt.Key.Key_Return)
        person.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert person.places == [
        Place("prepare", soon), Place("look_back", held, "now"), Place("look_back", done, "later"),
    ]  # fmt: skip


def test_a_click_opens(page: CallsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", wall=wall(days=1), zone=ZONE)
    person.opens(page)
    at = page.list.visualRect(page.list.model().index(0, 0)).center()
    person.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert person.places == [Place("prepare", call)]


def test_a_row_is_said_whole(page: CallsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", types=["complaint"], wall=wall(days=-1), zone=ZONE, title="Late")
    person.does(verbs.record_answer, call, "ended", {"picked": ["partly"]}, "")
    person.opens(page)
    said = page.list.model().index(0, 0).data(SPOKEN)
    assert said.startswith("Northwind · Late. complaint · to look back on · partly. yesterday")


def test_what_is_upcoming_comes_soonest_first(page: CallsPage, person: Person) -> None:
    for days in (3, 1, 2):
        person.does(verbs.start_call, f"In {days}", wall=wall(days=days), zone=ZONE)
    person.opens(page)
    page._span.set_key("upcoming")
    page._on_filtered()
    person.settle()
    assert rows(page) == ["In 1", "In 2", "In 3"]


@pytest.mark.parametrize(
    ("pill", "key", "left"),
    [
        ("_stage", Stage.REFLECT, ["Held"]),
        ("_stage", Stage.DID_NOT_HAPPEN, ["Off"]),
        ("_type", CallType.ABUSE, ["Held"]),
        ("_span", "upcoming", ["Soon"]),
        ("_kept", "archived", ["Away"]),
    ],
)
def test_narrows(page: CallsPage, person: Person, pill: str, key: str, left: list[str]) -> None:
    person.does(verbs.start_call, "Soon", wall=wall(days=1), zone=ZONE)
    person.does(verbs.start_call, "Held", held=True, types=["abuse"])
    off = person.does(verbs.start_call, "Off", wall=wall(days=-400), zone=ZONE)
    person.does(verbs.mark_call, off, "did_not_happen")
    away = person.does(verbs.start_call, "Away")
    person.does(verbs.mark_call, away, "archived")
    person.opens(page)
    getattr(page, pill).set_key(str(key))
    getattr(page, pill).picked.emit(str(key))
    person.settle()
    assert rows(page) == left


def test_a_place_with_a_client_shows_only_theirs(page: CallsPage, person: Person) -> None:
    person.does(verbs.start_call, "Other")
    call = person.does(verbs.start_call, "Northwind")
    client = person.asks(read_call, call).head.client_id
    person.opens(page, Place("calls", client))
    assert rows(page) == ["Northwind"]


def test_nothing_fits_and_all_are_shown_again(page: CallsPage, person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    person.opens(page)
    page._kept.set_key("archived")
    page._kept.picked.emit("archived")
    person.settle()
    assert page._empty.label.text() == "No call is like that."
    person.qtbot.mouseClick(page._empty.button, Qt.MouseButton.LeftButton)
    person.settle()
    assert rows(page) == ["Northwind"]


def test_deletes_by_key_and_takes_it_back(page: CallsPage, person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    person.does(verbs.start_call, "Alder")
    person.opens(page)
    page.focus_first()
    person.qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    person.settle()
    assert len(rows(page)) == 1
    assert person.sentences == [("Call deleted.", True)]
    person.undoes()
    assert len(rows(page)) == 2


def test_what_can_be_done_with_a_call(page: CallsPage, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = "2026-11-20T09:00:00Z"  # of the act, whenever the disk takes it
    monkeypatch.setattr("forecall.ui.dialogs.call_menu.utc_now", lambda: moment)
    call = person.does(verbs.start_call, "Northwind", wall=wall(days=1), zone=ZONE)
    person.opens(page)
    menu_act(person, page, 0, "It did not happen")
    assert person.asks(read_call, call).head.stage is Stage.DID_NOT_HAPPEN
    menu_act(person, page, 0, "Take it up again")
    assert person.asks(read_call, call).head.stage is Stage.PREPARE
    menu_act(person, page, 0, "Archive")
    assert person.asks(read_call, call).head.archived_at == moment
    assert rows(page) == []
    page._kept.set_key("archived")
    page._kept.picked.emit("archived")
    person.settle()
    menu_act(person, page, 0, "Bring back")
    assert person.asks(read_call, call).head.archived_at is None
    assert [undoable for _words, undoable in person.sentences] == [True] * 4


def test_a_copy_and_the_next_call_open_at_once(page: CallsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", wall=wall(days=1), zone=ZONE, title="Late")
    person.does(verbs.write_item, call, "points", "p", {"text": "We own it"})
    person.opens(page)
    menu_act(person, page, 0, "Copy as a start")
    menu_act(person, page, 0, "Next call with Northwind")
    assert [place.page for place in person.places] == ["prepare", "prepare"]
    for place in person.places:
        new = person.asks(read_call, place.id)
        assert new.head.id != call
        assert [item.text for item in new.entries("points")] == ["We own it"]


def test_a_long_journal_is_read_as_it_is_scrolled(page: CallsPage, person: Person) -> None:
    for number in range(230):
        person.desk.workspace.perform(None, verbs.start_call, f"Client {number:03}")
    person.opens(page)
    model = page.list.model()
    assert model.rowCount() < 230
    seen = 0
    while model.canFetchMore(page.list.rootIndex()) and seen != model.rowCount():
        seen = model.rowCount()
        page.list.scrollToBottom()
        person.settle()
    names = {model.index(row, 0).data(Role.RECORD).client_name for row in range(model.rowCount())}
    assert len(names) == model.rowCount() == 230


def test_the_first_call_is_current_though_it_came_after_the_keyboard(page: CallsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", wall=wall(days=1), zone=ZONE)
    page.focus_first()
    person.opens(page)
    person.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert person.places == [Place("prepare", call)]


def test_the_row_stays_current_when_something_changes(page: CallsPage, person: Person) -> None:
    for name in ("A", "B", "C"):
        person.does(verbs.start_call, name)
    person.opens(page)
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    record = page.list.currentIndex().data(Role.RECORD)
    person.does(verbs.rename_call, record.id, "New title")
    assert page.list.currentIndex().data() == f"{record.client_name} · New title"


def test_how_many_are_left_is_said_when_somebody_narrows(
    page: CallsPage, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _each in range(2):
        person.does(verbs.start_call, "Northwind", types=["complaint"])
    person.opens(page)
    said = listen(monkeypatch)
    page._type.picked.emit("")
    person.settle()
    assert [words for words, _politeness in said] == ["2 calls"]
    page._type.set_key("scope")
    page._type.picked.emit("scope")
    person.settle()
    assert [words for words, _politeness in said][1:] == ["No call is like that."]
    page.read()
    person.settle()
    assert len(said) == 2
    monkeypatch.setattr(calls_model, "FIRST_PAGE", 1)
    page._type.set_key("")
    page._type.picked.emit("")
    person.settle()
    assert said[-1][0] == "More than 1 calls"
