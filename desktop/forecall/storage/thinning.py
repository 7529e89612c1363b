"""Which backups stay: a ladder of days, weeks and months for each kind, so that no kind pushes out another."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many days, weeks and months keep their newest backup; only those that have one count."""

APART = ("asked", "migration", "restore")
"""Reasons of copies that somebody wanted, or that were made before something risky: each has a ladder of its own.

Those that are made by themselves come every day, and would otherwise take the place of the one before the big meeting.
"""

NEWEST = 3
"""So many of each of those stay in any case: two that were asked for on one day are two."""

_SLACK = timedelta(days=1)


class Made(NamedTuple):
    """A backup as its name tells it: the moment by the clock of that day, and why it was made."""

    at: datetime
    reason: str


def to_keep(made: Sequence[Made], now: datetime) -> set[int]:
    """The places in ``made`` of those that stay.

    Nothing is judged by its age, only by how many newer ones there are: whoever was away for a year loses nothing. What
    bears a date in the future (a clock that was wrong, or is now) has a ladder of its own, so that neither pushes out
    the other.
    """
    kept: set[int] = set()
    newest_first = sorted(range(len(made)), key=lambda place: made[place].at, reverse=True)
    for kind in ("", *APART):
        alike = [place for place in newest_first if (made[place].reason if made[place].reason in APART else "") == kind]
        past = [place for place in alike if made[place].at <= now + _SLACK]
        future = [place for place in alike if made[place].at > now + _SLACK]
        kept.update(alike[:NEWEST] if kind else ())
        for ladder in (past, future):
            for bucket, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
                kept.update(_newest_of_each(ladder, made, bucket, most))
    return kept


def _newest_of_each(
    newest_first: Sequence[int], made: Sequence[Made], bucket: Callable[[datetime], tuple[int, ...]], most: int
) -> list[int]:
    first: dict[tuple[int, ...], int] = {}
    for place in newest_first:
        first.setdefault(bucket(made[place].at), place)
    return list(first.values())[:most]


def _day(at: datetime) -> tuple[int, ...]:
    return at.year, at.month, at.day


def _week(at: datetime) -> tuple[int, ...]:
    return at.isocalendar()[:2]


def _month(at: datetime) -> tuple[int, ...]:
    return at.year, at.month
