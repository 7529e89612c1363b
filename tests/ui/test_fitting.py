"""Only what fits, on the page: folded for the time that is left, never under the cursor, and said plainly."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.coach.fitting import Room, Time
from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.moments import from_utc, utc_now, utc_text
from forecall.journal.reading import read_call
from forecall.ui.fitting import fits_words, way_words
from forecall.ui.page import Place
from forecall.ui.pages.prepare_page import PreparePage
from tests.ui.conftest import ZONE, Person
from tests.ui.pages.test_prepare_page import here, press, shown

ALL = ["issue", "goal", "opening", "points", "feelings", "objections", "own_up", "ladder", "reset"]
LEAST = ["issue", "opening", "ladder"]


@pytest.fixture
def only(person: Person, monkeypatch: pytest.MonkeyPatch):
    """Opens a call with so many seconds left, in the mode; gives the page and a way to let time pass."""
    begun = from_utc("2026-11-25T09:00:00Z")
    passed = timedelta()

    def lets_pass(seconds: int) -> None:
        nonlocal passed
        passed += timedelta(seconds=seconds)

    for module in ("forecall.ui.fitting", "forecall.ui.pages.prepare_page"):
        monkeypatch.setattr(f"{module}.utc_now", lambda: utc_text(begun + passed))
    person.desk.settings.only_what_fits = True

    def opens(seconds: int | None, *, held: bool = False) -> tuple[PreparePage, str]:
        call = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT], held=held)
        page = PreparePage(person.desk)
        if seconds is not None:
            # Minutes are what a person plans with; the seconds are those that have passed.
            lets_pass(-seconds % 60)
            wall = (begun + passed + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M")
            person.does(verbs.move_call, call, wall, ZONE)
        person.opens(page, Place("prepare", call))
        return page, call

    return opens, lets_pass


def keys(page: PreparePage) -> list[str]:
    return page._questions.keys


def test_a_quarter_of_an_hour_holds_the_whole_short_set(person: Person, only) -> None:
    page, _call = only[0](900)
    assert keys(page) == ALL
    assert "Only what fits in 15 minutes. Two of them stay free to settle and read." in shown(page)


def test_with_less_time_the_last_ones_fold_and_more_brings_them(person: Person, only) -> None:
    page, _call = only[0](480)
    assert keys(page) == ["issue", "goal", "opening", "ladder", "reset"]
    assert "Only what fits in 8 minutes." in shown(page)
    press(person, page, "More questions")
    assert keys(page)[: len(ALL)] == ALL
    assert "concerns" in keys(page)


def test_under_five_minutes_there_is_the_least(person: Person, only) -> None:
    page, _call = only[0](299)
    assert keys(page) == LEAST
    assert "Only what fits in 5 minutes: the least that carries a call." in shown(page)


def test_as_minutes_pass_it_shrinks_but_not_at_the_cursor(person: Person, only) -> None:
    opens, lets_pass = only
    page, _call = opens(900)
    page._questions.focus_question("points")
    block = page._questions.block("points")
    before = block.pos()
    QTest.keyClicks(here(), "A point that is being wri")
    lets_pass(700)
    page._on_minute()
    assert keys(page) == ["issue", "goal", "opening", "points", "ladder"]
    assert page._questions.current() == "points"
    assert block.pos() == before
    page.flush()
    person.settle()
    page._questions.focus_question("issue")
    page._on_minute()
    assert keys(page) == ["issue", "opening", "points", "ladder"]  # what was written stays


def test_words_that_are_not_in_the_file_yet_are_not_folded_away(person: Person, only) -> None:
    opens, lets_pass = only
    page, _call = opens(900)
    page._questions.focus_question("goal")
    QTest.keyClicks(here(), "A new date")
    page._questions.focus_question("issue")
    lets_pass(800)
    page._on_minute()
    assert "goal" in keys(page)


def test_answers_make_room(person: Person, only) -> None:
    page, call = only[0](480)
    for key in ("issue", "goal", "opening"):
        person.does(verbs.record_answer, call, key, {"text": "written"})
    assert keys(page) == ["issue", "goal", "opening", "points", "feelings", "ladder", "reset"]


def test_the_persons_own_pace_counts(person: Person, only) -> None:
    for number in range(20):
        before = person.does(verbs.start_call, f"Client {number}")
        for key in ("issue", "opening"):
            person.does(verbs.spend_time, before, key, 290)
    page, _call = only[0](900)
    assert keys(page) == ["issue", "goal", "opening", "points", "feelings", "ladder", "reset"]


def test_a_call_without_a_time_is_asked_for_one(person: Person, only) -> None:
    page, call = only[0](None)
    assert keys(page) == ALL
    assert "The call has no time yet. This is what fits in 15 minutes." in shown(page)
    assert page._fitting.when.isVisible()
    page._fitting.when.line.setFocus()
    QTest.keyClicks(here(), "in 20 min")
    QTest.keyClick(here(), Qt.Key.Key_Return)
    person.settle()
    assert person.asks(read_call, call).head.planned_zone == ZONE
    assert not page._fitting.when.isVisible()
    assert page._questions.current() == "issue"
    assert person.undoes() == "Call moved"
    assert page._fitting.when.isVisible()


def test_a_call_that_has_passed_or_is_over_says_so(person: Person, only) -> None:
    page, _call = only[0](-600)
    assert "The time of the call has passed. This is what fits in 15 minutes." in shown(page)
    assert keys(page) == ALL
    over, _call = only[0](None, held=True)
    assert "The call is over. This is what fits in 15 minutes." in shown(over)
    assert not over._fitting.when.isVisible()


def test_the_next_question_is_the_next_that_is_shown(person: Person, only) -> None:
    page, _call = only[0](299)
    for key in LEAST:
        assert page._questions.current() == key
        page.do_next_question()
    assert person.places == [Place("call_sheet", page.place.id)]


def test_all_questions_are_back_when_it_is_switched_off(person: Person, only) -> None:
    page, _call = only[0](299)
    page.do_only_what_fits()
    person.settle()
    assert keys(page) == ["issue", "concerns", "facts", "hard", "goal"]
    assert "Only what fits in" not in shown(page)
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize(
    ("room", "words"),
    [
        (Room(Time.LEFT, 720), "Only what fits in 12 minutes"),
        (Room(Time.LEFT, 30), "Only what fits in 1 minute"),
        (Room(Time.NOT_KNOWN), "Only what fits in 15 minutes"),
    ],
)
def test_the_words_of_the_button(room: Room, words: str) -> None:
    assert way_words(room, False) == words
    assert way_words(room, False, countdown=False) == "Only what fits"
    assert way_words(room, True) == "All questions"


@pytest.mark.parametrize("room", [Room(Time.LEFT, 720), Room(Time.LEFT, 200)])
def test_hidden_minutes_are_hidden_in_the_sentence_too(room: Room) -> None:
    assert any(sign.isdigit() for sign in fits_words(room, 5))
    assert not any(sign.isdigit() for sign in fits_words(room, 5, countdown=False))


def test_the_clock_of_the_machine_is_asked_each_time(person: Person, only) -> None:
    """A clock that jumps ahead and back gives the plan of the time it shows."""
    opens, lets_pass = only
    page, _call = opens(900)
    lets_pass(86_400)
    page._on_minute()
    assert "has passed" in shown(page)
    lets_pass(-86_400)
    page._on_minute()
    assert "Only what fits in 15 minutes." in shown(page)
    assert utc_now()
