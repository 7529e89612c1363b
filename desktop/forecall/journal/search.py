"""Every word ever written, found as it is typed, through two full-text indexes of the file itself.

A call is one document, written by ``index_call``. What stands in no call (what is known about a client, a lesson by
itself) is a note, kept by triggers of the file.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import merge
from itertools import chain, islice
from typing import Any

from forecall.journal.listing import heads_of
from forecall.journal.moments import from_utc, utc_now
from forecall.journal.reading import clients_of, lessons_of
from forecall.journal.records import CallHead, ClientRecord, LessonRecord

MARK_START, MARK_END = "\ue000", "\ue001"
"""Private characters around a hit in ``Hit.context``; what is drawn decides how they look."""

MOST_WORDS, MOST_SIGNS = 50, 2000
"""Of a query; more than that nobody means, and the index would be busy for minutes."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SEQ_BITS, _NUMBER_BITS = 24, 22  # the two bits between are 0 for a call, 1 for a client, 2 for a lesson
_LAST = 2**62
_CONTEXT_WORDS = 14
_ANSWERS = "SELECT value FROM answer WHERE call_id = ? ORDER BY seq"
_ITEMS = "SELECT value FROM item WHERE call_id = ? ORDER BY key, position, seq"
_LESSONS = """SELECT if_text || char(10) || then_text || char(10) || why FROM lesson
    WHERE call_id = ? AND deleted_at IS NULL ORDER BY seq"""


@dataclass(frozen=True, slots=True)
class Hit:
    """What holds all the words: a call, a client or a lesson. ``context`` is a piece of its text with the marks.

    ``place`` is where it stands among all; ``search_page`` goes on before it.
    """

    record: CallHead | ClientRecord | LessonRecord
    context: str
    place: int

    @property
    def id(self) -> str:
        """The key of what was found."""
        return self.record.id


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
    return (minutes << _SEQ_BITS) | (seq & ((1 << _NUMBER_BITS) - 1))


def said_words(value: str) -> Iterator[str]:
    """The person's words in a stored answer: its texts. Lists hold keys of choices, which nobody wrote."""
    for part in json.loads(value).values():
        if isinstance(part, str):
            yield part


def search(connection: Any, words: str, limit: int = 50, now: str | None = None) -> list[Hit]:
    """What holds all the words, each as the beginning of a word, in any field and order, newest first.

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
    named = (MARK_START, MARK_END, _CONTEXT_WORDS, query, _LAST if before is None else before, limit)
    both = (
        connection.execute(_FIND.format(index=index, document=document, kind=kind, id=owner), named)
        for index, document, kind, owner in _INDEXES
    )
    found = list(islice(merge(*both, reverse=True), limit))
    records = _records(connection, found, now or utc_now())
    return [Hit(records[key], context, place) for place, _kind, key, context in found if key in records]


def _records(
    connection: Any, found: list[tuple[int, str, str, str]], now: str
) -> dict[str, CallHead | ClientRecord | LessonRecord]:
    """What stands behind the hits, by its key."""
    keys = {kind: [key for _place, of, key, _context in found if of == kind] for kind in ("call", "client", "lesson")}
    records: list[CallHead | ClientRecord | LessonRecord] = [*heads_of(connection, keys["call"], now)]
    if keys["client"]:
        records += clients_of(connection, keys["client"])
    if keys["lesson"]:
        records += lessons_of(connection, keys["lesson"])
    return {each.id: each for each in records}


_INDEXES = (
    ("call_words", "call_document", "'call'", "call_id"),
    ("note_words", "note_document", "kind", "owner_id"),
)
_FIND = """SELECT {index}.rowid, {kind}, {id}, snippet({index}, 0, ?, ?, '…', ?)
    FROM {index} JOIN {document} ON {document}.place = {index}.rowid
    WHERE {index} MATCH ? AND {index}.rowid < ? ORDER BY {index}.rowid DESC LIMIT ?"""


def match_query(words: str) -> str:
    """The full-text query for what a person typed: each word quoted, so that no sign of theirs is an operator.

    Of a text that was pasted by mistake only the beginning is looked for.
    """
    wanted = (re.sub(r'["\x00]', " ", word).strip() for word in words[:MOST_SIGNS].split())
    said = (word for word in dict.fromkeys(wanted) if any(letter.isalnum() for letter in word))
    return " ".join(f'"{word}"*' for word in islice(said, MOST_WORDS))
