"""A journal has the parts that this version makes, and is told of others."""

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.database import connect, make
from forecall.storage.shape import SCHEMA, strange_parts


def test_a_new_journal_has_nothing_strange(tmp_path: Path) -> None:
    make(tmp_path / "journal.db")
    connection = connect(tmp_path / "journal.db")
    assert strange_parts(connection) == ()
    connection.close()


def test_what_is_missing_changed_or_from_elsewhere_is_named(tmp_path: Path) -> None:
    connection = sqlite.connect(str(tmp_path / "journal.db"), isolation_level=None)
    connection.executescript(SCHEMA.read_text("utf-8"))
    connection.execute("DROP TRIGGER client_noted")
    connection.execute("DROP TRIGGER client_forgotten")
    connection.execute("CREATE TRIGGER client_forgotten AFTER DELETE ON client BEGIN SELECT 1; END")
    connection.execute("CREATE VIEW theirs AS SELECT 1")
    assert strange_parts(connection) == ("client_forgotten", "client_noted", "theirs")
    assert strange_parts(connection, foreign=False) == ("client_forgotten", "client_noted")
    connection.close()


def test_statistics_and_an_index_change_no_word(tmp_path: Path) -> None:
    connection = sqlite.connect(str(tmp_path / "journal.db"), isolation_level=None)
    connection.executescript(SCHEMA.read_text("utf-8"))
    connection.execute("CREATE INDEX theirs ON client (known)")
    connection.execute("ANALYZE")
    assert strange_parts(connection) == ()
    connection.close()
