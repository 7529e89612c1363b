"""Earlier versions of what was written: the words as they stood before each visit, kept with the first change in it."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session, col, select

from forecall.journal.keeping import NOTHING, add, entries_of, new_id
from forecall.journal.moments import utc_now
from forecall.journal.tables import Answer, Client, Lesson, Revision
from forecall.journal.visits import Visits

MOST = 50
"""Versions kept of one answer, list or note. The oldest and the newest stay; between them the closest go first."""

_NEWEST = 20


def visits_of(session: Session) -> Visits:
    """The visits that whoever opened the journal knows of."""
    return session.info.setdefault("visits", Visits())  # type: ignore[no-any-return]


def begin_answer(session: Session, call_id: str, key: str) -> None:
    """There was no answer before this visit: nothing that is typed in it is an earlier version."""
    visits_of(session).deal(call_id, key)


def keep_answer(session: Session, answer: Answer) -> None:
    """Keep an answer that is about to change."""
    of = {"kind": "answer", "call_id": answer.call_id, "key": answer.key}
    _keep(session, of, answer.changed_at, lambda: _words(answer.value), answer.wording)


def keep_list(session: Session, call_id: str, key: str) -> None:
    """Keep a whole list, of which an entry is about to change."""
    _keep(session, {"kind": "list", "call_id": call_id, "key": key}, "", lambda: _entries(session, call_id, key))


def keep_known(session: Session, client: Client) -> None:
    """Keep what is known about a client before it changes."""
    of = {"kind": "client", "client_id": client.id, "key": "known"}
    _keep(session, of, client.changed_at, lambda: {"words": {"text": client.known}} if client.known else {})


def keep_lesson(session: Session, lesson: Lesson) -> None:
    """Keep the words of a lesson before they change."""
    words = {"if": lesson.if_text, "then": lesson.then_text, "why": lesson.why}
    said = {part: text for part, text in words.items() if text}
    _keep(session, {"kind": "lesson", "lesson_id": lesson.id, "key": "lesson"}, lesson.changed_at, lambda: _said(said))


def _keep(
    session: Session,
    of: Mapping[str, str],
    written_at: str,
    value_of: Callable[[], Mapping[str, Any]],
    wording: str = "",
) -> None:
    owner = of.get("call_id") or of.get("client_id") or of.get("lesson_id") or ""
    visits = visits_of(session)
    if visits.is_dealt(owner, of["key"]):
        return
    visits.deal(owner, of["key"])
    visit = visits.of(owner)
    where = [col(getattr(Revision, name)) == value for name, value in of.items()]
    newest = session.exec(
        select(Revision.id, Revision.visit).where(*where).order_by(col(Revision.seq).desc()).limit(1)
    ).first()
    if newest is not None and newest[1] == visit:
        return
    value = value_of()
    if not value:
        return
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    if newest is not None:
        last = session.exec(select(Revision).where(col(Revision.id) == newest[0])).one()
        if (last.value, last.wording) == (text, wording):  # the visit before left everything as it was
            last.visit = visit
            return
    now = utc_now()
    named: dict[str, Any] = {**of, "created_at": written_at or now, "changed_at": now}
    add(session, Revision(id=new_id(), value=text, wording=wording, visit=visit, **named))
    _thin(session, where)


def _thin(session: Session, where: list[Any]) -> None:
    kept = list(session.exec(select(Revision.id, Revision.changed_at).where(*where).order_by(col(Revision.seq))))
    if len(kept) <= MOST:
        return
    between = range(1, len(kept) - _NEWEST)
    closest = min(between, key=lambda at: _seconds(kept[at + 1][1]) - _seconds(kept[at - 1][1]))
    session.delete(session.exec(select(Revision).where(col(Revision.id) == kept[closest][0])).one())


def _seconds(moment: str) -> float:
    from forecall.journal.moments import from_utc

    return from_utc(moment).timestamp()


def _words(text: str) -> Mapping[str, Any]:
    return {} if text == NOTHING else {"words": json.loads(text)}


def _said(words: Mapping[str, str]) -> Mapping[str, Any]:
    return {"words": words} if words else {}


def _entries(session: Session, call_id: str, key: str) -> Mapping[str, Any]:
    listed = [
        {
            "id": item.id,
            "value": json.loads(item.value),
            "wording": item.wording,
            "due": item.due,
            "done_at": item.done_at,
        }
        for item in entries_of(session, call_id, key)
    ]
    return {"entries": listed} if any(each["value"] for each in listed) else {}
