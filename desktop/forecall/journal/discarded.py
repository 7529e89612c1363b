"""Reading the trash: what was deleted, how long it stays, and what may leave it by itself."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from forecall.journal.listing import heads_of
from forecall.journal.moments import from_utc, utc_text
from forecall.journal.records import CallHead

DAYS = 30
"""How long deleted things stay."""

Kind = Literal["client", "call", "lesson", "phrase"]

MERGED = "merged"
"""The draft that notes of a client whom they were merged into, and the moment in which they were deleted by it."""

_MERGED_INTO = f"""coalesce((SELECT kept.name FROM client AS kept WHERE kept.id = (
        SELECT json_extract(note.value, '$.into') FROM draft, json_each(draft.value) AS note
        WHERE draft.name = '{MERGED}' AND note.key = client.id
            AND json_extract(note.value, '$.at') = client.deleted_at)), '')"""
_CLIENTS = f"""SELECT 'client', client.id, client.name, {_MERGED_INTO},
        (SELECT count(*) FROM call WHERE call.client_id = client.id AND call.deleted_at IS NOT NULL), client.deleted_at,
        EXISTS (SELECT 1 FROM call WHERE call.client_id = client.id AND call.deleted_at IS NULL) AS held
    FROM client WHERE client.deleted_at IS NOT NULL"""
_CALLS = """SELECT 'call', call.id, client.name, '', 0, call.deleted_at, 0
    FROM call JOIN client ON client.id = call.client_id
    WHERE call.deleted_at IS NOT NULL AND client.deleted_at IS NULL"""
_LESSONS = """SELECT 'lesson', id, if_text, then_text, 0, deleted_at, 0
    FROM lesson WHERE deleted_at IS NOT NULL"""
_PHRASES = """SELECT 'phrase', id, text, '', 0, deleted_at, 0
    FROM phrase WHERE deleted_at IS NOT NULL AND guide_key = ''"""
_ALL = " UNION ALL ".join((_CLIENTS, _CALLS, _LESSONS, _PHRASES))


@dataclass(frozen=True, slots=True)
class Discarded:
    """One thing in the trash. ``calls`` go with a client; ``days_left`` is 0 on the last day.

    ``more`` is the plan of a lesson, or the name of the client that one was merged into. A call comes with its head.
    """

    kind: Kind
    id: str
    name: str
    more: str
    calls: int
    deleted_at: str
    days_left: int
    call: CallHead | None = None


def read_trash(connection: Any, now: str, limit: int = 5000) -> list[Discarded]:
    """What is in the trash, what was deleted last first. Calls of a deleted client are counted with the client."""
    rows = connection.execute(f"{_ALL} ORDER BY 6 DESC, 2 LIMIT ?", (limit,)).fetchall()
    heads = {head.id: head for head in heads_of(connection, [row[1] for row in rows if row[0] == "call"], now)}
    today = from_utc(now)
    return [
        Discarded(
            kind=kind,
            id=row_id,
            name=name,
            more=more,
            calls=calls,
            deleted_at=deleted_at,
            days_left=max(0, DAYS - (today - from_utc(deleted_at)).days),
            call=heads.get(row_id),
        )
        for kind, row_id, name, more, calls, deleted_at, _held in rows
    ]


def read_overdue(connection: Any, now: str, limit: int = 1000) -> tuple[list[tuple[Kind, str]], bool]:
    """What may leave the trash by itself, and whether anything waits for another day to be sure.

    A clock that jumped ahead must not empty the trash: something leaves it only when its thirty days were over on an
    earlier day of use as well, at least a day before this one. Days of use that lie ahead count for nothing.
    """
    before = _days_before(now, DAYS)
    late = connection.execute(f"SELECT * FROM ({_ALL}) WHERE deleted_at < ? AND NOT held LIMIT ?", (before, limit))
    rows = late.fetchall()
    if not rows:
        return [], False
    (seen,) = connection.execute("SELECT max(day) FROM used_day WHERE day < ?", (_days_before(now, 1)[:10],)).fetchone()
    limit_then = _days_before(f"{seen}T00:00:00Z", DAYS) if seen else ""
    return [(row[0], row[1]) for row in rows if row[5] < limit_then], True


def _days_before(moment: str, days: int) -> str:
    try:
        return utc_text(from_utc(moment) - timedelta(days=days))
    except OverflowError:
        return ""
