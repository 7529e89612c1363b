"""A file is written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from forecall.exchange.faults import ExchangeError
from forecall.exchange.write.files import replacing


def test_the_file_is_for_its_owner_whatever_was_there(tmp_path: Path) -> None:
    path = tmp_path / "sheet.md"
    path.write_text("old")
    path.chmod(0o644)
    with replacing(path) as file:
        file.write(b"new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.md"]


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    with replacing(tmp_path / "link.md") as file:
        file.write(b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_what_fails_halfway_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "sheet.md"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(path) as file:
        file.write(b"half" * (1 // 0))
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (errno.ENOSPC, "The disk is full: .* Your journal is as it was."),
        (errno.EROFS, "cannot be written to with your rights"),
        (errno.EIO, "was not written: "),
    ],
)
def test_what_the_disk_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, told: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExchangeError, match=told), replacing(tmp_path / "sheet.md") as file:
        file.write(b"new")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_place_for_a_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for name, told in (
        (".", "is a folder"),
        ("none/sheet.md", "There is no folder"),
        ("pipe.md", "not a plain file"),
        ("x" * 300 + ".md", "name|was not written"),
    ):
        with pytest.raises(ExchangeError, match=told), replacing(tmp_path / name):
            pass
