"""Keeps a journal aside as it is, byte for byte with its log, before something else takes its place."""

from datetime import UTC, datetime
from pathlib import Path

from forecall.storage.files import copy_bytes, sync_folder

PARTS = ("", "-wal")
"""What a journal consists of on the disk. The third file that SQLite keeps holds nothing of its own."""


def set_aside(path: Path) -> Path:
    """Copy the journal at ``path`` beside itself as ``<name> damaged <stamp>.db``; gives the copy's place.

    The original stays where it is until something takes its place. Raises ``OSError`` when it cannot be copied.
    """
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S.%f")
    target = path.with_name(f"{path.stem} damaged {stamp}.db")
    copy_with_log(path, target)
    sync_folder(path.parent)
    return target


def copy_with_log(path: Path, target: Path) -> None:
    """Copy a journal and its log byte for byte, whatever they hold."""
    for part in PARTS:
        source = path.with_name(path.name + part)
        if part == "" or source.exists():
            copy_bytes(source, target.with_name(target.name + part))


def remove_copy(copy: Path) -> None:
    """Let go of a copy that is not needed after all."""
    for part in PARTS:
        copy.with_name(copy.name + part).unlink(missing_ok=True)
