"""When the calls of a sample journal are."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from forecall.journal.sample.timeline import Fate, Slot, timeline

NOW = datetime(2026, 11, 26, 8, 46, tzinfo=UTC)
ZONE = "Europe/Berlin"


def slots(calls: int, seed: int = 1) -> list[Slot]:
    return timeline(Random(seed), calls, NOW, ZONE)


@pytest.mark.parametrize("calls", [1, 5, 7, 8, 40, 1000])
def test_there_are_as_many_as_asked_for_oldest_first(calls: int) -> None:
    found = slots(calls)
    assert len(found) == calls
    assert [each.moment for each in found] == sorted(each.moment for each in found)


def test_the_first_is_in_fourteen_minutes() -> None:
    assert [each.planned for each in slots(1)] == [NOW + timedelta(minutes=14)]


def test_what_lies_ahead_is_prepared_and_what_is_over_is_not() -> None:
    for each in slots(500):
        if each.planned is not None:
            assert (each.fate is Fate.PREPARED) == (each.planned > NOW)
        assert each.made <= NOW


def test_most_are_done_and_none_was_looked_back_on_in_the_future() -> None:
    found = slots(1000)
    counted = Counter(each.fate for each in found)
    assert counted[Fate.DONE] > 600
    assert set(counted) == set(Fate)
    assert all(each.later <= NOW for each in found if each.fate is Fate.DONE)


def test_long_past_calls_are_on_working_days() -> None:
    days = {each.over.astimezone(ZoneInfo(ZONE)).weekday() for each in slots(300)[:250]}
    assert days == {0, 1, 2, 3, 4}


def test_the_morning_after_a_friday_is_monday() -> None:
    fridays = [each for each in slots(500) if each.over.weekday() == 4]
    assert fridays
    assert {each.later.weekday() for each in fridays} == {0}
