"""What the first screen says: one reading of the journal, and its words."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from forecall import dates
from forecall.coach.sheet_words import are_there
from forecall.journal.listing import (
    Sieve,
    calls_under_way,
    lessons_for,
    list_calls,
    next_calls,
    promises_around,
    unplanned_calls,
    waiting_calls,
)
from forecall.journal.moments import day_of, minutes_until
from forecall.journal.reading import list_lessons, read_call
from forecall.journal.records import CallHead, CallRecord, LessonRecord, PromiseRecord
from forecall.ui.call_words import DOT, type_words
from forecall.words import _, ngettext

_FURTHER = 3
_PROMISES = 5
_LESSONS = 3
_TOLD = ("promised", "ended", "after", "keep", "tell")
"""What is asked right after a call: the worksheets themselves are not read yet when the first screen is."""


@dataclass(frozen=True, slots=True)
class Today:
    """Everything on the first screen. ``written`` are the questions of the next call with an answer.

    ``told`` are the ids of the planned calls about which someone has begun to say how they went.
    """

    day: date
    under_way: CallHead | None = None
    next: CallHead | None = None
    written: tuple[str, ...] = ()
    further: tuple[CallHead, ...] = ()
    untimed: tuple[CallHead, ...] = ()
    waiting: tuple[CallHead, ...] = ()
    promises: tuple[PromiseRecord, ...] = ()
    lessons: tuple[LessonRecord, ...] = ()
    told: frozenset[str] = frozenset()
    empty: bool = False


def read_today(connection: Any, now: str, zone: str) -> Today:
    """Read the first screen as it is at ``now``."""
    day = day_of(now, zone)
    held = calls_under_way(connection, now, 1)
    on = frozenset(call.id for call in held)
    planned = [call for call in next_calls(connection, now, 2 + _FURTHER) if call.id not in on][: 1 + _FURTHER]
    first = planned[0] if planned else None
    untimed = [call for call in unplanned_calls(connection, now) if call.id not in on]
    waiting = [call for call in waiting_calls(connection, now, zone) if call.id not in on]
    until = (day + timedelta(days=7)).isoformat()
    promises = promises_around(connection, day.isoformat(), until, _PROMISES)
    if first is not None:
        lessons = lessons_for(connection, first.types, first.client_id, _LESSONS)
    else:
        lessons = list_lessons(connection, limit=_LESSONS)
    found = bool(held or planned or untimed or waiting or promises or lessons)
    record = read_call(connection, first.id, now) if first is not None else None
    return Today(
        day=day,
        under_way=held[0] if held else None,
        next=first,
        written=written_in(record) if record is not None else (),
        further=tuple(planned[1:]),
        untimed=tuple(untimed),
        waiting=tuple(waiting),
        promises=tuple(promises),
        lessons=tuple(lessons),
        told=_told(connection, [*planned, *untimed]),
        empty=not found and not _any_call(connection, now),
    )


def written_in(record: CallRecord) -> tuple[str, ...]:
    """The questions that carry the sheet and have an answer, in the sheet's order."""
    texts = [key for key in ("issue", "goal", "opening") if record.text(key)]
    return (*texts, *(key for key in ("points", "objections", "options") if record.entries(key)))


def heading(today: Today, now: str, wall: datetime, countdown: bool = True) -> str:
    """The sentence on top: the next call, or that nothing waits."""
    call = today.next
    if today.under_way is not None:
        return _("Your call is under way")
    if call is None:
        if today.untimed:
            return ngettext("A call without a time yet", "Calls without a time yet", len(today.untimed))
        if today.waiting or today.promises:
            return _("No call is planned")
        return _("Today") if today.empty else _("Nothing is waiting")
    minutes = minutes_until(call.moment, now)
    if minutes <= 0:
        return _("Your call is now")
    if countdown and minutes < 12 * 60:
        return _("Next call {when}").format(when=dates.minutes_text(minutes))
    when = _day_and_time(call, wall)
    if today.waiting or today.promises or minutes < 12 * 60:
        return _("Next call: {when}").format(when=when)
    return _("Nothing is waiting. Next call: {when}.").format(when=when)


def card_line(call: CallHead, wall: datetime) -> str:
    """What the next call is about and when: "Late delivery · complaint · 10:00, 30 min"."""
    planned = datetime.fromisoformat(call.planned_wall or wall.isoformat())
    time = dates.time_text(planned) if planned.date() == wall.date() else _day_and_time(call, wall)
    when = f"{time}, {dates.span_text(call.length_minutes)}"
    return DOT.join(part for part in (call.title, type_words(call), when) if part)


def written_words(written: tuple[str, ...]) -> str:
    """What the sheet holds, in words and not as a score: "Aim and opening are there."."""
    names = {
        "issue": _("the issue"),
        "goal": _("aim"),
        "opening": _("opening"),
        "points": _("points"),
        "objections": _("answers to objections"),
        "options": _("offers"),
    }
    if set(written) <= {"issue"}:
        return _("The issue is written down.") if written else _("Nothing is written yet.")
    return are_there([(names[key], 1 if key in ("goal", "opening") else 2) for key in written if key != "issue"])


def _day_and_time(call: CallHead, wall: datetime) -> str:
    planned = call.planned_wall or ""
    day = dates.day_text(planned[:10], wall.date())
    return f"{day} {planned[11:]}"


def _told(connection: Any, calls: list[CallHead]) -> frozenset[str]:
    if not calls:
        return frozenset()
    named = {"calls": json.dumps([call.id for call in calls]), "told": json.dumps(_TOLD)}
    among = "call_id IN (SELECT value FROM json_each(:calls)) AND key IN (SELECT value FROM json_each(:told))"
    found = connection.execute(
        f"SELECT call_id FROM answer WHERE {among} UNION SELECT call_id FROM item WHERE {among}", named
    )
    return frozenset(call_id for (call_id,) in found)


def _any_call(connection: Any, now: str) -> bool:
    return any(list_calls(connection, Sieve(archived=archived), now, limit=1) for archived in (False, True))
