"""Dated notes in Markdown: each is a call that was held, its text kept to the letter; nothing in it is interpreted."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from forecall.exchange.faults import ImportFault
from forecall.exchange.read.cells import NoDate, order_hint, read_clock, read_date
from forecall.exchange.read.front_matter import BadHead, split_head
from forecall.exchange.read.offer import Fault, Offer, name_in
from forecall.exchange.read.plain import read_text, readable_name, too_large
from forecall.exchange.write.safe import clipped, one_line
from forecall.journal.brought import LONGEST_ANSWER, LONGEST_NAME, LONGEST_TITLE, BroughtCall, brought_id
from forecall.journal.moments import known_zone, local_zone, planned_to_utc, utc_now, utc_text
from forecall.words import _, ngettext

ENDINGS = (".md", ".markdown", ".txt")
AT_MOST = 1 << 20
MOST_NOTES = 2000
_ALL_AT_MOST = 64 << 20
_MOST_LOOKED_AT = 20_000
_DEEPEST = 12

_HEADING = re.compile(r"^#{1,6}[ \t]+(.{1,500}?)[ \t#]*$", re.MULTILINE)
_DATED = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)([01]\d)\2([0-3]\d)(?!\d)")
_CLOCK_AFTER = re.compile(r"^[T _-]{1,2}([01]\d|2[0-3])[:h.-]?([0-5]\d)(?!\d)")
_WITH = re.compile(r"\b(?:with|mit)\s+(\S.{0,120}?)\s*(?:[,:(–—]|\s-\s|$)", re.IGNORECASE)
_CLIENT_LINE = re.compile(r"^\s*[-*]?\s*\**(?:client|customer|kunde|kundin)\**\s*:\**\s*(\S.{0,199})$", re.I | re.M)

_CLIENT, _DATE, _TITLE, _TIME = (
    ("client", "customer", "company", "with", "kunde", "kundin", "firma", "mit"),
    ("date", "day", "created", "datum", "tag", "when"),
    ("title", "subject", "titel", "betreff"),
    ("time", "uhrzeit", "zeit"),
)


def read_notes(path: Path, clients: Sequence[str] = (), *, now: str | None = None, zone: str | None = None) -> Offer:
    """What a note, or a folder of notes, offers; ``clients`` are the names that are known, to be found in headings.

    Raises ``ImportFault`` when there is no note, or more than can be read.
    """
    folder = path.is_dir()
    now, zone = now or utc_now(), zone or local_zone()
    known = sorted((name for name in clients if len(name) > 2), key=len, reverse=True)
    calls: list[BroughtCall] = []
    faults: list[Fault] = []
    size = 0
    for file in _files(path) if folder else [path]:
        parts = file.relative_to(path).parts if folder else (file.name,)
        place = os.path.join(*map(readable_name, parts))
        try:
            text = read_text(file, AT_MOST).words
            size += len(text)
            if size > _ALL_AT_MOST:
                raise _TooMuch(too_large(path.name, _ALL_AT_MOST))
            calls.append(_call(text, readable_name(file.name), place, known, now, zone))
        except _NoNote as error:
            faults.append(Fault(place, str(error)))
        except ImportFault as error:
            if not folder:
                raise
            faults.append(Fault(place, str(error).removesuffix(_("Nothing was imported.")).strip()))
        except _TooMuch as error:
            raise ImportFault(str(error)) from error
    if not calls and len(faults) == 1 and not folder:
        raise ImportFault(f"{faults[0].sentence} {_('Nothing was imported.')}")
    if not calls and not faults:
        raise ImportFault(_("{folder} holds no notes (.md). Nothing was imported.").format(folder=path.name))
    name = ngettext("{count} note", "{count} notes", len(calls) + len(faults)) if folder else readable_name(path.name)
    found = {call.id: call for call in calls}
    return Offer("notes", name, tuple(sorted(found.values(), key=lambda call: call.held or "")), tuple(faults))


class _NoNote(ValueError):
    """A file that is no dated note; the sentence why."""


class _TooMuch(ValueError):
    """More than can be read at once."""


@dataclass(frozen=True, slots=True)
class _Moment:
    day: date
    clock: str | None


def _call(text: str, name: str, place: str, known: Sequence[str], now: str, zone: str) -> BroughtCall:
    try:
        head, body = split_head(text)
    except BadHead as error:
        raise _NoNote(_("{file}: its head (front matter) cannot be read.").format(file=place)) from error
    if len(body) > LONGEST_ANSWER:
        raise _NoNote(_("{file} holds more text than a call can keep.").format(file=place))
    heading = _HEADING.search(body[:20_000])
    told = heading[1] if heading else ""
    moment = _moment(head, name, told, place)
    stem = Path(name).stem
    title = one_line(_said(head, _TITLE) or _without_date(told) or _without_date(stem.replace("_", " ")))
    client = name_in(_said(head, _CLIENT)) or name_in(_client_in(body, f"{told}\n{stem}", known))
    wall = f"{moment.day.isoformat()}T{moment.clock}" if moment.clock else None
    noon = datetime.combine(moment.day, time(12), known_zone(zone))
    over = planned_to_utc(wall, zone) if wall else utc_text(noon.astimezone(UTC))
    held = min(over, now)  # a note was written, so that the call is over, whatever the clock says
    return BroughtCall(
        id=brought_id("note", one_line(_said(head, ("id", "uid"))) or name, moment.day.isoformat()),
        place=place,
        client=clipped(client, LONGEST_NAME - 1),
        title=clipped(title, LONGEST_TITLE - 1),
        wall=wall,
        zone=zone,
        held=held,
        answers={"keep": {"text": body.strip("\r\n")}} if body.strip() else {},
    )


def _moment(head: dict[str, str], name: str, heading: str, place: str) -> _Moment:
    said = _said(head, _DATE)
    if said:
        if order_hint(said) is None:
            told = _("{file}: {date} can mean two days. Write it as 2026-11-25.")
            raise _NoNote(told.format(file=place, date=clipped(one_line(said), 20)))
        try:
            day, rest = read_date(said, None)
        except NoDate as error:
            missing = _("{file} has a date that does not exist.") if error.missing else _("{file} has no date.")
            raise _NoNote(missing.format(file=place)) from error
        return _Moment(day, read_clock(_said(head, _TIME) or rest))
    for words in (name, heading):
        found = _DATED.search(words)
        if found:
            try:
                day = date(int(found[1]), int(found[3]), int(found[4]))
            except ValueError as error:
                raise _NoNote(_("{file} has a date that does not exist.").format(file=place)) from error
            clock = _CLOCK_AFTER.match(words[found.end() :])
            return _Moment(day, f"{clock[1]}:{clock[2]}" if clock else None)
    try:
        return _Moment(read_date(heading, None)[0], None)
    except NoDate as error:
        told = _("{file} has no date: in its head, its name or its heading.")
        raise _NoNote(told.format(file=place)) from error


def _said(head: dict[str, str], names: Sequence[str]) -> str:
    return next((head[name] for name in names if head.get(name, "").strip()), "")


def _without_date(words: str) -> str:
    found = _DATED.search(words)
    if not found:
        return words
    clock = _CLOCK_AFTER.match(words[found.end() :])
    end = found.end() + (clock.end() if clock else 0)
    return f"{words[: found.start()]} {words[end:]}".strip(" -_–—:,.\t")


def _client_in(body: str, told: str, known: Sequence[str]) -> str:
    """Who a note is about: a line that says so, a client there is, or whom the heading says it was with."""
    line = _CLIENT_LINE.search(body[:5000])
    if line:
        return line[1].strip("* ")
    folded = told.casefold().replace("_", " ").replace("-", " ")
    for name in known:
        if re.search(rf"(?<!\w){re.escape(name.casefold().replace('-', ' '))}(?!\w)", folded):
            return name
    for words in told.replace("_", " ").split("\n"):
        with_whom = _WITH.search(words)
        if with_whom:
            return with_whom[1]
    return ""


def _files(folder: Path) -> Iterator[Path]:
    """The notes of a folder and of those in it, by name; links are not followed, hidden ones are passed over."""
    looked_at = found = 0
    waiting = [(folder, 0)]
    while waiting:
        place, depth = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            if place == folder:
                told = _("{path} cannot be read: {reason}.")
                raise ImportFault(told.format(path=folder, reason=error.strerror or error)) from error
            continue
        files = []
        for entry in entries:
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                raise ImportFault(_("{folder} holds too many files. Choose a smaller one.").format(folder=folder.name))
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False) and depth < _DEEPEST:
                waiting.append((Path(entry.path), depth + 1))
            elif entry.name.casefold().endswith(ENDINGS[:2]) and entry.is_file(follow_symlinks=False):
                files.append(Path(entry.path))
        found += len(files)
        if found > MOST_NOTES:
            told = _("{folder} holds more than {count} notes. Choose a smaller one.")
            raise ImportFault(told.format(folder=folder.name, count=MOST_NOTES))
        yield from reversed(files)
