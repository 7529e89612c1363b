"""``forecall import``: bring in what other programs wrote. A journal that is missing is made."""

import os
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from forecall.commands.told import USAGE, CommandError, note, say
from forecall.exchange.read import reader_for
from forecall.exchange.read.archive import Arrival
from forecall.journal.arriving import UNDOABLE, too_many_told
from forecall.words import _, ngettext

if TYPE_CHECKING:
    from forecall.exchange.read.offer import Offer
    from forecall.exchange.read.table import Table
    from forecall.journal.arriving import Arrived

R = TypeVar("R")

_SHOWN = 20
_ONLY_FOR = {
    "table": ("map", "dates", "header", "client", "leave_bad_rows"),
    "invitations": ("pick", "client", "leave_bad_rows"),
    "notes": ("client", "leave_bad_rows"),
    "archive": (),
}
"""The options that say something about each kind of file."""


def import_file(asked: Namespace) -> None:
    """Judge the file first, and only then open or make the journal."""
    reader = reader_for(asked.file)
    for name in ("map", "dates", "header", "client", "pick", "leave_bad_rows"):
        if getattr(asked, name) and name not in _ONLY_FOR[reader.name]:
            told = _("--{option} says nothing about {file}.")
            raise CommandError(told.format(option=name.replace("_", "-"), file=asked.file.name), USAGE)
    found = reader.read(asked.file, _clients(asked.journal) if reader.name == "notes" else ())
    if isinstance(found, Arrival):
        _import_archive(asked, found)
        return
    _import_offer(asked, _offer_of(found, asked) if reader.name == "table" else found)


# an archive


def _import_archive(asked: Namespace, arrival: Arrival) -> None:
    if asked.dry_run:
        count = sum(arrival.counts.values())
        say(ngettext("{count} entry would come in.", "{count} entries would come in.", count))
        if count > UNDOABLE:
            note(too_many_told())
        return
    with _journal_or_none(asked.journal):
        arrived = _bring_in(asked.journal, arrival)
    if arrived.differing:
        _refuse(arrived)
    added = ngettext("{count} entry added", "{count} entries added", arrived.added)
    same = ngettext("{count} was there already", "{count} were there already", arrived.same)
    say(_("{added}, {same}.").format(added=added, same=same))


def _bring_in(journal: Path, arrival: Arrival) -> "Arrived":
    from forecall.journal.arrivals import bring_in

    return _perform(journal, bring_in, arrival)


def _refuse(arrived: "Arrived") -> None:
    for each in arrived.differing:
        note(f"  {each}")
    raise CommandError(
        ngettext(
            "{count} entry is in the journal with other content. Nothing was imported.",
            "{count} entries are in the journal with other content. Nothing was imported.",
            len(arrived.differing),
        )
    )


# everything else


def _offer_of(table: "Table", asked: Namespace) -> "Offer":
    """The rows of a table, read as the person says, or as its names let guess."""
    from forecall.exchange.read.cells import DateOrder
    from forecall.exchange.read.columns import mapped_fields
    from forecall.exchange.read.rows import Reading, read_rows, sure_order

    named = table.named if asked.header is None else asked.header == "yes"
    names = [*(table.rows[0][1] if named else ())]
    fields = mapped_fields(asked.map or {}, [*names, *[""] * (table.width - len(names))])
    if "client" not in fields and not asked.client:
        raise CommandError(_("No column is known to hold the client. Say which: --map client=COLUMN."))
    order, doubtful = sure_order(table, fields, named)
    if asked.dates:
        order = DateOrder(asked.dates)
    elif doubtful:
        told = _("{date} can mean two days. Say which: --dates day-first or --dates month-first.")
        raise CommandError(told.format(date=doubtful))
    return read_rows(table, Reading(fields, named, order))


def _import_offer(asked: Namespace, offer: "Offer") -> None:
    from forecall.exchange.read.offer import without_client
    from forecall.journal.bringing import bring_calls
    from forecall.journal.brought import BroughtCall

    offer = _picked(offer.with_client(asked.client or ""), asked.pick)
    for remark in offer.remarks:
        note(remark)
    faults = [*offer.faults, *map(without_client, offer.nameless)]
    calls: tuple[BroughtCall, ...] = tuple(call for call in offer.calls if call.client.strip())
    _note_each([fault.sentence for fault in faults])
    if faults and not asked.leave_bad_rows:
        told = ngettext(
            "{count} of them cannot come in. Nothing was imported. --leave-bad-rows brings in the rest.",
            "{count} of them cannot come in. Nothing was imported. --leave-bad-rows brings in the rest.",
            len(faults),
        )
        raise CommandError(told)
    if not calls:
        raise CommandError(_("Nothing of it can come in. Nothing was imported."))
    _note_each([f"{_placed(call)}: {call.remark}" for call in calls if call.remark])
    if asked.dry_run:
        _tell(calls)
        return
    with _journal_or_none(asked.journal):
        say(_perform(asked.journal, bring_calls, calls).sentence)


def _picked(offer: "Offer", pick: str | None) -> "Offer":
    """The events that were picked: one alone needs no word."""
    if not offer.pick:
        return offer
    if pick == "all":
        return offer
    numbers = {part.strip() for part in (pick or "").split(",") if part.strip()}
    listed = {str(number): call for number, call in enumerate(offer.calls, 1)}
    if not numbers or numbers - set(listed):
        for number, call in list(listed.items())[:_SHOWN]:
            note(f"{number}  {_line(call)}")
        raise CommandError(
            _("{file} holds several events. Say which: --pick 1,3 or --pick all.").format(file=offer.name)
        )
    return replace(offer, calls=tuple(call for number, call in listed.items() if number in numbers))


def _note_each(sentences: list[str]) -> None:
    for sentence in sentences[:_SHOWN]:
        note(sentence)
    if len(sentences) > _SHOWN:
        note(_("… and {count} more").format(count=len(sentences) - _SHOWN))


def _tell(calls: Any) -> None:
    for call in calls[:_SHOWN]:
        say(f"  {_line(call)}")
    if len(calls) > _SHOWN:
        say(_("… and {count} more").format(count=len(calls) - _SHOWN))
    say(ngettext("{count} would come in.", "{count} would come in.", len(calls)))


def _line(call: Any) -> str:
    from forecall.commands.told import plain

    when = (call.wall or (call.held or "")[:10] or _("no time yet")).replace("T", " ")
    return plain(" · ".join(part for part in (when, call.client or _("no client"), call.title) if part))


def _placed(call: Any) -> str:
    """Where a call stands in the file, and what it is: events are listed in another order than the file's."""
    return " · ".join(filter(None, (call.place, call.title)))


def _perform(journal: Path, operation: Callable[..., R], given: object) -> R:
    """As the window does: one act, which the window can take back. A journal that is busy is not waited for."""
    from forecall.storage.database import Database
    from forecall.workspace.acts import Acts
    from forecall.workspace.performing import perform_on

    database = Database(journal)
    try:
        brought, _images = perform_on(database, operation, (given,), {}, Acts())
        return brought  # type: ignore[no-any-return]
    finally:
        database.close()


def _clients(journal: Path) -> list[str]:
    """The names of the clients there are; none where there is no journal yet."""
    if not journal.exists():
        return []
    from forecall.commands.opening import reading
    from forecall.journal.reading import list_clients

    with reading(journal) as connection:
        return [client.name for client in list_clients(connection)]


@contextmanager
def _journal_or_none(journal: Path) -> Iterator[None]:
    """Leave no empty journal where none was before."""
    missing = not os.path.lexists(journal)
    try:
        yield
    except BaseException:
        if missing:
            for ending in ("", "-wal", "-shm"):
                journal.with_name(journal.name + ending).unlink(missing_ok=True)
        raise
