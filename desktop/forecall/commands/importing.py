"""``forecall import``: bring in an archive. A journal that is missing is made, one that differs stays."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from forecall.commands.told import CommandError, note, say
from forecall.exchange.read.archive import Arrival, read_archive
from forecall.words import _, ngettext

if TYPE_CHECKING:
    from forecall.journal.arriving import Arrived


def import_archive(asked: Namespace) -> None:
    """Judge the archive first, and only then open or make the journal."""
    arrival = read_archive(asked.file)
    missing = not asked.journal.exists()
    try:
        arrived = _bring_in(asked.journal, arrival)
    except BaseException:
        if missing:
            _take_back(asked.journal)
        raise
    if arrived.differing:
        _refuse(arrived)
    added = ngettext("{count} entry added", "{count} entries added", arrived.added)
    same = ngettext("{count} was there already", "{count} were there already", arrived.same)
    say(_("{added}, {same}.").format(added=added, same=same))


def _bring_in(journal: Path, arrival: Arrival) -> "Arrived":
    from forecall.journal.arrivals import bring_in
    from forecall.storage.database import Database

    database = Database(journal)
    try:
        with database.session() as session:
            return bring_in(session, arrival)
    finally:
        database.close()


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


def _take_back(journal: Path) -> None:
    """Leave no empty journal where none was before."""
    for ending in ("", "-wal", "-shm"):
        journal.with_name(journal.name + ending).unlink(missing_ok=True)
