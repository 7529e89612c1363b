"""The acts that can be taken back, kept in the journal itself: written with the operation, in the same transaction.

Nothing is loaded when a journal is opened. Only the last act is in memory, for typing on in one box to join it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from forecall.journal.moments import utc_now
from forecall.storage.database import Connection
from forecall.workspace.undo import Images
from forecall.workspace.undo_stack import NO_ACT, Place, box_of, detail_of, place_of

MOST = 200
MOST_BYTES = 16 << 20
"""What the acts before the last one may take together; the oldest go first."""


@dataclass(slots=True)
class Act:
    """One act: what it is called, where it happened, and the rows as they were."""

    seq: int
    verb: str
    detail: str
    place: Place
    images: Images


@dataclass(slots=True)
class _Last:
    """The act that typing on in its box joins."""

    seq: int
    box: tuple[str, ...]
    images: Images


class Acts:
    """The acts of one journal. Used on the storage thread only; ``settle`` follows each commit."""

    def __init__(self) -> None:
        self._last: _Last | None = None
        self._next: _Last | None = None
        self._redoable = True  # an earlier start may have left some

    def push(self, connection: Connection, verb: str, args: Sequence[Any], images: Images) -> None:
        """Write an act with the operation that made it. Words typed on in the same box join the act before."""
        self._next = self._last
        if not images.before or verb in NO_ACT:
            return
        if self._redoable:  # what was taken back belongs to another way things might have gone
            connection.execute("DELETE FROM act WHERE taken_back")
        box = box_of(verb, args)
        if self._last is not None and box and self._last.box == box:
            self._join(connection, self._last, images)
            return
        place = place_of(verb, args, images)
        text = _text_of(images)
        cursor = connection.execute(
            "INSERT INTO act(verb, detail, place, made_at, taken_back, size, images) VALUES (?, ?, ?, ?, 0, ?, ?)",
            (verb, detail_of(verb, args), json.dumps(place), utc_now(), len(text), text),
        )
        self._next = _Last(int(cursor.lastrowid), box, images)
        _thin(connection, self._next.seq)

    def settle(self) -> None:
        """The operation is committed, and with it the act."""
        self._redoable = False
        self._last, self._next = self._next, None

    def last(self, connection: Connection) -> Act | None:
        """The act that would be taken back next."""
        return _read(connection, "WHERE NOT taken_back ORDER BY seq DESC")

    def last_undone(self, connection: Connection) -> Act | None:
        """The act that would be done again next."""
        return _read(connection, "WHERE taken_back ORDER BY seq")

    def turn(self, connection: Connection, act: Act, images: Images) -> None:
        """An act was taken back, or done again: ``images`` are the rows as they were before that."""
        text = _text_of(images)
        connection.execute(
            "UPDATE act SET taken_back = NOT taken_back, size = ?, images = ? WHERE seq = ?",
            (len(text), text, act.seq),
        )

    def turned(self) -> None:
        """The turning is committed: typing on begins an act of its own."""
        self._last = self._next = None
        self._redoable = True

    def drop(self, connection: Connection, act: Act) -> None:
        """Forget an act that would change nothing: its rows are as they were, so that no other one misses it."""
        connection.execute("DELETE FROM act WHERE seq = ?", (act.seq,))
        self._last = self._next = None

    def _join(self, connection: Connection, last: _Last, images: Images) -> None:
        joined = Images(before=dict(last.images.before))
        joined.absorb(last.images)
        joined.absorb(images)
        if len(joined.before) > len(last.images.before):
            text = _text_of(joined)
            connection.execute("UPDATE act SET size = ?, images = ? WHERE seq = ?", (len(text), text, last.seq))
        self._next = _Last(last.seq, last.box, joined)


def _thin(connection: Connection, newest: int) -> None:
    """Let the oldest go: numbers grow by one, so that only so many are left, and the words of those have a limit."""
    connection.execute("DELETE FROM act WHERE seq <= ?", (newest - MOST,))
    total = 0
    for seq, size in connection.execute("SELECT seq, size FROM act WHERE seq < ? ORDER BY seq DESC", (newest,)):
        total += size
        if total > MOST_BYTES:
            connection.execute("DELETE FROM act WHERE seq <= ?", (seq,))
            return


def _read(connection: Connection, which: str) -> Act | None:
    row = connection.execute(f"SELECT seq, verb, detail, place, images FROM act {which} LIMIT 1").fetchone()
    if row is None:
        return None
    seq, verb, detail, place, images = row
    return Act(seq, verb, detail, Place(*json.loads(place)), _images_of(images))


def _text_of(images: Images) -> str:
    rows = [[table, row_id, image] for (table, row_id), image in images.before.items()]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _images_of(text: str) -> Images:
    return Images(before={(table, row_id): image for table, row_id, image in json.loads(text)})
