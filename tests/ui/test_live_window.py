"""The small window during a call, by keyboard."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from forecall.coach.call_clock import Slept
from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord, LiveKind
from forecall.journal.refusals import Refused
from forecall.storage.faults import CannotWrite
from forecall.ui.actions import LIVE_ACTIONS
from forecall.ui.live_call import LiveCall
from forecall.ui.live_window import LiveWindow
from forecall.ui.models.live import read_kept
from forecall.ui.page import Desk, Place
from forecall.ui.widgets.text import LinkButton
from tests.ui.conftest import Person

Open = Callable[..., LiveWindow]


@pytest.fixture
def call_id(person: Person) -> str:
    call: str = person.does(verbs.start_call, "Northwind", title="Late delivery")
    for at, text in enumerate(("We own the delay", "The twelfth", "One contact", "A fourth")):
        person.does(verbs.write_item, call, "points", f"point{at}", {"text": text})
    person.does(verbs.write_item, call, "objections", "objection", {"text": "A refund.", "then": "Two months."})
    return call


@pytest.fixture
def opened(desk: Desk, person: Person, qtbot: QtBot) -> Iterator[Open]:
    made: list[LiveWindow] = []

    def open_window(call_id: str = "", begin: bool = False) -> LiveWindow:
        window = LiveWindow(desk)
        made.append(window)
        qtbot.addWidget(window)
        window.open_for(call_id, begin)
        person.settle()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_window
    for window in made:
        window.close()
    person.settle()


def press(*keys: Any) -> None:
    for key in keys:
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, key)


def types(words: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def record(person: Person, call_id: str) -> CallRecord:
    person.settle()
    found: CallRecord = person.asks(read_call, call_id)
    return found


def said(window: LiveWindow) -> str:
    return " ".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def test_every_action_is_carried_out_by_somebody() -> None:
    for action in LIVE_ACTIONS:
        assert hasattr(LiveWindow, f"_do_{action.name}") or hasattr(LiveCall, action.name), action.name


def test_it_opens_small_on_top_and_ready(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert (window.width(), window.height()) == (min(360, room.width()), min(640, room.height()))
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert "Northwind" in window.windowTitle()
    assert record(person, call_id).started_at is None
    press(Qt.Key.Key_Space)  # the one button that has the keyboard
    assert record(person, call_id).started_at is not None
    press(Qt.Key.Key_Space, Qt.Key.Key_Return)  # neither ends what has begun
    assert record(person, call_id).head.held_at is None


def test_from_begin_the_call_it_begins_at_once(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id, True)
    assert window.call.begun
    assert record(person, call_id).started_at is not None


def test_enter_begins_wherever_the_keyboard_is(opened: Open, call_id: str) -> None:
    window = opened(call_id)
    assert window._view is not None
    window._view.to_sheet()
    press(Qt.Key.Key_Return)
    assert window.call.begun


def test_a_whole_call_by_keyboard(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id, True)
    ended: list[str] = []
    window.ended.connect(ended.append)
    press("1", "4", "B", "B", "O", "1", "H")
    types("about the invoice")
    press(Qt.Key.Key_Return, "P")
    types("a new plan by Friday")
    press(Qt.Key.Key_Escape, "S", Qt.Key.Key_Escape, "Q", "N")
    types("they named May")
    press(Qt.Key.Key_Return)
    call = record(person, call_id)
    assert [item.done_at is not None for item in call.entries("points")] == [True, False, False, True]
    found = [(note.kind, note.of or note.text) for note in call.live_notes]
    assert sorted(found) == sorted(
        [
            (LiveKind.RUNG, "restate"),
            (LiveKind.RUNG, "firm_no"),
            (LiveKind.OBJECTION, "objection"),
            (LiveKind.HEATED, "about the invoice"),
            (LiveKind.PROMISE, "a new plan by Friday"),
            (LiveKind.SURPRISE, ""),
            (LiveKind.OFFENCE, ""),
            (LiveKind.NOTE, "they named May"),
        ]
    )
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert ended == [call_id]
    assert not window.isVisible()
    call = record(person, call_id)
    assert call.head.held_at is not None
    assert [item.text for item in call.entries("promised")] == ["a new plan by Friday"]


def test_letters_are_words_in_the_line_and_alt_reaches_past_it(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id, True)
    press("N")
    types("hops 1 b")
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    types("and loud")
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window._view is not None
    assert window._view.box.text() == "and loud"
    window.flush()
    call = record(person, call_id)
    assert [(note.kind, note.text) for note in call.live_notes] == [
        (LiveKind.NOTE, "hops 1 b"),
        (LiveKind.HEATED, "and loud"),
    ]
    assert [item.done_at is not None for item in call.entries("points")] == [False, True, False, False]


def test_leaving_asks_nothing_and_loses_nothing(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id, True)
    press("N")
    types("in the middle of a wo")
    window.close()
    call = record(person, call_id)
    assert call.live_notes[0].text == "in the middle of a wo"
    assert call.head.held_at is None
    window.open_for("")
    person.settle()
    assert window.isVisible()
    assert window.call.begun
    assert "in the middle of a wo" in said(window)


def test_escape_goes_back_step_by_step(opened: Open, call_id: str) -> None:
    window = opened(call_id, True)
    press("O", Qt.Key.Key_Escape)
    assert not window.call.look.listing
    press("H", Qt.Key.Key_Escape)
    assert window._view is not None
    assert not window._view.box.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_note_is_removed_and_brought_back(opened: Open, call_id: str, person: Person, qtbot: QtBot) -> None:
    window = opened(call_id, True)
    press("H", Qt.Key.Key_Escape)
    person.settle()
    assert window._view is not None
    QTest.mouseClick(window._view._said.last.cross, Qt.MouseButton.LeftButton)
    assert record(person, call_id).live_notes == ()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [note.kind for note in record(person, call_id).live_notes] == [LiveKind.HEATED]
    qtbot.waitUntil(lambda: "heated" in said(window))
    assert "Taken back" in said(window)


def test_not_started_after_all(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id, True)
    assert window._view is not None
    window._view.not_started.click()
    assert record(person, call_id).started_at is None
    assert window.isVisible()
    assert window._view.begin.isVisible()


def test_a_call_that_nobody_began_can_be_ended(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert record(person, call_id).head.held_at is not None


def test_what_happened_to_the_clock_is_said(
    opened: Open, call_id: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(call_id, True)
    monkeypatch.setattr(window.call, "tick", lambda: Slept(240))
    window._on_tick()
    qtbot.waitUntil(lambda: "The machine slept for 4 minutes." in said(window))


def test_dimmed_the_title_of_the_window_is_neutral_too(opened: Open, call_id: str) -> None:
    window = opened(call_id, True)
    press("D")
    assert window.windowTitle() == "Call"
    assert "Northwind" not in said(window)
    press("N")
    types("secret")
    assert window._view is not None
    assert window._view.box.text() == "secret"
    press(Qt.Key.Key_Escape, "D")
    assert "Northwind" in window.windowTitle()


def test_without_a_call_one_thing_can_be_done(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    wanted: list[Place] = []
    window.place_wanted.connect(wanted.append)
    assert "No call is planned." in said(window)
    for key in (Qt.Key.Key_H, Qt.Key.Key_O, Qt.Key.Key_B, Qt.Key.Key_1, Qt.Key.Key_D):
        QTest.keyClick(window, key)
    QTest.keyClick(window, Qt.Key.Key_Return)
    (button,) = window._empty.findChildren(LinkButton)
    button.click()
    assert wanted == [Place("new_call")]


def test_where_it_stands_is_kept_while_it_is_open(opened: Open, call_id: str, person: Person, qtbot: QtBot) -> None:
    window = opened(call_id, True)
    window.setGeometry(40, 50, 400, 500)
    qtbot.waitUntil(lambda: person.asks(read_kept).window == (40, 50, 400, 500))
    assert person.asks(read_kept).call == call_id
    window.close()
    person.settle()
    assert person.asks(read_kept).call == ""
    again = opened(call_id)
    assert again.geometry().getRect() == (40, 50, 400, 500)


def test_the_big_window_closes_and_the_call_is_remembered(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id, True)
    press("N")
    types("the last wor")
    window.leave_with_main()
    assert not window.isVisible()
    assert record(person, call_id).live_notes[0].text == "the last wor"
    assert person.asks(read_kept).call == call_id


def test_another_theme_keeps_what_is_being_written(opened: Open, call_id: str, person: Person) -> None:
    window = opened(call_id, True)
    press("H")
    types("about the inv")
    window.wear()
    assert window._view is not None
    assert window._view.box.text() == "about the inv"
    window._view.box.setFocus()
    types("oice")
    press(Qt.Key.Key_Return)
    assert [note.text for note in record(person, call_id).live_notes] == ["about the invoice"]


def test_trouble_with_the_disk_is_told_here_too(opened: Open, call_id: str, desk: Desk, qtbot: QtBot) -> None:
    window = opened(call_id, True)
    desk.bridge.troubled.emit(CannotWrite("The disk is full. Your words stay on screen."))
    qtbot.waitUntil(lambda: "The disk is full" in said(window))
    desk.bridge.troubled.emit(None)
    assert "The disk is full" not in said(window)
    desk.bridge.failed.emit(ValueError("x"))
    qtbot.waitUntil(lambda: "What was saved before is safe." in said(window))


def test_how_to_pin_it_is_said_once_where_it_cannot_pin_itself(
    opened: Open, call_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    window = opened(call_id)
    assert "Always on top" in said(window)
    window._notices.forget_passing()
    window.open_for(call_id)
    assert "Always on top" not in said(window)


def test_the_keys_stand_beside_the_call_and_never_before_it(opened: Open, call_id: str) -> None:
    window = opened(call_id, True)
    window._do_keys()
    (sheet,) = window.findChildren(QDialog)
    assert not sheet.isModal()
    sheet.close()


def test_nobody_writes_here_while_the_file_is_worked_on(opened: Open, call_id: str, person: Person, desk: Desk) -> None:
    window = opened(call_id, True)
    press("N")
    types("until no")
    desk.bridge.let_go.emit(True)
    assert not window.isVisible()
    assert record(person, call_id).live_notes[0].text == "until no"
    assert person.asks(read_kept).call == call_id  # so that it comes back with the journal
    desk.bridge.let_go.emit(True)  # what was found leads to more work on the file
    desk.bridge.let_go.emit(False)
    assert window.isVisible()
    assert window._view is not None
    QTest.keyClick(window, Qt.Key.Key_N)
    QTest.keyClicks(window._view.box, "and on")
    window.flush()
    assert [note.text for note in record(person, call_id).live_notes] == ["until no", "and on"]


def test_a_window_that_was_not_open_stays_closed(opened: Open, call_id: str, person: Person, desk: Desk) -> None:
    window = opened(call_id)
    window.close()
    window.open_for(call_id)
    desk.bridge.let_go.emit(True)  # before the call was read
    person.settle()
    assert not window.isVisible()
    desk.bridge.let_go.emit(False)
    assert not window.isVisible()


def test_what_was_not_taken_is_said_not_to_be_saved(opened: Open, call_id: str, person: Person, desk: Desk) -> None:
    window = opened(call_id, True)

    def refuse() -> None:
        raise Refused("Another window has it.")

    whole: Any = desk.workspace
    guard, whole._guard = whole._guard, refuse
    press("N")
    types("they named May")
    window.flush()
    person.settle()
    whole._guard = guard
    assert window._view is not None
    assert window._view.saved.text() == "Not saved yet. Your words stay on screen."
    assert window._view.box.text() == "they named May"
