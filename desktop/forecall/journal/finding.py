"""What somebody may want to go to, found as they type: a few calls, clients and lessons of each kind."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from forecall.journal.listing import Sieve, heads_of, list_calls, next_calls, waiting_calls
from forecall.journal.matching import holds, parts_of
from forecall.journal.reading import clients_of, lessons_of
from forecall.journal.records import CallHead, ClientRecord, LessonRecord
from forecall.journal.search import match_query
from forecall.words import sorted_as

CALLS, CLIENTS, LESSONS = 5, 3, 3
"""How many of each are found."""

_LOOKED_AT = 200
"""Of the newest calls and notes with the words, so many are looked through for a client or a lesson."""


@dataclass(frozen=True, slots=True)
class Found:
    """A few of each kind, the likeliest first."""

    calls: tuple[CallHead, ...] = ()
    clients: tuple[ClientRecord, ...] = ()
    lessons: tuple[LessonRecord, ...] = ()


def find(connection: Any, words: str, *, now: str, zone: str) -> Found:
    """What holds all of the words, each as the beginning of a word; without words, the calls that are near in time.

    ``now`` is a UTC moment and ``zone`` where the person is.
    """
    query = match_query(words)
    if not query:
        return Found(calls=tuple(_near(connection, now, zone)))
    wanted = parts_of(words)
    calls = [
        call_id
        for (call_id,) in connection.execute(
            "SELECT call_id FROM call_words JOIN call_document ON call_document.place = call_words.rowid"
            " WHERE call_words MATCH ? ORDER BY call_words.rowid DESC LIMIT ?",
            (query, CALLS),
        )
    ]
    return Found(
        calls=tuple(heads_of(connection, calls, now)),
        clients=tuple(_clients(connection, query, wanted)),
        lessons=tuple(_lessons(connection, query, wanted)),
    )


def _near(connection: Any, now: str, zone: str) -> list[CallHead]:
    """What is next, what waits to be looked back on, and then the newest that were."""
    found = [*next_calls(connection, now, 2), *waiting_calls(connection, now, zone, 2)]
    found += list_calls(connection, Sieve(until=now), now, limit=CALLS)
    return list({each.id: each for each in found}.values())[:CALLS]


def _clients(connection: Any, query: str, wanted: list[str]) -> list[ClientRecord]:
    """Whose name begins so goes before those about whom the words are known."""
    rows = connection.execute(
        "SELECT owner_id, substr(note_document.words, 1, instr(note_document.words, char(10)) - 1) FROM"
        " note_words JOIN note_document ON note_document.place = note_words.rowid"
        " WHERE note_words MATCH ? AND kind = 'client' ORDER BY note_words.rowid DESC LIMIT ?",
        (query, _LOOKED_AT),
    ).fetchall()
    rows.sort(key=lambda row: (not holds(wanted, parts_of(row[1])), sorted_as(row[1])))
    return clients_of(connection, [client_id for client_id, _name in rows[:CLIENTS]])


def _lessons(connection: Any, query: str, wanted: list[str]) -> list[LessonRecord]:
    """Lessons by themselves, and those of calls that hold the words, where it is the lesson that says them."""
    rows = connection.execute(
        "SELECT id, if_text || ' ' || then_text || ' ' || why FROM lesson WHERE deleted_at IS NULL AND ("
        "id IN (SELECT owner_id FROM note_words JOIN note_document ON note_document.place = note_words.rowid"
        " WHERE note_words MATCH :query AND kind = 'lesson' ORDER BY note_words.rowid DESC LIMIT :most)"
        " OR call_id IN (SELECT call_id FROM call_words JOIN call_document ON call_document.place = call_words.rowid"
        " WHERE call_words MATCH :query ORDER BY call_words.rowid DESC LIMIT :most)"
        ") ORDER BY created_at DESC, seq DESC",
        {"query": query, "most": _LOOKED_AT},
    )
    ids = list(islice((lesson_id for lesson_id, said in rows if holds(wanted, parts_of(said))), LESSONS))
    found = {lesson.id: lesson for lesson in lessons_of(connection, ids)}
    return [found[lesson_id] for lesson_id in ids]
