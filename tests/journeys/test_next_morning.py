"""From the end of a call to the next working morning, by keyboard through the real window."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import pytest

from forecall.guide.question import CallType, Value
from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.journal.records import LiveKind, Stage
from forecall.tour.person import Person
from forecall.workspace.workspace import Workspace
from tests.journeys.conftest import House

PROMISE = "What did you promise, by when? {row} You promised"
FRIDAY = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
WEEKEND = timedelta(days=3) - timedelta(hours=1)


class Clock:
    """The time that the journal is told, whatever day the test runs on."""

    now = FRIDAY


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    told = Clock()

    class Told(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return told.now.astimezone(tz) if tz is not None else told.now.replace(tzinfo=None)

    monkeypatch.setattr("forecall.journal.moments.datetime", Told)
    return told


def held_call(house: House, clock: Clock) -> str:
    """A call of half an hour in which two things were noted and one point of two was said."""
    workspace = Workspace(house.journal)
    workspace.open()
    try:
        call: str = workspace.perform(
            None, verbs.start_call, "Northwind", types=[CallType.COMPLAINT], wall="2026-11-27T10:00", zone="UTC"
        ).wait()
        answers: dict[str, Value] = {
            "issue": {"text": "The report came late"},
            "forecast": {"ending": ["partly"], "sure": ["fairly"]},
            "feelings": {"picked": ["let_down"], "text": "in front of their board"},
        }
        for key, value in answers.items():
            workspace.perform(None, verbs.record_answer, call, key, value).wait()
        for point, text in (("p1", "We own the delay"), ("p2", "One contact from now on")):
            workspace.perform(None, verbs.write_item, call, "points", point, {"text": text}).wait()
        workspace.perform(None, verbs.begin_call, call).wait()
        workspace.perform(None, verbs.tick_item, "p1").wait()
        workspace.perform(None, verbs.note_live, call, "n1", LiveKind.PROMISE, 760, "Send the plan").wait()
        workspace.perform(None, verbs.note_live, call, "n2", LiveKind.RUNG, 900, of="firm_no").wait()
        clock.now += timedelta(minutes=30)
        workspace.perform(None, verbs.end_call, call).wait()
        return call
    finally:
        workspace.close()


def test_what_was_noted_is_there_now_and_what_was_foreseen_on_monday(house: House, clock: Clock) -> None:
    call = held_call(house, clock)

    def right_after(me: Person) -> None:
        me.sees("To look back on")
        me.go_to("Look back: Today's call with Northwind")
        me.press("Space")
        me.is_at(PROMISE.format(row=2))
        for words in ("From the call", "We own the delay", "12:40  promise: Send the plan", "your line: a firm no"):
            me.sees(words)
        me.go_to("Promise it: One contact from now on", back=True)
        me.press("P")
        me.sees("It is among your promises now. Give it a day.")
        me.is_at(PROMISE.format(row=3))
        me.press("Ctrl+Return")
        me.is_at("agreed")
        me.sees_no("fairly sure")
        me.press("Space")
        me.sees("partly, fairly sure")
        me.go_to("Enough for today")
        me.press("Space")
        me.sees_no("Today's call with Northwind")

    house.tells(right_after)
    found = house.asks(read_call, call, utc_now())
    assert [item.text for item in found.entries("promised")] == ["Send the plan", "One contact from now on"]
    written = {key: found.answers[key].value for key in ("ended",)}

    clock.now = FRIDAY + timedelta(days=1)  # nobody is asked on a Saturday

    def on_saturday(me: Person) -> None:
        me.sees("Saturday 28 November")
        me.sees("Note a call that just happened")
        me.sees_no("To look back on")

    house.tells(on_saturday)
    clock.now = FRIDAY + WEEKEND

    def on_monday(me: Person) -> None:
        me.sees("Friday's call with Northwind")
        me.go_to("Look back: Friday's call with Northwind")
        me.press("Space")
        me.is_at("What went well, and what did you do for it?")
        me.sees("Right after the call, Fri 27 Nov, 10:30")
        me.sees("Send the plan")
        me.type_words("Naming the delay first.")
        me.go_to("Five more minutes")
        me.press("Space")
        me.go_to("let down")
        me.sees_no("in front of their board")
        me.press("Right", "Space")
        me.sees("in front of their board")
        me.sees("a firm no (15:00)")
        me.go_to("Done")
        me.press("Space")
        me.sees_no("Friday's call with Northwind")

    house.tells(on_monday)
    found = house.asks(read_call, call, utc_now())
    assert found.head.stage is Stage.DONE
    assert found.text("went_well") == "Naming the delay first."
    assert {key: found.answers[key].value for key in written} == written
    assert found.answers["reading"].value == {"picked": ["worried"]}


def test_leave_it_is_an_answer_and_after_a_week_nobody_asks(house: House, clock: Clock) -> None:
    call = held_call(house, clock)
    clock.now = FRIDAY + timedelta(days=8)

    def too_late(me: Person) -> None:
        me.sees("Note a call that just happened")
        me.sees_no("To look back on")

    house.tells(too_late)
    clock.now = FRIDAY + WEEKEND

    def leaves(me: Person) -> None:
        me.go_to("Leave it: Friday's call with Northwind")
        me.press("Space")
        me.sees("The call with Northwind is left as it is.")
        me.sees_no("To look back on")

    house.tells(leaves)
    assert house.asks(read_call, call, utc_now()).left_at is not None
