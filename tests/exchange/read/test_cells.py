"""Dates, times, endings and kinds as people write them."""

from datetime import date

import pytest

from forecall.exchange.read.cells import (
    DateOrder,
    NoDate,
    order_hint,
    read_clock,
    read_date,
    read_ending,
    read_minutes,
    read_types,
)

DAY = date(2026, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-03",
        "2026/4/3",
        "20260403",
        "3.4.2026",
        "03.04.26",
        "3/4/2026",
        "3-4-2026",
        "3 April 2026",
        "April 3, 2026",
        "Friday, 3 April 2026",
        "3. April 2026",
        "3 apr 2026",
        "Fri 3 Apr. 2026",
    ],
)
def test_dates(text: str) -> None:
    assert read_date(text, DateOrder.DAY_FIRST) == (DAY, "")


def test_the_order_counts_only_where_it_may() -> None:
    assert read_date("4/3/2026", DateOrder.MONTH_FIRST)[0] == DAY
    assert read_date("3.4.2026", DateOrder.MONTH_FIRST)[0] == DAY
    assert read_date("2026-04-03 16:00", None) == (DAY, "16:00")
    assert read_date("3. März 2026", None)[0] == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("31.02.2026", True),
        ("2026-13-01", True),
        ("0026-01-01", True),
        ("soon", False),
        ("", False),
        ("x" * 99, False),
        ("3 Foo 2026", False),
    ],
)
def test_no_date(text: str, missing: bool) -> None:
    with pytest.raises(NoDate) as caught:
        read_date(text, None)
    assert caught.value.missing is missing


def test_what_a_date_says_about_the_order() -> None:
    assert order_hint("13/04/2026") is DateOrder.DAY_FIRST
    assert order_hint("04/13/2026") is DateOrder.MONTH_FIRST
    assert order_hint("03/04/2026") is None
    for text in ("03.04.2026", "2026-04-03", "4/4/2026", "x", ""):
        assert order_hint(text) is False


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("10:00", "10:00"),
        ("9.30", "09:30"),
        ("4 pm", "16:00"),
        ("12:05 AM", "00:05"),
        ("10 Uhr", "10:00"),
        ("10:30 Uhr", "10:30"),
        ("10:00:59", "10:00"),
        ("10:00:00Z", "10:00"),
        ("25:00", None),
        ("10:61", None),
        ("13 pm", None),
        ("10", None),
        ("x", None),
    ],
)
def test_times(text: str, clock: str | None) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("30", 30), ("45 min", 45), ("1:30", 90), ("0", None), ("1441", None), ("long", None), ("30.0", 30)],
)
def test_lengths(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


def test_endings_and_kinds() -> None:
    assert [read_ending(text) for text in ("Agreed", "they_ended", "Offen", "meh", "")] == [
        "agreed",
        "they_ended",
        "open",
        None,
        None,
    ]
    assert read_types("Complaint, price") == ("complaint", "scope")
    assert read_types("bad_news") == ("bad_news",)
    assert read_types("scope, price or deadline") == ("scope",)
    assert read_types("Persönlich") == ("personal",)
    for text in ("", "other", "complaint, abuse, scope", "complaint, other"):
        assert read_types(text) is None
