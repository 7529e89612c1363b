"""What fits: in order, least first, nothing moved under the cursor; and what is known of the time."""

from dataclasses import replace
from itertools import pairwise

import pytest

from forecall.coach.fitting import (
    FREE_SECONDS,
    QUICK_SECONDS,
    Room,
    Slot,
    Time,
    answered_in,
    calmly,
    room_until,
    says_something,
    still_takes,
    what_fits,
)
from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.question import CallType, Value
from forecall.journal.records import AnswerRecord, CallHead, CallRecord, ItemRecord, Stage
from tests.conftest import RESOURCES

NOW = "2026-11-25T09:00:00Z"
HEAD = CallHead("c", "n", "Northwind", "", (), Stage.PREPARE, NOW, None, None, None, 30)
CALL = CallRecord(HEAD)
SLOTS = (
    Slot("issue", 100, least=True),
    Slot("goal", 50),
    Slot("opening", 100, least=True),
    Slot("points", 100),
    Slot("feelings", 60),
    Slot("ladder", 40, least=True),
    Slot("reset", 0),
)
LEAST = ("issue", "opening", "ladder")
LEAST_UNDER = 300


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(RESOURCES)


def at(planned: str | None, **more: object) -> CallRecord:
    return replace(CALL, head=replace(HEAD, planned_utc=planned, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "kept"),
    [
        (570, "issue goal opening points feelings ladder reset"),
        (569, "issue goal opening points ladder reset"),
        (510, "issue goal opening points ladder reset"),
        (509, "issue goal opening ladder reset"),
        (409, "issue opening ladder reset"),
        (300, "issue opening ladder reset"),
        (299, "issue opening ladder"),
        (0, "issue opening ladder"),
        (-60, "issue opening ladder"),
    ],
)
def test_the_questions_that_fit_with_two_minutes_left_free(seconds: int, kept: str) -> None:
    assert what_fits(SLOTS, seconds, LEAST_UNDER) == tuple(kept.split())


def test_less_time_never_brings_another_question() -> None:
    plans = [frozenset(what_fits(SLOTS, seconds, LEAST_UNDER)) for seconds in range(-10, QUICK_SECONDS)]
    assert all(before <= after for before, after in pairwise(plans))


def test_what_was_answered_costs_nothing_and_stays() -> None:
    written = tuple(replace(slot, answered=True, seconds=0) for slot in SLOTS[:4])
    slots = (*written, *SLOTS[4:])
    assert what_fits(slots, 220, LEAST_UNDER) == ("issue", "goal", "opening", "points", "ladder")  # under five minutes
    assert what_fits(slots, 300, LEAST_UNDER) == tuple(slot.key for slot in SLOTS)


def test_under_five_minutes_the_least_is_left() -> None:
    quick = tuple(replace(slot, seconds=0) for slot in SLOTS)
    assert what_fits(quick, 299, LEAST_UNDER) == LEAST
    assert what_fits(quick, 300, LEAST_UNDER) == tuple(slot.key for slot in SLOTS)


def test_what_a_question_still_takes() -> None:
    assert still_takes(100, answered=False, writing=False, spent=30) == 100
    assert still_takes(100, answered=True, writing=False, spent=0) == 0
    assert still_takes(100, answered=True, writing=True, spent=30) == 70
    assert still_takes(100, answered=True, writing=True, spent=500) == 0


ORDER = ("issue", "goal", "opening", "points", "ladder")


@pytest.mark.parametrize(
    ("wanted", "shown", "cursor", "then"),
    [
        ("issue ladder", "issue goal opening points ladder", "goal", "issue goal ladder"),
        ("issue ladder", "issue goal opening points ladder", "points", "issue goal opening points ladder"),
        ("issue goal ladder", "issue ladder", "ladder", "issue ladder"),
        ("issue goal ladder", "issue ladder", "issue", "issue goal ladder"),
        ("issue ladder", "issue goal ladder", "", "issue ladder"),
        ("issue ladder", "issue goal ladder", "elsewhere", "issue ladder"),
    ],
)
def test_nothing_changes_at_or_above_the_cursor(wanted: str, shown: str, cursor: str, then: str) -> None:
    assert calmly(ORDER, wanted.split(), shown.split(), cursor) == tuple(then.split())


@pytest.mark.parametrize(
    ("planned", "room"),
    [
        ("2026-11-25T09:12:30Z", Room(Time.LEFT, 750)),
        ("2026-11-25T09:00:01Z", Room(Time.LEFT, 1)),
        ("2026-11-25T09:00:00Z", Room(Time.PASSED, QUICK_SECONDS)),
        ("2026-11-25T08:00:00Z", Room(Time.PASSED, QUICK_SECONDS)),
        ("1901-01-01T00:00:00Z", Room(Time.PASSED, QUICK_SECONDS)),
        ("2026-11-25T11:00:00Z", Room(Time.LEFT, QUICK_SECONDS)),
        (None, Room(Time.NOT_KNOWN, QUICK_SECONDS)),
    ],
)
def test_the_time_that_is_left(planned: str | None, room: Room) -> None:
    assert room_until(at(planned), NOW) == room


def test_a_call_in_another_zone_is_as_far_away_as_it_is() -> None:
    tokyo = at("2026-11-25T09:05:00Z", planned_wall="2026-11-25T18:05", planned_zone="Asia/Tokyo")
    assert room_until(tokyo, NOW) == Room(Time.LEFT, 300)


def test_a_call_that_has_begun_or_is_over_says_so() -> None:
    begun = replace(at("2026-11-25T09:05:00Z", stage=Stage.CALL), started_at=NOW)
    assert room_until(begun, NOW).time is Time.BEGUN
    assert room_until(at("2026-11-25T09:05:00Z", held_at=NOW, stage=Stage.REFLECT), NOW).time is Time.OVER
    assert room_until(at(None, stage=Stage.DID_NOT_HAPPEN), NOW).time is Time.OVER


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (60, 1), (61, 2), (750, 13), (900, 15)])
def test_begun_minutes_count(seconds: int, minutes: int) -> None:
    assert Room(Time.LEFT, seconds).minutes == minutes


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({}, False),
        ({"text": "  "}, False),
        ({"text": "x"}, True),
        ({"picked": []}, False),
        ({"picked": ["money"]}, True),
        ({"scale": 0}, True),
        ({"nothing": False}, False),
        ({"nothing": True, "wrong": ""}, True),
    ],
)
def test_what_is_an_answer(value: Value, said: bool) -> None:
    assert says_something(value) is said


def test_the_questions_that_were_answered() -> None:
    call = replace(
        CALL,
        answers={"issue": AnswerRecord("issue", {"text": "late"}), "goal": AnswerRecord("goal", {"text": " "})},
        items={
            "points": (ItemRecord("p", "c", "points", 0, {"text": "a"}),),
            "ask": (ItemRecord("q", "c", "ask", 0, {"text": ""}),),
        },
    )
    assert answered_in(call) == {"issue", "points"}


@pytest.mark.parametrize("types", [(), *((each,) for each in CallType)])
def test_the_whole_short_set_fits_into_a_quarter_of_an_hour_at_first(
    catalog: Catalog, types: tuple[CallType, ...]
) -> None:
    """Even when "in 15 minutes" begins in the last second of a minute."""
    sheet = catalog.worksheet("prepare")
    asked = {each.key: each.question for each in sheet.asked(types)}
    keys = [key for key in sheet.quick(types, 15) if key in asked]
    least = sheet.quick(types, 0)
    slots = [Slot(key, catalog.paces[asked[key].pace_kind], key in least) for key in keys]
    assert what_fits(slots, QUICK_SECONDS - 59, sheet.least_under * 60) == tuple(keys)
    assert sum(slot.seconds for slot in slots) + FREE_SECONDS > 10 * 60
