"""A call in the words of lists."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from forecall.guide.catalog import Catalog
from forecall.guide.question import CallType
from forecall.journal.moments import from_utc, utc_now, utc_text
from forecall.journal.records import CallHead, CallRecord, LessonRecord, LockRecord, Stage
from forecall.ui import call_words as words
from forecall.ui.page import Place

CALL = CallHead(
    id="c",
    client_id="n",
    client_name="Northwind",
    title="Late",
    types=(CallType.COMPLAINT, CallType.SCOPE),
    stage=Stage.PREPARE,
    moment="2026-11-24T09:00:00Z",
    planned_wall="2026-11-24T10:00",
    planned_zone="Europe/Berlin",
    planned_utc="2026-11-24T09:00:00Z",
    length_minutes=30,
)
NOW = datetime(2026, 11, 23, 15, 30)
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("stage", "looked", "place", "said"),
    [
        (Stage.PREPARE, None, Place("prepare", "c"), "in preparation"),
        (Stage.CALL, None, Place("prepare", "c"), "call begun"),
        (Stage.REFLECT, None, Place("look_back", "c", "now"), "to look back on"),
        (Stage.REFLECT, "2026", Place("look_back", "c", "later"), "to look back on, later"),
        (Stage.DONE, "2026", Place("look_back", "c", "later"), "looked back on"),
        (Stage.DONE, None, Place("look_back", "c", "later"), "done"),
        (Stage.DID_NOT_HAPPEN, None, Place("prepare", "c"), "did not happen"),
    ],
)
def test_a_call_opens_at_what_is_to_be_done(stage: Stage, looked: str | None, place: Place, said: str) -> None:
    call = replace(CALL, stage=stage, looked_back_now_at=looked)
    assert words.place_of_call(call) == place
    assert words.stage_words(call) == said


def test_names_types_and_times() -> None:
    assert words.call_name(CALL) == "Northwind · Late"
    assert words.call_name(replace(CALL, title="")) == "Northwind"
    assert words.type_words(CALL) == "complaint + scope, price or deadline"
    assert words.when_words(CALL, NOW, BERLIN) == "tomorrow 10:00"
    assert words.when_words(CALL, NOW, "Asia/Tokyo") == "tomorrow 10:00 in Berlin"
    assert words.when_words(CALL, NOW, "Europe/Paris") == "tomorrow 10:00"  # the same clock
    assert words.when_words(CALL, NOW, "Nowhere/Known") == "tomorrow 10:00 in Berlin"
    open_ = replace(CALL, planned_wall=None, planned_zone=None, planned_utc=None)
    assert words.when_words(open_, NOW, BERLIN) == "no time yet"
    held = replace(open_, held_at="2026-11-23T13:00:00Z")
    assert words.when_words(held, NOW, BERLIN) == "today 14:00"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 24), "Today's call with Northwind"),
        (date(2026, 11, 25), "Yesterday's call with Northwind"),
        (date(2026, 11, 27), "Tuesday's call with Northwind"),
        (date(2026, 12, 4), "Call with Northwind, Tue 24 Nov"),
        (date(2026, 11, 20), "Call with Northwind, Tuesday"),
    ],
)
def test_a_call_that_was(today: date, said: str) -> None:
    assert words.call_on(CALL, today, BERLIN) == said


def test_where_a_lesson_comes_from(catalog: Catalog) -> None:
    lesson = LessonRecord(
        "l", "c", "a", "b", skill="communication", used=3, helped=2, client_name="Northwind",
        moment="2026-03-02T10:00:00Z", call_types=(CallType.COMPLAINT,),
    )  # fmt: skip
    said = words.lesson_origin(lesson, catalog, NOW.date(), with_client=True)
    assert said == "Communication · Northwind · complaint in March · used 3 times · helped twice"
    bare = LessonRecord("l", None, "a", "b")
    assert words.lesson_origin(bare, catalog, NOW.date()) == ""


def test_the_line_under_a_title_says_whom_what_and_when() -> None:
    assert words.about(CALL, BERLIN).startswith("Northwind · complaint + scope, price or deadline · ")
    assert words.about(replace(CALL, planned_wall=None, types=()), BERLIN) == "Northwind"
    assert words.title_of(CALL) == "Late"
    assert words.title_of(replace(CALL, title="")) == "Call with Northwind"


@pytest.mark.parametrize(
    ("begins", "said"),
    [(timedelta(minutes=40), "in 40 minutes"), (timedelta(minutes=-10), "it has begun"), (timedelta(-1), "")],
)
def test_the_time_left_until_a_call(begins: timedelta, said: str) -> None:
    planned = utc_text(from_utc(utc_now()) + begins)
    assert words.time_left(replace(CALL, planned_utc=planned)) == said
    assert words.time_left(replace(CALL, planned_utc=None)) == ""
    assert words.time_left(replace(CALL, planned_utc=planned, held_at=utc_now())) == ""


def test_since_when_what_was_foreseen_stays_is_told_on_the_clock_here() -> None:
    lock = LockRecord("2020-03-04T23:02:00Z", None, {})
    begun = CallRecord(CALL, started_at="2020-03-04T23:02:00Z")
    assert words.kept_since(begun, lock, BERLIN) == "As it was when the call began, 5 Mar 2020, 00:02."
    assert words.kept_since(CallRecord(CALL), lock, "UTC") == "As it was when the look back began, 4 Mar 2020, 23:02."


def test_a_lock_says_when_it_was_and_whether_it_counted() -> None:
    lock = LockRecord("2020-03-04T23:02:00Z", None, {})
    assert words.lock_words(lock, "partly, guessing", "UTC") == "4 Mar 2020, 23:02: partly, guessing."
    opened = replace(lock, unlocked_at="2020-03-04T23:05:00Z")
    assert words.lock_words(opened, "", "UTC") == "4 Mar 2020, 23:02: nothing foreseen. Not started after all."
