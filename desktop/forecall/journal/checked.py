"""What a check of a journal looks at: the tables of kept words, and the search over them."""

from forecall.storage.health import SearchSpec, Spec, TableSpec

KEPT_TABLES = ("client", "call", "answer", "item", "lesson", "phrase")
"""The names of ``tables.KEPT``, for those who must not import SQLModel."""

_UNKNOWN = """SELECT id FROM call WHERE deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM call_document WHERE call_id = call.id)"""
_LEFT_OVER = """SELECT call.id FROM call_document JOIN call ON call.id = call_document.call_id
    WHERE call.deleted_at IS NOT NULL"""

CHECKED: tuple[Spec, ...] = (
    *(TableSpec(name) for name in KEPT_TABLES),
    SearchSpec("call_words", _UNKNOWN, _LEFT_OVER),
)
"""Handed to ``storage.health.check``, which knows no table."""
