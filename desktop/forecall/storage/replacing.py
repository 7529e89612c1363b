"""Puts another file in the journal's place so that a kill at any moment leaves the old one or the new one, whole.

The new file first gets a name that says it is meant (``.journal.db.restored``). From then on it counts: whoever opens
the journal next finishes what was begun. The old file's log goes before the old file does, and would not fit the new.
"""

import os
from pathlib import Path

from forecall.storage.files import sync_folder


def put_in_place(path: Path, ready: Path) -> None:
    """Put the file at ``ready`` (whole, on the disk, in the same file system) in the place of the one at ``path``."""
    ready.replace(_meant(path))
    sync_folder(path.parent)
    finish_replacing(path)


def finish_replacing(path: Path) -> None:
    """Finish what ``put_in_place`` began, if anything; raises ``OSError`` when that cannot be done here."""
    meant = _meant(path)
    if not os.path.isfile(meant) or meant.is_symlink():  # a name that no file can have is none
        return
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    meant.replace(path)
    sync_folder(path.parent)


def _meant(path: Path) -> Path:
    return path.with_name(f".{path.name}.restored")
