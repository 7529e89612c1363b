"""Days and times as they are said."""

from datetime import date, datetime

import pytest

from forecall import dates

NOW = datetime(2026, 11, 23, 15, 30)  # a Monday


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
    monkeypatch.setattr(dates, "language_code", lambda: "de")
    assert dates.long_day(date(2026, 11, 26)) == "Donnerstag, 26. November"
    assert dates.when_text("2026-11-24T10:00", None, NOW) == "morgen 10:00"
    assert dates.day_text("2026-12-04", NOW.date()) == "Fr., 4. Dez."
    assert dates.weekday_text(date(2026, 11, 26)) == "Donnerstag"


def test_what_is_due_on_no_day_says_so() -> None:
    assert dates.due_text("2026-11-24", NOW.date()) == "tomorrow"
    assert dates.due_text(None, NOW.date()) == "no day yet"
