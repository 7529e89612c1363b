"""Tables whose rows carry a key ``id`` and a ``checksum`` of themselves, found in the file itself.

This module knows no table by name: what the file seals is what a backup checks, a salvage saves and a comparison reads.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from forecall.storage.checksums import row_checksum
from forecall.storage.shape import strange_parts
from forecall.words import _

_AT_ONCE = 500
_BREATH = 0.001
"""Seconds of rest after each handful of rows, in which the window's thread can have Python's lock."""


def sealed_tables(connection: Any) -> tuple[str, ...]:
    """The names of the tables with sealed rows, in the order they were made: parents first."""
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
        if not str(name).startswith("sqlite_")
    ]
    return tuple(name for name in names if {"seq", "id", "checksum"} <= set(columns_of(connection, name)))


def columns_of(connection: Any, table: str) -> tuple[str, ...]:
    """The columns of a table, in its order."""
    return tuple(str(row[1]) for row in connection.execute(f"PRAGMA table_info({quoted(table)})"))


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def number_of_rows(connection: Any, table: str, where: str = "") -> int:
    """How many rows a table has, or how many of them are so (``where`` is SQL of the caller's)."""
    condition = f" WHERE {where}" if where else ""
    return int(connection.execute(f"SELECT count(*) FROM {quoted(table)}{condition}").fetchone()[0])


def is_as_written(row: Mapping[str, object]) -> bool:
    """Whether a row's checksum is that of its columns."""
    try:
        return row_checksum(row) == row.get("checksum")
    except (TypeError, ValueError):  # text that has turned into bytes
        return False


def broken_rows(connection: Any, table: str) -> Iterator[tuple[int, int]]:
    """Go through a table; each round gives how many of the rows just read were not as written, and how many they were.

    Between the rounds others may have their turn: nobody waits for a big table.
    """
    rows = connection.execute(f"SELECT * FROM {quoted(table)}")
    names = [column[0] for column in rows.description]
    while held := rows.fetchmany(_AT_ONCE):
        broken = sum(not is_as_written(dict(zip(names, row, strict=True))) for row in held)
        yield broken, len(held)
        time.sleep(_BREATH)


def verdict_on(connection: Any, progress: Callable[[int], None] = lambda percent: None) -> str:
    """What is wrong; nothing when the pages hang together and each part and each row is as it was written.

    ``progress`` hears how much is done, 0 to 100; what it raises ends the look.
    """
    verdict = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if verdict != "ok":
        return verdict
    strange = strange_parts(connection, foreign=False)
    if strange:
        return _("a part of it is not as this program made it: {part}").format(part=", ".join(strange))
    progress(20)
    tables = sealed_tables(connection)
    total = max(1, sum(number_of_rows(connection, table) for table in tables))
    done = 0
    for table in tables:
        for broken, seen in broken_rows(connection, table):
            done += seen
            progress(20 + 80 * done // total)
            if broken:
                return _("{count} rows of the table {table} are not as they were written").format(
                    count=broken, table=table
                )
    return ""


def fingerprint(connection: Any) -> str:
    """The same for two files that hold the same sealed rows; another one as soon as a row differs."""
    made = blake2b(digest_size=16)
    connection.execute("BEGIN")
    try:
        for table in sealed_tables(connection):
            made.update(f"\n{table}\n".encode())
            for (checksum,) in connection.execute(f"SELECT checksum FROM {quoted(table)} ORDER BY seq"):
                made.update(str(checksum).encode("utf-8", "replace"))
    finally:
        connection.execute("ROLLBACK")
    return made.hexdigest()
