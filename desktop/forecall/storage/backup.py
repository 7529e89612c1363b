"""Copies of the journal through SQLite's backup API, opened and checked when they are made."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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
    try:
        source = sqlite.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)  # never makes the file
    except sqlite.Error as error:
        raise _not_made(str(error)) from error
    try:
        target = _empty_file(folder, reason)
        verdict = _copy(source, target)
    except OSError as error:
        raise _not_made(error.strerror or str(error)) from error
    finally:
        source.close()
    if verdict != "ok":
        target.unlink()
        raise _not_made(verdict)
    return target


def _empty_file(folder: Path, reason: str) -> Path:
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        folder.chmod(0o700)
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S.%f")
    target = folder / f"{stamp} {reason}.db"
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    target.chmod(0o600)
    return target


def _copy(source: Any, target: Path) -> str:
    """Copy and check the copy; gives "ok", or what is wrong."""
    copy = sqlite.connect(str(target))
    try:
        source.backup(copy)
        return str(copy.execute("PRAGMA integrity_check").fetchone()[0])
    except sqlite.Error as error:
        return str(error)
    finally:
        copy.close()


def _not_made(reason: str) -> UnreadableJournal:
    return UnreadableJournal(_("A backup could not be made: {reason}.").format(reason=reason))
