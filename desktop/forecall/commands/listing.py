"""``forecall list``: calls, clients, lessons and promises, as aligned lines or as JSON."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import Any

from forecall.commands.opening import SHORT_ID, reading
from forecall.commands.told import Fields, fitted, note, plain, say, say_json_list
from forecall.commands.wall import stage_text, wall_of, wall_of_call
from forecall.journal.listing import Sieve, list_calls, open_promises
from forecall.journal.moments import utc_now
from forecall.journal.reading import list_clients, list_lessons
from forecall.journal.records import CallHead, ClientRecord, LessonRecord, PromiseRecord
from forecall.words import _, ngettext

_PAGE = 500


def list_things(asked: Namespace) -> None:
    """List one kind of thing; with ``--all`` also what is archived and promises that were kept."""
    found, as_fields, as_line = _KINDS[asked.what]
    with reading(asked.journal) as connection:
        records = found(connection, asked.all)
        if asked.json:
            say_json_list(as_fields(each) for each in records)
        else:
            _say_lines(as_line(each) for each in records)


def _say_lines(lines: Iterator[str]) -> None:
    empty = True
    for line in lines:
        say(line.rstrip())
        empty = False
    if empty:
        note(_("There is nothing to list."))


# calls


def _calls(connection: Any, archived_too: bool) -> Iterator[CallHead]:
    now = utc_now()
    for archived in (False, True) if archived_too else (False,):
        after: tuple[str, str] | None = None
        while page := list_calls(connection, Sieve(archived=archived), now, after=after, limit=_PAGE):
            yield from page
            after = (page[-1].moment, page[-1].id)


def call_fields(head: CallHead) -> Fields:
    """A call as the JSON of ``list`` and ``search`` gives it."""
    return {
        "id": head.id,
        "client_id": head.client_id,
        "client": head.client_name,
        "title": head.title,
        "types": list(head.types),
        "stage": head.stage,
        "moment": head.moment,
        "planned_wall": head.planned_wall,
        "planned_zone": head.planned_zone,
        "planned_utc": head.planned_utc,
        "length_minutes": head.length_minutes,
        "held_at": head.held_at,
        "looked_back_now_at": head.looked_back_now_at,
        "ended": head.ended,
        "archived_at": head.archived_at,
    }


def _call_line(head: CallHead) -> str:
    stage = _("archived") if head.archived_at else stage_text(head.stage)
    return "  ".join(
        (head.id[:SHORT_ID], wall_of_call(head), fitted(stage, 14), fitted(head.client_name, 24), plain(head.title))
    )


# clients


def _clients(connection: Any, archived_too: bool) -> Iterator[ClientRecord]:
    yield from list_clients(connection)
    if archived_too:
        yield from list_clients(connection, archived=True)


def client_fields(client: ClientRecord) -> Fields:
    """A client as the JSON of ``list`` and ``search`` gives it."""
    return {
        "id": client.id,
        "name": client.name,
        "known": client.known,
        "calls": client.calls,
        "last_moment": client.last_moment,
        "archived_at": client.archived_at,
    }


def _client_line(client: ClientRecord) -> str:
    calls = ngettext("{count} call", "{count} calls", client.calls)
    last = wall_of(client.last_moment)[:10] if client.last_moment else ""
    archived = _("archived") if client.archived_at else ""
    return "  ".join((client.id[:SHORT_ID], fitted(client.name, 32), fitted(calls, 12), fitted(last, 10), archived))


# lessons


def _lessons(connection: Any, archived_too: bool) -> Iterator[LessonRecord]:
    yield from list_lessons(connection)
    if archived_too:
        yield from list_lessons(connection, archived=True)


def lesson_fields(lesson: LessonRecord) -> Fields:
    """A lesson as the JSON of ``list`` and ``search`` gives it."""
    return {
        "id": lesson.id,
        "call_id": lesson.call_id,
        "client_id": lesson.client_id or None,
        "client": lesson.client_name or None,
        "if": lesson.if_text,
        "then": lesson.then_text,
        "why": lesson.why,
        "skill": lesson.skill,
        "types": list(lesson.types),
        "used": lesson.used,
        "helped": lesson.helped,
        "moment": lesson.moment,
        "created_at": lesson.created_at,
        "archived_at": lesson.archived_at,
    }


def lesson_line(lesson: LessonRecord) -> str:
    """A lesson on one line."""
    from forecall.journal.document_words import if_then

    day = wall_of(lesson.moment or lesson.created_at)[:10]
    sentence = if_then(lesson.if_text, lesson.then_text, _("If {cue}, I will {plan}"))
    parts = (lesson.id[:SHORT_ID], day, fitted(lesson.skill, 13), fitted(lesson.client_name, 24), plain(sentence))
    return "  ".join(parts)


# promises


def _promises(connection: Any, kept_too: bool) -> Iterator[PromiseRecord]:
    yield from open_promises(connection, limit=2**31)
    if kept_too:
        yield from open_promises(connection, limit=2**31, done=True)


def _promise_fields(promise: PromiseRecord) -> Fields:
    return {
        "id": promise.id,
        "call_id": promise.call_id,
        "client_id": promise.client_id,
        "client": promise.client_name,
        "text": promise.text,
        "due": promise.due,
        "done_at": promise.done_at,
        "result": promise.result,
    }


def _promise_line(promise: PromiseRecord) -> str:
    day = fitted(promise.due or _("no day"), 10)
    kept = _("kept") if promise.done_at else ""
    parts = (promise.id[:SHORT_ID], day, fitted(promise.client_name, 24), plain(promise.text), kept)
    return "  ".join(parts)


_Kind = tuple[Callable[[Any, bool], Iterator[Any]], Callable[[Any], Fields], Callable[[Any], str]]

_KINDS: dict[str, _Kind] = {
    "calls": (_calls, call_fields, _call_line),
    "clients": (_clients, client_fields, _client_line),
    "lessons": (_lessons, lesson_fields, lesson_line),
    "promises": (_promises, _promise_fields, _promise_line),
}
