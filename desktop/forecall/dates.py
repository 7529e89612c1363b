"""Days and times as a person says them: "in 14 minutes", "tomorrow 10:00", and back from what they type.

Walls are naive wall times as the journal keeps them, ``2026-11-26T10:00``; days are ``2026-11-26``.
"""

import re
from datetime import date, datetime, timedelta

from forecall.words import _, ngettext

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLAN_AT = (9, 0)
"""The time of a day that is named without one."""
_NIGHT_UNTIL = 6
"""Nobody plans a call for "four" and means the night: bare hours up to this one are in the afternoon."""


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


def day_text(iso: str, today: date) -> str:
    """A day as it is said near ``today``: "tomorrow", "Monday", "Fri 27 Nov", "27 Nov 2025"."""
    day = date.fromisoformat(iso)
    distance = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}.get(distance)
    if near:
        return near
    return weekday_text(day) if 1 < distance < 7 else _short_day(day, today)


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
    if _speaks_english():
        return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return f"{weekday_text(day)}, {_babel(day, 'MMMMd')}"


def weekday_text(day: date) -> str:
    """The name of the day of the week."""
    return _DAYS[day.weekday()] if _speaks_english() else _babel(day, "cccc")


def month_text(day: date, today: date) -> str:
    """The month of a day, with its year in another year: "March"."""
    name = _MONTHS[day.month - 1] if _speaks_english() else _babel(day, "LLLL")
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


def parse_time(text: str, now: datetime) -> str | None:
    """The wall time that was typed, as "in 15 min" or "Thursday at ten"; ``None`` when it is none.

    Of several moments it could be, the next one after ``now`` is meant. A day alone is its morning.
    """
    said = " ".join(re.sub(r"(?<=\d)t(?=\d\d:)|,", " ", text.casefold()).split())
    if not said or len(said) > 80:
        return None
    if said in ("now", _("now").casefold()):
        return _wall(now)
    try:
        return _plain(said, now)
    except (ValueError, OverflowError):
        return None


def _plain(said: str, now: datetime) -> str | None:
    if (ahead := _ahead(said)) is not None:
        delta, whole_days = ahead
        moment = now + delta
        return _wall(moment if not whole_days else moment.replace(hour=_PLAN_AT[0], minute=_PLAN_AT[1]))
    rest, clock = _clock(said)
    if not rest:
        return _wall(_next(now, clock)) if clock else None
    day = _day(rest, now, clock)
    if day is None:
        return None
    hour, minute = clock or _PLAN_AT
    return _wall(datetime(day.year, day.month, day.day, hour, minute))


# how far ahead

_UNITS = {
    "m": "minutes", "min": "minutes", "mins": "minutes", "minute": "minutes", "minutes": "minutes",
    "h": "hours", "hr": "hours", "hrs": "hours", "hour": "hours", "hours": "hours",
    "d": "days", "day": "days", "days": "days", "week": "weeks", "weeks": "weeks",
}  # fmt: skip
_NUMBERS = {"a": 1.0, "an": 1.0, "half an": 0.5, "a quarter of an": 0.25} | {
    word: float(number) for number, word in enumerate(_HOURS, 1)
}
_COUNT = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_AHEAD = re.compile(rf"(?:in )?(\d+(?:[.]\d+)?|{_COUNT}) ?([a-z]+)")


def _ahead(said: str) -> tuple[timedelta, bool] | None:
    """How far ahead, and whether it is counted in days. A bare number needs its unit: "15 min"."""
    found = _AHEAD.fullmatch(said)
    unit = _UNITS.get(found[2]) if found else None
    if found is None or unit is None:
        return None
    number = _NUMBERS.get(found[1])
    number = float(found[1]) if number is None else number
    return timedelta(**{unit: number}), unit in ("days", "weeks")


# the time of day

_BEFORE = "half past |quarter past |quarter to "
_CLOCKS = (
    re.compile(r"(?P<h>\d{1,2})[:.h](?P<m>\d{2})(?: ?uhr)? ?(?P<half>[ap])?\.?(?:m\.?)?"),
    re.compile(r"(?P<h>\d{1,2}) ?(?P<half>[ap])\.?m\.?"),
    re.compile(r"(?P<h>\d{1,2}) ?(?:h|uhr|o'clock|o’clock)"),
    re.compile(rf"(?P<before>{_BEFORE})?(?P<word>{'|'.join(_HOURS)})(?: o['’]clock)?"),
    re.compile(r"(?P<noon>noon|midday)"),
    re.compile(r"(?P<part>morning|afternoon|evening)"),
    re.compile(r"(?P<h>\d{1,2})"),
)  # fmt: skip
_PARTS = {"morning": (9, 0), "afternoon": (14, 0), "evening": (18, 0)}
_SHIFT = {"half past ": (0, 30), "quarter past ": (0, 15), "quarter to ": (-1, 45)}
_JOINED = re.compile(r"(?:^|(?<= ))(?:(?:at|um|à|in the|this) )?$")


def _clock(said: str) -> tuple[str, tuple[int, int] | None]:
    """What is left of the words without the time of day at their end or beginning, and that time."""
    for form in _CLOCKS:
        if (ending := re.search(f"(?:^| ){form.pattern}$", said)) is not None:
            rest = _JOINED.sub("", said[: ending.start()] + " ").strip()
            if form is not _CLOCKS[-1] or not _is_day_number(rest):
                return rest, _hour(ending)
        beginning = re.match(f"(?:at )?{form.pattern} (?=\\S)", said)
        if form is not _CLOCKS[-1] and beginning is not None:
            rest = said[beginning.end() :].removeprefix("on ").strip()
            return rest, _hour(beginning)
    return said, None


def _is_day_number(rest: str) -> bool:
    """Whether a number after these words is the day of a month: "November 26"."""
    return bool(rest) and any(name.casefold().startswith(rest[:3]) and rest.isalpha() for name in _MONTHS)


def _hour(found: re.Match[str]) -> tuple[int, int]:
    """Hour and minute of a match; raises ``ValueError`` for a time that no day has."""
    parts = found.groupdict()
    if parts.get("noon"):
        return 12, 0
    if parts.get("part"):
        return _PARTS[parts["part"]]
    shift, minute = _SHIFT.get(parts.get("before") or "", (0, int(parts.get("m") or 0)))
    hour = int(parts["h"]) if parts.get("h") else _HOURS.index(parts["word"]) + 1
    half = parts.get("half")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour <= _NIGHT_UNTIL and parts.get("m") is None:
        hour += 12
    hour += shift
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        raise ValueError(hour)
    return hour, minute


def _next(now: datetime, clock: tuple[int, int]) -> datetime:
    moment = now.replace(hour=clock[0], minute=clock[1], second=0, microsecond=0)
    return moment if moment >= now.replace(second=0, microsecond=0) else moment + timedelta(days=1)


# the day

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?")
_WORDED = (
    re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (?P<m>[a-z]{3,9})\.?(?: (?P<y>\d{4}))?"),
    re.compile(r"(?P<m>[a-z]{3,9})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?(?: (?P<y>\d{4}))?"),
)


def _day(said: str, now: datetime, clock: tuple[int, int] | None) -> date | None:
    said = said.removeprefix("on ").removesuffix(" at").strip()
    today = now.date()
    near = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "the day after tomorrow": 2}
    near |= {"day after tomorrow": 2, "tmrw": 1, "next week": 7, "in a week": 7}
    near |= {_("today").casefold(): 0, _("tomorrow").casefold(): 1, _("yesterday").casefold(): -1}
    if said in near:
        return today + timedelta(days=near[said])
    if (ahead := _ahead(said)) is not None:
        return today + ahead[0] if ahead[1] else None
    if (weekday := _weekday(said)) is not None:
        return _next_weekday(weekday, now, clock)
    if (iso := _ISO.fullmatch(said)) is not None:
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if (numeric := _NUMERIC.fullmatch(said)) is not None:
        return _in_year(int(numeric[1]), int(numeric[2]), numeric[3], today)
    for form in _WORDED:
        if (worded := form.fullmatch(said)) is not None and (month := _month(worded["m"])):
            return _in_year(int(worded["d"]), month, worded["y"], today)
    return _parsed(said, now)


def _weekday(said: str) -> int | None:
    """The day of the week that is named, in full or by its first letters."""
    name = re.sub(r"^(next|this|on|coming) ", "", said).rstrip(".")
    ours = () if _speaks_english() else tuple(weekday_text(date(2024, 1, day)) for day in range(1, 8))
    for index, day in enumerate((*_DAYS, *ours)):
        if len(name) >= 3 and day.casefold().startswith(name):
            return index % 7
    return None


def _next_weekday(weekday: int, now: datetime, clock: tuple[int, int] | None) -> date:
    distance = (weekday - now.weekday()) % 7
    if distance == 0 and (clock or _PLAN_AT) < (now.hour, now.minute):
        distance = 7
    return now.date() + timedelta(days=distance)


def _month(name: str) -> int:
    found = [index for index, month in enumerate(_MONTHS, 1) if month.casefold().startswith(name)]
    return found[0] if len(found) == 1 else 0


def _in_year(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year), month, day)
    found = date(today.year, month, day)
    return found if found >= today else date(today.year + 1, month, day)


def _parsed(said: str, now: datetime) -> date | None:
    """What dateparser makes of other words, where it read a day and a month: of less it guesses the rest."""
    if not any(sign.isdigit() for sign in said):
        return None
    import dateparser

    found = dateparser.parse(
        said,
        languages=list(dict.fromkeys((_language(), "en"))),
        settings={
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": now,
            "REQUIRE_PARTS": ["day", "month"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date() if found else None


# words


def _short_day(day: date, today: date) -> str:
    this_year = day.year == today.year
    if not _speaks_english():
        return _babel(day, "MMMEd" if this_year else "yMMMd")
    month = _MONTHS[day.month - 1][:3]
    return f"{_DAYS[day.weekday()][:3]} {day.day} {month}" if this_year else f"{day.day} {month} {day.year}"


def _language() -> str:
    # Translators: the code of your language, as "de"; dates and their names follow it.
    return _("en")


def _speaks_english() -> bool:
    """Whether the names above will do: Babel takes longer to load than the first screen has."""
    return _language() == "en"


def _babel(day: date, skeleton: str) -> str:
    from babel.dates import format_date, format_skeleton

    if skeleton in ("cccc", "LLLL"):
        return format_date(day, skeleton, locale=_language())
    return format_skeleton(skeleton, day, locale=_language())


def _wall(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")
