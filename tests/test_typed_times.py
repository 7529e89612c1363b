"""Times as they are typed."""

from datetime import datetime

import pytest

from forecall import dates, typed_times

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
        ("tonight", "2026-11-23T20:00"),
        ("tonight at eight", "2026-11-23T20:00"),
        ("tonight 21:15", "2026-11-23T21:15"),
        ("in 1 h 30", "2026-11-23T17:00"),
        ("in 1h30", "2026-11-23T17:00"),
        ("in 1h 5", "2026-11-23T16:35"),
        ("in an hour and 15 minutes", "2026-11-23T16:45"),
        ("in 2 hours 10 min", "2026-11-23T17:40"),
    ],
)
def test_reads_what_people_type(typed: str, wall: str) -> None:
    assert typed_times.parse_time(typed, NOW) == wall


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "a", "may", "soon", "Northwind", "25:00", "10:75", "2026-02-30 10:00", "31 feb 9:00",
        "13 pm", "2026", "in -5 min", "-5 min", "in - 2 days", "−10 min", "in 1 day 30", "in 1h30 days",
        "in 99999999 days", "tomorrow at 26", "x" * 500, "the third thing 10:00", "in", "at", "\x00",
        "📅 10:00",
    ],
)  # fmt: skip
def test_takes_nothing_for_a_time_that_is_none(typed: str) -> None:
    assert typed_times.parse_time(typed, NOW) is None


def test_tonight_is_over_when_it_is_late() -> None:
    late = datetime(2026, 11, 23, 21, 10)
    assert typed_times.parse_time("tonight", late) is None
    assert typed_times.parse_time("tonight at ten", late) == "2026-11-23T22:00"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30 February", "30 February"),
        ("30 feb 10:00", "30 February"),
        ("Nov 31 at ten", "31 November"),
        ("31.4.", "31 April"),
        ("2027-02-29 10:00", "29 February 2027"),
        ("29 feb 2027 9:00", "29 February 2027"),
        ("29 feb 2028 9:00", ""),
        ("28 Feb", ""),
        ("40 Feb", ""),
        ("25:00", ""),
        ("soon", ""),
    ],
)
def test_says_which_day_does_not_exist(typed: str, day: str) -> None:
    assert typed_times.missing_day(typed, NOW) == day


def test_a_leap_day_is_found_only_where_there_is_one() -> None:
    assert typed_times.parse_time("29 feb 2028 9:00", NOW) == "2028-02-29T09:00"
    assert typed_times.parse_time("29 feb 2027 9:00", NOW) is None


def test_reads_the_language_of_the_words_too(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {"en": "de", "today": "heute", "tomorrow": "morgen"}
    for module in (dates, typed_times):
        monkeypatch.setattr(module, "_", lambda text: german.get(text, text))
        monkeypatch.setattr(module, "language_code", lambda: "de")
    assert typed_times.parse_time("Donnerstag 10:00", NOW) == "2026-11-26T10:00"
    assert typed_times.parse_time("morgen 10 Uhr", NOW) == "2026-11-24T10:00"
