"""A table as calls: each row read by what its columns hold, with what is wrong in it said by its number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from forecall.exchange.read.cells import (
    DateOrder,
    NoDate,
    order_hint,
    read_clock,
    read_date,
    read_ending,
    read_minutes,
    read_types,
)
from forecall.exchange.read.columns import NO_FIELD, guess_fields
from forecall.exchange.read.offer import Fault, Offer, name_in
from forecall.exchange.read.table import Table
from forecall.exchange.write.safe import clipped, one_line
from forecall.guide.question import Value
from forecall.journal.brought import LONGEST_ANSWER, LONGEST_NAME, LONGEST_TITLE, BroughtCall, Promise, brought_id
from forecall.journal.moments import from_utc, known_zone, local_zone, planned_to_utc, utc_now, utc_text
from forecall.words import _

_MORNING, _NOON = "09:00", time(12)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is to be read: the field of each column, whether the first row names them, how dates are meant."""

    fields: tuple[str, ...]
    named: bool
    order: DateOrder | None = None


def first_reading(table: Table) -> Reading:
    """How a table is likely to be read."""
    names = table.rows[0][1] if table.named else ()
    guessed = guess_fields([*names, *[""] * (table.width - len(names))])
    return Reading(guessed, table.named, sure_order(table, guessed, table.named)[0])


def sure_order(table: Table, fields: Sequence[str], named: bool) -> tuple[DateOrder | None, str]:
    """How dates are meant, where the table itself shows it, and else one that can mean two days (or nothing)."""
    columns = [place for place, field in enumerate(fields) if field in ("date", "due")]
    doubtful = ""
    found: set[DateOrder] = set()
    for _number, row in _body(table, named):
        for place in columns:
            hint = order_hint(row[place]) if place < len(row) else False
            if hint is None:
                doubtful = doubtful or one_line(row[place])
            elif isinstance(hint, DateOrder):
                found.add(hint)
    if len(found) == 1:
        return found.pop(), ""
    return None, doubtful


def read_rows(table: Table, reading: Reading, *, now: str | None = None, zone: str | None = None) -> Offer:
    """The rows as calls, read in one way; rows that cannot come in are named with what is wrong."""
    when = _When(now or utc_now(), zone or local_zone(), reading.order)
    calls: list[BroughtCall] = []
    faults: list[Fault] = []
    seen: dict[tuple[str, ...], int] = {}
    names = table.rows[0][1] if reading.named else None
    for number, row in _body(table, reading.named):
        place = _("Row {number}").format(number=number)
        cells = _cells(reading.fields, row)
        try:
            call, identity = _call(cells, place, when)
        except _BadRow as error:
            faults.append(Fault(place, str(error)))
            continue
        seen[identity] = seen.get(identity, 0) + 1
        key = brought_id("csv", *identity, str(seen[identity]))
        calls.append(replace(call, id=key, remark=_left_out(names, reading.fields, row)))
    remarks: tuple[str, ...] = ()
    if table.guessed:
        told = _("Nothing says which letters the file is written in; it was read as {encoding}.")
        remarks = (told.format(encoding=table.encoding),)
    return Offer("table", table.name, tuple(calls), tuple(faults), remarks)


def _body(table: Table, named: bool) -> tuple[tuple[int, tuple[str, ...]], ...]:
    return table.rows[1:] if named else table.rows


def _cells(fields: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells by field; of several columns for one field the words stand below each other."""
    found: dict[str, str] = {}
    for field, cell in zip(fields, row, strict=False):
        if field != NO_FIELD and cell.strip():
            found[field] = f"{found[field]}\n{cell}" if field in found else cell
    return found


def _left_out(names: Sequence[str] | None, fields: Sequence[str], row: Sequence[str]) -> str:
    """What to say of words that stand where no column has a name: a comma without quotes puts them there."""
    if names is None:
        return ""
    named = [bool(name.strip()) for name in names]
    places = zip(row, fields, [*named, *[False] * (len(row) - len(named))], strict=False)
    words = [one_line(cell) for cell, field, has_name in places if cell.strip() and field == NO_FIELD and not has_name]
    if not words:
        return ""
    told = _("It holds words in a column without a name, which are left out: “{words}”.")
    return told.format(words=clipped(" · ".join(words), 80))


class _BadRow(ValueError):
    """What is wrong with a row, as a sentence."""


@dataclass(frozen=True, slots=True)
class _When:
    now: str
    zone: str
    order: DateOrder | None

    def day(self, text: str, place: str) -> tuple[date, str]:
        try:
            return read_date(text, self.order)
        except NoDate as error:
            if error.missing:
                raise _BadRow(_("{place} has a date that does not exist.").format(place=place)) from error
            told = _("{place} has a date that cannot be read: “{date}”.")
            raise _BadRow(told.format(place=place, date=clipped(one_line(text), 40))) from error

    def of(self, cells: dict[str, str], place: str) -> tuple[str | None, str | None]:
        """The planned wall time, and the moment it was held where it is over."""
        if "date" not in cells:
            return None, None
        day, rest = self.day(cells["date"], place)
        said = cells.get("time") or rest
        clock = read_clock(said) if said else None
        if said and clock is None:
            told = _("{place} has a time that cannot be read: “{time}”.")
            raise _BadRow(told.format(place=place, time=clipped(one_line(said), 40)))
        if clock is None and day < from_utc(self.now).astimezone(known_zone(self.zone)).date():
            noon = datetime.combine(day, _NOON, known_zone(self.zone))
            return None, utc_text(noon.astimezone(UTC))
        wall = f"{day.isoformat()}T{clock or _MORNING}"
        moment = planned_to_utc(wall, self.zone)
        return wall, moment if moment < self.now else None


def _call(cells: dict[str, str], place: str, when: _When) -> tuple[BroughtCall, tuple[str, ...]]:
    client = name_in(cells.get("client", ""))
    if len(client) > LONGEST_NAME:
        raise _BadRow(_("{place} has a client's name of more than 200 characters.").format(place=place))
    if any(len(cell) > LONGEST_ANSWER for cell in cells.values()):
        raise _BadRow(_("{place} holds more text than a call can keep.").format(place=place))
    wall, held = when.of(cells, place)
    minutes = read_minutes(cells["length"]) if "length" in cells else 30
    if minutes is None:
        told = _("{place} has a length that is no number of minutes up to a day: “{length}”.")
        raise _BadRow(told.format(place=place, length=clipped(one_line(cells["length"]), 40)))
    title = one_line(cells.get("title", ""))
    types, ending = read_types(cells.get("type", "")), read_ending(cells.get("ended", ""))
    if ending is not None and held is None and wall is None:
        held = when.now  # how it ended is known, and when is not said
    if held is None:
        ending = None  # what is still ahead has not ended, whatever a column of states says
    notes = [cells["notes"]] if "notes" in cells else []
    notes += [title] if len(title) > LONGEST_TITLE else []
    notes += [_("Type: {words}").format(words=cells["type"])] if "type" in cells and types is None else []
    notes += [_("How it ended: {words}").format(words=cells["ended"])] if "ended" in cells and ending is None else []
    promise = one_line(cells.get("promise", ""))
    due = when.day(cells["due"], place)[0].isoformat() if promise and "due" in cells else None
    brought = BroughtCall(
        id="",
        place=place,
        client=client,
        title=clipped(title, LONGEST_TITLE - 1),
        wall=wall,
        zone=when.zone,
        held=held,
        length_minutes=minutes,
        types=types or (),
        links=cells.get("links", "").strip(),
        known=cells.get("known", "").strip(),
        answers=_answers(cells, "\n".join(notes), ending, held is not None),
        promises=(Promise(promise, due),) if promise else (),
        lesson=(one_line(cells.get("lesson_if", "")), one_line(cells.get("lesson_then", ""))),
        is_call=bool(set(cells) - {"client", "known"}),
    )
    said = (client.casefold(), cells.get("date", ""), cells.get("time", ""), title)
    whole = tuple(cells.get(name, "") for name in ("issue", "notes")) if not any(said[1:]) else ()
    return brought, (*said, *whole)


def _answers(cells: dict[str, str], notes: str, ending: str | None, over: bool) -> dict[str, Value]:
    answers: dict[str, Value] = {}
    if "issue" in cells:
        answers["issue"] = {"text": cells["issue"]}
    if notes:
        answers["keep" if over else "facts"] = {"text" if over else "know": notes}
    if ending is not None:
        answers["ended"] = {"picked": [ending]}
    for key in ("went_well", "differently"):
        if key in cells:
            answers[key] = {"text": cells[key]}
    return answers
