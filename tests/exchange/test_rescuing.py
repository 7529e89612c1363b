"""What can be done about a damaged journal, looked at and carried out."""

from pathlib import Path

import pytest

from forecall.exchange.faults import ExchangeError
from forecall.exchange.rescuing import Found, let_go, look, take_salvaged
from forecall.journal.sample import make_sample
from forecall.storage.backup import back_up, backups_folder
from forecall.storage.database import Database, connect


def quiet(_percent: int) -> None:
    """Nobody listens."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    make_sample(path, calls=6)
    return path


def test_looking_changes_nothing_and_letting_go_leaves_nothing(path: Path) -> None:
    back_up(path, reason="start")
    path.write_bytes(b"\x00" * 4096 + path.read_bytes()[4096:])
    before, beside = path.read_bytes(), set(path.parent.iterdir())
    found = look(path, quiet)
    assert found.salvaged is not None
    assert (found.calls, found.changed) == (6, 0)
    assert found.whole > 6
    assert found.backup is not None
    assert found.backup.calls == 6
    let_go(found)
    assert path.read_bytes() == before
    assert set(path.parent.iterdir()) == beside


def test_a_backup_that_was_damaged_since_is_not_offered(path: Path) -> None:
    good = back_up(path, reason="start")
    worse = back_up(path, reason="migration")
    worse.write_bytes(worse.read_bytes()[:9000])
    path.write_bytes(b"")
    found = look(path, quiet)
    assert found.backup is not None
    assert found.backup.path == good
    assert found.salvaged is None
    with pytest.raises(ExchangeError):
        take_salvaged(path, found)
    let_go(found)
    assert {each.name for each in path.parent.iterdir()} == {"journal.db", backups_folder(path).name}


def test_taking_keeps_the_damaged_file_and_lists_what_was_changed(path: Path) -> None:
    writer = connect(path, writing=True)
    writer.execute("UPDATE client SET name = 'changed' WHERE seq = 1")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    writer.close()
    damaged = path.read_bytes()
    found: Found = look(path, quiet)
    assert found.changed == 1
    aside = take_salvaged(path, found)
    assert aside.read_bytes() == damaged
    assert "changed" in aside.with_suffix(".json").read_text("utf-8")
    Database(path).close()
    assert not list(path.parent.glob(".*"))
