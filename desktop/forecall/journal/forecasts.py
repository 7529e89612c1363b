"""The forecast of a call: locked when the call begins, and from then on kept as it was."""

import json
from typing import Any

from sqlmodel import Session, col, select

from forecall.journal.keeping import add, entries_of, new_id, stamp
from forecall.journal.moments import utc_now
from forecall.journal.records import FORESEEN_ANSWERS, FORESEEN_ITEMS
from forecall.journal.tables import Answer, ForecastLock

LOCKED = "forecast is locked"
"""What the file says when it refuses a change; see the migration that made the triggers."""


def lock_forecast(session: Session, call_id: str, *, empty_too: bool = False, at: str = "") -> None:
    """Keep what was foreseen of a call from being changed; one that is locked stays as it is.

    Where nothing was foreseen there is nothing to lock, unless ``empty_too``. It was locked ``at`` a moment, else now.
    """
    if open_lock(session, call_id) is not None:
        return
    session.flush()
    foreseen = _foreseen(session, call_id)
    if foreseen or empty_too:
        now = utc_now()
        value = json.dumps(foreseen, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        add(
            session,
            ForecastLock(
                id=new_id(), call_id=call_id, locked_at=at or now, value=value, created_at=now, changed_at=now
            ),
        )


def unlock_forecast(session: Session, call_id: str) -> None:
    """Let what was foreseen be changed again; that it was locked is kept."""
    lock = open_lock(session, call_id)
    if lock is not None:
        lock.unlocked_at = utc_now()
        stamp(lock)


def open_lock(session: Session, call_id: str) -> ForecastLock | None:
    """The lock that holds now, if there is one."""
    wanted = select(ForecastLock).where(col(ForecastLock.call_id) == call_id, col(ForecastLock.unlocked_at).is_(None))
    return session.exec(wanted).first()


def _foreseen(session: Session, call_id: str) -> dict[str, Any]:
    answers = select(Answer).where(col(Answer.call_id) == call_id, col(Answer.key).in_(FORESEEN_ANSWERS))
    found: dict[str, Any] = {answer.key: json.loads(answer.value) for answer in session.exec(answers)}
    listed = [json.loads(item.value) for item in entries_of(session, call_id, FORESEEN_ITEMS)]
    return found | ({FORESEEN_ITEMS: listed} if listed else {})
