"""Copies of a journal."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from forecall.journal.tables import Client
from forecall.storage.backup import back_up, backups_folder, count_rows, is_due, list_backups, renew
from forecall.storage.database import Database, connect
from forecall.storage.faults import DamagedJournal, UnreadableJournal


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


@pytest.mark.parametrize("name", ["work", "work.private", "work.old", "work.private.db"])
def test_journals_of_one_stem_have_backups_of_their_own(tmp_path: Path, name: str) -> None:
    one, other = tmp_path / "work.db", tmp_path / name
    for each in (one, other):
        Database(each).close()
    kept = back_up(one, reason="start")
    fresh = back_up(other, reason="start")
    assert [each.path for each in list_backups(one)] == [kept]
    assert [each.path for each in list_backups(other)] == [fresh]
    assert renew(other)[1] == 1
    assert kept.exists()


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_copies_are_for_the_owner_only(path: Path, umask: int) -> None:
    before = os.umask(umask)
    copies = [back_up(path, reason="migration") for _each in range(3)]
    os.umask(before)
    assert len(set(copies)) == 3
    assert {stat.S_IMODE(copy.stat().st_mode) for copy in copies} == {0o600}
    assert stat.S_IMODE(backups_folder(path).stat().st_mode) == 0o700
    assert set(backups_folder(path).iterdir()) == set(copies)


def test_a_damaged_journal_gives_no_copy(path: Path) -> None:
    words = bytearray(path.read_bytes())
    words[4096:12288] = b"\xff" * 8192
    path.write_bytes(words)
    with pytest.raises(DamagedJournal, match="could not be made"):
        back_up(path, reason="start")
    assert list(backups_folder(path).iterdir()) == []
    assert path.read_bytes() == words


def test_what_is_missing_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UnreadableJournal, match="could not be made"):
        back_up(tmp_path / "journal.db", reason="start")
    assert list(tmp_path.iterdir()) == []


def add(path: Path, name: str) -> None:
    opened = Database(path)
    with opened.session() as session:
        session.add(Client(id=name, created_at="", changed_at="", name=name))
    opened.close()


def test_a_backup_is_due_when_a_row_differs_from_the_newest(path: Path) -> None:
    assert is_due(path)
    back_up(path, reason="start")
    assert not is_due(path)
    add(path, "Northwind")
    assert is_due(path)
    back_up(path, reason="start")
    assert not is_due(path)


def test_backups_are_listed_by_their_names_the_newest_first(path: Path) -> None:
    add(path, "Northwind")
    first = back_up(path, reason="migration")
    second = back_up(path, reason="asked")
    folder = backups_folder(path)
    (folder / "notes.txt").write_text("mine")
    (folder / "2026-13-45 000000.000000 start.db").write_text("a date that does not exist")
    (folder / f".{second.name}.1.part").write_text("not finished")
    listed = list_backups(path)
    assert [each.path for each in listed] == [second, first]
    assert [each.reason for each in listed] == ["asked", "migration"]
    assert listed[0].size == second.stat().st_size
    assert count_rows(second, "client") == 1
    assert count_rows(folder / "notes.txt", "client") is None
    assert list_backups(path.with_name("other.db")) == []


def test_a_row_that_is_not_as_it_was_written_gives_no_backup_and_pushes_none_out(path: Path) -> None:
    add(path, "Northwind")
    good = back_up(path, reason="start")
    writer = connect(path, writing=True)
    writer.execute("UPDATE client SET name = 'Nortiwind'")
    writer.close()
    for _each in range(3):
        with pytest.raises(DamagedJournal, match="not as they were written"):
            back_up(path, reason="start")
    assert list(backups_folder(path).iterdir()) == [good]


def test_renewing_leaves_the_fresh_one_alone(path: Path) -> None:
    for reason in ("start", "migration", "restore"):
        back_up(path, reason=reason)
    fresh, removed = renew(path)
    assert removed == 3
    assert [each.path for each in list_backups(path)] == [fresh]


def test_renewing_removes_nothing_when_it_cannot_be_done(path: Path) -> None:
    add(path, "Northwind")
    good = back_up(path, reason="start")
    writer = connect(path, writing=True)
    writer.execute("UPDATE client SET name = 'Nortiwind'")
    writer.close()
    with pytest.raises(DamagedJournal):
        renew(path)
    assert [each.path for each in list_backups(path)] == [good]


def test_progress_goes_to_a_hundred_and_can_stop_it(path: Path) -> None:
    add(path, "Northwind")
    told: list[int] = []
    back_up(path, reason="asked", progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 100

    def stop(_percent: int) -> None:
        raise InterruptedError

    before = list(backups_folder(path).iterdir())
    with pytest.raises(UnreadableJournal):
        back_up(path, reason="asked", progress=stop)
    assert list(backups_folder(path).iterdir()) == before


def test_a_copy_that_was_cut_short_long_ago_is_cleared_away(path: Path) -> None:
    back_up(path, reason="start")
    left = backups_folder(path) / ".2020-01-01 000000.000000 start.db.77.part"
    left.write_text("half")
    os.utime(left, (0, 0))
    fresh = backups_folder(path) / ".2026-01-01 000000.000000 start.db.78.part"
    fresh.write_text("somebody is at work")
    back_up(path, reason="start")
    assert not left.exists()
    assert fresh.exists()


def test_a_full_disk_is_said_and_leaves_nothing(path: Path) -> None:
    """A real limit on the size of files, in a process of its own."""
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from forecall.storage.backup import back_up\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50000, 50000))\n"
        "try: back_up(Path(sys.argv[1]), reason='start')\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("UnreadableJournal A backup could not be made")
    assert list(backups_folder(path).iterdir()) == []
