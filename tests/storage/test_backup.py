"""Copies of a journal."""

import os
import stat
from pathlib import Path

import pytest

from forecall.storage.backup import back_up, backups_folder
from forecall.storage.database import Database, connect
from forecall.storage.faults import UnreadableJournal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "my journal#1.db"
    opened = Database(path)
    with opened.session() as session:
        session.connection().exec_driver_sql("INSERT INTO draft VALUES ('a', 'words', 'c')")
    opened.close()
    return path


def test_a_copy_holds_what_is_not_yet_in_the_file_itself(path: Path) -> None:
    opened = Database(path)
    with opened.session() as session:
        session.connection().exec_driver_sql("INSERT INTO draft VALUES ('b', 'in the log', 'c')")
    copy = back_up(path, reason="start")
    opened.close()
    reader = connect(copy)
    assert [value for (value,) in reader.execute("SELECT value FROM draft")] == ["words", "in the log"]
    reader.close()
    assert copy.parent == backups_folder(path) == path.with_name("my journal#1 backups")
    assert copy.name.endswith(" start.db")


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_copies_are_for_the_owner_only(path: Path, umask: int) -> None:
    before = os.umask(umask)
    copies = [back_up(path, reason="start") for _each in range(3)]
    os.umask(before)
    assert len(set(copies)) == 3
    assert {stat.S_IMODE(copy.stat().st_mode) for copy in copies} == {0o600}
    assert stat.S_IMODE(backups_folder(path).stat().st_mode) == 0o700
    assert set(backups_folder(path).iterdir()) == set(copies)


def test_a_damaged_journal_gives_no_copy(path: Path) -> None:
    words = bytearray(path.read_bytes())
    words[4096:12288] = b"\xff" * 8192
    path.write_bytes(words)
    with pytest.raises(UnreadableJournal, match="could not be made"):
        back_up(path, reason="start")
    assert list(backups_folder(path).iterdir()) == []
    assert path.read_bytes() == words


def test_what_is_missing_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UnreadableJournal, match="could not be made"):
        back_up(tmp_path / "journal.db", reason="start")
    assert list(tmp_path.iterdir()) == []
