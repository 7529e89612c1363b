"""One call from a quarter of an hour before it to the working morning after it, by keyboard, in the real windows."""

from datetime import timedelta

from forecall.journal.records import LiveKind
from forecall.tour.person import Person
from tests.journeys.conftest import House
from tests.journeys.test_live import SHEET, the_call
from tests.journeys.test_next_morning import FRIDAY, WEEKEND, Clock, clock
from tests.journeys.test_whole_way import ISSUE

__all__ = ["clock"]  # a fixture


def before(me: Person) -> None:
    """Only what fits, then how it will end, then the sheet."""
    me.press("Ctrl+N")
    me.is_at("Client")
    me.type_words("Northwind")
    me.press("Return")
    me.type_words("in 15 min")
    me.go_to("complaint")
    me.press("Space", "Ctrl+Return")
    me.is_at(ISSUE)
    me.press("Ctrl+E")
    me.sees("Two of them stay free to settle and read.")
    me.is_at(ISSUE)
    me.type_words("The report came two days late.")
    me.press("Ctrl+Return")
    me.type_words("A new date they can rely on.")
    me.press("Ctrl+Return")
    me.is_at("What will you say first?")
    me.type_words("The report was late, and that was us.")
    me.press("Ctrl+Return")
    me.is_at("What must be said? 1")
    me.type_words("The new date\nWho does what")
    me.press("Ctrl+Return")
    me.is_at("let down")
    me.press("Space", "Ctrl+Return")
    me.is_at("What may they say, and what will you answer? 1 They say")
    me.type_words("We want a refund.")
    me.sees("Aim, opening, two points and an answer to an objection are there.")
    me.press("Ctrl+E", "Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgDown")
    me.go_to("agreed")
    me.press("Space")
    me.sees("Saved")


def during(me: Person) -> None:
    """Begin, tick, what they said, the next limit, marks, a note, and the end."""
    me.press("Ctrl+G")
    me.is_at("Begin")
    me.press("Space")
    me.is_at(SHEET)
    me.press("1", "O", "1", "B", "H")
    me.is_at("Note")
    me.press("Escape")
    me.is_at(SHEET)
    me.press("P")
    me.is_at("Note")
    me.type_words("the plan by Friday")
    me.press("Return")
    me.is_at(SHEET)
    me.press("N")
    me.type_words("They named May.")
    me.press("Return")
    me.is_at(SHEET)
    me.press("Ctrl+Return")


def right_after(me: Person) -> None:
    """Everything noted is there; how it ended brings back what was foreseen."""
    me.sees("What did you promise, by when?")
    me.sees("From the call")
    me.sees("the plan by Friday")
    me.sees("Who does what")
    me.go_to("agreed")
    me.sees_no("You expected")
    me.press("Right", "Space")
    me.sees("You expected")
    me.go_to("Enough for today")
    me.press("Space")
    me.sees_no("Today's call with Northwind")


def next_morning(me: Person) -> None:
    """Offered once the weekend is over; what was written right after the call stands above."""
    me.sees("Friday's call with Northwind")
    me.go_to("Look back: Friday's call with Northwind")
    me.press("Space")
    me.is_at("What went well, and what did you do for it?")
    me.sees("Right after the call")
    me.type_words("I said it first.")
    me.go_to("Done")
    me.press("Space")
    me.sees_no("Friday's call with Northwind")


def test_the_whole_of_a_call(house: House, clock: Clock) -> None:
    clock.now = FRIDAY - timedelta(minutes=15)

    def on_the_day(me: Person) -> None:
        before(me)
        clock.now = FRIDAY
        during(me)
        right_after(me)

    house.tells(on_the_day)
    found = the_call(house)
    assert found.forecast_locked
    assert [item.done_at is not None for item in found.entries("points")] == [True, False]
    kinds = [note.kind for note in found.live_notes]
    assert sorted(kinds) == sorted(
        [LiveKind.OBJECTION, LiveKind.RUNG, LiveKind.HEATED, LiveKind.PROMISE, LiveKind.NOTE]
    )
    assert [item.text for item in found.entries("promised")] == ["the plan by Friday"]
    assert [item.text for item in found.entries("objections_met")] == ["We want a refund."]
    assert found.picked("limits") == ("restate",)
    assert "They named May." in found.text("keep")
    assert found.picked("ended") == ("partly",)

    clock.now = FRIDAY + WEEKEND
    house.tells(next_morning)
    found = the_call(house)
    assert found.text("went_well") == "I said it first."
    assert found.locks[0].value["forecast"]["ending"] == ["agreed"]
    assert found.looked_back_later_at is not None
