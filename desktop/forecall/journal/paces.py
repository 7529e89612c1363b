"""How long answers took, as it was measured while they were written."""

from typing import Any

_RECENT = 400
"""Answers that are looked at; some twenty calls."""


def recent_paces(connection: Any, limit: int = _RECENT) -> tuple[tuple[str, int], ...]:
    """The question's key and the seconds of the answers that were last written, newest first."""
    rows = connection.execute(
        "SELECT key, seconds FROM pace ORDER BY changed_at DESC, seq DESC LIMIT ?", (max(0, limit),)
    )
    return tuple((str(key), int(seconds)) for key, seconds in rows)


def spent_on(connection: Any, call_id: str) -> dict[str, int]:
    """The seconds that each answer of a call has taken so far."""
    rows = connection.execute("SELECT key, seconds FROM pace WHERE call_id = ?", (call_id,))
    return {str(key): int(seconds) for key, seconds in rows}
