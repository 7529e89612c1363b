"""A file that may be damaged stays as it was found, byte for byte, until all of it was looked through."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.storage import database
from forecall.storage.aside import set_aside
from forecall.storage.database import Database, make
from forecall.storage.faults import DamagedJournal
from forecall.storage.log import holds_anything, log_of
from forecall.storage.reading_only import reading

MANY = 1200
"""So many writes that SQLite would have folded the log in long before."""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    make(path)
    opened = Database(path)
    with opened.session() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO client (id, created_at, changed_at, name, known, checksum) "
            "VALUES ('1', '2026-11-26T00:00:00Z', '2026-11-26T00:00:00Z', 'Northwind', '', 'wrong')"
        )
    opened.close()
    return path


def write(opened: Database, times: int = 1, words: str = "words") -> None:
    for number in range(times):
        with opened.session() as session:
            session.connection().exec_driver_sql(f"INSERT OR REPLACE INTO draft VALUES ('{number}', '{words}', 'now')")


def drafts(path: Path) -> int:
    connection = reading(path)
    try:
        return int(connection.execute("SELECT count(*) FROM draft").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.parametrize("big", [False, True])
def test_a_file_with_a_wrong_row_is_as_it_was_found_after_words_were_written(
    sound: Path, monkeypatch: pytest.MonkeyPatch, big: bool
) -> None:
    if big:
        monkeypatch.setattr(database, "_SMALL", 0)  # nobody waits for a look through a big file
    before = sound.read_bytes()
    opened = Database(sound)
    write(opened, MANY if not big else 10)
    assert sound.read_bytes() == before
    assert not opened.empty_log()
    opened.close()
    assert sound.read_bytes() == before
    assert drafts(sound) == (MANY if not big else 10)
    opened = Database(sound)
    write(opened)
    opened.close()
    assert sound.read_bytes() == before
    aside = set_aside(sound)
    assert aside.read_bytes() == before
    assert drafts(aside) == (MANY if not big else 10)


def test_a_file_that_was_looked_through_takes_what_is_written(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_SMALL", 0)
    before = sound.read_bytes()
    opened = Database(sound)
    write(opened, 5)
    opened.found_sound()
    write(opened, 5)
    opened.close()
    assert not holds_anything(sound)
    assert sound.read_bytes() != before


def test_a_backup_copied_here_by_hand_is_looked_through_before_anything_is_written(sound: Path) -> None:
    """It keeps no log: what is written goes into the file itself."""
    other = sound.with_name("other.db")
    copy = sqlite.connect(str(other))
    source = reading(sound)
    source.backup(copy)
    source.close()
    copy.execute("PRAGMA journal_mode=DELETE")
    copy.close()
    other.chmod(0o600)
    before = other.read_bytes()
    with pytest.raises(DamagedJournal):
        Database(other)
    assert other.read_bytes() == before


def test_words_that_a_kill_left_in_the_log_after_a_purge_go_with_the_next_look(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    opened = Database(path)
    write(opened, words="zqbcdfgh")
    opened.close()
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, signal, sys\n"
            "from pathlib import Path\n"
            "from forecall.storage.database import Database\n"
            "opened = Database(Path(sys.argv[1]))\n"
            "with opened.session() as session:\n"
            "    session.connection().exec_driver_sql('DELETE FROM draft')\n"
            "os.kill(os.getpid(), signal.SIGKILL)\n",
            str(path),
        ],
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert b"zqbcdfgh" in path.read_bytes() + log_of(path).read_bytes()
    opened = Database(path)
    opened.found_sound()
    left = path.read_bytes() + log_of(path).read_bytes()
    opened.close()
    assert b"zqbcdfgh" not in left
