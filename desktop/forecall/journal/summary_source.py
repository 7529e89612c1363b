"""Everything that a lessons summary of some days is made from, read in one go."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from forecall.journal.listing import Sieve, list_calls, open_promises
from forecall.journal.moments import utc_now
from forecall.journal.reading import list_lessons
from forecall.journal.summary import SummarySource

_ALL = 2**31


def read_source(connection: Any, since: str | None = None, until: str | None = None) -> SummarySource:
    """Lessons, promises, and the calls of these days with the answers that count; archived ones too, newest first."""
    # A day more on both sides: days are the person's, moments are UTC, and the document counts by days.
    first, last = _shifted(since, -1), _shifted(until, 2)
    now = utc_now()
    calls = [
        call
        for archived in (False, True)
        for call in list_calls(connection, Sieve(since=first, until=last, archived=archived), now, limit=_ALL)
    ]
    return SummarySource(
        lessons=[*list_lessons(connection, limit=_ALL), *list_lessons(connection, archived=True, limit=_ALL)],
        calls=sorted(calls, key=lambda call: call.moment, reverse=True),
        promises=[promise for done in (False, True) for promise in open_promises(connection, limit=_ALL, done=done)],
        works=list(_answers(connection, "went_well", first)),
        services=list(_answers(connection, "service", first)),
    )


def _answers(connection: Any, key: str, since: str) -> Iterator[tuple[str, str]]:
    """The words under one question, newest call first, each with its call's id."""
    rows = connection.execute(
        "SELECT call.id, answer.value FROM answer JOIN call ON call.id = answer.call_id"
        " WHERE answer.key = ? AND call.deleted_at IS NULL AND call.moment >= ? ORDER BY call.moment DESC",
        (key, since),
    )
    for call_id, value in rows:
        words = json.loads(value).get("text", "")
        if isinstance(words, str) and words.strip():
            yield call_id, words


def _shifted(day: str | None, days: int) -> str:
    """Another day, some days on; nothing for none, and the calendar's end for one beyond it."""
    if day is None:
        return ""
    moved = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(1, moved), date.max.toordinal())).isoformat()
