"""Times as a person types them: "in 15 min", "today 16:00", "Thursday at ten".

Walls are naive wall times as the journal keeps them, ``2026-11-26T10:00``.
"""

import re
from datetime import date, datetime, timedelta

from forecall.dates import DAYS, MONTHS, month_text, speaks_english, weekday_text
from forecall.words import _, language_code

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LONGEST = 80
_PLAN_AT = (9, 0)
"""The time of a day that is named without one."""
_TONIGHT_AT = (20, 0)
_TONIGHT = ("tonight", "this night")
_NIGHT_UNTIL = 6
"""Nobody plans a call for "four" and means the night: bare hours up to this one are in the afternoon."""


def parse_time(text: str, now: datetime) -> str | None:
    """The wall time that was typed, as "in 15 min" or "Thursday at ten"; ``None`` when it is none.

    Of several moments it could be, the next one after ``now`` is meant. A day alone is its morning.
    """
    said = _tidy(text)
    if not said or len(said) > _LONGEST:
        return None
    if said in ("now", _("now").casefold()):
        return _wall(now)
    try:
        return _plain(said, now)
    except (ValueError, OverflowError):
        return None


def missing_day(text: str, now: datetime) -> str:
    """The day that was typed and that no calendar has, as "30 February"; nothing for any other words."""
    try:
        named = _named(_day_words(_clock(_tidy(text))[0]))
    except ValueError:
        return ""
    if named is None or not (1 <= named[0] <= 31 and 1 <= named[1] <= 12):
        return ""
    day, month, year = named
    try:
        _in_year(day, month, year, now.date())
    except ValueError:
        # A leap day is missing in most years only: then the year is said.
        leap = (day, month) == (29, 2)
        first = date(year or now.year + (now.month > 2), month, 1)
        return f"{day} {month_text(first, date(1, 1, 1) if year or leap else first)}"
    return ""


def _tidy(text: str) -> str:
    return " ".join(re.sub(r"(?<=\d)t(?=\d\d:)|,", " ", text.casefold()).split())[: _LONGEST + 1]


def _plain(said: str, now: datetime) -> str | None:
    if _NEGATIVE.search(said):
        return None
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
    tonight = rest in _TONIGHT
    if tonight and clock is None and (now.hour, now.minute) >= _TONIGHT_AT:
        return None
    hour, minute = clock or (_TONIGHT_AT if tonight else _PLAN_AT)
    if tonight and 0 < hour < 12:
        hour += 12  # "tonight at eight"
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
_NEGATIVE = re.compile(r"(?:^|(?<=in )|(?<=[+*/]))[-−–] ?\d")
_COUNT = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_AHEAD = re.compile(rf"(?:in )?(\d+(?:[.]\d+)?|{_COUNT}) ?([a-z]+)")
_HOURS_AND_MINUTES = re.compile(rf"in (\d{{1,3}}|{_COUNT}) ?([a-z]+)(?: and)? ?([0-5]?\d)(?: ?([a-z]+))?")


def _ahead(said: str) -> tuple[timedelta, bool] | None:
    """How far ahead, and whether it is counted in days. A bare number needs its unit: "15 min"."""
    if (both := _HOURS_AND_MINUTES.fullmatch(said)) is not None:
        if _UNITS.get(both[2]) != "hours" or _UNITS.get(both[4] or "min") != "minutes":
            return None
        hours = _NUMBERS.get(both[1])
        return timedelta(hours=float(both[1]) if hours is None else hours, minutes=int(both[3])), False
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
    return bool(rest) and any(name.casefold().startswith(rest[:3]) and rest.isalpha() for name in MONTHS)


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
    said = _day_words(said)
    today = now.date()
    near = {"tonight": 0, "this night": 0, "today": 0, "tomorrow": 1, "yesterday": -1, "the day after tomorrow": 2}
    near |= {"day after tomorrow": 2, "tmrw": 1, "next week": 7, "in a week": 7}
    near |= {_("today").casefold(): 0, _("tomorrow").casefold(): 1, _("yesterday").casefold(): -1}
    if said in near:
        return today + timedelta(days=near[said])
    if (ahead := _ahead(said)) is not None:
        return today + ahead[0] if ahead[1] else None
    if (weekday := _weekday(said)) is not None:
        return _next_weekday(weekday, now, clock)
    if (named := _named(said)) is not None:
        return _in_year(*named, today)
    return _parsed(said, now)


def _named(said: str) -> tuple[int, int, int | None] | None:
    """Day, month and year as they are named, whether or not there is such a day; the year may be left out."""
    if (iso := _ISO.fullmatch(said)) is not None:
        return int(iso[3]), int(iso[2]), int(iso[1])
    if (numeric := _NUMERIC.fullmatch(said)) is not None:
        return int(numeric[1]), int(numeric[2]), int(numeric[3]) if numeric[3] else None
    for form in _WORDED:
        if (worded := form.fullmatch(said)) is not None and (month := _month(worded["m"])):
            return int(worded["d"]), month, int(worded["y"]) if worded["y"] else None
    return None


def _day_words(said: str) -> str:
    return said.removeprefix("on ").removesuffix(" at").strip()


def _weekday(said: str) -> int | None:
    """The day of the week that is named, in full or by its first letters."""
    name = re.sub(r"^(next|this|on|coming) ", "", said).rstrip(".")
    ours = () if speaks_english() else tuple(weekday_text(date(2024, 1, day)) for day in range(1, 8))
    for index, day in enumerate((*DAYS, *ours)):
        if len(name) >= 3 and day.casefold().startswith(name):
            return index % 7
    return None


def _next_weekday(weekday: int, now: datetime, clock: tuple[int, int] | None) -> date:
    distance = (weekday - now.weekday()) % 7
    if distance == 0 and (clock or _PLAN_AT) < (now.hour, now.minute):
        distance = 7
    return now.date() + timedelta(days=distance)


def _month(name: str) -> int:
    found = [index for index, month in enumerate(MONTHS, 1) if month.casefold().startswith(name)]
    return found[0] if len(found) == 1 else 0


def _in_year(day: int, month: int, year: int | None, today: date) -> date:
    if year is not None:
        return date(year, month, day)
    over = (month, day) < (today.month, today.day)
    return date(today.year + over, month, day)


def _parsed(said: str, now: datetime) -> date | None:
    """What dateparser makes of other words, where it read a day and a month: of less it guesses the rest."""
    if not any(sign.isdigit() for sign in said):
        return None
    import dateparser

    found = dateparser.parse(
        said,
        languages=list(dict.fromkeys((language_code(), "en"))),
        settings={
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": now,
            "REQUIRE_PARTS": ["day", "month"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date() if found else None


# words


def _wall(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")
