"""What a file seals is found in the file itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forecall.journal.checked import KEPT_TABLES
from forecall.journal.sample import make_sample
from forecall.storage.database import connect
from forecall.storage.sealed import (
    broken_rows,
    columns_of,
    fingerprint,
    number_of_rows,
    quoted,
    sealed_tables,
    verdict_on,
)


@pytest.fixture
def open_(tmp_path: Path) -> Iterator[Any]:
    make_sample(tmp_path / "journal.db", calls=5)
    connection = connect(tmp_path / "journal.db", writing=True)
    yield connection
    connection.close()


def test_every_kept_table_is_found_parents_first(open_: Any) -> None:
    found = sealed_tables(open_)
    assert set(found) == set(KEPT_TABLES)
    assert found.index("client") < found.index("call") < found.index("answer")
    assert {"seq", "id", "checksum"} <= set(columns_of(open_, "call"))
    assert number_of_rows(open_, "call") == 5


def test_a_row_that_was_changed_from_outside_is_counted(open_: Any) -> None:
    assert sum(broken for broken, _seen in broken_rows(open_, "answer")) == 0
    open_.execute("UPDATE answer SET value = value || ' ' WHERE seq IN (1, 2)")
    counted = list(broken_rows(open_, "answer"))
    assert sum(broken for broken, _seen in counted) == 2
    assert sum(seen for _broken, seen in counted) == number_of_rows(open_, "answer")


def test_a_fingerprint_tells_any_difference_in_what_is_kept(open_: Any) -> None:
    first = fingerprint(open_)
    assert fingerprint(open_) == first
    open_.execute("UPDATE client SET checksum = '0000' WHERE seq = 1")
    second = fingerprint(open_)
    open_.execute("DELETE FROM lesson WHERE seq = (SELECT max(seq) FROM lesson)")
    assert len({first, second, fingerprint(open_)}) == 3


def test_a_part_that_is_ours_is_as_it_was_made_and_one_from_elsewhere_is_no_damage(open_: Any) -> None:
    open_.execute("CREATE TABLE theirs (words)")
    assert verdict_on(open_) == ""
    open_.execute("DROP TRIGGER client_noted")
    assert verdict_on(open_) == "a part of it is not as this program made it: client_noted"
    open_.execute("UPDATE alembic_version SET version_num = '0002'")
    assert verdict_on(open_) == ""  # what an earlier version had is not known here


def test_a_name_can_hold_anything() -> None:
    assert quoted('a"b; DROP') == '"a""b; DROP"'
