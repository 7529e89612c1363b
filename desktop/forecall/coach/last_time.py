"""What a person should have in mind about a client before they write a word: the last call, promises, a lesson."""

from dataclasses import dataclass
from typing import Any

from forecall.journal.listing import last_call_with, lessons_for, open_promises
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord, LessonRecord, PromiseRecord

_PROMISES = 5
"""Open promises to show; more are on the client's card."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last call held with the client, if there was one, and what is open or worth knowing."""

    call: CallRecord | None
    promises: tuple[PromiseRecord, ...]
    known: str
    lesson: LessonRecord | None

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.call or self.promises or self.known or self.lesson)


def read_last_time(connection: Any, call: CallRecord, now: str) -> LastTime:
    """Read what belongs to *Last time* for a call."""
    head = last_call_with(connection, call.head.client_id, call.head.id, now)
    lessons = [
        each for each in lessons_for(connection, call.head.types, call.head.client_id) if each.call_id != call.head.id
    ]
    promises = open_promises(connection, client_id=call.head.client_id, limit=_PROMISES + len(call.items))
    return LastTime(
        call=read_call(connection, head.id, now) if head else None,
        promises=tuple(each for each in promises if each.call_id != call.head.id)[:_PROMISES],
        known=call.known.strip(),
        lesson=lessons[0] if lessons else None,
    )
