"""Which call the live sheet takes, and what is remembered of its window."""

from typing import Any

import pytest

from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.records import LIVE_DRAFT
from forecall.ui.models.live import Kept, LiveReading, read_kept, read_left_open, read_live
from tests.ui.conftest import Person

FAR = "2030-01-07T10:00"


def found(person: Person, wanted: str = "") -> str:
    reading: LiveReading = person.asks(read_live, wanted, utc_now())
    return reading.call.head.client_name if reading.call is not None else ""


def test_the_call_that_was_asked_for_goes_first(person: Person) -> None:
    assert found(person) == ""
    plain = person.does(verbs.start_call, "No time yet")
    assert found(person) == "No time yet"
    person.does(verbs.start_call, "Planned", wall=FAR, zone="UTC")
    assert found(person) == "Planned"
    begun = person.does(verbs.start_call, "Begun")
    person.does(verbs.begin_call, begun)
    assert found(person) == "Begun"
    assert found(person, plain) == "No time yet"
    person.does(verbs.end_call, plain)
    assert found(person, plain) == "Begun"
    assert found(person, "no such call") == "Begun"


def test_a_call_that_had_not_begun_after_all_is_not_under_way(person: Person) -> None:
    begun = person.does(verbs.start_call, "Begun")
    person.does(verbs.begin_call, begun)
    person.does(verbs.start_call, "Planned", wall=FAR, zone="UTC")
    person.does(verbs.not_started, begun)
    assert found(person) == "Planned"


def test_a_call_of_another_time_and_place_can_be_held(person: Person) -> None:
    old = person.does(verbs.start_call, "Auckland", wall="2026-01-05T10:00", zone="Pacific/Auckland")
    assert found(person, old) == "Auckland"
    person.does(verbs.begin_call, old)
    assert found(person) == "Auckland"


def test_the_window_is_remembered(person: Person) -> None:
    kept = Kept("call", (10, 20, 360, 640))
    person.does(verbs.keep_draft, LIVE_DRAFT, kept.as_text())
    assert person.asks(read_kept) == kept


@pytest.mark.parametrize(
    "text", ["", "[]", "nonsense", '{"call": 3, "window": "abc"}', '{"window": [1, 2]}', '{"window": 7}']
)
def test_what_makes_no_sense_is_forgotten(person: Person, text: str) -> None:
    person.does(verbs.keep_draft, LIVE_DRAFT, text)
    kept: Any = person.asks(read_kept)
    assert kept.window == ()


def test_only_a_call_under_way_is_taken_up_again(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.keep_draft, LIVE_DRAFT, Kept(call).as_text())
    assert person.asks(read_left_open, utc_now()) == ""
    person.does(verbs.begin_call, call)
    assert person.asks(read_left_open, utc_now()) == call
    person.does(verbs.end_call, call)
    assert person.asks(read_left_open, utc_now()) == ""
