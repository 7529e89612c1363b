"""What stands in a cell, read as a date, a time, an ending or a kind of call. What can mean two days is asked about."""

import re
from datetime import date
from enum import StrEnum
from functools import cache

from forecall.guide.question import CallType


class DateOrder(StrEnum):
    """How 03/04/2026 is meant."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class NoDate(ValueError):
    """The words are no date; ``missing`` when they are one that no calendar has."""

    def __init__(self, missing: bool) -> None:
        super().__init__()
        self.missing = missing


_LONGEST = 60
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"(20\d{2})(\d{2})(\d{2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})", re.ASCII)
_DAY_NAMED = re.compile(r"(?:[^\W\d]+,?\s+)?(\d{1,2})\.?\s+([^\W\d]+)\.?,?\s+(\d{4})")
_MONTH_NAMED = re.compile(r"(?:[^\W\d]+,?\s+)?([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d{1,6})?)?\s?(am|pm|a\.m\.|p\.m\.|uhr|h)?", re.ASCII)
_MINUTES = re.compile(r"(\d{1,4})(?:[.,]0+)?\s?(?:min|mins|minutes|minuten|m|')?\.?", re.ASCII)
_HOURS = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?", re.ASCII)


def read_date(text: str, order: DateOrder | None) -> tuple[date, str]:
    """The day that a cell names, and what follows it (a time); raises ``NoDate``."""
    said = " ".join(text[: _LONGEST + 1].split())
    if len(said) > _LONGEST:
        raise NoDate(False)
    for pattern, parts in ((_ISO, (1, 2, 3)), (_COMPACT, (1, 2, 3))):
        found = pattern.match(said)
        if found and not said[found.end() : found.end() + 1].isdigit():
            return _day(*(int(found[part]) for part in parts)), _rest(said, found.end())
    if found := _NUMBERS.match(said):
        first, second, year = int(found[1]), int(found[3]), _year(found[4])
        # Dots stand between the day and the month where the day comes first; nobody writes month.day.year.
        if found[2] != "." and order is DateOrder.MONTH_FIRST:
            first, second = second, first
        return _day(year, second, first), _rest(said, found.end())
    if found := _DAY_NAMED.match(said):
        return _day(int(found[3]), _month(found[2]), int(found[1])), _rest(said, found.end())
    if found := _MONTH_NAMED.match(said):
        return _day(int(found[3]), _month(found[1]), int(found[2])), _rest(said, found.end())
    raise NoDate(False)


def order_hint(text: str) -> DateOrder | bool | None:
    """What a cell says about the order of its numbers: one of the two, ``None`` for either, ``False`` for nothing."""
    found = _NUMBERS.match(" ".join(text[:_LONGEST].split()))
    if not found or found[2] == "." or _ISO.match(text.strip()):
        return False
    first, second = int(found[1]), int(found[3])
    if first > 12 >= second:
        return DateOrder.DAY_FIRST
    if second > 12 >= first:
        return DateOrder.MONTH_FIRST
    return None if first != second and first <= 12 and second <= 12 else False


def read_clock(text: str) -> str | None:
    """The time of a day as "16:00"; nothing for words that are none."""
    found = _CLOCK.match(text.strip().casefold())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    rest = text.strip().casefold()[found.end() :].strip()
    if rest not in ("", "z", "uhr") and not re.fullmatch(r"[+-]\d{2}:?\d{2}", rest):
        return None
    if half in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif not found[2] and half not in ("u", "h"):
        return None
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_minutes(text: str) -> int | None:
    """A length in minutes, one to a day; nothing for words that are none."""
    said = text.strip().casefold()
    if found := _HOURS.fullmatch(said):
        minutes = int(found[1]) * 60 + int(found[2])
    elif found := _MINUTES.fullmatch(said):
        minutes = int(found[1])
    else:
        return None
    return minutes if 1 <= minutes <= 1440 else None


_ENDINGS = {
    "agreed": ("agreed", "agreement", "won", "resolved", "solved", "done", "einig", "geeinigt", "einigung", "geklart"),
    "partly": ("partly", "partly agreed", "partial", "teilweise", "zum teil"),
    "open": ("open", "left open", "pending", "unresolved", "offen"),
    "they_ended": ("they ended", "they ended it", "client ended it", "client ended", "kunde hat beendet"),
    "you_ended": ("you ended", "you ended it", "i ended it", "we ended it", "ich habe beendet"),
}
_TYPES = {
    CallType.COMPLAINT: ("complaint", "beschwerde", "reklamation"),
    CallType.MISUNDERSTANDING: ("misunderstanding", "missverstandnis"),
    CallType.BAD_NEWS: ("bad news", "schlechte nachricht", "schlechte nachrichten"),
    CallType.PERSONAL: ("personal circumstances", "personal", "personliche umstande", "personlich"),
    CallType.SCOPE: ("scope", "price", "deadline", "scope price or deadline", "umfang", "preis", "termin", "frist"),
    CallType.ABUSE: ("abuse", "disrespect", "abuse or disrespect", "beleidigung", "respektlos"),
}
_FOLDS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def read_ending(text: str) -> str | None:
    """The key of an ending; nothing for other words."""
    said = _tidy(text)
    return next((key for key, names in _ENDINGS.items() if said == key.replace("_", " ") or said in names), None)


def read_types(text: str) -> tuple[CallType, ...] | None:
    """Up to two kinds of call; nothing for other words, or for more."""
    whole = _type(text)
    if whole is not None:
        return (whole,)
    found = [_type(part) for part in re.split(r"[,;/+&|]", text[:200]) if part.strip()]
    if not found or None in found or len(set(found)) > 2:
        return None
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _type(text: str) -> CallType | None:
    said = _tidy(text)
    return next((kind for kind, names in _TYPES.items() if said == _tidy(str(kind)) or said in names), None)


def _tidy(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text[:200].casefold().translate(_FOLDS)).split())


def _rest(said: str, end: int) -> str:
    return said[end:].strip(" ,T·")


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise NoDate(True) from error
    if not 1900 <= year <= 2199:
        raise NoDate(True)
    return found


def _month(name: str) -> int:
    found = _months().get(name.casefold().rstrip("."))
    if found is None:
        raise NoDate(False)
    return found


@cache
def _months() -> dict[str, int]:
    """The names of months, whole and cut short, in the languages that files come in."""
    from babel.dates import get_month_names

    named: dict[str, int] = {}
    for language in ("en", "de"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                named.setdefault(str(name).casefold().rstrip("."), int(number))
    return named | {"sept": 9, "mrz": 3}
