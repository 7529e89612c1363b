"""Every word ever written, found as it is typed: one document a call, kept in the file's own full-text index."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from forecall.journal.moments import from_utc

MARK_START, MARK_END = "\ue000", "\ue001"
"""Private characters around a hit in ``Hit.context``; what is drawn decides how they look."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SEQ_BITS = 24
_CONTEXT_WORDS = 14
_WORDS_OF_CALL = """
    SELECT 0, 0, client.name FROM call JOIN client ON client.id = call.client_id WHERE call.id = :call
    UNION ALL SELECT 1, 0, title FROM call WHERE id = :call
    UNION ALL SELECT 2, seq, value FROM answer WHERE call_id = :call
    UNION ALL SELECT 3, position, value FROM item WHERE call_id = :call
    UNION ALL SELECT 4, seq, if_text || char(10) || then_text || char(10) || why FROM lesson
        WHERE call_id = :call AND deleted_at IS NULL
    UNION ALL SELECT 5, 0, links FROM call WHERE id = :call
    ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A call that holds all the words. ``context`` is a piece of its text with the hits between the two marks."""

    call_id: str
    client_name: str
    title: str
    moment: str
    context: str


def index_call(connection: Any, call_id: str) -> None:
    """Write the document of one call anew; a deleted call has none. ``connection`` runs in the caller's transaction."""
    connection.execute("DELETE FROM call_document WHERE call_id = ?", (call_id,))
    found = connection.execute(
        "SELECT seq, moment FROM call WHERE id = ? AND deleted_at IS NULL", (call_id,)
    ).fetchone()
    if found is not None:
        words = "\n".join(_words_of(connection.execute(_WORDS_OF_CALL, {"call": call_id})))
        place = place_of(found[1], found[0])
        connection.execute(
            "INSERT INTO call_document (place, call_id, words) VALUES (?, ?, ?)", (place, call_id, words)
        )


def place_of(moment: str, seq: int) -> int:
    """A number that grows with a call's moment and is its own: walking back over it is newest first."""
    minutes = int((from_utc(moment) - _EPOCH).total_seconds() // 60)
    return (minutes << _SEQ_BITS) | (seq & ((1 << _SEQ_BITS) - 1))


def said_words(value: str) -> Iterator[str]:
    """The person's words in a stored answer: its texts. Lists hold keys of choices, which nobody wrote."""
    for part in json.loads(value).values():
        if isinstance(part, str):
            yield part


def search(connection: Any, words: str, limit: int = 50, before: int | None = None) -> list[Hit]:
    """Calls that hold all the words, each as the beginning of a word, in any field and order, newest first.

    Accents and case do not matter. ``before`` continues after an earlier hit's place.
    """
    query = match_query(words)
    if not query:
        return []
    rows = connection.execute(
        "SELECT call.id, client.name, call.title, call.moment,"
        " snippet(call_words, 0, ?, ?, '…', ?) FROM call_words"
        " JOIN call_document ON call_document.place = call_words.rowid"
        " JOIN call ON call.id = call_document.call_id JOIN client ON client.id = call.client_id"
        " WHERE call_words MATCH ? AND call_words.rowid < ?"
        " ORDER BY call_words.rowid DESC LIMIT ?",
        (MARK_START, MARK_END, _CONTEXT_WORDS, query, before or 2**62, limit),
    )
    return [Hit(*row) for row in rows]


def match_query(words: str) -> str:
    """The full-text query for what a person typed: each word quoted, so that no sign of theirs is an operator."""
    wanted = (re.sub(r'["\x00]', " ", word).strip() for word in words.split())
    return " ".join(f'"{word}"*' for word in wanted if any(letter.isalnum() for letter in word))


def _words_of(rows: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    for kind, _order, text in rows:
        if kind in (2, 3):
            yield from said_words(text)
        elif text:
            yield text
