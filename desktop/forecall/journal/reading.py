"""Reading a journal through a raw connection: fast to start, no tables behind what it gives."""

import json
import re
from collections.abc import Sequence
from typing import Any

from forecall.guide.question import CallType, Value
from forecall.journal.moments import utc_now
from forecall.journal.records import (
    AnswerRecord,
    CallHead,
    CallRecord,
    ClientRecord,
    ItemRecord,
    LessonRecord,
    LockRecord,
    PhraseRecord,
    Stage,
)
from forecall.journal.related import id_on_next
from forecall.words import sorted_as

TITLE_LENGTH = 48
_SENTENCE_END = re.compile(r"(?<=[^.\d][.!?])\s")

ENDS_AT = "strftime('%Y-%m-%dT%H:%M:%SZ', call.moment, '+' || call.length_minutes || ' minutes')"

UNDER_WAY_HOURS = 12
"""How long a call that began and was never ended counts as under way, whatever its planned time was."""

STAGE = f"""CASE
    WHEN call.did_not_happen_at IS NOT NULL THEN 'did_not_happen'
    WHEN call.looked_back_later_at IS NOT NULL OR call.left_at IS NOT NULL THEN 'done'
    WHEN call.held_at IS NOT NULL THEN 'reflect'
    WHEN call.started_at >= strftime('%Y-%m-%dT%H:%M:%SZ', :now, '-{UNDER_WAY_HOURS} hours') THEN 'call'
    WHEN call.started_at IS NOT NULL OR (call.planned_utc IS NOT NULL AND {ENDS_AT} < :now) THEN 'reflect'
    ELSE 'prepare' END"""
"""A call's stage as SQL; it follows from the moments of its life and the time that it is now."""

HEAD = f"""SELECT call.id, call.client_id, client.name, call.title, call.types, {STAGE}, call.moment,
    call.planned_wall, call.planned_zone, call.planned_utc, call.length_minutes, call.held_at,
    call.looked_back_now_at, call.archived_at, call.deleted_at,
    (SELECT value FROM answer WHERE call_id = call.id AND key = 'ended'),
    (SELECT value FROM answer WHERE call_id = call.id AND key = 'issue')
    FROM call JOIN client ON client.id = call.client_id"""

LESSON = """SELECT lesson.id, lesson.call_id, if_text, then_text, why, skill, lesson.types, used, helped,
    lesson.archived_at, lesson.created_at, coalesce(call.client_id, ''), coalesce(client.name, ''), call.moment,
    coalesce(call.types, '')
    FROM lesson LEFT JOIN call ON call.id = lesson.call_id AND call.deleted_at IS NULL
    LEFT JOIN client ON client.id = call.client_id"""


def read_call(connection: Any, call_id: str, now: str | None = None) -> CallRecord | None:
    """A call with everything written about it; ``None`` when there is none of that id."""
    named = {"now": now or utc_now(), "call": call_id}
    row = connection.execute(f"{HEAD} WHERE call.id = :call", named).fetchone()
    if row is None:
        return None
    more = connection.execute(
        "SELECT client.known, links, started_at, looked_back_later_at, left_at, did_not_happen_at, copied_from"
        " FROM call JOIN client ON client.id = call.client_id WHERE call.id = ?",
        (call_id,),
    ).fetchone()
    answers = {
        key: AnswerRecord(key, json.loads(value), wording)
        for key, value, wording in connection.execute(
            "SELECT key, value, wording FROM answer WHERE call_id = ?", (call_id,)
        )
    }
    lesson = _lesson_of(connection, call_id)
    if lesson is not None:
        answers["lesson"] = AnswerRecord("lesson", lesson_value(lesson))
    locks = connection.execute(
        "SELECT locked_at, unlocked_at, value FROM forecast_lock WHERE call_id = ? ORDER BY seq", (call_id,)
    )
    known, links, started_at, looked_back_later_at, left_at, did_not_happen_at, copied_from = more
    return CallRecord(
        head_of(row),
        known,
        links,
        started_at,
        looked_back_later_at,
        left_at,
        did_not_happen_at,
        copied_from,
        answers,
        read_items(connection, call_id),
        lesson,
        tuple(LockRecord(locked_at, unlocked_at, json.loads(value)) for locked_at, unlocked_at, value in locks),
    )


def read_items(connection: Any, call_id: str) -> dict[str, tuple[ItemRecord, ...]]:
    """All list entries of a call by question key, in the person's order."""
    found: dict[str, list[ItemRecord]] = {}
    rows = connection.execute(
        "SELECT id, call_id, key, position, value, wording, due, done_at FROM item WHERE call_id = ?"
        " ORDER BY key, position, seq",
        (call_id,),
    )
    for item_id, owner, key, position, value, wording, due, done_at in rows:
        item = ItemRecord(item_id, owner, key, position, json.loads(value), wording, due, done_at)
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}


def read_taken_along(connection: Any, call: CallRecord) -> frozenset[str]:
    """The ids of the points of a call that stand on a later call too."""
    found = set()
    for point in call.entries("points"):
        again = 0
        while row := connection.execute(_OWNER, (id_on_next(point.id, again),)).fetchone():
            if row[0] is None:
                found.add(point.id)
                break
            again += 1
    return frozenset(found)


_OWNER = "SELECT call.deleted_at FROM item JOIN call ON call.id = item.call_id WHERE item.id = ?"


def read_client(connection: Any, client_id: str) -> ClientRecord | None:
    """A client with the number of their calls; ``None`` when there is none of that id."""
    row = connection.execute(f"{_CLIENT} WHERE client.id = ?", (client_id,)).fetchone()
    return ClientRecord(*row) if row else None


def list_clients(
    connection: Any, beginning: str = "", *, archived: bool = False, limit: int = 100_000
) -> list[ClientRecord]:
    """Clients by name as a language sorts them, those whose name or a later word of it begins so, accents or not.

    Deleted ones are left out.
    """
    wanted = f" {sorted_as(beginning.strip())}" if beginning.strip() else ""
    # First whom, then the number of their calls: of a short list only theirs are counted.
    rows = connection.execute(
        f"SELECT id, name FROM client WHERE deleted_at IS NULL AND archived_at IS {_not(archived)} NULL"
    )
    named = ((sorted_as(name), name, client_id) for client_id, name in rows)
    found = sorted(each for each in named if wanted in f" {each[0]}")
    return clients_of(connection, [client_id for _as, _name, client_id in found[:limit]])


def clients_of(connection: Any, client_ids: Sequence[str]) -> list[ClientRecord]:
    """These clients in this order; ids that are not there are passed over."""
    rows = connection.execute(f"{_CLIENT} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(client_ids),))
    clients = {row[0]: ClientRecord(*row) for row in rows}
    return [clients[client_id] for client_id in client_ids if client_id in clients]


def list_lessons(
    connection: Any, *, archived: bool = False, skill: str = "", limit: int = 100_000
) -> list[LessonRecord]:
    """Lessons, newest first; deleted ones are left out."""
    of_skill = "AND skill = :skill" if skill else ""
    rows = connection.execute(
        f"{LESSON} WHERE lesson.deleted_at IS NULL AND lesson.archived_at IS {_not(archived)} NULL {of_skill}"
        " ORDER BY lesson.created_at DESC, lesson.seq DESC LIMIT :limit",
        {"skill": skill, "limit": limit},
    )
    return [lesson_of(row) for row in rows]


def lessons_of(connection: Any, lesson_ids: Sequence[str]) -> list[LessonRecord]:
    """These lessons, in no order; ids that are not there are passed over."""
    rows = connection.execute(
        f"{LESSON} WHERE lesson.id IN (SELECT value FROM json_each(?))", (json.dumps(lesson_ids),)
    )
    return [lesson_of(row) for row in rows]


def list_phrases(connection: Any) -> list[PhraseRecord]:
    """The person's own phrases in the order they were made, and the marks of those of the guide that are hidden."""
    rows = connection.execute(
        "SELECT id, guide_key, moment, text, fits, types, hidden_at FROM phrase"
        " WHERE deleted_at IS NULL AND (guide_key = '' OR hidden_at IS NOT NULL) ORDER BY seq"
    )
    return [
        PhraseRecord(phrase_id, guide_key, moment, text, _keys(fits), types_of(types), hidden_at is not None)
        for phrase_id, guide_key, moment, text, fits, types, hidden_at in rows
    ]


def find_id(connection: Any, table: str, beginning: str) -> str:
    """The one id that begins so; raises ``LookupError`` when none or several do. ``table`` is a table's name."""
    rows = connection.execute(
        f"SELECT id FROM {table} WHERE id >= ? AND id < ? LIMIT 2", (beginning, beginning + "\uffff")
    ).fetchall()
    if len(rows) != 1 or not beginning:
        raise LookupError(len(rows))
    return str(rows[0][0])


def read_draft(connection: Any, name: str) -> str:
    """The words of a form that is no call yet."""
    row = connection.execute("SELECT value FROM draft WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def types_of(text: str) -> tuple[CallType, ...]:
    """The call types of a stored list of keys; keys that this version does not know are passed over."""
    known = set(CallType)
    return tuple(CallType(key) for key in text.split(",") if key in known)


def head_of(row: Sequence[Any]) -> CallHead:
    """A row of ``HEAD`` as a record. A call without a title of its own is called after its issue."""
    *columns, ended, issue = row
    call_id, client_id, client, title, types, stage, moment, wall, zone, utc, length, held, looked, archived, gone = (
        columns
    )
    return CallHead(
        id=call_id,
        client_id=client_id,
        client_name=client,
        title=title or title_from(issue),
        types=types_of(types),
        stage=Stage(stage),
        moment=moment,
        planned_wall=wall,
        planned_zone=zone,
        planned_utc=utc,
        length_minutes=length,
        held_at=held,
        looked_back_now_at=looked,
        ended=_first(json.loads(ended).get("picked")) if ended else "",
        archived_at=archived,
        deleted_at=gone,
    )


def title_from(issue: str | None) -> str:
    """A short title out of the stored issue: its first sentence, cut at a word where it is long."""
    text = str(json.loads(issue).get("text", "")) if issue else ""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    line = _SENTENCE_END.split(line, maxsplit=1)[0]
    if len(line) <= TITLE_LENGTH:
        return line.rstrip(".")
    return line[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def lesson_of(row: Sequence[Any]) -> LessonRecord:
    """A row of ``LESSON`` as a record."""
    lesson_id, call_id, if_text, then_text, why, skill, types, used, helped, archived, created, *origin = row
    client_id, client_name, moment, call_types = origin
    return LessonRecord(
        lesson_id,
        call_id,
        if_text,
        then_text,
        why,
        skill,
        types_of(types),
        used,
        helped,
        archived,
        created,
        client_id,
        client_name,
        moment,
        types_of(call_types),
    )


def lesson_value(lesson: LessonRecord) -> Value:
    """A lesson as the answer to the question that asks for it."""
    value: Value = {"if": lesson.if_text, "then": lesson.then_text, "why": lesson.why}
    if lesson.skill:
        value["skill"] = [lesson.skill]
    return {name: part for name, part in value.items() if part}


def _lesson_of(connection: Any, call_id: str) -> LessonRecord | None:
    row = connection.execute(
        f"{LESSON} WHERE lesson.call_id = ? AND lesson.deleted_at IS NULL ORDER BY lesson.seq LIMIT 1", (call_id,)
    ).fetchone()
    return lesson_of(row) if row else None


def _not(there: bool) -> str:
    return "NOT" if there else ""


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key for key in text.split(",") if key)


def _first(picked: object) -> str:
    return str(picked[0]) if isinstance(picked, list) and picked else str(picked or "")


_CLIENT = """SELECT client.id, name, known, archived_at, deleted_at,
    (SELECT count(*) FROM call WHERE client_id = client.id AND call.deleted_at IS NULL),
    (SELECT max(moment) FROM call WHERE client_id = client.id AND call.deleted_at IS NULL)
    FROM client"""
