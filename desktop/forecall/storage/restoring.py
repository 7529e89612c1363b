"""Puts a backup, or any other journal, in the journal's place: judged first, a safety copy made, then at one stroke.

Public and steady: ``restore``.
"""

import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.aside import copy_with_log, remove_copy, set_aside
from forecall.storage.backup import Progress, back_up
from forecall.storage.database import HEAD, look_at
from forecall.storage.faults import (
    ForeignFile,
    JournalFault,
    MissingJournal,
    NewerJournal,
    UnreadableJournal,
)
from forecall.storage.files import make_folder, reason_of, sync_file
from forecall.storage.log import log_of
from forecall.storage.names import demand_way
from forecall.storage.replacing import finish_replacing, put_in_place
from forecall.storage.sealed import broken_rows, number_of_rows, sealed_tables
from forecall.storage.shape import strange_parts
from forecall.words import _

_SPARE = 1 << 20
"""Bytes that are left free on the disk all the same."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done. ``kept`` is the copy of the journal as it was before, ``None`` where none was."""

    kept: Path | None


def restore(path: Path, source: Path, *, progress: Progress | None = None) -> Restored:
    """Put the journal at ``source`` in the place of the one at ``path``, which is copied first.

    Raises a ``JournalFault`` with a sentence; the journal is then as it was. What cannot be opened as a journal, is
    damaged, is newer than this version, is a link, a pipe or a folder, or has no room on the disk is refused. A kill
    leaves the old journal or the new one. ``path`` must be open nowhere.
    """
    told = progress or (lambda percent: None)
    demand_way(path)
    try:
        make_folder(path.parent)
        finish_replacing(path)
        with _folder_beside(path) as folder:
            ready = folder / "journal.db"
            _fetch(source, ready)
            told(20)
            _judge(ready, source, folder, told)
            kept = _keep(path)
            told(95)
            put_in_place(path, ready)
            told(100)
    except (OSError, ValueError) as error:
        raise _not_restored(reason_of(error)) from error
    except sqlite.Error as error:
        raise ForeignFile(_damaged(source)) from error
    return Restored(kept)


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """A folder of our own in the same file system; nothing of it stays."""
    folder = Path(tempfile.mkdtemp(prefix=f".{path.stem}-restoring-", dir=path.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fetch(source: Path, ready: Path) -> None:
    """Copy what is to be restored, without opening anything that is not a plain file."""
    try:
        found = source.lstat()
    except FileNotFoundError as error:
        raise MissingJournal(_("There is no file at {file}. Nothing was restored.").format(file=source)) from error
    if not stat.S_ISREG(found.st_mode):
        raise ForeignFile(_("{file} is not a plain file. Nothing was restored.").format(file=source))
    if found.st_size == 0:
        raise ForeignFile(_("{file} is empty. Nothing was restored.").format(file=source))
    # Twice: the copy that takes the journal's place, and the one of the journal as it is.
    if 2 * found.st_size + _SPARE > shutil.disk_usage(ready.parent).free:
        raise _not_restored(_("there is not enough room on the disk"))
    copy_with_log(source, ready)


def _judge(ready: Path, source: Path, folder: Path, told: Progress) -> None:
    """Refuse what is not sound, and bring an older journal up to date; at the end it is one file, on the disk."""
    try:
        revision = look_at(ready)
    except NewerJournal as fault:
        told_so = _("{file} was made by a later version of Forecall. Nothing was restored.")
        raise NewerJournal(told_so.format(file=source)) from fault
    except JournalFault as fault:
        raise ForeignFile(_damaged(source)) from fault
    with closing(sqlite.connect(str(ready), isolation_level=None, check_same_thread=False)) as opened:
        opened.execute("PRAGMA trusted_schema=OFF")
        opened.execute("PRAGMA cell_size_check=ON")
        _demand_sound(opened, source, told)
        if revision != HEAD:
            _bring_up_to_date(opened)
        _demand_our_shape(opened, source)
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        opened.execute("PRAGMA journal_mode=WAL").fetchall()
    with suppress(FileNotFoundError):
        log_of(ready).unlink()
    sync_file(ready)


def _bring_up_to_date(opened: Any) -> None:
    from sqlalchemy.exc import DBAPIError

    from forecall.storage.migrating import upgrade

    try:
        upgrade(opened)
    except DBAPIError as error:  # it says that it is a journal, and has not the tables of one
        raise error.orig or error from error


def _demand_sound(opened: Any, source: Path, told: Progress) -> None:
    verdict = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if verdict != "ok" or opened.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise ForeignFile(_damaged(source))
    told(40)
    tables = sealed_tables(opened)
    total, done = max(1, sum(number_of_rows(opened, table) for table in tables)), 0
    for table in tables:
        for broken, seen in broken_rows(opened, table):
            done += seen
            told(40 + 40 * done // total)
            if broken:
                raise ForeignFile(_damaged(source))


def _demand_our_shape(opened: Any, source: Path) -> None:
    if strange_parts(opened):
        told_so = _("{file} has parts that no journal of this version has. Nothing was restored.")
        raise ForeignFile(told_so.format(file=source))


def _keep(path: Path) -> Path | None:
    """A copy of the journal as it is: a checked backup, or byte for byte where it is damaged."""
    if not path.exists():
        return None
    aside = set_aside(path)  # first: SQLite tidies up beside what it opens, and a damaged log is to be kept too
    try:
        kept = back_up(path, reason="restore")
    except (UnreadableJournal, ForeignFile):
        return aside
    remove_copy(aside)
    return kept


def _damaged(source: Path) -> str:
    told = _("{file} is not a Forecall journal, or it is damaged. Nothing was restored.")
    return told.format(file=source)


def _not_restored(reason: str) -> UnreadableJournal:
    return UnreadableJournal(_("Nothing was restored: {reason}.").format(reason=reason))
