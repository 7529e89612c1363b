"""When a repeating event comes next, held against a full implementation where that one comes to an end."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from forecall.exchange.read.repeats import NotFollowed, next_day, rule_of

FIRST = date(2026, 1, 7)


def parts(text: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for part in text.split(";"):
        name, _sign, values = part.partition("=")
        found[name] = [datetime.strptime(each, "%Y%m%d") if name == "UNTIL" else each for each in values.split(",")]
    return found


RULES = [
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=DAILY;COUNT=5",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE",
    "FREQ=WEEKLY;COUNT=7",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=2TU,4TU",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15",
    "FREQ=DAILY;UNTIL=20260301;BYDAY=MO,FR",
    "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU",
    "FREQ=MONTHLY;INTERVAL=5;COUNT=9",
]


@settings(max_examples=150, deadline=None)
@given(text=st.sampled_from(RULES), ahead=st.integers(0, 1200), first=st.dates(date(2020, 1, 1), date(2026, 12, 28)))
def test_agrees_with_a_full_implementation(text: str, ahead: int, first: date) -> None:
    start = datetime(first.year, first.month, first.day)
    after = first + timedelta(days=ahead)
    said = rrulestr(text, dtstart=start)
    # The first day counts in any case, and a rule's own count begins with the first day that fits it.
    if start not in said:
        return
    wanted = said.after(datetime(after.year, after.month, after.day), inc=True)
    found = next_day(rule_of(parts(text)), first, after)
    assert found == (wanted.date() if wanted else None)


def test_days_that_were_taken_out_are_passed_over() -> None:
    rule = rule_of(parts("FREQ=WEEKLY"))
    gone = frozenset({FIRST, FIRST + timedelta(days=7)})
    assert next_day(rule, FIRST, FIRST, gone) == FIRST + timedelta(days=14)


@pytest.mark.parametrize("text", ["FREQ=DAILY;COUNT=3", "FREQ=DAILY;UNTIL=20260109"])
def test_one_that_is_over_has_no_next_day(text: str) -> None:
    assert next_day(rule_of(parts(text)), FIRST, date(2026, 1, 10)) is None


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=x",
        "COUNT=1",
        "FREQ=DAILY;BYHOUR=1",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=YEARLY;BYDAY=MO",
        "FREQ=DAILY;BYSETPOS=1",
        "FREQ=DAILY;INTERVAL=5000",
    ],
)
def test_what_is_not_followed(text: str) -> None:
    with pytest.raises(NotFollowed):
        rule_of(parts(text))


def test_a_rule_that_never_fits_ends() -> None:
    assert next_day(rule_of(parts("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")), FIRST, date(2026, 2, 1)) is None
    assert next_day(rule_of(parts("FREQ=DAILY")), date(9991, 1, 1), date(9991, 1, 2)) is not None
