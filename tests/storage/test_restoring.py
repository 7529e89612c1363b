"""A backup in the journal's place: whole or not at all, with a copy of what was there, and nothing hostile."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.journal.checked import CHECKED
from forecall.journal.sample import make_sample
from forecall.journal.tables import Client
from forecall.storage.backup import back_up, list_backups
from forecall.storage.database import APPLICATION_ID, Database, connect
from forecall.storage.faults import ForeignFile, JournalFault, MissingJournal, NewerJournal, UnreadableJournal
from forecall.storage.health import check
from forecall.storage.restoring import restore


def names(path: Path) -> list[str]:
    reader = connect(path)
    found = [name for (name,) in reader.execute("SELECT name FROM client ORDER BY seq")]
    reader.close()
    return found


def add(path: Path, name: str) -> None:
    opened = Database(path)
    with opened.session() as session:
        session.add(Client(id=name, created_at="", changed_at="", name=name))
    opened.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "journal.db"
    add(path, "old")
    return path


@pytest.fixture
def backup(path: Path) -> Path:
    """A copy with one client, under a journal that has two since."""
    made = back_up(path, reason="start")
    add(path, "new")
    return made


def beside(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def test_a_backup_takes_the_place_and_the_journal_is_kept(path: Path, backup: Path) -> None:
    told: list[int] = []
    before = os.umask(0)
    restored = restore(path, backup, progress=told.append)
    os.umask(before)
    assert names(path) == ["old"]
    assert restored.kept is not None
    assert names(restored.kept) == ["old", "new"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert told == sorted(told)
    assert told[-1] == 100
    assert check(path, CHECKED).sound
    restore(path, restored.kept)
    assert names(path) == ["old", "new"]


def test_words_in_the_log_of_the_old_journal_are_kept_and_do_not_come_back(path: Path, backup: Path) -> None:
    """The log of a journal that was killed would be read into whatever lies in its place."""
    program = (
        "import os, sys; from pathlib import Path; from forecall.storage.database import Database\n"
        "from forecall.journal.tables import Client\n"
        "database = Database(Path(sys.argv[1]))\n"
        "with database.session() as session: session.add(Client(id='x', created_at='', changed_at='', name='late'))\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert path.with_name("journal.db-wal").stat().st_size > 0
    restored = restore(path, backup)
    assert names(path) == ["old"]
    assert restored.kept is not None
    assert names(restored.kept) == ["old", "new", "late"]


def test_where_no_journal_is_one_is_put_there(path: Path, backup: Path, tmp_path: Path) -> None:
    assert restore(tmp_path / "elsewhere" / "journal.db", backup).kept is None
    assert names(tmp_path / "elsewhere" / "journal.db") == ["old"]


def test_a_damaged_journal_is_set_aside_byte_for_byte(path: Path, backup: Path) -> None:
    damaged = b"\x00" * 5000
    path.write_bytes(damaged)
    path.with_name("journal.db-wal").write_bytes(b"garbage")
    restored = restore(path, backup)
    assert names(path) == ["old"]
    assert restored.kept is not None
    assert restored.kept.name.startswith("journal damaged ")
    assert restored.kept.read_bytes() == damaged
    assert restored.kept.with_name(restored.kept.name + "-wal").read_bytes() == b"garbage"


def another_program(path: Path) -> None:
    with sqlite.connect(str(path)) as made:
        made.execute("CREATE TABLE letters (words)")
    made.close()


def marked_as_ours(path: Path) -> None:
    with sqlite.connect(str(path)) as made:
        made.execute("CREATE TABLE alembic_version (version_num)")
        made.execute("INSERT INTO alembic_version VALUES ('0002')")
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    made.close()


def changed(sql: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        make_sample(path, calls=3)
        writer = connect(path, writing=True)
        writer.execute(sql)
        writer.close()

    return make


def cut(path: Path) -> None:
    make_sample(path, calls=3)
    path.write_bytes(path.read_bytes()[:20_000])


def flipped(path: Path) -> None:
    """A bit in the words of an answer, which SQLite's own check does not see."""
    make_sample(path, calls=3)
    reader = connect(path)
    (words,) = reader.execute("SELECT value FROM answer WHERE length(value) > 60").fetchone()
    reader.close()
    found = path.read_bytes()
    at = found.index(words.encode()) + 30
    path.write_bytes(found[:at] + bytes([found[at] ^ 1]) + found[at + 1 :])


HOSTILE = [
    (lambda path: None, MissingJournal),
    (lambda path: path.write_bytes(b""), ForeignFile),
    (lambda path: path.write_bytes(b"Dear diary"), ForeignFile),
    (lambda path: path.write_bytes(os.urandom(50_000)), ForeignFile),
    (lambda path: path.mkdir(), ForeignFile),
    (lambda path: os.mkfifo(path), ForeignFile),
    (lambda path: path.symlink_to("/dev/zero"), ForeignFile),
    (another_program, ForeignFile),
    (marked_as_ours, ForeignFile),
    (cut, ForeignFile),
    (flipped, ForeignFile),
    (changed("UPDATE alembic_version SET version_num = '9999'"), NewerJournal),
    (changed("UPDATE client SET name = 'someone else'"), ForeignFile),
    (changed("CREATE TRIGGER planted AFTER INSERT ON answer BEGIN DELETE FROM answer; END"), ForeignFile),
    (changed("CREATE TABLE planted (words)"), ForeignFile),
]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_what_is_not_sound_is_refused_and_the_journal_stays(path: Path, tmp_path: Path, number: int) -> None:
    make, kind = HOSTILE[number]
    make(tmp_path / "hostile.db")
    before, listed = path.read_bytes(), beside(path)
    with pytest.raises(kind, match=r"hostile\.db") as refused:
        restore(path, tmp_path / "hostile.db")
    assert refused.value.sentence.endswith("Nothing was restored.")
    assert path.read_bytes() == before
    assert beside(path) == listed


def test_a_file_larger_than_the_disk_is_refused_at_once(path: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.db"
    huge.touch()
    os.truncate(huge, 1 << 43)  # eight terabytes that take no room
    listed = beside(path)
    with pytest.raises(UnreadableJournal, match="not enough room"):
        restore(path, huge)
    assert beside(path) == listed


def test_a_disk_that_fills_up_leaves_the_journal(path: Path, backup: Path) -> None:
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from forecall.storage.restoring import restore\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))\n"
        "try: restore(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    size = backup.stat().st_size
    for limit in (1000, size // 2, size - 1):
        call = [sys.executable, "-c", program, str(path), str(backup), str(limit)]
        done = subprocess.run(call, capture_output=True, text=True, check=True)
        assert done.stdout.startswith("UnreadableJournal Nothing was restored"), done.stdout
        assert names(path) == ["old", "new"]
        assert beside(path) <= {"journal.db", "journal backups"}


def test_a_kill_leaves_the_old_journal_or_the_new_one(path: Path, backup: Path) -> None:
    """Killed at each report of how far it is, and at each change of a name."""
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from forecall.storage.restoring import restore\n"
        "left = int(sys.argv[3])\n"
        "def hook(event, arguments):\n"
        "    global left\n"
        "    if event in ('os.rename', 'os.remove', 'os.mkdir', 'shutil.rmtree') and 'data' in str(arguments[0]):\n"
        "        left -= 1\n"
        "        if left < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(hook)\n"
        "restore(Path(sys.argv[1]), Path(sys.argv[2]))\n"
    )
    seen, at = set(), 0
    whole = path.read_bytes()
    while True:
        path.write_bytes(whole)
        done = subprocess.run([sys.executable, "-c", program, str(path), str(backup), str(at)], check=False)
        Database(path).close()
        assert names(path) in (["old"], ["old", "new"])
        assert check(path, CHECKED).sound
        seen.add(tuple(names(path)))
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        at += 1
    assert at > 4
    assert len(seen) == 2


def test_stopping_leaves_the_journal(path: Path, backup: Path) -> None:
    def stop(percent: int) -> None:
        if percent >= 40:
            raise InterruptedError("stopped")

    with pytest.raises(JournalFault, match="stopped"):
        restore(path, backup, progress=stop)
    assert names(path) == ["old", "new"]
    assert [each.path for each in list_backups(path)] == [backup]
