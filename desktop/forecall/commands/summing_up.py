"""Everything that the lessons summary is made from, read in one go."""

import json
from collections.abc import Iterator
from typing import Any

from forecall.journal.listing import Sieve, list_calls, open_promises
from forecall.journal.moments import utc_now
from forecall.journal.reading import list_lessons
from forecall.journal.summary import SummarySource

_ALL = 2**31


def read_source(connection: Any) -> SummarySource:
    """All lessons, calls and promises, and the answers that the summary counts; archived ones too."""
    now = utc_now()
    living, archived = (list_calls(connection, Sieve(archived=each), now, limit=_ALL) for each in (False, True))
    return SummarySource(
        lessons=[*list_lessons(connection, limit=_ALL), *list_lessons(connection, archived=True, limit=_ALL)],
        calls=sorted([*living, *archived], key=lambda head: head.moment, reverse=True),
        promises=[promise for done in (False, True) for promise in open_promises(connection, limit=_ALL, done=done)],
        works=list(_answers(connection, "went_well")),
        services=list(_answers(connection, "service")),
    )


def _answers(connection: Any, key: str) -> Iterator[tuple[str, str]]:
    """The words under one question, newest call first, each with its call's id."""
    rows = connection.execute(
        "SELECT call.id, answer.value FROM answer JOIN call ON call.id = answer.call_id"
        " WHERE answer.key = ? AND call.deleted_at IS NULL ORDER BY call.moment DESC",
        (key,),
    )
    for call_id, value in rows:
        words = json.loads(value).get("text", "")
        if isinstance(words, str) and words.strip():
            yield call_id, words
