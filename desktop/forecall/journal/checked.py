"""What a check of a journal looks at: the tables of kept words, and the search over them."""

from forecall.storage.health import SearchSpec, Spec, TableSpec

KEPT_TABLES = ("client", "call", "answer", "item", "lesson", "phrase", "forecast_lock", "pace", "revision")
"""The names of ``tables.KEPT``, for those who must not import SQLModel."""

_UNKNOWN = """SELECT id FROM call WHERE deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM call_document WHERE call_id = call.id)"""
_LEFT_OVER = """SELECT call.id FROM call_document JOIN call ON call.id = call_document.call_id
    WHERE call.deleted_at IS NOT NULL"""

_NOTES = """SELECT 'client' AS kind, id, name || char(10) || known AS words FROM client WHERE deleted_at IS NULL
    UNION ALL SELECT 'lesson', id, if_text || char(10) || then_text || char(10) || why FROM lesson
    WHERE deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM call WHERE call.id = lesson.call_id AND call.deleted_at IS NULL)"""
"""What stands in no call and is to be found all the same."""
_NOTE_UNKNOWN = f"""SELECT id FROM ({_NOTES}) AS note
    WHERE NOT EXISTS (SELECT 1 FROM note_document WHERE owner_id = note.id AND words = note.words)"""
_NOTE_LEFT_OVER = f"""SELECT owner_id FROM note_document
    WHERE owner_id NOT IN (SELECT id FROM ({_NOTES}))"""

CHECKED: tuple[Spec, ...] = (
    *(TableSpec(name) for name in KEPT_TABLES),
    SearchSpec("call_words", _UNKNOWN, _LEFT_OVER),
    SearchSpec("note_words", _NOTE_UNKNOWN, _NOTE_LEFT_OVER),
)
"""Handed to ``storage.health.check``, which knows no table."""

LIVING_CALLS = ("call", "deleted_at IS NULL")
"""The table and the condition by which a person counts what a journal or a backup holds."""
