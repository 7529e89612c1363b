"""The journal's file: made whole, opened or refused with a sentence, never touched when it is not ours."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.storage import database
from forecall.storage.database import Database, connect, make
from forecall.storage.faults import (
    DamagedJournal,
    ForeignFile,
    JournalFault,
    MissingJournal,
    NewerJournal,
    OlderJournal,
    UnreadableJournal,
)
from tests.helpers import checkout


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def change(path: Path, statement: str) -> None:
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute(statement)
    connection.close()


def everything_beside(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}


@pytest.mark.usefixtures("umask")
def test_file_and_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "journal.db"
    opened = Database(path)
    with opened.session() as session:
        session.connection().exec_driver_sql("INSERT INTO draft VALUES ('a', 'b', 'c')")
    files = list(path.parent.iterdir())
    assert {each.name for each in files} == {"journal.db", "journal.db-wal", "journal.db-shm"}
    assert {mode(each) for each in files} == {0o600}
    assert mode(path.parent) == mode(path.parent.parent) == 0o700
    opened.close()


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make(tmp_path / "journal.db")
    assert mode(tmp_path) == 0o755


def test_a_new_journal_is_one_file_that_opens(path: Path) -> None:
    make(path)
    assert [each.name for each in path.parent.iterdir()] == ["journal.db"]
    connection = connect(path)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (database.HEAD,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_making_never_replaces(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"someone's letter")
    make(path)
    assert path.read_bytes() == b"someone's letter"


def test_a_file_that_appears_while_ours_is_built_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = database._build

    def build(started: Path) -> None:
        real(started)
        path.write_bytes(b"quicker")

    monkeypatch.setattr(database, "_build", build)
    make(path)
    assert everything_beside(path) == {"journal.db": b"quicker"}


def test_without_hard_links_it_is_moved_and_never_replaces(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_paths: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    make(path)
    assert [each.name for each in path.parent.iterdir()] == ["journal.db"]
    connect(path).close()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), sqlite.OperationalError("disk I/O error")])
def test_a_failure_in_the_middle_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def move(source: Path, target: Path) -> None:
        assert source.stat().st_size > 0
        raise error

    monkeypatch.setattr(database, "_move_without_replacing", move)
    with pytest.raises(UnreadableJournal, match="cannot be made"):
        Database(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("where", ["_build", "_move_without_replacing"])
def test_a_kill_in_the_middle_leaves_no_empty_journal(path: Path, where: str) -> None:
    kill = (
        "import os, signal, sys; from pathlib import Path; from forecall.storage import database\n"
        f"database.{where} = lambda *paths: os.kill(os.getpid(), signal.SIGKILL)\n"
        "database.make(Path(sys.argv[1]))"
    )
    place = os.environ | {"PYTHONPATH": str(checkout.CHECKOUT / "desktop")}
    assert subprocess.run([sys.executable, "-c", kill, str(path)], env=place).returncode == -9
    assert not path.exists()
    make(path)
    connect(path).close()


def test_the_writer_writes_safely_and_the_reader_only_reads(path: Path) -> None:
    opened = Database(path)
    writer, reader = opened._writer, opened.reader()
    asked = [writer.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    asked += [writer.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "secure_delete")]
    assert asked == ["wal", 2, 1, 1]
    with pytest.raises(sqlite.OperationalError, match="readonly"):
        reader.execute("DELETE FROM client")
    reader.close()
    opened.close()


def test_deleted_words_are_gone_from_the_file(path: Path) -> None:
    opened = Database(path)
    for statement in (
        "INSERT INTO client VALUES (1, 'c', '', '', '', 'n', '', NULL, NULL)",
        "INSERT INTO call (seq, id, created_at, changed_at, checksum, client_id, title, types, moment, length_minutes,"
        " links) VALUES (1, 'k', '', '', '', 'c', '', '', '', 30, '')",
        "INSERT INTO call_document VALUES (1, 'k', 'unforgettable zanzibarian')",
        "DELETE FROM call_document",
        "UPDATE client SET known = 'unforgettable marmaladian'",
        "UPDATE client SET known = ''",
    ):
        with opened.session() as session:
            session.connection().exec_driver_sql(statement)
    opened.close()
    left = path.read_bytes()
    assert b"zanzibarian" not in left
    assert b"marmaladian" not in left


def test_closing_folds_the_log_in_though_another_reads(path: Path) -> None:
    opened = Database(path)
    reader = opened.reader()
    with opened.session() as session:
        session.connection().exec_driver_sql("INSERT INTO draft VALUES ('a', 'b', 'c')")
    log = path.with_name("journal.db-wal")
    assert log.stat().st_size > 0
    opened.close()
    assert log.stat().st_size == 0
    reader.close()


def test_a_session_that_fails_writes_nothing(path: Path) -> None:
    opened = Database(path)
    with pytest.raises(RuntimeError, match="no"), opened.session() as session:  # noqa: PT012
        session.connection().exec_driver_sql("INSERT INTO draft VALUES ('a', 'b', 'c')")
        raise RuntimeError("no")
    with opened.session() as session:
        assert session.connection().exec_driver_sql("SELECT * FROM draft").fetchall() == []
    opened.close()


# What is refused, with which sentence.


def other_database(path: Path) -> None:
    change(path, "PRAGMA journal_mode=WAL")
    change(path, "CREATE TABLE letters (words)")


def cut_short(path: Path) -> None:
    make(path)
    path.write_bytes(path.read_bytes()[:1000])


def overwritten(path: Path) -> None:
    make(path)
    path.write_bytes(path.read_bytes()[:4096] + b"\x00" * 8192)


def without_revision(path: Path) -> None:
    make(path)
    change(path, "DELETE FROM alembic_version")


def without_tables(path: Path) -> None:
    change(path, f"PRAGMA application_id = {database.APPLICATION_ID}")
    change(path, "CREATE TABLE letters (words)")


def newer(path: Path) -> None:
    make(path)
    change(path, "UPDATE alembic_version SET version_num = '9999'")


CASES = [
    (lambda path: path.write_bytes(b""), DamagedJournal, "is empty"),
    (lambda path: path.write_bytes(b"Dear diary"), DamagedJournal, "not a Forecall journal"),
    (lambda path: path.write_bytes(b"\x00" * 50_000), DamagedJournal, "not a Forecall journal"),
    (lambda path: path.write_bytes(b"SQLite format 3\x00"), DamagedJournal, "not a Forecall journal"),
    (lambda path: path.mkdir(), ForeignFile, "is a folder"),
    (lambda path: os.mkfifo(path), ForeignFile, "is not a file"),
    (lambda path: path.symlink_to("/dev/zero"), ForeignFile, "is not a file"),
    (other_database, ForeignFile, "not a Forecall journal"),
    (cut_short, DamagedJournal, "damaged"),
    (overwritten, DamagedJournal, "damaged"),
    (without_revision, DamagedJournal, "damaged"),
    (without_tables, DamagedJournal, "damaged"),
    (newer, NewerJournal, "later version"),
]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_file_that_is_no_journal_of_ours_is_refused_and_left(path: Path, number: int) -> None:
    put, fault, words = CASES[number]
    path.parent.mkdir()
    put(path)
    before = everything_beside(path)
    for attempt in (connect, Database):
        with pytest.raises(fault, match=words) as caught:
            attempt(path)
        assert caught.value.sentence == str(caught.value)
        assert caught.value.kind == fault.kind
        assert caught.value.sentence.endswith(".")
        assert "journal.db" in caught.value.sentence
    assert everything_beside(path) == before


def test_the_log_of_a_foreign_file_is_left_too(path: Path) -> None:
    path.parent.mkdir()
    other = sqlite.connect(str(path), isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE letters (words)")
    crashed = path.with_name("crashed.db")
    for ending in ("", "-wal"):
        crashed.with_name(f"crashed.db{ending}").write_bytes(path.with_name(f"journal.db{ending}").read_bytes())
    other.close()
    before = everything_beside(crashed)
    with pytest.raises(ForeignFile):
        Database(crashed)
    assert everything_beside(crashed) == before


def test_a_missing_journal_is_not_made_by_reading(path: Path) -> None:
    with pytest.raises(MissingJournal, match="no journal at"):
        connect(path)
    assert not path.parent.exists()


def test_a_place_under_a_file_holds_no_journal(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"x")
    with pytest.raises(MissingJournal):
        connect(tmp_path / "letter" / "journal.db")
    with pytest.raises(UnreadableJournal, match="cannot be made"):
        Database(tmp_path / "letter" / "journal.db")


@pytest.mark.parametrize("name", ["x" * 300 + ".db", "nul\x00.db"])
def test_a_name_no_file_can_have_is_a_fault(tmp_path: Path, name: str) -> None:
    for attempt in (connect, Database):
        with pytest.raises(JournalFault):
            attempt(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["with space.db", "100%?mode=ro#x.db", "Ünïcødé 🦊.db"])
def test_any_other_name_will_do(tmp_path: Path, name: str) -> None:
    Database(tmp_path / name).close()
    connect(tmp_path / name).close()
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_file_without_rights_is_a_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(path)
    path.chmod(0)

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # whoever runs the tests may have all rights
    for attempt in (connect, Database):
        with pytest.raises(UnreadableJournal, match="with your rights"):
            attempt(path)


def test_an_older_file_is_not_migrated_by_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(path)
    before = everything_beside(path)
    monkeypatch.setattr(database, "HEAD", "9999")
    monkeypatch.setattr(database, "REVISIONS", (*database.REVISIONS, "9999"))
    with pytest.raises(OlderJournal, match="earlier version"):
        connect(path)
    assert everything_beside(path) == before
