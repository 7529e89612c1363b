"""A journal has the parts that this version makes, and is told of others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.database import connect, make
from forecall.storage.shape import SCHEMA, strange_parts


@pytest.fixture
def made() -> Iterator[Any]:
    connection = sqlite.connect(":memory:", isolation_level=None)
    connection.executescript(SCHEMA.read_text("utf-8"))
    yield connection
    connection.close()


def test_a_new_journal_has_nothing_strange(tmp_path: Path) -> None:
    make(tmp_path / "journal.db")
    connection = connect(tmp_path / "journal.db")
    assert strange_parts(connection) == ()
    connection.close()


def test_what_is_missing_changed_or_from_elsewhere_is_named(made: Any) -> None:
    made.execute("DROP TRIGGER client_noted")
    made.execute("DROP TRIGGER client_forgotten")
    made.execute("CREATE TRIGGER client_forgotten AFTER DELETE ON client BEGIN SELECT 1; END")
    made.execute("CREATE VIEW theirs AS SELECT 1")
    assert strange_parts(made) == ("client_forgotten", "client_noted", "theirs")
    assert strange_parts(made, foreign=False) == ("client_forgotten", "client_noted")


def test_statistics_and_an_index_change_no_word(made: Any) -> None:
    made.execute("CREATE INDEX theirs ON client (known)")
    made.execute("ANALYZE")
    assert strange_parts(made) == ()
