"""What an arrival is to the journal: rows by table, from wherever they come; no SQLModel needed to say it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from forecall.words import _, ngettext

UNDOABLE = 5000
"""So many rows can be taken back again after they came in; for more there is only the backup."""


def too_many_told() -> str:
    """That what may come in is too much to be taken back afterwards, to be said before."""
    return ngettext(
        "With more than {count} new entry this cannot be undone afterwards. Make a backup first.",
        "With more than {count} new entries this cannot be undone afterwards. Make a backup first.",
        UNDOABLE,
    )


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of one table by the names of its columns; ``value`` is an object, not its text."""

    table: str
    rows: list[dict[str, Any]]


class Arriving(Protocol):
    """Rows that can be gone through more than once; parents need not come first."""

    def chunks(self, size: int = 500) -> Iterator[Chunk]:
        """The rows, a chunk at a time."""
        ...


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came of it: rows added, rows that were there already, and what has the same key and other content.

    When anything differs nothing was added.
    """

    added: int
    same: int
    differing: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What came of it, in words."""
        if self.differing:
            told = ngettext(
                "{count} entry is in the journal with other words.",
                "{count} entries are in the journal with other words.",
                len(self.differing),
            )
            return _("{told} Nothing was imported.").format(told=told)
        there = ngettext("{count} entry was there already.", "{count} entries were there already.", self.same)
        if not self.added:
            return _("Nothing is new. {there}").format(there=there)
        added = ngettext("{count} entry was added.", "{count} entries were added.", self.added)
        return f"{added} {there}" if self.same else added
