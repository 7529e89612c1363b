"""When the calls of a sample journal are, and how far each of them has come."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

from forecall.journal.moments import known_zone

_MOST_DAYS = 2200
_DAYS_A_CALL = 3
_FUTURE_ONE_IN = 80
_FOLDED_AFTER = timedelta(days=7)


class Fate(StrEnum):
    """How far a call has come."""

    PREPARED = "prepared"  # it lies ahead
    WAITING = "waiting"  # it is over, nothing is noted
    NOTED = "noted"  # looked back on while it was fresh
    DONE = "done"  # looked back on with a little distance
    LEFT = "left"
    DID_NOT_HAPPEN = "did_not_happen"


@dataclass(frozen=True, slots=True)
class Slot:
    """One call's place in time, all moments in UTC. ``planned`` is ``None`` for a call without a time."""

    fate: Fate
    made: datetime
    planned: datetime | None
    over: datetime  # when it is or was over
    later: datetime  # when it was, or would be, looked back on
    client: int | None = None  # one that a person will open first: with whom it is, and so there is much to read

    @property
    def held(self) -> bool:
        """Whether the call took place and something was noted."""
        return self.fate in (Fate.NOTED, Fate.DONE, Fate.LEFT)

    @property
    def moment(self) -> datetime:
        """What lists are ordered by."""
        return self.planned or (self.over if self.held else self.made)


def timeline(rng: Random, calls: int, now: datetime, zone: str) -> list[Slot]:
    """That many calls around ``now``, oldest first: most are long over, some are to come, one very soon."""
    clock = _Clock(rng, now.astimezone(UTC).replace(second=0, microsecond=0), known_zone(zone))
    slots = list(clock.first_met())[:calls]
    ahead = max(0, calls - len(slots)) // _FUTURE_ONE_IN
    slots += (clock.ahead() for _each in range(ahead))
    span = min(_MOST_DAYS, _DAYS_A_CALL * calls + 3)
    slots += (clock.past(span) for _each in range(calls - len(slots)))
    return sorted(slots, key=lambda slot: slot.moment)


class _Clock:
    """Draws moments around one ``now``, in the working hours of one zone."""

    def __init__(self, rng: Random, now: datetime, zone: ZoneInfo) -> None:
        self._rng = rng
        self._now = now
        self._zone = zone

    def first_met(self) -> Iterator[Slot]:
        """The calls that make a first screen worth looking at."""
        now = self._now
        yield self._slot(Fate.PREPARED, now + timedelta(minutes=14), timedelta(hours=20), client=0)
        yield self._slot(Fate.WAITING, self._at(-1, 15, 0), timedelta(days=2), client=1)
        yield self._slot(Fate.DONE, self._working_day(-9, 11, 0), timedelta(days=1), client=0)
        yield self._slot(Fate.PREPARED, self._at(1, 10, 0), timedelta(days=1), client=2)
        yield self._slot(Fate.NOTED, self._working_day(-3, 14, 30), timedelta(days=1), client=3)
        yield self._slot(Fate.PREPARED, self._working_day(6, 9, 30), timedelta(days=1))
        yield replace(self._slot(Fate.PREPARED, now, timedelta(days=2)), planned=None)

    def ahead(self) -> Slot:
        """A planned call in the next weeks."""
        return self._slot(Fate.PREPARED, self._some_time(1, 40), timedelta(days=self._rng.uniform(0.1, 9)))

    def past(self, span: int) -> Slot:
        """A call that is over, up to ``span`` days ago."""
        planned = self._some_time(-span, -2)
        slot = self._slot(self._fate(planned), planned, timedelta(days=self._rng.uniform(0.01, 5)))
        unplanned = slot.held and self._rng.random() < 0.15
        return replace(slot, planned=None, made=slot.over) if unplanned else slot

    def _fate(self, planned: datetime) -> Fate:
        recent = self._now - planned < _FOLDED_AFTER
        weights = (0.25, 0.3, 0.4, 0.0, 0.05) if recent else (0.04, 0.06, 0.78, 0.08, 0.04)
        fates = (Fate.WAITING, Fate.NOTED, Fate.DONE, Fate.LEFT, Fate.DID_NOT_HAPPEN)
        return self._rng.choices(fates, weights)[0]

    def _slot(self, fate: Fate, planned: datetime, ahead: timedelta, *, client: int | None = None) -> Slot:
        over = planned + timedelta(minutes=self._rng.randint(12, 40))
        morning = self._morning_after(over) + timedelta(minutes=self._rng.randint(2, 90))
        if fate is Fate.DONE and morning > self._now:
            fate = Fate.NOTED
        made = min(planned - ahead, self._now - timedelta(minutes=self._rng.randint(5, 50)))
        return Slot(fate, made.replace(microsecond=0), planned, over, morning, client)

    def _some_time(self, first: int, last: int) -> datetime:
        quarter = self._rng.randrange(34, 70)  # half past eight to a quarter past five
        return self._working_day(self._rng.randint(first, last), quarter // 4, quarter % 4 * 15)

    def _at(self, days: int, hour: int, minute: int) -> datetime:
        wall = self._now.astimezone(self._zone) + timedelta(days=days)
        return wall.replace(hour=hour, minute=minute).astimezone(UTC)

    def _working_day(self, days: int, hour: int, minute: int) -> datetime:
        """A time that many days from now; a weekend moves it further away from now."""
        weekday = (self._now.astimezone(self._zone) + timedelta(days=days)).weekday()
        beyond = 0 if weekday < 5 else (7 - weekday if days > 0 else 4 - weekday)
        return self._at(days + beyond, hour, minute)

    def _morning_after(self, moment: datetime) -> datetime:
        wall = moment.astimezone(self._zone) + timedelta(days=1)
        wall += timedelta(days=max(0, 7 - wall.weekday()) if wall.weekday() > 4 else 0)
        return wall.replace(hour=8, minute=0).astimezone(UTC)
