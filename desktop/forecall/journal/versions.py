"""Going back to an earlier version of what was written: an act like any other, which can be taken back."""

import json
from typing import Any

from sqlmodel import Session

from forecall.journal.answers import record_answer
from forecall.journal.clients import note_about_client
from forecall.journal.keeping import add, entries_of, find, look_for, new_id, stamp, value_text
from forecall.journal.lessons import write_lesson
from forecall.journal.moments import utc_now
from forecall.journal.revisions import keep_list, visits_of
from forecall.journal.tables import Item, Revision


def use_version(session: Session, revision_id: str) -> None:
    """Put an earlier version in place of what stands there now, which is kept as a version of its own."""
    version = find(session, Revision, revision_id)
    owner = version.call_id or version.client_id or version.lesson_id or ""
    visits_of(session).come_to(owner)
    value = json.loads(version.value)
    if version.kind == "list" and version.call_id is not None:
        _use_list(session, version.call_id, version.key, value.get("entries", []))
    elif version.kind == "answer" and version.call_id is not None:
        record_answer(session, version.call_id, version.key, value.get("words", {}), version.wording)
    elif version.client_id is not None:
        note_about_client(session, version.client_id, str(value.get("words", {}).get("text", "")))
    elif version.lesson_id is not None:
        words = {"if": "", "then": "", "why": ""} | value.get("words", {})
        write_lesson(session, version.lesson_id, words)


def _use_list(session: Session, call_id: str, key: str, entries: list[dict[str, Any]]) -> None:
    keep_list(session, call_id, key)
    here = {item.id: item for item in entries_of(session, call_id, key)}
    wanted = {entry["id"] for entry in entries}
    for item in here.values():
        if item.id not in wanted:
            session.delete(item)
    now = utc_now()
    for position, entry in enumerate(entries):
        found = here.get(entry["id"])
        if found is None:
            taken = look_for(session, Item, entry["id"]) is not None  # it stands elsewhere by now
            row_id = new_id() if taken else entry["id"]
            found = Item(id=row_id, call_id=call_id, key=key, position=0, value="{}", created_at=now, changed_at=now)
            add(session, found)
        found.position, found.value, found.wording = position, value_text(entry["value"]), entry.get("wording", "")
        found.due, found.done_at = entry.get("due"), entry.get("done_at")
        stamp(found)
