"""When an event is: wall time and IANA zone, whatever the file calls its zone; all-day events have no time."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from forecall.journal.moments import known_zone
from forecall.words import _

USUAL_MINUTES = 30
MOST_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class When:
    """A time on the wall in a zone, and how long it takes. An event of a whole day has no ``wall``."""

    start: datetime
    zone: str
    minutes: int
    whole_day: bool = False
    remark: str = ""

    @property
    def wall(self) -> str | None:
        """As the journal writes it."""
        return None if self.whole_day else self.start.strftime("%Y-%m-%dT%H:%M")

    @property
    def ends(self) -> datetime:
        """When it is over; a whole day is over with it."""
        day = timedelta(days=1) if self.whole_day else timedelta(minutes=self.minutes)
        return self.start.astimezone(UTC) + day

    def on(self, day: date) -> "When":
        """The same time on another day."""
        return replace(self, start=datetime.combine(day, self.start.time(), self.start.tzinfo))


def when_of(event: Any, zone: str) -> When | None:
    """When an event is, for a person in ``zone``; nothing for one that says no time that exists."""
    start = event.get("DTSTART")
    if isinstance(start, list):
        start = start[0] if start else None
    found = moment_in(start)
    if not isinstance(found, date) or not 1900 <= found.year <= 9000:
        return None
    if not isinstance(found, datetime):
        midnight = datetime.combine(found, time(), known_zone(zone))
        return When(midnight, zone, USUAL_MINUTES, True, _("It takes the whole day, so that it has no time yet."))
    name = str(getattr(start, "params", {}).get("TZID", ""))
    wall, own_zone, remark = _placed(found, name, zone)
    return When(wall, own_zone, _minutes(event, wall, zone), remark=remark)


def moment_in(found: Any) -> Any:
    """What a property says as a date, a time or a length; nothing where it says none that exists."""
    try:
        return getattr(found, "dt", None)
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None


def zone_named(name: str) -> str | None:
    """The IANA zone that a calendar means: its name, one with a maker's prefix, or a name of Windows and Outlook."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    name = name.strip().strip('"')
    if name in WINDOWS_TO_OLSON:
        return str(WINDOWS_TO_OLSON[name])
    parts = [part for part in name.split("/") if part][-4:]
    for start in range(len(parts)):
        tried = "/".join(parts[start:])
        try:
            known_zone(tried)
        except ValueError:
            continue
        if "/" in tried or tried.upper() in ("UTC", "GMT"):
            return tried
    return None


def _placed(found: datetime, name: str, zone: str) -> tuple[datetime, str, str]:
    if name:
        known = zone_named(name)
        if known is not None:
            return found.replace(tzinfo=ZoneInfo(known)), known, ""
        remark = _("Its time zone, “{zone}”, is not known here; the time is taken as yours.")
        return found.replace(tzinfo=ZoneInfo(zone)), zone, remark.format(zone=name[:60])
    if found.tzinfo is not None:
        return found.astimezone(ZoneInfo(zone)), zone, ""
    return found.replace(tzinfo=ZoneInfo(zone)), zone, ""


def _minutes(event: Any, start: datetime, zone: str) -> int:
    """The length in minutes, one to a day; half an hour where nothing sensible is said."""
    ends = event.get("DTEND")
    found = moment_in(ends)
    length: timedelta | None = moment_in(event.get("DURATION"))
    if isinstance(found, datetime):
        end, _zone, _remark = _placed(found, str(getattr(ends, "params", {}).get("TZID", "")), zone)
        length = end.astimezone(UTC) - start.astimezone(UTC)
    if not isinstance(length, timedelta) or length <= timedelta(0):
        return USUAL_MINUTES
    return max(1, min(MOST_MINUTES, round(length.total_seconds() / 60)))
