"""What the first screen and the list of calls show: short answers out of a long journal."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from forecall.guide.question import CallType
from forecall.journal.moments import from_utc, next_working_morning, utc_text
from forecall.journal.reading import ENDS_AT, HEAD, LESSON, STAGE, head_of, lesson_of
from forecall.journal.records import PROMISES, CallHead, LessonRecord, PromiseRecord, Stage

_LATEST_LESSONS = 200
_LATEST_LOCKS = 500

FOLDS_AFTER_DAYS = 7
"""Days after which a call that was not looked back on is no longer asked about."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which calls to list; empty fields let all pass. ``since`` and ``until`` are UTC moments, ``until`` excluded.

    ``soonest_first`` turns the order: for what is still to come.
    """

    stage: Stage | None = None
    client_id: str = ""
    type: CallType | None = None
    since: str = ""
    until: str = ""
    archived: bool = False
    soonest_first: bool = False


def list_calls(
    connection: Any, sieve: Sieve, now: str, *, after: tuple[str, str] | None = None, limit: int = 100
) -> list[CallHead]:
    """A page of calls, newest first unless the sieve says else, going on after the moment and id of a last one."""
    wanted = ["call.deleted_at IS NULL", f"call.archived_at IS {'NOT ' if sieve.archived else ''}NULL"]
    named: dict[str, Any] = {"now": now, "limit": limit}
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
        wanted += (_ONLY_THEN[sieve.stage], f"{STAGE} = :stage")
        named["stage"] = str(sieve.stage)
    onward, order = (">", "ASC") if sieve.soonest_first else ("<", "DESC")
    if after is not None:
        wanted.append(f"(call.moment, call.seq) {onward} (:moment, (SELECT seq FROM call WHERE id = :id))")
        named["moment"], named["id"] = after
    where = " AND ".join(wanted)
    found = connection.execute(
        f"SELECT call.id FROM call WHERE {where} ORDER BY call.moment {order}, call.seq {order} LIMIT :limit", named
    )
    return heads_of(connection, [call_id for (call_id,) in found], now)


_UNDECIDED = "call.did_not_happen_at IS NULL AND call.looked_back_later_at IS NULL AND call.left_at IS NULL"
_ONLY_THEN = {
    Stage.PREPARE: f"{_UNDECIDED} AND call.held_at IS NULL",
    Stage.CALL: f"{_UNDECIDED} AND call.held_at IS NULL AND call.started_at IS NOT NULL",
    Stage.REFLECT: _UNDECIDED,
    Stage.DONE: "call.did_not_happen_at IS NULL",
    Stage.DID_NOT_HAPPEN: "call.did_not_happen_at IS NOT NULL",
}
"""What must hold for a stage, said so that most other calls are passed over before any time is worked out."""


def heads_of(connection: Any, call_ids: Sequence[str], now: str) -> list[CallHead]:
    """The heads of these calls in this order; ids that are not there are passed over.

    First the ids and then the heads: a join with the client would make SQLite sort the whole journal.
    """
    named = {"now": now, "calls": json.dumps(call_ids)}
    rows = connection.execute(f"{HEAD} WHERE call.id IN (SELECT value FROM json_each(:calls))", named)
    heads = {head.id: head for head in map(head_of, rows)}
    return [heads[call_id] for call_id in call_ids if call_id in heads]


def next_calls(connection: Any, now: str, limit: int = 3) -> list[CallHead]:
    """Planned calls that are not over, soonest first; one that has begun counts until its planned end."""
    earliest = utc_text(from_utc(now) - timedelta(days=1))
    rows = connection.execute(
        f"{HEAD} WHERE call.moment > :earliest AND call.planned_utc IS NOT NULL AND {ENDS_AT} >= :now"
        f" AND {_LIVING} AND call.held_at IS NULL ORDER BY call.moment LIMIT :limit",
        {"now": now, "earliest": earliest, "limit": limit},
    )
    return [head_of(row) for row in rows]


def calls_under_way(connection: Any, now: str, limit: int = 3) -> list[CallHead]:
    """Calls that have begun and are not over, the last one begun first.

    Each beginning leaves a lock, so that the end of that list is all there is to look at, however long the journal.
    """
    rows = connection.execute(
        f"{HEAD} WHERE call.id IN (SELECT call_id FROM (SELECT call_id, unlocked_at FROM forecast_lock"
        f" ORDER BY seq DESC LIMIT {_LATEST_LOCKS}) WHERE unlocked_at IS NULL)"
        f" AND call.archived_at IS NULL AND call.deleted_at IS NULL AND {STAGE} = 'call'"
        " ORDER BY call.started_at DESC, call.seq DESC LIMIT :limit",
        {"now": now, "limit": limit},
    )
    return [head_of(row) for row in rows]


def unplanned_calls(connection: Any, now: str, limit: int = 3) -> list[CallHead]:
    """Calls that are prepared without a time, newest first, of the last month."""
    since = utc_text(from_utc(now) - timedelta(days=31))
    rows = connection.execute(
        f"{HEAD} WHERE call.moment > :since AND call.planned_utc IS NULL AND {_LIVING} AND call.held_at IS NULL"
        f" AND {STAGE} != 'reflect'"  # one that began and was never ended is to be looked back on
        " ORDER BY call.moment DESC LIMIT :limit",
        {"now": now, "since": since, "limit": limit},
    )
    return [head_of(row) for row in rows]


def waiting_calls(connection: Any, now: str, zone: str, limit: int = 5) -> list[CallHead]:
    """Calls to look back on, newest first: at once when nothing is noted yet, else from the next working morning.

    What counts is when a call was held, or begun: it may have been long before or after the time it was planned for.
    """
    since = from_utc(now) - timedelta(days=FOLDS_AFTER_DAYS)
    rows = connection.execute(
        f"SELECT call.id, call.looked_back_now_at, {_HAPPENED} AS happened FROM call"
        f" WHERE call.moment > :earliest AND happened > :since AND happened <= :now AND {_LIVING}"
        f" AND {STAGE} = 'reflect' ORDER BY happened DESC, call.seq DESC",
        {"now": now, "since": utc_text(since), "earliest": utc_text(since - timedelta(days=_LATE_DAYS))},
    )
    waiting = (call_id for call_id, noted, _at in rows if noted is None or next_working_morning(noted, zone) <= now)
    return heads_of(connection, list(islice(waiting, limit)), now)


_HAPPENED = "coalesce(call.held_at, call.started_at, call.moment)"

_LATE_DAYS = 30
"""How long after its planned time a call can be held and still be asked about; more would be a walk through all."""


def open_promises(
    connection: Any,
    *,
    since: str = "",
    until: str = "",
    client_id: str = "",
    limit: int = 100_000,
    done: bool = False,
    latest_first: bool = False,
    dayless: bool = False,
) -> list[PromiseRecord]:
    """Promises not kept yet, those with a day first, the soonest of them or with ``latest_first`` the last.

    ``since`` and ``until`` are days; with one of them, those without a day are left out. With ``done`` the kept ones
    instead, the last one kept first; with ``dayless`` only open ones without a day, the last one made first.
    """
    wanted = "call.deleted_at IS NULL"
    named = {"since": since, "until": until, "client": client_id, "limit": limit}
    if client_id:
        source = "call CROSS JOIN item ON item.call_id = call.id"
        wanted += " AND call.client_id = :client"
    else:
        source = "item CROSS JOIN call ON call.id = item.call_id"
    if since:
        wanted += " AND item.due >= :since"
    if until:
        wanted += " AND item.due <= :until"
    which_ones, order = _KEPT if done else _DAYLESS if dayless else _LATEST if latest_first else _OPEN
    branches = (
        f"SELECT * FROM (SELECT item.seq, item.due, item.done_at FROM {source}"
        f" WHERE item.key = '{key}' AND {which} AND {wanted} ORDER BY {walk} LIMIT :limit)"
        for key in PROMISES
        for which, walk in which_ones
    )
    rows = connection.execute(
        "SELECT item.id, item.call_id, call.client_id, client.name, item.value, item.due, item.done_at"
        f" FROM ({' UNION ALL '.join(branches)}) AS found"
        " CROSS JOIN item ON item.seq = found.seq CROSS JOIN call ON call.id = item.call_id"
        f" CROSS JOIN client ON client.id = call.client_id ORDER BY {order} LIMIT :limit",
        named,
    )
    return [promise for promise in map(_promise, rows) if promise.text]


_NO_DAY = "item.done_at IS NULL AND item.due IS NULL"
_WITH_DAY = "item.done_at IS NULL AND item.due IS NOT NULL"
_OPEN = (
    ((_WITH_DAY, "item.due, item.seq"), (_NO_DAY, "item.seq")),
    "found.due IS NULL, found.due, found.seq",
)
_LATEST = (
    ((_WITH_DAY, "item.due DESC, item.seq"), (_NO_DAY, "item.seq")),
    "found.due IS NULL, found.due DESC, found.seq",
)
_DAYLESS = (((_NO_DAY, "item.seq DESC"),), "found.seq DESC")
_KEPT = ((("item.done_at IS NOT NULL", "item.done_at DESC, item.seq"),), "found.done_at DESC, found.seq")
"""Which promises, each in an order that the index on the due days has already: a short list is a short walk.

Then the order that they have together.
"""


def promises_around(connection: Any, day: str, until: str, limit: int) -> list[PromiseRecord]:
    """Open promises of these days and overdue ones, by their day, and after them the last made without a day.

    Overdue ones take at most half of the places while others are due: what is long past must not hide today. One place
    is kept for those without a day, at the cost of overdue ones first: what was just promised is seen.
    """
    due = open_promises(connection, since=day, until=until, limit=limit)
    dayless = open_promises(connection, dayless=True, limit=limit)
    overdue = open_promises(connection, until=_day_before(day), limit=limit, latest_first=True)
    kept = min(1, len(dayless))
    overdue = overdue[: max(0, limit // 2 - kept, limit - kept - len(due))]
    return [*reversed(overdue), *due[: limit - kept - len(overdue)], *dayless][:limit]


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _promise(row: Sequence[Any]) -> PromiseRecord:
    item_id, call_id, client_id, client, value, due, done_at = row
    parts = json.loads(value)
    text, result = str(parts.get("text", "")).strip(), str(parts.get("result", ""))
    return PromiseRecord(item_id, call_id, client_id, client, text, due, done_at, result)


def lessons_for(
    connection: Any, types: tuple[CallType, ...], client_id: str = "", limit: int = 3
) -> list[LessonRecord]:
    """Lessons that fit a call: from the same client first, then of the same call type, then of any; helpful ones first.

    Looks through all lessons from that client, and through the latest of all others.
    """
    rows = connection.execute(
        f"{LESSON} WHERE lesson.seq IN ("
        f" SELECT * FROM (SELECT seq FROM lesson ORDER BY seq DESC LIMIT {_LATEST_LESSONS})"
        " UNION SELECT seq FROM lesson WHERE call_id IN (SELECT id FROM call WHERE client_id = ?))"
        " AND lesson.deleted_at IS NULL AND lesson.archived_at IS NULL"
        " ORDER BY lesson.helped DESC, lesson.created_at DESC, lesson.seq DESC",
        (client_id,),
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
    """The last call held with a client before the one named."""
    row = connection.execute(
        f"{HEAD} WHERE call.client_id = :client AND call.id != :call AND call.deleted_at IS NULL"
        " AND call.held_at IS NOT NULL AND call.moment <= (SELECT moment FROM call WHERE id = :call)"
        " ORDER BY call.moment DESC LIMIT 1",
        {"now": now, "client": client_id, "call": call_id},
    ).fetchone()
    return head_of(row) if row else None


_LIVING = (
    "call.deleted_at IS NULL AND call.archived_at IS NULL AND call.did_not_happen_at IS NULL"
    " AND call.left_at IS NULL AND call.looked_back_later_at IS NULL"
)
