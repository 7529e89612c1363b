"""How long a call has run: right through a sleep of the machine and through a clock that is moved."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from forecall.journal.moments import from_utc
from forecall.words import _, ngettext

NOTICED_FROM = 5.0
"""Seconds of sleep, or by which a clock is moved, from which it is worth a word."""

_LONGEST_SLEEP = 86_400.0


@dataclass(frozen=True, slots=True)
class Moment:
    """One look at the clocks of the machine, in seconds. ``real`` goes on in a sleep, where there is such a clock."""

    awake: float
    real: float | None
    wall: float


@dataclass(frozen=True, slots=True)
class Slept:
    """The machine slept for so many seconds; the call went on."""

    seconds: float
    surely: bool = True


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody moved the clock of the machine by so many seconds; the call did not notice."""

    seconds: float


def look_at_clocks() -> Moment:
    """The clocks as they stand."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    real = time.clock_gettime(boot) if boot is not None else None
    return Moment(time.monotonic(), real, datetime.now(UTC).timestamp())


class CallClock:
    """Counts the seconds of a call from a moment that the journal knows, or from now."""

    def __init__(self, started_at: str | None = None, look: Callable[[], Moment] = look_at_clocks) -> None:
        """``started_at`` is the UTC moment the call began at; without one it begins now."""
        self._look = look
        self._last = look()
        since = 0.0 if started_at is None else self._last.wall - from_utc(started_at).timestamp()
        self._run = max(0.0, since)

    @property
    def seconds(self) -> int:
        """How long the call has run, as of the last ``tick``."""
        return int(self._run)

    def tick(self) -> Slept | Moved | None:
        """Look at the clocks again, and say what happened to them meanwhile."""
        before, now = self._last, self._look()
        self._last = now
        awake, wall = max(0.0, now.awake - before.awake), now.wall - before.wall
        if now.real is None or before.real is None:
            return self._without_real(awake, wall)
        real = max(awake, now.real - before.real)
        self._run += real
        if real - awake >= NOTICED_FROM:
            return Slept(real - awake)
        return Moved(wall - real) if abs(wall - real) >= NOTICED_FROM else None

    def _without_real(self, awake: float, wall: float) -> Slept | Moved | None:
        """Only the wall clock can tell of a sleep here: one that is ahead is believed, within a day."""
        ahead = wall - awake
        if NOTICED_FROM <= ahead <= _LONGEST_SLEEP:
            self._run += wall
            return Slept(ahead, surely=False)
        self._run += awake
        return Moved(ahead) if abs(ahead) >= NOTICED_FROM else None


def said_of(event: Slept | Moved) -> str:
    """What happened to the clocks as a sentence."""
    span = _span(abs(event.seconds))
    if isinstance(event, Moved):
        return _("The clock of this machine was moved by {span}. The time of the call is still right.").format(
            span=span
        )
    if event.surely:
        return _("The machine slept for {span}. The call went on meanwhile.").format(span=span)
    return _("The machine slept, or its clock was moved, for {span}. It counts as time of the call.").format(span=span)


def _span(seconds: float) -> str:
    if seconds < 90:
        return ngettext("{count} second", "{count} seconds", round(seconds))
    if seconds < 90 * 60:
        return ngettext("{count} minute", "{count} minutes", round(seconds / 60))
    return ngettext("{count} hour", "{count} hours", round(seconds / 3600))
