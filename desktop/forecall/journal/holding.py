"""Operations on a call while it is held: begin, note, end; and how long answers took before it."""

import json
from collections.abc import Sequence

from sqlmodel import Session, col, select

from forecall.dates import clock
from forecall.guide.question import Value
from forecall.journal.answers import record_answer
from forecall.journal.forecasts import lock_forecast, unlock_forecast
from forecall.journal.items import write_item
from forecall.journal.keeping import add, entries_of, find, look_for, new_id, stamp
from forecall.journal.moments import utc_now
from forecall.journal.records import ENDED, FORESEEN_ITEMS, LIVE, PROMISED, ItemRecord, LiveKind, LiveNote, in_order
from forecall.journal.refusals import Refused
from forecall.journal.related import related_id
from forecall.journal.tables import Answer, Call, Item, Pace
from forecall.words import _

_LONGEST = 86_400  # seconds; nobody writes at one answer for longer


def begin_call(session: Session, call_id: str, at: str = "") -> None:
    """Say that a call began and lock its forecast. One that has begun goes on; one that is over is refused.

    ``at`` is the moment of the act, else it is now: a disk that refuses for a while must not move it.
    """
    moment = at or utc_now()
    call = find(session, Call, call_id)
    if call.held_at is not None:
        raise Refused(_("This call is over. Prepare the next one instead."))
    if call.started_at is None:
        call.started_at = moment
        call.did_not_happen_at = None
        stamp(call)
    lock_forecast(session, call_id, empty_too=True, at=moment)


def not_started(session: Session, call_id: str) -> None:
    """Say that a call had not begun after all: its forecast can be changed again. What was noted stays."""
    call = find(session, Call, call_id)
    if call.held_at is not None or _answered(session, call_id, ENDED):
        raise Refused(_("This call is over, and how it would end can no longer be changed."))
    if call.started_at is not None:
        call.started_at = None
        stamp(call)
    unlock_forecast(session, call_id)


def note_live(
    session: Session, call_id: str, note_id: str, kind: LiveKind, at: int, text: str = "", of: str = ""
) -> None:
    """Keep one thing noted ``at`` seconds into a call: a mark, a line, an objection or a rung that was used."""
    picks: Value = {"kind": [str(LiveKind(kind))], "at": max(0, int(at)), "text": text}
    write_item(session, call_id, LIVE, note_id, {**picks, "of": [of]} if of else picks)


def end_call(session: Session, call_id: str, at: str = "") -> None:
    """Say that a call is over and carry what was noted into the reflection, where nothing stands yet.

    Ending one that is over already, or that nobody began, is no fault. Nothing that was written is changed. ``at`` is
    the moment of the act, else it is now.
    """
    moment = at or utc_now()
    call = find(session, Call, call_id)
    lock_forecast(session, call_id, at=moment)
    if call.held_at is None:
        call.held_at = moment
        call.did_not_happen_at = None
        if call.planned_utc is None:
            call.moment = call.held_at
        stamp(call)
    session.flush()
    notes = _notes(session, call_id)
    _carry_promises(session, call_id, notes)
    _carry_objections(session, call_id, notes)
    _carry_limits(session, call_id, notes)
    _carry_words(session, call_id, notes)


def spend_time(session: Session, call_id: str, key: str, seconds: int) -> None:
    """Add to the seconds that an answer took. A call that is gone meanwhile needs none."""
    if look_for(session, Call, call_id) is None or seconds <= 0:
        return
    now = utc_now()
    wanted = select(Pace).where(col(Pace.call_id) == call_id, col(Pace.key) == key)
    pace = session.exec(wanted).first()
    if pace is None:
        pace = add(session, Pace(id=new_id(), call_id=call_id, key=key, created_at=now, changed_at=now))
    pace.seconds = min(_LONGEST, pace.seconds + int(seconds))
    stamp(pace)


_WORDS_OF = (LiveKind.NOTE, LiveKind.SURPRISE, LiveKind.HEATED)
"""Notes whose words would be forgotten by tomorrow; promises and objections have lists of their own."""


def _carry_promises(session: Session, call_id: str, notes: Sequence[LiveNote]) -> None:
    for note in notes:
        if note.kind is LiveKind.PROMISE:
            text = note.text or _("Promised at {time}").format(time=clock(note.at))
            _carry(session, call_id, PROMISED, note.id, {"text": text})


def _carry_objections(session: Session, call_id: str, notes: Sequence[LiveNote]) -> None:
    raised = {note.of for note in notes if note.kind is LiveKind.OBJECTION}
    for item in entries_of(session, call_id, FORESEEN_ITEMS):
        if item.id in raised:
            text = str(json.loads(item.value).get("text", ""))
            _carry(session, call_id, "objections_met", item.id, {"text": text, "came": ["came"]})
    for note in notes:
        if note.kind is LiveKind.SURPRISE and note.text:
            _carry(session, call_id, "objections_met", note.id, {"text": note.text, "came": ["surprise"]})


def _carry_limits(session: Session, call_id: str, notes: Sequence[LiveNote]) -> None:
    used = [note.of for note in notes if note.kind is LiveKind.RUNG and note.of]
    used += ["offence" for note in notes if note.kind is LiveKind.OFFENCE]
    if used and not _answered(session, call_id, "limits"):
        record_answer(session, call_id, "limits", {"picked": list(dict.fromkeys(used))})


def _carry_words(session: Session, call_id: str, notes: Sequence[LiveNote]) -> None:
    lines = [f"{clock(note.at)} {note.text}" for note in notes if note.kind in _WORDS_OF and note.text]
    if lines and not _answered(session, call_id, "keep"):
        record_answer(session, call_id, "keep", {"text": "\n".join(lines)})


def _carry(session: Session, call_id: str, key: str, origin: str, value: Value) -> None:
    """Make the entry that follows from a note, once: one that the person has changed or removed stays so."""
    made = related_id(origin, key)
    if look_for(session, Item, made) is None:
        write_item(session, call_id, key, made, value)


def _notes(session: Session, call_id: str) -> tuple[LiveNote, ...]:
    return in_order(
        ItemRecord(item.id, call_id, LIVE, item.position, json.loads(item.value))
        for item in entries_of(session, call_id, LIVE)
    )


def _answered(session: Session, call_id: str, key: str) -> bool:
    wanted = select(Answer.id).where(col(Answer.call_id) == call_id, col(Answer.key) == key)
    return session.exec(wanted).first() is not None
