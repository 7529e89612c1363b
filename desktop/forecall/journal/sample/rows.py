"""The rows of a sample journal, written many at a time through a raw connection."""

from collections.abc import Mapping
from random import Random
from typing import Any

from forecall.storage.checksums import row_checksum

TABLES = ("client", "call", "answer", "item", "lesson", "phrase", "forecast_lock", "pace", "revision")
_BATCH = 20_000


class Rows:
    """Takes rows as they are made, gives each a key, a number and its checksum, and writes them in batches.

    ``connection`` is in a transaction of the caller's.
    """

    def __init__(self, connection: Any, rng: Random) -> None:
        self._connection = connection
        self._rng = rng
        self._blank = {table: _blank(connection, table) for table in TABLES}
        self._insert = {table: _insert(table, blank) for table, blank in self._blank.items()}
        self._insert["call_document"] = "INSERT INTO call_document (place, call_id, words) VALUES (?, ?, ?)"
        self._waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in self._insert}
        self._count = dict.fromkeys(self._insert, 0)
        self._held_back = 0

    def add(self, table: str, made: str, changed: str | None = None, **values: Any) -> dict[str, Any]:
        """One row of a kept table; gives it whole."""
        self._count[table] += 1
        row = {**self._blank[table], "id": self._new_id(), "created_at": made, "changed_at": changed or made, **values}
        row["seq"] = self._count[table]
        row["checksum"] = row_checksum(row)
        self._keep(table, tuple(row.values()))
        return row

    def add_document(self, place: int, call_id: str, words: str) -> None:
        """The searchable text of one call."""
        self._keep("call_document", (place, call_id, words))

    def write(self) -> None:
        """Write what is held back, parents first."""
        for table, waiting in self._waiting.items():
            self._connection.executemany(self._insert[table], waiting)
            waiting.clear()
        self._held_back = 0

    def _keep(self, table: str, row: tuple[Any, ...]) -> None:
        self._waiting[table].append(row)
        self._held_back += 1
        if self._held_back >= _BATCH:
            self.write()

    def _new_id(self) -> str:
        """A key in the shape of all others, out of the seeded numbers."""
        bits = self._rng.getrandbits(128)
        text = f"{(bits & ~(0xF << 76) & ~(0x3 << 62)) | (0x4 << 76) | (0x2 << 62):032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _blank(connection: Any, table: str) -> dict[str, Any]:
    """A row that says nothing yet: its columns in the table's order."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    return {name: _nothing(kind) if required else None for _at, name, kind, required, *_rest in columns}


def _nothing(kind: str) -> str | int:
    return 0 if kind == "INTEGER" else ""


def _insert(table: str, blank: Mapping[str, Any]) -> str:
    return f"INSERT INTO {table} ({', '.join(blank)}) VALUES ({', '.join('?' for _name in blank)})"
