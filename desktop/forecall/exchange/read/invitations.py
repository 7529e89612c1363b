"""Invitations (``.ics``): each event becomes a call to prepare, a repeating one its next occurrence only."""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from forecall.exchange.faults import ImportFault
from forecall.exchange.read.attendees import others_in
from forecall.exchange.read.event_times import When, moment_in, when_of
from forecall.exchange.read.offer import MOST_CALLS, Fault, Offer
from forecall.exchange.read.plain import read_text
from forecall.exchange.read.repeats import NotFollowed, next_day, rule_of
from forecall.exchange.write.safe import clipped, one_line, printable
from forecall.guide.question import Value
from forecall.journal.brought import LONGEST_NAME, LONGEST_TITLE, BroughtCall, brought_id
from forecall.journal.moments import from_utc, local_zone, utc_now
from forecall.words import _, ngettext

AT_MOST = 4 << 20
MOST_LINES = 200_000
_MOST_DEPTH = 20
_MOST_REPEATING = 500
_LONGEST_NOTES = 20_000
_ADDRESS = re.compile(r"https?://[^\s<>\"'\]}\x00-\x1f]{3,2000}", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,1000}>")
_ENDED = re.compile(r"</?(p|br|div|li|tr)\b[^<>]{0,200}>", re.IGNORECASE)

_MISREAD = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError, OSError)
"""What a library raises over a property that is not as it should be."""


@dataclass(frozen=True, slots=True)
class _Series:
    """An event with the single occurrences of it that were changed."""

    whole: Any
    changed: tuple[Any, ...]


def read_invitations(path: Path, *, now: str | None = None, zone: str | None = None) -> Offer:
    """What a file of events offers, soonest first; raises ``ImportFault`` with the place of the fault."""
    text = read_text(path, AT_MOST).words
    now, zone = now or utc_now(), zone or local_zone()
    calendars = _calendars(text, path.name)
    calls: list[BroughtCall] = []
    faults: list[Fault] = []
    cancelled = number = repeating = 0
    for found in calendars:
        method = str(found.get("METHOD", "")).upper()
        for series in _series(found):
            number += 1
            place = _("Event {number}").format(number=number)
            if method == "CANCEL" or _is_cancelled(series.whole):
                cancelled += 1
                continue
            repeating += "RRULE" in series.whole
            try:
                follow = repeating <= _MOST_REPEATING
                calls.append(_call(series, place, method, from_utc(now), zone, follow))
            except _NoTime as error:
                faults.append(Fault(place, str(error)))
            except _MISREAD:
                faults.append(Fault(place, _("{place} cannot be read.").format(place=place)))
    if number > MOST_CALLS:
        raise ImportFault(
            _("{file} holds too many events to choose from. Nothing was imported.").format(file=path.name)
        )
    if not number:
        raise ImportFault(_("{file} holds no event. Nothing was imported.").format(file=path.name))
    return Offer("invitations", path.name, tuple(_soonest(calls)), tuple(faults), _told(cancelled), pick=len(calls) > 1)


def _told(cancelled: int) -> tuple[str, ...]:
    if not cancelled:
        return ()
    return (
        ngettext(
            "{count} event was cancelled, and is left out.",
            "{count} events were cancelled, and are left out.",
            cancelled,
        ),
    )


def _soonest(calls: Iterable[BroughtCall]) -> Iterator[BroughtCall]:
    """What is ahead comes first, the soonest before the rest; then what is over, the last first."""
    found = list({call.id: call for call in calls}.values())
    ahead = [call for call in found if call.held is None]
    yield from sorted(ahead, key=lambda call: call.wall or "9")
    yield from sorted((call for call in found if call.held), key=lambda call: call.held or "", reverse=True)


# the file


def _calendars(text: str, name: str) -> list[Any]:
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise ImportFault(_("{file} has too many lines to read. Nothing was imported.").format(file=name))
    kept = list(_without_zones(lines, name))
    from icalendar import Calendar

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of zones with a maker's prefix: they are read here
            found = Calendar.from_ical("\r\n".join(kept) + "\r\n", multiple=True)
    except _MISREAD as error:
        told = _("{file} is not sound: {reason}. Nothing was imported.")
        raise ImportFault(told.format(file=name, reason=clipped(one_line(str(error)), 120).rstrip("."))) from error
    return [each for each in found if each.name == "VCALENDAR"]


def _without_zones(lines: Iterable[str], name: str) -> Iterator[str]:
    """The lines without definitions of time zones: they can hold rules that never end; zones go by their name here."""
    depth = zone = begun = 0
    for number, line in enumerate(lines, 1):
        told = line.strip().upper()
        if told.startswith("BEGIN:"):
            depth += 1
            if depth > _MOST_DEPTH:
                place = _("Line {number}").format(number=number)
                raise ImportFault(_("{place}: it is nested too deeply. Nothing was imported.").format(place=place))
            begun += told == "BEGIN:VCALENDAR"
            if told == "BEGIN:VTIMEZONE" and not zone:
                zone = depth
        if not zone:
            yield line
        if told.startswith("END:"):
            if depth == zone:
                zone = 0
            depth = max(0, depth - 1)
    if not begun:
        raise ImportFault(_("{file} is not a calendar. Nothing was imported.").format(file=name))
    if depth:
        raise ImportFault(_("{file} ends too early. Nothing was imported.").format(file=name))


def _series(found: Any) -> Iterator[_Series]:
    events = [each for each in found.subcomponents if each.name == "VEVENT"]
    changed: dict[str, list[Any]] = {}
    whole: dict[str, Any] = {}
    for place, event in enumerate(events):
        uid = _word(event, "UID")
        if uid and "RECURRENCE-ID" in event:
            changed.setdefault(uid, []).append(event)
        else:
            whole[uid or f"\x1f{place}"] = event
    for uid, event in whole.items():
        yield _Series(event, tuple(changed.pop(uid, ())))
    for alone in changed.values():  # an invitation to one occurrence of a series that is not in the file
        for event in alone:
            yield _Series(event, ())


# one event


class _NoTime(ValueError):
    """The event says no time that exists."""


def _call(series: _Series, place: str, method: str, now: datetime, zone: str, follow: bool) -> BroughtCall:
    event, when, occurrence, remark = _next(series, place, now, zone, follow)
    title = clipped(one_line(_word(event, "SUMMARY")), LONGEST_TITLE - 1)
    others = others_in(event, method)
    identity = _word(event, "UID") or f"{title} {when.start.isoformat()}"
    over = when.ends <= now
    notes = _notes(event)
    answers: dict[str, Value] = {}
    if notes:
        answers = {"keep": {"text": notes}} if over else {"facts": {"know": notes}}
    return BroughtCall(
        id=brought_id("ics", identity, occurrence),
        place=place,
        client=clipped(others[0], LONGEST_NAME - 1) if others else "",
        title=title,
        wall=when.wall,
        zone=when.zone,
        held=when.ends.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if over else None,
        length_minutes=when.minutes,
        links="\n".join(_links(event)),
        answers=answers,
        others=others,
        remark=" ".join(filter(None, (remark, _left_behind(series, event, now, zone), when.remark))),
    )


def _next(series: _Series, place: str, now: datetime, zone: str, follow: bool) -> tuple[Any, When, str, str]:
    """The event that counts, when it is, which occurrence of a series it is, and what to say about that."""
    event = series.whole
    when = when_of(event, zone)
    if when is None:
        raise _NoTime(_("{place} has no date, or one that does not exist.").format(place=place))
    start = when.start.date()
    if "RRULE" not in event:
        return event, when, _day_text(event, "RECURRENCE-ID"), ""
    own = start.isoformat()
    changed = {_day_text(each, "RECURRENCE-ID"): each for each in series.changed[:_MOST_REPEATING]}
    gone = frozenset(_left_out(event)) | frozenset(date.fromisoformat(day) for day in changed if day)
    if when.ends > now and start not in gone:
        return event, when, own, _("It repeats; only the next one comes in.")
    if not follow:
        return event, when, own, _("It repeats; only its first date is offered.")
    try:
        rule = rule_of(_only(event["RRULE"]))
        day = next_day(rule, start, (now.astimezone(when.start.tzinfo)).date(), gone)
        if day is not None and when.on(day).ends <= now:
            day = next_day(rule, start, day + timedelta(days=1), gone)
    except (NotFollowed, *_MISREAD):
        return event, when, own, _("It repeats in a way that is not followed here; only its first date is offered.")
    candidates = [(event, when.on(day), day.isoformat())] if day is not None else []
    for original, each in changed.items():
        moved = None if _is_cancelled(each) else when_of(each, zone)
        if moved is not None and moved.ends > now:
            candidates.append((each, moved, original))
    if not candidates:
        return event, when, own, _("It repeated, and is over.")
    soonest = min(candidates, key=lambda found: found[1].start.astimezone(UTC))
    return *soonest, _("It repeats; only the next one comes in.")


def _left_behind(series: _Series, chosen: Any, now: datetime, zone: str) -> str:
    """What to say of the occurrences ahead that were changed, where another one comes in."""
    others = [each for each in series.changed if each is not chosen and not _is_cancelled(each)]
    ahead = [when for when in (when_of(each, zone) for each in others) if when is not None and when.ends > now]
    if not ahead:
        return ""
    return ngettext("{count} changed date of it is left out.", "{count} changed dates of it are left out.", len(ahead))


def _only(found: Any) -> Any:
    if isinstance(found, list):
        raise NotFollowed("several rules")
    return found


def _left_out(event: Any) -> Iterator[date]:
    found = event.get("EXDATE", [])
    for dates in found if isinstance(found, list) else [found]:
        for each in getattr(dates, "dts", ())[:_MOST_REPEATING]:
            yield each.dt.date() if isinstance(each.dt, datetime) else each.dt


def _day_text(event: Any, name: str) -> str:
    found = moment_in(event.get(name))
    return found.isoformat()[:10] if isinstance(found, date) else ""


def _is_cancelled(event: Any) -> bool:
    return _word(event, "STATUS").upper() == "CANCELLED"


def _links(event: Any) -> list[str]:
    """The addresses it names, and the place where there is none: "Room 4"."""
    told = [_word(event, name) for name in ("URL", "CONFERENCE", "X-GOOGLE-CONFERENCE", "LOCATION")]
    told.append(_word(event, "X-MICROSOFT-SKYPETEAMSMEETINGURL"))
    found = [each.rstrip(".,;)") for text in told for each in _ADDRESS.findall(text[:5000])]
    place = one_line(_word(event, "LOCATION"))
    if place and not _ADDRESS.search(place):
        found.append(clipped(place, 500))
    return list(dict.fromkeys(found))[:10]


def _notes(event: Any) -> str:
    """What it says about itself, as plain words: of markup only the words stay."""
    text = printable(_word(event, "DESCRIPTION"))[: 4 * _LONGEST_NOTES]
    if re.match(r"\s*<(html|!doctype|p|div|span|br|body)\b", text, re.IGNORECASE):
        from html import unescape

        text = unescape(_TAG.sub("", _ENDED.sub("\n", text)))
    return clipped(re.sub(r"\n{3,}", "\n\n", printable(text)).strip(), _LONGEST_NOTES)


def _word(event: Any, name: str) -> str:
    found = event.get(name, "")
    if isinstance(found, list):
        found = found[0] if found else ""
    if moment_in(found) is not None:
        return str(moment_in(found))
    return str(found).replace("\0", "")
