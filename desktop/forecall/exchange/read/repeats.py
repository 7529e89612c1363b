"""When a repeating event comes next: one day after the other, never more days than can be looked at in a moment.

No rule is ever expanded: an interval of nothing, or a count of a thousand million, costs what any other costs.
"""

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

MOST_DAYS = 4000
"""That are looked at for one event: some eleven years."""

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FOLLOWED = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})


class NotFollowed(ValueError):
    """The rule is one that is not understood here, or makes no sense."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of repetition by days, as far as people use them for meetings."""

    every: str  # DAILY, WEEKLY, MONTHLY, YEARLY
    interval: int
    count: int | None
    until: date | None
    weekdays: tuple[tuple[int, int], ...]  # which of its kind in the month (0 is each one), and the day of the week
    monthdays: tuple[int, ...]
    months: tuple[int, ...]
    places: tuple[int, ...]
    week_begins: int


def rule_of(parts: Mapping[str, Sequence[Any]]) -> Rule:
    """The rule as it was read; raises ``NotFollowed``."""
    try:
        return _rule_of({str(name).upper(): list(values) for name, values in parts.items()})
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError) as error:
        raise NotFollowed(str(error)) from error


def _rule_of(parts: Mapping[str, list[Any]]) -> Rule:
    if set(parts) - _FOLLOWED or sum(map(len, parts.values())) > 100:
        raise NotFollowed("more than days, weeks, months and years")
    every = str(parts["FREQ"][0]).upper()
    if every not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise NotFollowed(every)
    interval = int(parts.get("INTERVAL", [1])[0])
    if not 1 <= interval <= 1000:
        raise NotFollowed(f"every {interval}")
    count = int(parts["COUNT"][0]) if "COUNT" in parts else None
    until = parts["UNTIL"][0] if "UNTIL" in parts else None
    rule = Rule(
        every,
        interval,
        # So many that nobody will see the last of them are without end.
        count if count is not None and count <= MOST_DAYS else None,
        until.date() if isinstance(until, datetime) else until,
        tuple(_weekday(str(each)) for each in parts.get("BYDAY", [])),
        tuple(int(each) for each in parts.get("BYMONTHDAY", [])),
        tuple(int(each) for each in parts.get("BYMONTH", [])),
        tuple(int(each) for each in parts.get("BYSETPOS", [])),
        _DAYS.index(str(parts.get("WKST", ["MO"])[0]).upper()),
    )
    if rule.places and every != "MONTHLY":
        raise NotFollowed("places in anything but a month")
    if rule.weekdays and every == "YEARLY" and not rule.months:
        raise NotFollowed("weekdays of a year")
    return rule


def _weekday(text: str) -> tuple[int, int]:
    return int(text[:-2] or 0), _DAYS.index(text[-2:].upper())


def next_day(rule: Rule, first: date, not_before: date, without: frozenset[date] = frozenset()) -> date | None:
    """The first day of the rule that is not before a day, and not among those that were taken out.

    ``first`` is the day of the event itself, which counts in any case. Nothing when there is none in sight.
    """
    left = rule.count
    day = first
    if left is None and not_before > first:
        day = not_before  # nothing to count: what lies between need not be looked at
    for _step in range(MOST_DAYS):
        if rule.until is not None and day > rule.until:
            return None
        if day == first or _falls_on(rule, first, day):
            if left is not None:
                left -= 1
                if left < 0:
                    return None
            if day >= not_before and day not in without:
                return day
        if day >= date(9990, 1, 1):
            return None
        day += timedelta(days=1)
    return None


def _falls_on(rule: Rule, first: date, day: date) -> bool:
    if not _in_step(rule, first, day) or (rule.months and day.month not in rule.months):
        return False
    if rule.places:
        return day in _placed(rule, first, day)
    return _matches(rule, first, day)


def _in_step(rule: Rule, first: date, day: date) -> bool:
    if rule.every == "DAILY":
        apart = (day - first).days
    elif rule.every == "WEEKLY":
        apart = (_week(day, rule.week_begins) - _week(first, rule.week_begins)).days // 7
    elif rule.every == "MONTHLY":
        apart = (day.year - first.year) * 12 + day.month - first.month
    else:
        apart = day.year - first.year
    return apart % rule.interval == 0


def _matches(rule: Rule, first: date, day: date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    if rule.monthdays and not {day.day, day.day - length - 1} & set(rule.monthdays):
        return False
    if rule.weekdays and not any(_is_weekday(which, of, day, length) for which, of in rule.weekdays):
        return False
    if rule.weekdays or rule.monthdays:
        return True
    if rule.every == "WEEKLY":
        return day.weekday() == first.weekday()
    if rule.every == "MONTHLY":
        return day.day == first.day
    if rule.every == "YEARLY":
        return day.day == first.day and (bool(rule.months) or day.month == first.month)
    return True


def _is_weekday(which: int, of: int, day: date, length: int) -> bool:
    if day.weekday() != of:
        return False
    return which in (0, (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1))


def _placed(rule: Rule, first: date, day: date) -> list[date]:
    """The days of a month that stand at the places that are meant: the last working day."""
    length = calendar.monthrange(day.year, day.month)[1]
    days = [found for number in range(1, length + 1) if _matches(rule, first, found := day.replace(day=number))]
    return [days[place - 1 if place > 0 else place] for place in rule.places if place and abs(place) <= len(days)]


def _week(day: date, begins: int) -> date:
    return day - timedelta(days=(day.weekday() - begins) % 7) if day.year > 1 else day
