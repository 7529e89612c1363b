"""A log is looked at before SQLite opens the journal: what SQLite would drop of it is kept."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.database import Database, connect, make
from forecall.storage.log import keep_unread_log, kept_logs, log_of
from forecall.storage.reading_only import reading

FRAME = 24 + 4096


def write(database: Database, number: int) -> None:
    with database.session() as session:
        session.connection().exec_driver_sql("INSERT INTO draft VALUES (?, 'words', 'now')", (str(number),))


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A journal as a kill leaves it: twelve words were saved, and all of them stand in the log."""
    path = tmp_path / "at work" / "journal.db"
    make(path)
    return killed(path, 12)


def killed(path: Path, words: int) -> Path:
    database = Database(path)
    for number in range(words):
        write(database, number)
    folder = path.parent.with_name("left")
    folder.mkdir()
    for each in (path, log_of(path)):
        shutil.copy(each, folder)
    database.close()
    return folder / path.name


def words_in(path: Path) -> int:
    connection = reading(path)
    try:
        return int(connection.execute("SELECT count(*) FROM draft").fetchone()[0])
    finally:
        connection.close()


def test_a_log_that_a_kill_left_is_read_whole_and_not_kept(left: Path) -> None:
    assert keep_unread_log(left) is None
    assert words_in(left) == 12


def garbage(log: bytearray) -> None:
    log[:] = Random(7).randbytes(5000)


def a_flip_in_the_head(log: bytearray) -> None:
    log[17] ^= 4


def a_flip_in_words(log: bytearray) -> None:
    log[32 + FRAME + 1000] ^= 1


def a_flip_in_the_last_words(log: bytearray) -> None:
    log[-1000] ^= 1


def a_flip_in_the_last_salt(log: bytearray) -> None:
    log[-FRAME + 13] ^= 1


def a_hole(log: bytearray) -> None:
    log[: FRAME * 2] = bytes(FRAME * 2)


@pytest.mark.parametrize(
    "harm",
    [garbage, a_flip_in_the_head, a_flip_in_words, a_flip_in_the_last_words, a_flip_in_the_last_salt, a_hole],
)
def test_a_log_of_which_sqlite_drops_something_is_kept_once(left: Path, harm: Callable[[bytearray], None]) -> None:
    raw = bytearray(log_of(left).read_bytes())
    harm(raw)
    log_of(left).write_bytes(raw)
    database = Database(left)
    kept = database.kept_log
    assert kept is not None
    assert kept.read_bytes() == raw
    assert kept.stat().st_mode & 0o777 == 0o600
    database.close()
    assert kept_logs(left) == [kept]
    assert words_in(left) < 12
    log_of(left).write_bytes(raw)
    assert keep_unread_log(left) is None
    log_of(left).unlink()
    assert Database(left).kept_log is None


def test_frames_of_an_earlier_round_and_a_beginning_nobody_was_told_of_are_as_they_should_be(left: Path) -> None:
    """After a fold the log begins anew over its old frames; a kill can leave half a transaction."""
    database = Database(left)
    database.found_sound()
    for number in range(20, 25):
        write(database, number)
    database._writer.execute("PRAGMA wal_checkpoint(FULL)").fetchall()
    write(database, 100)
    longer = log_of(left).read_bytes()
    database.close()
    log_of(left).write_bytes(longer)
    assert len(longer) > 3 * FRAME
    assert keep_unread_log(left) is None
    half = bytearray(longer)
    half[32 + 4 : 32 + 8] = bytes(4)  # its first frame no longer ends a transaction, and its seal no longer fits
    log_of(left).write_bytes(half[: 32 + FRAME])
    assert keep_unread_log(left) is None
    log_of(left).write_bytes(bytes(3 * FRAME))
    assert keep_unread_log(left) is None


def test_reading_leaves_the_log_and_the_file_as_they_are(left: Path) -> None:
    before = left.read_bytes(), log_of(left).read_bytes()
    connection = connect(left)
    assert connection.execute("SELECT count(*) FROM draft").fetchone() == (12,)
    connection.close()
    assert (left.read_bytes(), log_of(left).read_bytes()) == before


def test_reading_leaves_nothing_where_there_is_no_log(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    make(path)
    connection = connect(path)
    assert connection.execute("SELECT count(*) FROM draft").fetchone() == (0,)
    with pytest.raises(sqlite.Error):
        connection.execute("INSERT INTO draft VALUES ('a', 'b', 'c')")
    connection.close()
    assert [each.name for each in tmp_path.iterdir()] == ["journal.db"]
