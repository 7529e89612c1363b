"""Reading the earlier versions of what was written, and what they say."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_OF_CALL = """SELECT id, kind, value, created_at, changed_at FROM revision
    WHERE call_id = :call AND "key" = :key ORDER BY seq DESC"""
_OF_LESSON = """SELECT id, kind, value, created_at, changed_at FROM revision
    WHERE lesson_id = :lesson OR lesson_id IN (SELECT id FROM lesson WHERE call_id = :call AND deleted_at IS NULL)
    ORDER BY seq DESC"""
_OF_CLIENT = """SELECT id, kind, value, created_at, changed_at FROM revision
    WHERE client_id = :client AND "key" = 'known' ORDER BY seq DESC"""


@dataclass(frozen=True, slots=True)
class Version:
    """Words as they stood once: when they were written, and the lines they say."""

    id: str
    written_at: str
    lines: tuple[str, ...]


def read_versions(
    connection: Any, *, call_id: str = "", key: str = "", client_id: str = "", lesson_id: str = ""
) -> list[Version]:
    """The earlier versions of an answer or list, of what is known about a client, or of a lesson; newest first."""
    if lesson_id or key == "lesson":
        rows = connection.execute(_OF_LESSON, {"lesson": lesson_id, "call": call_id or None})
    elif client_id:
        rows = connection.execute(_OF_CLIENT, {"client": client_id})
    else:
        rows = connection.execute(_OF_CALL, {"call": call_id, "key": key})
    return [
        Version(row_id, changed_at if kind == "list" else created_at, _lines(json.loads(value)))
        for row_id, kind, value, created_at, changed_at in rows.fetchall()
    ]


def _lines(value: Mapping[str, Any]) -> tuple[str, ...]:
    entries = value.get("entries")
    if isinstance(entries, list):
        return tuple(" · ".join(_said(entry.get("value", {}))) for entry in entries if _said(entry.get("value", {})))
    return tuple(_said(value.get("words", {})))


def _said(value: Mapping[str, Any]) -> list[str]:
    """The person's words and numbers; a list holds keys of choices, which say nothing here."""
    return [str(part) for part in value.values() if isinstance(part, str | int) and not isinstance(part, bool)]
