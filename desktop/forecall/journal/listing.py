"""What the first screen and the list of calls show: short answers out of a long journal."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from forecall.guide.question import CallType
from forecall.journal.moments import from_utc, next_working_morning, utc_text
from forecall.journal.reading import ENDS_AT, HEAD, LESSON, STAGE, head_of, lesson_of
from forecall.journal.records import PROMISES, CallHead, LessonRecord, PromiseRecord, Stage

FOLDS_AFTER_DAYS = 7
"""Days after which a call that was not looked back on is no longer asked about."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which calls to list. Empty fields let all pass; ``since`` and ``until`` are UTC moments, the last one excluded."""

    stage: Stage | None = None
    client_id: str = ""
    type: CallType | None = None
    since: str = ""
    until: str = ""
    archived: bool = False


def list_calls(
    connection: Any, sieve: Sieve, now: str, *, after: tuple[str, str] | None = None, limit: int = 100
) -> list[CallHead]:
    """A page of calls, newest first, going on after the moment and id of an earlier last one."""
    wanted = ["call.deleted_at IS NULL", "(call.archived_at IS NOT NULL) = :archived"]
    named: dict[str, Any] = {"now": now, "archived": sieve.archived, "limit": limit}
    if sieve.client_id:
        wanted.append("call.client_id = :client")
        named["client"] = sieve.client_id
    if sieve.type is not None:
        wanted.append("instr(',' || call.types || ',', :type)")
        named["type"] = f",{sieve.type},"
    if sieve.since:
        wanted.append("call.moment >= :since")
        named["since"] = sieve.since
    if sieve.until:
        wanted.append("call.moment < :until")
        named["until"] = sieve.until
    if sieve.stage is not None:
        wanted.append(f"{STAGE} = :stage")
        named["stage"] = str(sieve.stage)
    if after is not None:
        wanted.append("(call.moment, call.id) < (:after_moment, :after_id)")
        named["after_moment"], named["after_id"] = after
    where = " AND ".join(wanted)
    rows = connection.execute(f"{HEAD} WHERE {where} ORDER BY call.moment DESC, call.id DESC LIMIT :limit", named)
    return [head_of(row) for row in rows]


def next_calls(connection: Any, now: str, limit: int = 3) -> list[CallHead]:
    """Planned calls that are not over, soonest first; one that has begun counts until its planned end."""
    earliest = utc_text(from_utc(now) - timedelta(days=1))
    rows = connection.execute(
        f"{HEAD} WHERE call.moment > :earliest AND call.planned_utc IS NOT NULL AND {ENDS_AT} >= :now"
        f" AND {_LIVING} AND call.held_at IS NULL ORDER BY call.moment LIMIT :limit",
        {"now": now, "earliest": earliest, "limit": limit},
    )
    return [head_of(row) for row in rows]


def unplanned_calls(connection: Any, now: str, limit: int = 3) -> list[CallHead]:
    """Calls that are prepared without a time, newest first, of the last month."""
    since = utc_text(from_utc(now) - timedelta(days=31))
    rows = connection.execute(
        f"{HEAD} WHERE call.moment > :since AND call.planned_utc IS NULL AND {_LIVING} AND call.held_at IS NULL"
        " ORDER BY call.moment DESC LIMIT :limit",
        {"now": now, "since": since, "limit": limit},
    )
    return [head_of(row) for row in rows]


def waiting_calls(connection: Any, now: str, zone: str, limit: int = 5) -> list[CallHead]:
    """Calls to look back on, newest first: at once when nothing is noted yet, else from the next working morning."""
    since = utc_text(from_utc(now) - timedelta(days=FOLDS_AFTER_DAYS))
    rows = connection.execute(
        f"{HEAD} WHERE call.moment > :since AND call.moment <= :now AND {_LIVING}"
        f" AND (call.held_at IS NOT NULL OR (call.planned_utc IS NOT NULL AND {ENDS_AT} < :now))"
        " ORDER BY call.moment DESC LIMIT 200",
        {"now": now, "since": since},
    )
    waiting = [head for head in map(head_of, rows) if _is_due(head, now, zone)]
    return waiting[:limit]


def open_promises(
    connection: Any, *, until: str = "", client_id: str = "", limit: int = 100_000, done: bool = False
) -> list[PromiseRecord]:
    """Promises not kept yet, those with a day first; ``until`` is a day, later ones and those without are left out."""
    keys = ",".join(f"'{key}'" for key in PROMISES)
    rows = connection.execute(
        "SELECT item.id, item.call_id, call.client_id, client.name, item.value, item.due, item.done_at"
        " FROM item JOIN call ON call.id = item.call_id JOIN client ON client.id = call.client_id"
        f" WHERE item.key IN ({keys}) AND (item.done_at IS NOT NULL) = ? AND call.deleted_at IS NULL"
        " AND (? = '' OR item.due <= ?) AND (? = '' OR call.client_id = ?)"
        " ORDER BY item.due IS NULL, item.due, item.seq LIMIT ?",
        (done, until, until, client_id, client_id, limit),
    )
    found = []
    for item_id, call_id, client, name, value, due, done_at in rows:
        parts = json.loads(value)
        text = str(parts.get("text", "")).strip()
        if text:
            found.append(
                PromiseRecord(item_id, call_id, client, name, text, due, done_at, str(parts.get("result", "")))
            )
    return found


def lessons_for(
    connection: Any, types: tuple[CallType, ...], client_id: str = "", limit: int = 3
) -> list[LessonRecord]:
    """Lessons that fit a call: from the same client first, then of the same call type, then of any; helpful ones first."""
    rows = connection.execute(
        f"{LESSON} WHERE lesson.deleted_at IS NULL AND lesson.archived_at IS NULL"
        " ORDER BY lesson.helped DESC, lesson.created_at DESC LIMIT 2000"
    )
    lessons = [lesson_of(row) for row in rows]
    wanted = set(types)

    def distance(lesson: LessonRecord) -> int:
        if client_id and lesson.client_id == client_id:
            return 0
        if wanted & (set(lesson.types) or set(lesson.call_types)):
            return 1
        return 2 if not lesson.types else 3

    return sorted((each for each in lessons if distance(each) < 3), key=distance)[:limit]


def last_call_with(connection: Any, client_id: str, call_id: str, now: str) -> CallHead | None:
    """The last call held with a client besides the one named."""
    row = connection.execute(
        f"{HEAD} WHERE call.client_id = :client AND call.id != :call AND call.deleted_at IS NULL"
        " AND call.held_at IS NOT NULL ORDER BY call.moment DESC LIMIT 1",
        {"now": now, "client": client_id, "call": call_id},
    ).fetchone()
    return head_of(row) if row else None


_LIVING = (
    "call.deleted_at IS NULL AND call.archived_at IS NULL AND call.did_not_happen_at IS NULL"
    " AND call.left_at IS NULL AND call.looked_back_later_at IS NULL"
)


def _is_due(head: CallHead, now: str, zone: str) -> bool:
    if head.looked_back_now_at is None:
        return True
    return next_working_morning(head.looked_back_now_at, zone) <= now
