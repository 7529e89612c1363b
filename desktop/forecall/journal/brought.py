"""What a file from elsewhere brings for the journal: calls as they would come in; no SQLModel needed to say it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category
from uuid import NAMESPACE_OID, uuid5

from forecall.guide.question import CallType, Value
from forecall.words import _, ngettext

LONGEST_TITLE = LONGEST_NAME = 200
LONGEST_ANSWER = 100_000
"""Characters that come in for one box: as many as can be pasted into it."""

_ASKED_AT_ONCE = 500


def brought_id(kind: str, *identity: str) -> str:
    """The key of a call from elsewhere. It follows from what the file calls it: twice the same makes one call."""
    return str(uuid5(NAMESPACE_OID, "\x1f".join(("brought", kind, *identity))))


def names_somebody(name: str) -> bool:
    """Whether a client can have this name: something of it can be seen. Joiners and marks of direction alone cannot."""
    return any(category(letter)[0] not in "CZ" for letter in name)


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised on a call, by a day (``2026-11-26``) or without one."""

    text: str
    due: str | None = None


@dataclass(frozen=True, slots=True)
class BroughtCall:
    """One call as it would come in; where it ``is_call`` no call, a client alone, with what is known about them.

    ``wall`` and ``zone`` say when it is or was planned; ``held`` is the UTC moment of one that is over.
    """

    id: str
    place: str = ""
    """Where it stands in the file, as a person finds it: "Row 7"."""
    client: str = ""
    title: str = ""
    wall: str | None = None
    zone: str = ""
    held: str | None = None
    length_minutes: int = 30
    types: tuple[CallType, ...] = ()
    links: str = ""
    known: str = ""
    answers: Mapping[str, Value] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    lesson: tuple[str, str] = ("", "")
    """If this happens again, then I will…"""
    others: tuple[str, ...] = ()
    """Who else may be the client."""
    remark: str = ""
    """What the person should know of it, in a sentence."""
    is_call: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """A call from elsewhere that the journal has already."""

    id: str
    wall: str | None
    zone: str | None
    utc: str | None
    over: bool
    deleted: bool


def standing_calls(connection: Any, ids: Iterable[str]) -> dict[str, Standing]:
    """Which of these calls the journal has, by key; reads on a raw connection."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Standing] = {}
    for start in range(0, len(wanted), _ASKED_AT_ONCE):
        some = wanted[start : start + _ASKED_AT_ONCE]
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            "SELECT id, planned_wall, planned_zone, planned_utc, held_at IS NOT NULL, deleted_at IS NOT NULL"
            f" FROM call WHERE id IN ({marks})",
            some,
        )
        for key, wall, zone, utc, over, deleted in rows:
            found[key] = Standing(key, wall, zone, utc, bool(over), bool(deleted))
    return found


def is_moved(call: BroughtCall, standing: Standing) -> bool:
    """Whether a call that is still ahead in the journal now stands at another time."""
    from forecall.journal.moments import planned_to_utc

    if call.wall is None or standing.over or standing.deleted or call.held is not None:
        return False
    return planned_to_utc(call.wall, call.zone) != standing.utc


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of it."""

    added: int = 0
    there: int = 0
    moved: int = 0
    back: int = 0
    clients: int = 0
    first: str = ""
    """The key of the first call that was added, moved or brought back."""

    @property
    def sentence(self) -> str:
        """What came of it, in words."""
        told = []
        if self.added:
            told.append(ngettext("{count} call was added.", "{count} calls were added.", self.added))
        if self.clients:
            told.append(ngettext("{count} client was added.", "{count} clients were added.", self.clients))
        if self.moved:
            told.append(ngettext("{count} call was moved.", "{count} calls were moved.", self.moved))
        if self.back:
            told.append(ngettext("{count} call was brought back.", "{count} calls were brought back.", self.back))
        if not told:
            told.append(_("Nothing is new."))
        if self.there:
            told.append(ngettext("{count} was already there.", "{count} were already there.", self.there))
        return " ".join(told)
