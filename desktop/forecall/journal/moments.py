"""Times as the journal keeps them: UTC for what happened, wall time and zone for what is planned, days for promises."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_FIRST_YEAR = 1900  # before it zones have odd offsets, and a year may be written with fewer digits


def utc_now() -> str:
    """This moment in UTC, to the second."""
    return utc_text(datetime.now(UTC))


def utc_text(moment: datetime) -> str:
    """An aware moment as the journal writes it: ``2026-11-26T09:00:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_utc(text: str) -> datetime:
    """The aware moment that ``utc_text`` wrote."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def planned_to_utc(wall: str, zone: str) -> str:
    """UTC of a wall time in a zone. A time that a clock change skips is read with the offset before the change.

    Raises ``ValueError`` for a date that does not exist or a zone that is not known.
    """
    try:
        return utc_text(_wall(wall).replace(tzinfo=known_zone(zone)))
    except OverflowError as error:
        raise ValueError(f"{wall} in {zone} is before or after all time") from error


def wall_text(wall: str) -> str:
    """A wall time as the journal writes it, ``2026-11-26T10:00``; raises ``ValueError`` for one that does not exist."""
    return _wall(wall).isoformat(timespec="minutes")


def _wall(text: str) -> datetime:
    found = datetime.strptime(text, "%Y-%m-%dT%H:%M")
    if found.year < _FIRST_YEAR:
        raise ValueError(f"{text} is too long ago")
    return found


def known_zone(name: str) -> ZoneInfo:
    """The IANA zone of that name; raises ``ValueError`` for an unknown one."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        raise ValueError(f"unknown time zone {name!r}") from error


def local_zone() -> str:
    """The IANA name of the zone this machine is in; UTC where it cannot be told."""
    from tzlocal import get_localzone_name

    try:
        return get_localzone_name() or "UTC"
    except Exception:  # tzlocal raises several kinds on odd systems; a journal must open on them all
        return "UTC"


def wall_now(zone: str) -> datetime:
    """The wall clock in a zone, without the zone."""
    return datetime.now(known_zone(zone)).replace(tzinfo=None)


def day_of(moment: str, zone: str) -> date:
    """The day a UTC moment falls on in a zone."""
    return from_utc(moment).astimezone(known_zone(zone)).date()


def next_working_morning(moment: str, zone: str) -> str:
    """UTC of eight in the morning of the first working day after a moment's day in a zone."""
    day = day_of(moment, zone) + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return planned_to_utc(f"{day.isoformat()}T08:00", zone)


def minutes_until(moment: str, now: str) -> int:
    """Whole minutes from ``now`` to a moment, rounded up; negative when it has passed."""
    seconds = (from_utc(moment) - from_utc(now)).total_seconds()
    return int(-(-seconds // 60))
