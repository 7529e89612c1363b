"""Journals as earlier versions wrote them: an old schema from its own migration, filled with believable rows."""

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.database import APPLICATION_ID
from forecall.storage.migrating import upgrade
from tests.benchmarks.journals import journal_with

TABLES = ("client", "call", "answer", "item", "lesson", "phrase", "draft")
"""The tables that the first revision had."""


def old_journal(folder: Path, revision: str, calls: int) -> Path:
    """A journal at an old revision, as its version would have left it: every row, and the search over them."""
    source = journal_with(folder, calls)
    path = folder / f"{revision}.db"
    connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        upgrade(connection, revision)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("ATTACH ? AS source", (str(source),))
        connection.execute("BEGIN")
        for table in (*TABLES, "call_document"):
            names = [row[1] for row in connection.execute(f'PRAGMA main.table_info("{table}")')]
            shared = {row[1] for row in connection.execute(f'PRAGMA source.table_info("{table}")')}
            columns = ", ".join(f'"{name}"' for name in names if name in shared)
            connection.execute(f'INSERT INTO main."{table}" ({columns}) SELECT {columns} FROM source."{table}"')
        connection.execute("COMMIT")
        connection.execute("DETACH source")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    path.chmod(0o600)
    return path
