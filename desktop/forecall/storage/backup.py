"""Copies of the journal through SQLite's backup API, opened and checked when they are made."""

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.faults import UnreadableJournal
from forecall.words import _


def backups_folder(path: Path) -> Path:
    """Where the backups of the journal at ``path`` are kept: beside it, for the owner only."""
    return path.with_name(f"{path.stem} backups")


def back_up(path: Path, *, reason: str) -> Path:
    """Copy the journal at ``path`` into its backups folder and check the copy; gives the copy's place.

    ``reason`` becomes part of the name. Raises ``UnreadableJournal`` when the copy is not sound; nothing is left then.
    """
    folder = backups_folder(path)
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        folder.chmod(0o700)
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S.%f")
    target = folder / f"{stamp} {reason}.db"
    source = sqlite.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)  # never makes the file
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    target.chmod(0o600)
    copy = sqlite.connect(str(target))
    try:
        source.backup(copy)
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite.Error as error:
        verdict = str(error)
    finally:
        copy.close()
        source.close()
    if verdict != "ok":
        target.unlink()
        raise UnreadableJournal(_("A backup could not be made: {reason}.").format(reason=verdict))
    return target
