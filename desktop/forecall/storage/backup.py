"""Copies of the journal through SQLite's backup API, opened and checked when they are made, thinned afterwards.

Public and steady: ``back_up``, ``back_up_to``, ``list_backups``, ``is_due``, ``look_through``, ``renew``,
``backups_folder``.
A file in the folder that bears a backup's name was found sound when it was made: until then it is called ``….part``.
"""

import os
import re
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.faults import DamagedJournal, UnreadableJournal
from forecall.storage.files import make_folder, name_beside, reason_of, sync_file, sync_folder
from forecall.storage.reading_only import reading
from forecall.storage.sealed import fingerprint, number_of_rows, verdict_on
from forecall.storage.thinning import Made, to_keep
from forecall.words import _

Progress = Callable[[int], None]
"""Hears how much is done, 0 to 100; what it raises stops the work, and nothing half done is left."""

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2} \d{6}\.\d{6}) ([a-z]+)\.db", re.ASCII)
_STAMP = "%Y-%m-%d %H%M%S.%f"
_PAGES_AT_ONCE = 512
_ABANDONED_AFTER = 3600.0  # seconds in which nobody went on with a copy


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was sound when it was made; ``reason`` is ``start``, ``asked``, ``migration``, ``restore``…"""

    path: Path
    made_at: datetime  # UTC, by the clock of that day
    reason: str
    size: int  # bytes


def backups_folder(path: Path) -> Path:
    """Where the backups of the journal at ``path`` are kept: beside it, for the owner only."""
    return path.with_name(f"{name_beside(path)} backups")


def list_backups(path: Path) -> list[Backup]:
    """The backups of the journal at ``path``, the newest first. Only names and sizes are read."""
    found = []
    with suppress(OSError):
        for entry in os.scandir(backups_folder(path)):
            named = _NAME.fullmatch(entry.name)
            if named is None or not entry.is_file(follow_symlinks=False):
                continue
            with suppress(OSError, ValueError):  # it went away meanwhile, or bears a date that does not exist
                made = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(Path(entry.path), made, named[2], entry.stat(follow_symlinks=False).st_size))
    return sorted(found, key=lambda backup: backup.path.name, reverse=True)


def back_up(path: Path, *, reason: str, progress: Progress | None = None) -> Path:
    """Copy the journal at ``path`` into its backups folder, check the copy and thin the older ones; gives its place.

    ``reason`` is one small word that becomes part of the name. Raises ``DamagedJournal`` when the copy is not sound,
    and ``UnreadableJournal`` when none can be made; nothing is left and nothing is thinned then.
    """
    target = _checked_copy(path, _named(path, reason), progress)
    _thin(path, target)
    return target


def back_up_to(path: Path, target: Path, *, progress: Progress | None = None) -> None:
    """Copy the journal at ``path`` to a file that is not there yet, and check the copy; errors as ``back_up``."""
    if os.path.lexists(target):
        raise UnreadableJournal(_("There is already a file at {file}. It was left as it is.").format(file=target))
    _checked_copy(path, target, progress)


def renew(path: Path, *, progress: Progress | None = None) -> tuple[Path, int]:
    """Make and check a fresh backup, then remove all older ones, so that purged words are in none.

    Gives the new one and how many were removed. When it cannot be made, all older ones stay.
    """
    target = _checked_copy(path, _named(path, "renewed"), progress)
    removed = 0
    for backup in list_backups(path):
        if backup.path != target:
            backup.path.unlink(missing_ok=True)
            removed += 1
    sync_folder(target.parent)
    return target, removed


def is_due(path: Path) -> bool:
    """Whether the journal at ``path`` holds other rows than its newest backup, or has none yet."""
    backups = list_backups(path)
    if not backups:
        return True
    try:
        with closing(reading(path)) as journal, closing(open_copy(backups[0].path)) as copy:
            return fingerprint(journal) != fingerprint(copy)
    except (sqlite.Error, UnicodeDecodeError):
        return True


def count_rows(backup: Path, table: str, where: str = "") -> int | None:
    """How many rows of a table a backup holds (``where`` is SQL of the caller's); ``None`` when it cannot be read."""
    try:
        with closing(open_copy(backup)) as copy:
            return number_of_rows(copy, table, where)
    except (sqlite.Error, UnicodeDecodeError):
        return None


def is_sound(backup: Path) -> bool:
    """Whether a backup is still as it was made: looked at again, row by row."""
    try:
        with closing(open_copy(backup)) as copy:
            return not verdict_on(copy)
    except (sqlite.Error, UnicodeDecodeError):
        return False


def look_through(path: Path, *, progress: Progress | None = None) -> None:
    """Look whether each row of the journal at ``path`` is as it was written; raises ``DamagedJournal`` when it is not.

    Raises ``UnreadableJournal`` when that cannot be told.
    """
    try:
        with closing(reading(path)) as journal:
            verdict = verdict_on(journal, progress or (lambda percent: None))
    except (sqlite.Error, UnicodeDecodeError) as error:
        if not isinstance(error, UnicodeDecodeError) and not _is_damage(error):
            raise UnreadableJournal(reason_of(error)) from error
        verdict = str(error)
    if verdict:
        raise DamagedJournal(verdict)


def open_copy(backup: Path) -> Any:
    """A connection that reads a copy nobody writes to, and leaves nothing beside it."""
    return sqlite.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def _named(path: Path, reason: str) -> Path:
    return backups_folder(path) / f"{datetime.now(UTC).strftime(_STAMP)} {reason}.db"


def _checked_copy(path: Path, target: Path, progress: Progress | None) -> Path:
    folder = target.parent
    part = folder / f".{target.name}.{os.getpid()}.part"
    try:
        with closing(reading(path)) as source:
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            _make_room(folder)
            _empty_file(part)
            verdict = _copied(source, part, progress or (lambda percent: None))
        if verdict:
            raise _damaged(verdict)
        sync_file(part)
        part.rename(target)
        sync_folder(folder)
    except OSError as error:
        raise _not_made(reason_of(error)) from error
    except UnicodeDecodeError as error:  # a name in the file is no text any more
        raise _damaged(str(error)) from error
    except sqlite.Error as error:
        raise (_damaged if _is_damage(error) else _not_made)(str(error)) from error
    finally:
        with suppress(OSError):
            _remove_part(part)
    return target


def _copied(source: Any, part: Path, progress: Progress) -> str:
    """Copy, and look at the copy; gives what is wrong with it."""
    with closing(sqlite.connect(str(part), isolation_level=None)) as copy:
        _copy(source, copy, progress)
        return verdict_on(copy, lambda percent: progress(50 + percent // 2))


def _make_room(folder: Path) -> None:
    make_folder(folder)
    for left in folder.glob(".*.part"):  # a copy that was cut short
        with suppress(OSError):
            if abs(time.time() - left.stat().st_mtime) > _ABANDONED_AFTER:
                _remove_part(left)


def _remove_part(part: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _empty_file(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    path.chmod(0o600)


def _copy(source: Any, copy: Any, progress: Progress) -> None:
    """Copy one state of the journal, whatever is written meanwhile; the first half of the way."""
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on it is this state

    def told(_status: int, left: int, total: int) -> None:
        progress(50 * (total - left) // max(1, total))

    source.backup(copy, pages=_PAGES_AT_ONCE, progress=told, sleep=0)
    # A copy is one file, that can be read where nothing can be written beside it.
    copy.execute("PRAGMA journal_mode=DELETE").fetchall()


def _thin(path: Path, newest: Path) -> None:
    """Remove what the ladder has no room for; one that cannot be removed is left for the next time."""
    backups = list_backups(path)
    kept = to_keep([Made(each.made_at, each.reason) for each in backups], datetime.now(UTC))
    for place, each in enumerate(backups):
        if place not in kept and each.path != newest:
            with suppress(OSError):
                each.path.unlink()


def _is_damage(error: BaseException) -> bool:
    return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _damaged(reason: str) -> DamagedJournal:
    return DamagedJournal(_told(reason))


def _not_made(reason: str) -> UnreadableJournal:
    return UnreadableJournal(_told(reason))


def _told(reason: str) -> str:
    return _("A backup could not be made: {reason}.").format(reason=reason.rstrip("."))
