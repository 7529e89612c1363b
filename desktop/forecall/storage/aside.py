"""Keeps a journal aside as it is, byte for byte with its log, before something else takes its place.

All that is kept bears the same name: ``<journal> damaged <stamp>``, with an ending that says what it is.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from forecall.storage.files import copy_bytes, name_beside, sync_folder

PARTS = ("", "-wal")
"""What a journal consists of on the disk. The third file that SQLite keeps holds nothing of its own."""


_NAME = re.compile(r" damaged \d{4}-\d{2}-\d{2} \d{6}\.\d{6}\.(db|db-wal|json|log)", re.ASCII)


def place_aside(path: Path, ending: str) -> Path:
    """A place beside the journal at ``path`` for something of it that is kept, with the moment in its name."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S.%f")
    return path.with_name(f"{name_beside(path)} damaged {stamp}{ending}")


def kept_aside(path: Path) -> list[Path]:
    """All that was kept of the journal at ``path`` when it was damaged, oldest first: files, logs and lists of rows."""
    found = path.parent.iterdir() if path.parent.is_dir() else ()
    begins = name_beside(path)
    return sorted(each for each in found if each.name.startswith(begins) and _NAME.fullmatch(each.name, len(begins)))


def remove_aside(path: Path, names: Sequence[str]) -> int:
    """Remove those files of ``kept_aside`` that bear one of these names; gives how many. Raises ``OSError``."""
    gone = [each for each in kept_aside(path) if each.name in names]
    for each in gone:
        each.unlink(missing_ok=True)
    if gone:
        sync_folder(path.parent)
    return len(gone)


def set_aside(path: Path) -> Path:
    """Copy the journal at ``path`` beside itself as ``<name> damaged <stamp>.db``; gives the copy's place.

    The original stays where it is until something takes its place. Raises ``OSError`` when it cannot be copied.
    """
    target = place_aside(path, ".db")
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
