"""Rows written many at a time."""

import re
from pathlib import Path
from random import Random

from forecall.journal.sample.rows import TABLES, Rows
from forecall.journal.tables import KEPT
from forecall.storage.checksums import row_checksum
from forecall.storage.database import connect, make

MADE = "2026-11-01T09:00:00Z"
UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def test_the_tables_are_the_kept_ones() -> None:
    assert tuple(str(table.__tablename__) for table in KEPT) == TABLES


def test_a_row_is_written_whole_with_its_checksum(tmp_path: Path) -> None:
    make(tmp_path / "j.db")
    connection = connect(tmp_path / "j.db", writing=True)
    rows = Rows(connection, Random(1))
    client = rows.add("client", MADE, name="Northwind")
    call = rows.add("call", MADE, client_id=client["id"], moment=MADE, length_minutes=30)
    rows.add_document(7, call["id"], "Northwind")
    assert connection.execute("SELECT count(*) FROM client").fetchone() == (0,)
    rows.write()
    cursor = connection.execute("SELECT * FROM call")
    stored = dict(zip([each[0] for each in cursor.description], cursor.fetchone(), strict=True))
    found = connection.execute("SELECT rowid FROM call_words WHERE call_words MATCH 'northw*'").fetchall()
    connection.close()
    assert stored == call
    assert stored["checksum"] == row_checksum(stored)
    assert (stored["title"], stored["planned_utc"], stored["created_at"]) == ("", None, MADE)
    assert UUID4.fullmatch(stored["id"])
    assert found == [(7,)]
