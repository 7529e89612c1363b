"""Every word ever written, found as it is typed: one document a call, kept in the file's own full-text index."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from forecall.journal.listing import heads_of
from forecall.journal.moments import from_utc, utc_now
from forecall.journal.records import CallHead

MARK_START, MARK_END = "\ue000", "\ue001"
"""Private characters around a hit in ``Hit.context``; what is drawn decides how they look."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SEQ_BITS = 24
_LAST = 2**62
_CONTEXT_WORDS = 14
_ANSWERS = "SELECT value FROM answer WHERE call_id = ? ORDER BY seq"
_ITEMS = "SELECT value FROM item WHERE call_id = ? ORDER BY key, position, seq"
_LESSONS = """SELECT if_text || char(10) || then_text || char(10) || why FROM lesson
    WHERE call_id = ? AND deleted_at IS NULL ORDER BY seq"""


_MAPPED = "PRAGMA mmap_size = 268435456"
"""A search reads all over the file: mapped, that is half as slow. Other readings do without, for memory's sake."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A call that holds all the words. ``context`` is a piece of its text with the hits between the two marks.

    ``place`` is where the call stands among all; ``search_page`` goes on before it.
    """

    head: CallHead
    context: str
    place: int

    @property
    def call_id(self) -> str:
        """The call's key."""
        return self.head.id


def index_call(connection: Any, call_id: str) -> None:
    """Write the document of one call anew; a deleted call has none. ``connection`` runs in the caller's transaction."""
    connection.execute("DELETE FROM call_document WHERE call_id = ?", (call_id,))
    found = connection.execute(
        "SELECT call.seq, call.moment, client.name, call.title, call.links FROM call"
        " JOIN client ON client.id = call.client_id WHERE call.id = ? AND call.deleted_at IS NULL",
        (call_id,),
    ).fetchone()
    if found is None:
        return
    seq, moment, client, title, links = found
    answers, items, lessons = (
        [text for (text,) in connection.execute(query, (call_id,))] for query in (_ANSWERS, _ITEMS, _LESSONS)
    )
    connection.execute(
        "INSERT INTO call_document (place, call_id, words) VALUES (?, ?, ?)",
        (place_of(moment, seq), call_id, document_of(client, title, answers, items, lessons, links)),
    )


def document_of(
    client: str,
    title: str,
    answers: Iterable[str],
    items: Iterable[str],
    lessons: Iterable[str],
    links: str = "",
) -> str:
    """All words of one call as one text. Answers and items come as they are stored, lessons as their words."""
    said = (words for stored in chain(answers, items) for words in said_words(stored))
    return "\n".join(text for text in (client, title, *said, *lessons, links) if text)


def place_of(moment: str, seq: int) -> int:
    """A number that grows with a call's moment and is its own: walking back over it is newest first."""
    minutes = int((from_utc(moment) - _EPOCH).total_seconds() // 60)
    return (minutes << _SEQ_BITS) | (seq & ((1 << _SEQ_BITS) - 1))


def said_words(value: str) -> Iterator[str]:
    """The person's words in a stored answer: its texts. Lists hold keys of choices, which nobody wrote."""
    for part in json.loads(value).values():
        if isinstance(part, str):
            yield part


def search(connection: Any, words: str, limit: int = 50, now: str | None = None) -> list[Hit]:
    """Calls that hold all the words, each as the beginning of a word, in any field and order, newest first.

    Accents and case do not matter. ``now`` is the moment that stages are told for.
    """
    return search_page(connection, words, limit=limit, now=now)


def search_page(
    connection: Any, words: str, *, before: int | None = None, limit: int = 50, now: str | None = None
) -> list[Hit]:
    """What ``search`` finds, going on after a hit that stood at the place ``before``."""
    query = match_query(words)
    if not query:
        return []
    connection.execute(_MAPPED)
    found = connection.execute(
        "SELECT call_document.call_id, call_words.rowid, snippet(call_words, 0, ?, ?, '…', ?)"
        " FROM call_words JOIN call_document ON call_document.place = call_words.rowid"
        " WHERE call_words MATCH ? AND call_words.rowid < ? ORDER BY call_words.rowid DESC LIMIT ?",
        (MARK_START, MARK_END, _CONTEXT_WORDS, query, _LAST if before is None else before, limit),
    ).fetchall()
    heads = heads_of(connection, [call_id for call_id, *_rest in found], now or utc_now())
    return [Hit(head, context, place) for head, (_call_id, place, context) in zip(heads, found, strict=True)]


def match_query(words: str) -> str:
    """The full-text query for what a person typed: each word quoted, so that no sign of theirs is an operator."""
    wanted = (re.sub(r'["\x00]', " ", word).strip() for word in words.split())
    return " ".join(f'"{word}"*' for word in wanted if any(letter.isalnum() for letter in word))
