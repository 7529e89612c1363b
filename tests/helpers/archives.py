"""Archives for tests: one that a person could have written, and a way to write changed ones."""

import json
from pathlib import Path
from typing import Any

MOMENT = "2026-11-20T09:00:00Z"


def row(row_id: str, **fields: Any) -> dict[str, Any]:
    return {"id": row_id, "created_at": MOMENT, "changed_at": MOMENT, **fields}


def client(row_id: str = "client-1", **fields: Any) -> dict[str, Any]:
    return row(row_id, **({"name": "Northwind", "known": "", "archived_at": None, "deleted_at": None} | fields))


def call(row_id: str = "call-1", **fields: Any) -> dict[str, Any]:
    empty = (
        "started_at", "held_at", "looked_back_now_at", "looked_back_later_at", "left_at",
        "did_not_happen_at", "copied_from", "archived_at", "deleted_at",
    )  # fmt: skip
    given = {
        "client_id": "client-1",
        "title": "Late report",
        "types": "complaint,scope",
        "planned_wall": "2026-11-26T10:00",
        "planned_zone": "Europe/Berlin",
        "planned_utc": "2026-11-26T09:00:00Z",
        "moment": "2026-11-26T09:00:00Z",
        "length_minutes": 30,
        "links": "",
        **dict.fromkeys(empty),
    }
    return row(row_id, **(given | fields))


def answer(row_id: str = "answer-1", **fields: Any) -> dict[str, Any]:
    given = {"call_id": "call-1", "key": "issue", "value": {"text": "Two days late"}, "wording": "What is it?"}
    return row(row_id, **(given | fields))


def item(row_id: str = "item-1", **fields: Any) -> dict[str, Any]:
    given = {
        "call_id": "call-1", "key": "promised", "position": 0, "value": {"text": "Send the plan"},
        "wording": "", "due": "2026-12-01", "done_at": None,
    }  # fmt: skip
    return row(row_id, **(given | fields))


def lesson(row_id: str = "lesson-1", **fields: Any) -> dict[str, Any]:
    given = {
        "call_id": "call-1", "if_text": "a date slips", "then_text": "say it first", "why": "",
        "skill": "communication", "types": "", "used": 0, "helped": 0, "archived_at": None, "deleted_at": None,
    }  # fmt: skip
    return row(row_id, **(given | fields))


def phrase(row_id: str = "phrase-1", **fields: Any) -> dict[str, Any]:
    given = {
        "guide_key": "", "moment": "opening", "text": "Good that you called", "fits": "opening,issue",
        "types": "complaint", "hidden_at": None, "deleted_at": None,
    }  # fmt: skip
    return row(row_id, **(given | fields))


def forecast_lock(row_id: str = "lock-1", **fields: Any) -> dict[str, Any]:
    value = {"forecast": {"ending": ["agreed"]}, "objections": [{"text": "Too late"}]}
    given = {"call_id": "call-1", "locked_at": MOMENT, "unlocked_at": None, "value": value}
    return row(row_id, **(given | fields))


def pace(row_id: str = "pace-1", **fields: Any) -> dict[str, Any]:
    return row(row_id, **({"call_id": "call-1", "key": "issue", "seconds": 40} | fields))


def revision(row_id: str = "revision-1", **fields: Any) -> dict[str, Any]:
    entry = {"id": "old-1", "value": {"text": "Said before"}, "wording": "", "due": None, "done_at": None}
    given: dict[str, Any] = {"kind": "list", "call_id": "call-1", "client_id": None, "lesson_id": None, "key": "points"}
    given |= {"value": {"entries": [entry]}, "wording": "What must be said?", "visit": "visit-1"}
    return row(row_id, **(given | fields))


def archive(**sections: Any) -> dict[str, Any]:
    """A small sound archive; each section can be given anew."""
    return {
        "format": "forecall-journal",
        "version": 3,
        "made_at": MOMENT,
        "clients": [client()],
        "calls": [call()],
        "answers": [answer()],
        "items": [item()],
        "lessons": [lesson()],
        "phrases": [phrase()],
        "forecast_locks": [forecast_lock()],
        "paces": [pace()],
        "revisions": [revision()],
        **sections,
    }


def write(path: Path, held: Any) -> Path:
    path.write_text(held if isinstance(held, str) else json.dumps(held), encoding="utf-8")
    return path
