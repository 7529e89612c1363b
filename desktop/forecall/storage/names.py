"""A journal has one name: under a second one its log, its lock and its backups would be others.

SQLite finds a log by the name that a file is opened by. Two names of one file, each with a log of its own, lose words.
"""

import glob
import os
from contextlib import suppress
from pathlib import Path

from forecall.paths import leads_nowhere
from forecall.storage.faults import MissingJournal, UnreadableJournal
from forecall.words import _


def place_of_new(path: Path) -> Path:
    """Where a new journal is built before it is moved to ``path``."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def demand_way(path: Path) -> None:
    """Refuse a link that leads nowhere: a new journal there would hide the one that comes back with its disk."""
    if leads_nowhere(path):
        raise MissingJournal(_("{file} is a link that leads to no file. Nothing was changed.").format(file=path))


def demand_one_name(path: Path) -> None:
    """Refuse a file that has more names than one (hard links)."""
    if path.stat().st_nlink > 1:
        _let_go_of_unfinished(path)
    if path.stat().st_nlink > 1:
        told = _(
            "{file} has a second name on this disk, and words written under one could be lost under the other. "
            "Close Forecall, copy the file, with {log} if that is there, and open the copy."
        )
        raise UnreadableJournal(told.format(file=path, log=f"{path.name}-wal"))


def _let_go_of_unfinished(path: Path) -> None:
    """A kill while a journal was made may have left the name that it was built under."""
    for each in path.parent.glob(f".{glob.escape(path.name)}.*.new"):
        with suppress(OSError):
            if each.samefile(path):
                each.unlink()
