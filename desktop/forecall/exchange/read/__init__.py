"""Files on their way in: one function, and one line for each format."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forecall.exchange.faults import ImportFault
from forecall.words import N_, _


@dataclass(frozen=True, slots=True)
class Incoming:
    """A kind of file: its name and endings, what a person calls it, and what reads it.

    What is read is an ``Offer`` to look at, a ``Table`` whose columns are to be named, or an archive's ``Arrival``.
    ``clients`` are the names of the clients there are.
    """

    name: str
    endings: tuple[str, ...]
    words: str
    read: Callable[[Path, Sequence[str]], Any]


def _archive(path: Path, clients: Sequence[str]) -> Any:
    from forecall.exchange.read.archive import read_archive

    return read_archive(path)


def _invitations(path: Path, clients: Sequence[str]) -> Any:
    from forecall.exchange.read.invitations import read_invitations

    return read_invitations(path)


def _table(path: Path, clients: Sequence[str]) -> Any:
    from forecall.exchange.read.table import read_table

    return read_table(path)


def _notes(path: Path, clients: Sequence[str]) -> Any:
    from forecall.exchange.read.notes import read_notes

    return read_notes(path, clients)


# To add a format that comes in: write exchange/read/x.py with a function from a path to an Offer, import it late in
# a small function above, and add its line here. Window and command line take what stands here.
READERS: tuple[Incoming, ...] = (
    Incoming("archive", (".json",), N_("Archives of a journal"), _archive),
    Incoming("invitations", (".ics", ".ical", ".ifb", ".icalendar"), N_("Invitations"), _invitations),
    Incoming("table", (".csv", ".tsv", ".tab"), N_("Tables"), _table),
    Incoming("notes", (".md", ".markdown", ".txt"), N_("Notes"), _notes),
)


def reader_for(path: Path) -> Incoming:
    """What reads a file, by its ending; a folder holds notes. Raises ``ImportFault`` where nothing does."""
    if path.is_dir():
        return READERS[-1]
    ending = path.suffix.casefold()
    found = next((each for each in READERS if ending in each.endings), None)
    if found is None:
        known = ", ".join(each.endings[0] for each in READERS)
        told = _("{name} is of a kind that cannot be brought in. It can end in {endings}. Nothing was imported.")
        raise ImportFault(told.format(name=path.name, endings=known))
    return found


def is_known(path: Path) -> bool:
    """Whether something here reads this kind of file; looks at the name, and whether it is a folder."""
    try:
        reader_for(path)
    except ImportFault:
        return False
    return True
