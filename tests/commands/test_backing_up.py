"""``forecall backup`` and ``forecall restore``."""

import json
from pathlib import Path

from forecall.storage.backup import list_backups
from forecall.ui.first_window import FirstWindow
from tests.commands.conftest import Command, Kept
from tests.commands.test_listing import documented


def test_a_backup_is_made_checked_and_listed(forecall: Command, kept: Kept) -> None:
    assert "no backup" in forecall("backup", "--list", "--journal", kept.path).err
    said = forecall("backup", "--journal", kept.path)
    (made,) = list_backups(kept.path)
    assert said.code == 0
    assert str(made.path) in said.out
    assert "calls)" in said.out
    (line,) = forecall("backup", "--list", "--journal", kept.path).lines
    assert line.endswith(made.path.name)
    (fields,) = json.loads(forecall("backup", "--list", "--json", "--journal", kept.path).out)
    assert list(fields) == documented("backup --list")
    assert fields["calls"] == len(kept.calls) + 1
    assert fields["bytes"] == made.size


def test_a_backup_goes_to_a_file_that_is_not_there_yet(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "mine.db"
    assert forecall("backup", "--to", target, "--journal", kept.path).code == 0
    assert forecall("check", "--journal", target).code == 0
    again = forecall("backup", "--to", target, "--journal", kept.path)
    assert again.code == 1
    assert "already a file" in again.err
    assert list_backups(kept.path) == []


def test_a_journal_that_is_not_there_is_not_made(forecall: Command, tmp_path: Path) -> None:
    said = forecall("backup", "--journal", tmp_path / "none.db")
    assert (said.code, said.out) == (1, "")
    assert "There is no journal" in said.err
    assert not (tmp_path / "none.db").exists()


def test_a_backup_is_restored_by_name_and_the_journal_is_kept(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    forecall("backup", "--journal", kept.path)
    (made,) = list_backups(kept.path)
    archive = tmp_path / "after.json"
    forecall("export", "journal", "--to", archive, "--journal", kept.path)
    for named in (made.path.name, made.path.stem, made.path, "latest"):
        said = forecall("restore", named, "--yes", "--journal", kept.path)
        assert said.code == 0, said.err
        assert "is kept: " in said.err
    assert forecall("check", "--journal", kept.path).code == 0


def test_nothing_is_restored_unasked(forecall: Command, kept: Kept) -> None:
    forecall("backup", "--journal", kept.path)
    before = kept.path.read_bytes()
    said = forecall("restore", "latest", "--journal", kept.path)
    assert said.code == 1
    assert "--yes" in said.err
    assert kept.path.read_bytes() == before
    assert len(list_backups(kept.path)) == 1


def test_what_is_not_there_or_no_journal_is_refused(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Dear diary")
    for named, told in (("latest", "no backup"), ("nothing", "There is no file"), (tmp_path / "note.txt", "damaged")):
        said = forecall("restore", named, "--yes", "--journal", kept.path)
        assert said.code == 1
        assert told in said.err
    assert forecall("restore", "", "--yes", "--journal", kept.path).code == 1


def test_a_journal_that_a_window_has_open_is_left(forecall: Command, kept: Kept) -> None:
    forecall("backup", "--journal", kept.path)
    window = FirstWindow(kept.path)
    assert window.take()
    said = forecall("restore", "latest", "--yes", "--journal", kept.path)
    window.let_go()
    assert said.code == 1
    assert "open in a window" in said.err
