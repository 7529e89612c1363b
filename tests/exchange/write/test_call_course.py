"""How a call went, in its document."""

from dataclasses import replace

from forecall.exchange.write.call_course import before_and_during, planned_and_happened
from forecall.guide.question import CallType
from forecall.journal.records import LockRecord
from tests.helpers.written import ANSWERS, call, catalog, held_call


def test_a_call_that_was_only_prepared_has_no_course() -> None:
    plain = call(CallType.COMPLAINT)
    assert list(before_and_during(plain, catalog())) == []
    assert list(planned_and_happened(plain, catalog())) == []


def test_every_lock_is_told_on_the_clock_of_the_call() -> None:
    told = dict(before_and_during(held_call(), catalog()))
    assert told["Foreseen when the call began"] == (
        "Thu 26 Nov, 09:58: partly, guessing – not started after all, Thu 26 Nov, 09:59",
        "Thu 26 Nov, 10:02: partly, fairly sure",
    )


def test_a_lock_of_a_zone_that_is_not_known_here_is_told_in_utc() -> None:
    odd = call(CallType.COMPLAINT, planned_zone="Mars/Olympus")
    odd = replace(odd, locks=(LockRecord("2026-11-26T09:02:00Z", None, {}),))
    assert dict(before_and_during(odd, catalog())) == {
        "Foreseen when the call began": ("Thu 26 Nov, 09:02: nothing foreseen",)
    }


def test_what_was_practised_is_told_with_how_it_was() -> None:
    told = dict(before_and_during(held_call(), catalog()))
    assert told["Practised before the call"] == (
        "We want a refund. – We can take ten percent off.; close; 18 seconds",
        "the opening, read aloud – 31 seconds",
    )


def test_notes_are_told_with_their_times() -> None:
    told = dict(before_and_during(held_call(), catalog()))
    assert "12:40 promise: Send the plan to the whole team" in told["Noted during the call"]


def test_what_was_planned_is_told_before_what_happened() -> None:
    (first, planned), (second, happened) = planned_and_happened(held_call(), catalog())
    assert (first, second) == ("Planned", "Happened")
    assert "You stop at: 15 %" in planned
    assert "You used: said again what you want (8:01); a firm no (10:55)" in happened
    bare = replace(held_call(), answers={"limits": held_call().answers["limits"]})
    assert next(iter(planned_and_happened(bare, catalog()))) == ("Planned", ("Nothing was planned.",))
    assert "trade" in ANSWERS
