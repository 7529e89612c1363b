"""What reading a journal gives: plain rows without a database behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from forecall.guide.question import CallType, Value

PROMISED, CHECK_BACK, TELL = "promised", "check_back", "tell"

FOLLOW_UPS = {CHECK_BACK: "date", TELL: "text"}
"""Answers that become a promise of their own, with the part that says so."""

PROMISES = (PROMISED, *FOLLOW_UPS)
"""The lists whose entries are promises: they have a day and come back on the first screen."""


LIVE = "live"
"""The list of what was noted during a call: its entries have a ``kind``, the seconds into the call, and words."""

LIVE_DRAFT = "live"
"""The draft that remembers the window of the live sheet: in the journal, so that a crash does not lose it."""

ENDED = "ended"
"""The question how the call ended; its answer resolves the forecast."""

REHEARSED = "rehearsed"
"""The list of answers that were practised before a call."""

FORESEEN_ANSWERS = ("forecast", "feelings", "expects")
FORESEEN_ITEMS = "objections"
"""What was foreseen of a call; the file keeps it as it is from the moment the call begins."""


class LiveKind(StrEnum):
    """What a note taken during a call is."""

    NOTE = "note"
    HEATED = "heated"
    PROMISE = "promise"
    SURPRISE = "surprise"
    OBJECTION = "objection"  # one that was foreseen was raised
    RUNG = "rung"  # of the ladder was said
    CALM = "calm"
    OFFENCE = "offence"


class Stage(StrEnum):
    """Where a call stands: prepare → call → reflect → done, or it did not happen."""

    PREPARE = "prepare"
    CALL = "call"
    REFLECT = "reflect"
    DONE = "done"
    DID_NOT_HAPPEN = "did_not_happen"


@dataclass(frozen=True, slots=True)
class ClientRecord:
    """One client and, where it was read with them, the number of calls."""

    id: str
    name: str
    known: str = ""
    archived_at: str | None = None
    deleted_at: str | None = None
    calls: int = 0
    last_moment: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """The answer to one question, with the wording that was shown when it was written."""

    key: str
    value: Value
    wording: str = ""


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One entry of a list question. ``due`` is a day; ``done_at`` a UTC moment."""

    id: str
    call_id: str
    key: str
    position: int
    value: Value
    wording: str = ""
    due: str | None = None
    done_at: str | None = None

    @property
    def text(self) -> str:
        """The entry's own words."""
        return str(self.value.get("text", ""))


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """A promise with whom it was made to."""

    id: str
    call_id: str
    client_id: str
    client_name: str
    text: str
    due: str | None
    done_at: str | None
    result: str = ""


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """An if-then plan with where it comes from. ``client_name`` and ``moment`` are those of the source call."""

    id: str
    call_id: str | None
    if_text: str
    then_text: str
    why: str = ""
    skill: str = ""
    types: tuple[CallType, ...] = ()
    used: int = 0
    helped: int = 0
    archived_at: str | None = None
    created_at: str = ""
    client_id: str = ""
    client_name: str = ""
    moment: str | None = None
    call_types: tuple[CallType, ...] = ()


@dataclass(frozen=True, slots=True)
class PhraseRecord:
    """A phrase of the person's own, or, with a ``guide_key`` and no words, one of the guide's that is hidden."""

    id: str
    guide_key: str = ""
    moment: str = ""
    text: str = ""
    fits: tuple[str, ...] = ()
    types: tuple[CallType, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class CallHead:
    """A call as lists show it."""

    id: str
    client_id: str
    client_name: str
    title: str
    types: tuple[CallType, ...]
    stage: Stage
    moment: str
    planned_wall: str | None
    planned_zone: str | None
    planned_utc: str | None
    length_minutes: int
    held_at: str | None = None
    looked_back_now_at: str | None = None
    ended: str = ""
    archived_at: str | None = None
    deleted_at: str | None = None


@dataclass(frozen=True, slots=True)
class LockRecord:
    """What was foreseen when a call began, by question key; ``unlocked_at`` when it had not begun after all."""

    locked_at: str
    unlocked_at: str | None
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LiveNote:
    """One thing noted during a call, ``at`` seconds into it. ``of`` is the objection or the rung it is about."""

    id: str
    kind: LiveKind
    at: int
    text: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A whole call: its head and everything written about it, by question key."""

    head: CallHead
    known: str = ""  # what is known about the client
    links: str = ""
    started_at: str | None = None
    looked_back_later_at: str | None = None
    left_at: str | None = None
    did_not_happen_at: str | None = None
    copied_from: str | None = None
    answers: dict[str, AnswerRecord] = field(default_factory=dict)
    items: dict[str, tuple[ItemRecord, ...]] = field(default_factory=dict)
    lesson: LessonRecord | None = None
    locks: tuple[LockRecord, ...] = ()

    @property
    def forecast_locked(self) -> bool:
        """Whether what was foreseen can no longer be changed."""
        return self.lock is not None

    @property
    def lock(self) -> LockRecord | None:
        """The lock that holds what was foreseen, if there is one."""
        return next((lock for lock in reversed(self.locks) if lock.unlocked_at is None), None)

    @property
    def live_notes(self) -> tuple[LiveNote, ...]:
        """What was noted during the call, in the order of its time; of an entry that says no kind, the words."""
        return in_order(self.items.get(LIVE, ()))

    def text(self, key: str, part: str = "text") -> str:
        """The words of one part of an answer, or nothing."""
        answer = self.answers.get(key)
        found = answer.value.get(part, "") if answer else ""
        return found.strip() if isinstance(found, str) else ""

    def picked(self, key: str, part: str = "picked") -> tuple[str, ...]:
        """The keys that were picked in one part of an answer."""
        answer = self.answers.get(key)
        found = answer.value.get(part, []) if answer else []
        return tuple(found) if isinstance(found, list) else (str(found),) if found else ()

    def number(self, key: str, part: str = "scale") -> int | None:
        """The number on a scale, or ``None`` when none was given."""
        answer = self.answers.get(key)
        found = answer.value.get(part) if answer else None
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def entries(self, key: str) -> tuple[ItemRecord, ...]:
        """The entries of a list question that hold words, in the person's order."""
        return tuple(item for item in self.items.get(key, ()) if item.text.strip())


def in_order(items: Iterable[ItemRecord]) -> tuple[LiveNote, ...]:
    """Entries of the list ``LIVE`` as notes, in the order of their time into the call."""
    return tuple(sorted(map(_live_note, items), key=lambda note: note.at))


def _live_note(item: ItemRecord) -> LiveNote:
    def picked(name: str) -> str:
        found = item.value.get(name)
        return str(found[0]) if isinstance(found, list) and found else ""

    kind, at = picked("kind"), item.value.get("at")
    return LiveNote(
        item.id,
        LiveKind(kind) if kind in tuple(LiveKind) else LiveKind.NOTE,
        at if isinstance(at, int) and not isinstance(at, bool) else 0,
        item.text.strip(),
        picked("of"),
    )
