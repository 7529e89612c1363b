"""Days and times as they are said and typed."""

from datetime import date, datetime

import pytest

from forecall import dates

NOW = datetime(2026, 11, 23, 15, 30)  # a Monday


@pytest.mark.parametrize(
    ("typed", "wall"),
    [
        ("now", "2026-11-23T15:30"),
        ("in 15 min", "2026-11-23T15:45"),
        ("in 15 minutes", "2026-11-23T15:45"),
        ("15 min", "2026-11-23T15:45"),
        ("15m", "2026-11-23T15:45"),
        ("in an hour", "2026-11-23T16:30"),
        ("in half an hour", "2026-11-23T16:00"),
        ("In 2 Hours", "2026-11-23T17:30"),
        ("in 1.5 hours", "2026-11-23T17:00"),
        ("in two days", "2026-11-25T09:00"),
        ("in 9 hours", "2026-11-24T00:30"),
        ("in 3 days at 14:15", "2026-11-26T14:15"),
        ("in a week at ten", "2026-11-30T10:00"),
        ("16:00", "2026-11-23T16:00"),
        ("15:30", "2026-11-23T15:30"),
        ("15:29", "2026-11-24T15:29"),
        ("9", "2026-11-24T09:00"),
        ("4", "2026-11-23T16:00"),
        ("today 16:00", "2026-11-23T16:00"),
        ("today 08:00", "2026-11-23T08:00"),
        ("today at 4pm", "2026-11-23T16:00"),
        ("tomorrow 10", "2026-11-24T10:00"),
        ("tomorrow, 10:00", "2026-11-24T10:00"),
        ("tomorrow at half past ten", "2026-11-24T10:30"),
        ("tomorrow quarter to nine", "2026-11-24T08:45"),
        ("10:15 tomorrow", "2026-11-24T10:15"),
        ("tomorrow", "2026-11-24T09:00"),
        ("tomorrow morning", "2026-11-24T09:00"),
        ("tomorrow at 12 am", "2026-11-24T00:00"),
        ("tomorrow noon", "2026-11-24T12:00"),
        ("Thursday at ten", "2026-11-26T10:00"),
        ("thu 10:00", "2026-11-26T10:00"),
        ("on Thursday at 10.30", "2026-11-26T10:30"),
        ("next friday 4:30 pm", "2026-11-27T16:30"),
        ("monday 16:00", "2026-11-23T16:00"),
        ("Monday at ten", "2026-11-30T10:00"),
        ("at three on Friday", "2026-11-27T15:00"),
        ("2026-12-01 08:05", "2026-12-01T08:05"),
        ("2026-12-01T08:05", "2026-12-01T08:05"),
        ("2020-02-29 10:00", "2020-02-29T10:00"),
        ("26 Nov 14:00", "2026-11-26T14:00"),
        ("26 november at two", "2026-11-26T14:00"),
        ("Nov 26", "2026-11-26T09:00"),
        ("3rd of January 2027 9:00", "2027-01-03T09:00"),
        ("3 jan 9:00", "2027-01-03T09:00"),
        ("1.12. 10:00", "2026-12-01T10:00"),
        ("1.12.2026 um 10 Uhr", "2026-12-01T10:00"),
        ("day after tomorrow 9am", "2026-11-25T09:00"),
        ("12/28 10:00", "2026-12-28T10:00"),
    ],
)
def test_reads_what_people_type(typed: str, wall: str) -> None:
    assert dates.parse_time(typed, NOW) == wall


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "a", "may", "soon", "Northwind", "25:00", "10:75", "2026-02-30 10:00", "31 feb 9:00",
        "13 pm", "2026",
        "in 99999999 days", "tomorrow at 26", "x" * 500, "the third thing 10:00", "in", "at", "\x00",
        "📅 10:00",
    ],
)  # fmt: skip
def test_takes_nothing_for_a_time_that_is_none(typed: str) -> None:
    assert dates.parse_time(typed, NOW) is None


def test_a_leap_day_is_found_only_where_there_is_one() -> None:
    assert dates.parse_time("29 feb 2028 9:00", NOW) == "2028-02-29T09:00"
    assert dates.parse_time("29 feb 2027 9:00", NOW) is None


@pytest.mark.parametrize(
    ("wall", "said"),
    [
        ("2026-11-23T16:00", "today 16:00"),
        ("2026-11-24T10:00", "tomorrow 10:00"),
        ("2026-11-22T09:05", "yesterday 09:05"),
        ("2026-11-26T10:00", "Thu 26 Nov, 10:00"),
        ("2025-11-26T10:00", "26 Nov 2025, 10:00"),
    ],
)
def test_says_when_a_call_is(wall: str, said: str) -> None:
    assert dates.when_text(wall, "Europe/Berlin", NOW, "Europe/Berlin") == said


def test_names_the_place_of_another_zone() -> None:
    said = dates.when_text("2026-11-24T10:00", "America/New_York", NOW, "Europe/Berlin")
    assert said == "tomorrow 10:00 in New York"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-23", "today"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-22", "yesterday"),
        ("2026-11-29", "Sunday"),
        ("2026-11-30", "Mon 30 Nov"),
        ("2026-11-20", "Fri 20 Nov"),
        ("2025-11-27", "27 Nov 2025"),
    ],
)
def test_says_a_day(day: str, said: str) -> None:
    assert dates.day_text(day, NOW.date()) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (-3, "now"), (0, "now"), (1, "in 1 minute"), (14, "in 14 minutes"), (89, "in 89 minutes"),
        (90, "in 2 hours"), (600, "in 10 hours"), (4320, "in 3 days"),
    ],
)  # fmt: skip
def test_says_how_long_it_takes(minutes: int, said: str) -> None:
    assert dates.minutes_text(minutes) == said


def test_says_a_day_in_full_and_a_span() -> None:
    assert dates.long_day(date(2026, 11, 26)) == "Thursday 26 November"
    assert dates.month_text(date(2026, 3, 1), NOW.date()) == "March"
    assert dates.month_text(date(2025, 3, 1), NOW.date()) == "March 2025"
    assert [dates.span_text(each) for each in (30, 60, 90)] == ["30 min", "1 h", "1 h 30 min"]


def test_follows_the_language_of_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {"en": "de", "today": "heute", "tomorrow": "morgen"}
    monkeypatch.setattr(dates, "_", lambda text: german.get(text, text))
    assert dates.long_day(date(2026, 11, 26)) == "Donnerstag, 26. November"
    assert dates.when_text("2026-11-24T10:00", None, NOW) == "morgen 10:00"
    assert dates.day_text("2026-12-04", NOW.date()) == "Fr., 4. Dez."
    assert dates.parse_time("Donnerstag 10:00", NOW) == "2026-11-26T10:00"
    assert dates.parse_time("morgen 10 Uhr", NOW) == "2026-11-24T10:00"
