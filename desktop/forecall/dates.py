"""Days and times as a person says them: "in 14 minutes", "tomorrow 10:00".

Walls are naive wall times as the journal keeps them, ``2026-11-26T10:00``; days are ``2026-11-26``.
"""

from datetime import date, datetime

from forecall.words import _, language_code, ngettext

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def when_text(wall: str, zone: str | None, now: datetime, here: str = "") -> str:
    """A planned wall time beside the wall clock ``now``: "today 16:00", "Thu 26 Nov, 10:00".

    The city of ``zone`` is added when it is not the zone ``here``.
    """
    moment = datetime.fromisoformat(wall)
    day, today = moment.date(), now.date()
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}.get((day - today).days)
    comma = "" if near else ","
    said = f"{near or _short_day(day, today)}{comma} {time_text(moment)}"
    if zone and here and zone != here:
        return _("{when} in {place}").format(when=said, place=zone.rpartition("/")[2].replace("_", " "))
    return said


def clock(seconds: int) -> str:
    """A time into a call: "12:40", "1:02:10"."""
    hours, rest = divmod(max(0, seconds), 3600)
    minutes = f"{hours}:{rest // 60:02}" if hours else f"{rest // 60}"
    return f"{minutes}:{rest % 60:02}"


def day_text(iso: str, today: date) -> str:
    """A day as it is said near ``today``: "tomorrow", "Monday", "Fri 27 Nov", "27 Nov 2025"."""
    day = date.fromisoformat(iso)
    distance = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}.get(distance)
    if near:
        return near
    return weekday_text(day) if 1 < distance < 7 else _short_day(day, today)


def due_text(iso: str | None, today: date) -> str:
    """The day something is due on, as it is said near ``today``; without one, that there is none yet."""
    return day_text(iso, today) if iso else _("no day yet")


def minutes_text(minutes: int) -> str:
    """How long until something: "now", "in 14 minutes", "in 2 hours", "in 3 days"."""
    if minutes <= 0:
        return _("now")
    if minutes < 90:
        return ngettext("in {count} minute", "in {count} minutes", minutes)
    if minutes < 36 * 60:
        return ngettext("in {count} hour", "in {count} hours", round(minutes / 60))
    return ngettext("in {count} day", "in {count} days", round(minutes / 1440))


def long_day(day: date) -> str:
    """A day in full, without its year: "Thursday 26 November"."""
    if speaks_english():
        return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return f"{weekday_text(day)}, {_babel(day, 'MMMMd')}"


def weekday_text(day: date) -> str:
    """The name of the day of the week."""
    return DAYS[day.weekday()] if speaks_english() else _babel(day, "cccc")


def month_text(day: date, today: date) -> str:
    """The month of a day, with its year in another year: "March"."""
    name = MONTHS[day.month - 1] if speaks_english() else _babel(day, "LLLL")
    return name if day.year == today.year else f"{name} {day.year}"


def time_text(moment: datetime) -> str:
    """The time of a day: "16:00"."""
    return f"{moment.hour:02}:{moment.minute:02}"


def span_text(minutes: int) -> str:
    """How long something lasts: "30 min", "1 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _short_day(day: date, today: date) -> str:
    this_year = day.year == today.year
    if not speaks_english():
        return _babel(day, "MMMEd" if this_year else "yMMMd")
    month = MONTHS[day.month - 1][:3]
    return f"{DAYS[day.weekday()][:3]} {day.day} {month}" if this_year else f"{day.day} {month} {day.year}"


def speaks_english() -> bool:
    """Whether the names above will do: Babel takes longer to load than the first screen has."""
    return language_code() == "en"


def _babel(day: date, skeleton: str) -> str:
    from babel.dates import format_date, format_skeleton

    if skeleton in ("cccc", "LLLL"):
        return format_date(day, skeleton, locale=language_code())
    return format_skeleton(skeleton, day, locale=language_code())
