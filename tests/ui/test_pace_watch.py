"""What is written is measured beside the questions, and nobody sees that it is."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.moments import wall_now
from forecall.journal.paces import spent_on
from forecall.ui.pace_watch import PaceWatch
from forecall.ui.page import Place
from forecall.ui.pages.prepare_page import PreparePage
from tests.ui.conftest import ZONE, Person


class Clock:
    """Says the time that it is told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def call(person: Person) -> str:
    wall = (wall_now(ZONE) + timedelta(minutes=40)).strftime("%Y-%m-%dT%H:%M")
    return person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT], wall=wall, zone=ZONE)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(PaceWatch.__init__, "__defaults__", (clock,))
    return clock


@pytest.fixture
def page(person: Person, call: str, clock: Clock) -> PreparePage:
    page = PreparePage(person.desk)
    person.opens(page, Place("prepare", call))
    return page


def writes(clock: Clock, *pauses: float) -> None:
    for pause in pauses:
        clock.now += pause
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClicks(at, "x")


def watch(page: PreparePage) -> PaceWatch:
    return page._fitting._watch


def test_it_is_kept_when_the_cursor_leaves(person: Person, page: PreparePage, call: str, clock: Clock) -> None:
    writes(clock, 4, 5)
    page.do_next_question()
    person.settle()
    assert person.asks(spent_on, call) == {"issue": 9}
    assert watch(page).spent("issue") == 9


def test_it_is_kept_at_a_flush_and_in_time(person: Person, page: PreparePage, call: str, clock: Clock) -> None:
    writes(clock, 4)
    page.flush()
    assert person.asks(spent_on, call) == {"issue": 4}
    writes(clock, 3)
    page._on_minute()
    assert person.asks(spent_on, call) == {"issue": 7}


def test_passing_through_leaves_nothing(person: Person, page: PreparePage, call: str, clock: Clock) -> None:
    clock.now += 20
    page.do_next_question()
    page.flush()
    assert person.asks(spent_on, call) == {}


def test_nothing_is_said_and_undo_knows_only_the_words(
    person: Person, page: PreparePage, call: str, clock: Clock
) -> None:
    writes(clock, 4, 5)
    page.flush()
    person.settle()
    assert person.sentences == []
    assert person.undoes() == "Answer changed"
    assert person.asks(spent_on, call) == {"issue": 9}


def test_of_a_call_that_is_over_nothing_is_measured(person: Person, page: PreparePage, call: str, clock: Clock) -> None:
    person.does(verbs.mark_call, call, "held")
    writes(clock, 4, 5)
    page.flush()
    assert person.asks(spent_on, call) == {}


def test_a_call_that_was_deleted_meanwhile_disturbs_nobody(
    person: Person, page: PreparePage, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes(clock, 4)
    watch(page)._call = "gone"
    watch(page).send()
    person.settle()
    assert person.failures == []
    monkeypatch.setattr("forecall.journal.holding.look_for", lambda *_: 1 / 0)
    writes(clock, 4)
    watch(page).send()
    person.settle()
    assert person.failures == []


def test_each_call_has_its_own_time(person: Person, page: PreparePage, call: str, clock: Clock) -> None:
    other = person.does(verbs.start_call, "Harbour & Vale")
    writes(clock, 4)
    page.open_at(Place("prepare", other))
    person.settle()
    writes(clock, 6)
    page.flush()
    assert person.asks(spent_on, call) == {"issue": 4}
    assert person.asks(spent_on, other) == {"issue": 6}
