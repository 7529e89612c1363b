"""Files and folders for their owner alone."""

import os
import stat
from pathlib import Path

import pytest

from forecall.storage.files import copy_bytes, make_folder, name_beside, reason_of, sync_file, sync_folder


def test_folders_are_for_their_owner_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o777)
    make_folder(tmp_path / "a" / "b")
    os.umask(before)
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("a", "a/b")} == {0o700}


def test_a_copy_has_every_byte_and_is_for_its_owner(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(os.urandom(3_000_000))
    told: list[int] = []
    before = os.umask(0)
    copy_bytes(source, tmp_path / "copy", told.append)
    os.umask(before)
    assert (tmp_path / "copy").read_bytes() == source.read_bytes()
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600
    assert told[-1] == 3_000_000
    with pytest.raises(FileExistsError):
        copy_bytes(source, tmp_path / "copy")


def test_what_is_no_plain_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for name in ("pipe", "link", "."):
        with pytest.raises(OSError, match=r"\[Errno"):
            copy_bytes(tmp_path / name, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_copy_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"x" * 10)

    def stop(_done: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        copy_bytes(tmp_path / "source", tmp_path / "copy", stop)
    assert not (tmp_path / "copy").exists()


def test_what_is_synced_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    sync_file(tmp_path / "file")
    sync_folder(tmp_path)
    assert (tmp_path / "file").read_text() == "words"


def test_each_journal_of_a_folder_has_a_name_of_its_own() -> None:
    assert name_beside(Path("my journal#1.db")) == "my journal#1"  # where the backups of all before us are
    told = ("work.db", "work", "work.private", "work.private.db", "work.old", "work.DB", ".db", ".db.db")
    assert len({name_beside(Path(each)) for each in told}) == len(told)


def test_the_reason_stands_at_the_end_of_a_sentence() -> None:
    assert reason_of(OSError(28, "No space left on device")) == "no space left on device"
    assert reason_of(ValueError("Bad.")) == "bad"
