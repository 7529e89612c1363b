"""What reading a journal gives: plain rows without a database behind them."""

from dataclasses import dataclass, field
from enum import StrEnum

from forecall.guide.question import CallType, Value

PROMISED, CHECK_BACK, TELL = "promised", "check_back", "tell"

FOLLOW_UPS = {CHECK_BACK: "date", TELL: "text"}
"""Answers that become a promise of their own, with the part that says so."""

PROMISES = (PROMISED, *FOLLOW_UPS)
"""The lists whose entries are promises: they have a day and come back on the first screen."""


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
