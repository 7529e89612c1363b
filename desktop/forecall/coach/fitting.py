"""Only what fits: which questions of the short set a person still has the time for before the call."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from forecall.guide.question import Value
from forecall.journal.moments import from_utc
from forecall.journal.records import CallHead, CallRecord, Stage

QUICK_SECONDS = 15 * 60
"""What the short set is made for; more time than this is no reason to hurry through it."""

FREE_SECONDS = 2 * 60
"""What stays free before the call, to settle and to read the sheet."""


class Time(StrEnum):
    """What is known about the time until a call."""

    LEFT = "left"
    NOT_KNOWN = "not known"
    PASSED = "passed"
    BEGUN = "begun"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Room:
    """The time to plan with: the seconds that are left, at most fifteen minutes, and these where none are known."""

    time: Time
    seconds: int = QUICK_SECONDS

    @property
    def minutes(self) -> int:
        """The minutes as they are said, begun ones counted."""
        return -(-self.seconds // 60)


@dataclass(frozen=True, slots=True)
class Slot:
    """A question of the short set: what it still takes, and whether it stays in any case."""

    key: str
    seconds: int
    least: bool = False
    answered: bool = False


def room_until(call: CallRecord, now: str) -> Room:
    """The time that is left at the UTC moment ``now``."""
    head = call.head
    if head.held_at is not None or head.stage in (Stage.DONE, Stage.DID_NOT_HAPPEN):
        return Room(Time.OVER)
    if call.started_at is not None and head.stage is Stage.CALL:
        return Room(Time.BEGUN)
    seconds = _seconds_until(head, now)
    if seconds is None:
        return Room(Time.NOT_KNOWN)
    return Room(Time.LEFT, min(seconds, QUICK_SECONDS)) if seconds > 0 else Room(Time.PASSED)


def what_fits(slots: Iterable[Slot], seconds: int, least_under: int) -> tuple[str, ...]:
    """The keys of the questions that fit into ``seconds``, in their order, with two minutes left free.

    What was answered stays, and so does the least set; what they still take is set aside first. The others
    are taken one after the other, up to the first that does not fit: with less time there are never others, only
    fewer. What takes nothing, as settling in the free minutes, fits. With less than ``least_under`` seconds nothing
    else is begun any more.
    """
    order = tuple(slots)
    left = seconds - FREE_SECONDS - sum(slot.seconds for slot in order if slot.least or slot.answered)
    only_least = seconds < least_under
    full = False
    kept = []
    for slot in order:
        if not (slot.answered or slot.least):
            full = full or slot.seconds > left
            if only_least or (full and slot.seconds):
                continue
            left -= slot.seconds
        kept.append(slot.key)
    return tuple(kept)


def still_takes(pace: int, *, answered: bool, writing: bool, spent: int) -> int:
    """The seconds that a question still takes: none once answered, what is left of its pace while it is written."""
    if writing:
        return max(0, pace - spent)
    return 0 if answered else pace


def calmly(order: Sequence[str], wanted: Iterable[str], shown: Sequence[str], at: str) -> tuple[str, ...]:
    """What to show now, in the order of all: what is wanted, but nothing changes at or above where the cursor is."""
    wanted = frozenset(wanted)
    if at not in shown or at not in order:
        return tuple(key for key in order if key in wanted)
    above, below = order[: order.index(at) + 1], order[order.index(at) + 1 :]
    return (*(key for key in above if key in shown), *(key for key in below if key in wanted))


def answered_in(call: CallRecord) -> frozenset[str]:
    """The questions that hold something."""
    answers = {key for key, answer in call.answers.items() if says_something(answer.value)}
    lists = {key for key, items in call.items.items() if any(says_something(item.value) for item in items)}
    return frozenset(answers | lists)


def says_something(value: Value) -> bool:
    """Whether an answer is one: words, a pick, a number, a tick."""
    return any(_says(part) for part in value.values())


def _says(part: object) -> bool:
    if isinstance(part, str):
        return bool(part.strip())
    return bool(part) or (isinstance(part, int) and not isinstance(part, bool))


def _seconds_until(head: CallHead, now: str) -> int | None:
    if not head.planned_utc:
        return None
    return int((from_utc(head.planned_utc) - from_utc(now)).total_seconds())
