"""The backups of an open journal, made and listed on a thread of their own, so that nothing waits for a copy."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from forecall.journal.checked import LIVING_CALLS
from forecall.storage.aside import kept_aside, remove_aside
from forecall.storage.backup import (
    Backup,
    back_up,
    backups_folder,
    count_rows,
    is_due,
    list_backups,
    look_through,
    renew,
)
from forecall.workspace.storage_thread import StorageThread
from forecall.workspace.workspace import Deliver, Task

R = TypeVar("R")

Told = Callable[[int], None]
"""Hears how much is done, 0 to 100, on the thread of the listeners."""


class Stopped(Exception):
    """Somebody stopped the work; nothing of it is left."""


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """A copy that was sound when it was made, with the number of calls in it (``None`` when it cannot be read)."""

    path: Path
    made_at: datetime
    reason: str
    size: int
    calls: int | None


class Backups:
    """Belongs to one workspace, which closes it. All methods return at once."""

    def __init__(self, path: Path, deliver: Deliver) -> None:
        self.path = path
        self.folder = backups_folder(path)
        self._deliver = deliver
        self._stopped = False
        self._closed = False
        self._thread: StorageThread | None = None

    def look(self) -> Task[list[BackupRecord]]:
        """The backups there are, the newest first."""
        return self._put(lambda: [record_of(each) for each in list_backups(self.path)])

    def make(self, reason: str = "asked", told: Told | None = None) -> Task[BackupRecord]:
        """Make and check one now. Fails with the ``JournalFault`` to show, or with ``Stopped``."""
        return self._put(lambda: self._make(reason, told))

    def make_if_due(self, reason: str = "start") -> Task[BackupRecord | None]:
        """Make one when the journal holds other words than the newest; ``None`` when it does not.

        Either way each row of the journal was looked at when it is done; damage fails with ``DamagedJournal``.
        """
        return self._put(lambda: self._make(reason, None) if is_due(self.path) else self._look_through())

    def look_through(self) -> Task[None]:
        """Look whether each row of the journal is as it was written; fails with ``DamagedJournal`` where one is not."""
        return self._put(self._look_through)

    def renew(self, told: Told | None = None) -> Task[int]:
        """Make a fresh one and remove all older ones, which may hold purged words; gives how many were removed."""
        return self._put(lambda: self._working(lambda: renew(self.path, progress=self._progress(told))[1]))

    def look_aside(self) -> Task[list[Path]]:
        """The files that were kept when the journal was damaged; they may hold purged words too."""
        return self._put(lambda: kept_aside(self.path))

    def remove_aside(self, names: Sequence[str]) -> Task[int]:
        """Remove those of these files that are there; gives how many. Fails with ``OSError``."""
        return self._put(lambda: remove_aside(self.path, names))

    def stop(self) -> None:
        """Stop what is under way as soon as may be."""
        self._stopped = True

    def close(self, timeout: float | None = None) -> None:
        """Stop, and let nothing more begin."""
        self._closed = True
        if self._thread is not None:
            self._thread.close(timeout)

    def _make(self, reason: str, told: Told | None) -> BackupRecord:
        made = self._working(lambda: back_up(self.path, reason=reason, progress=self._progress(told)))
        return next(record_of(each) for each in list_backups(self.path) if each.path == made)

    def _look_through(self) -> None:
        self._working(lambda: look_through(self.path, progress=self._progress(None)))

    def _working(self, work: Callable[[], R]) -> R:
        self._stopped = False
        return work()

    def _progress(self, told: Told | None) -> Told:
        def progress(percent: int) -> None:
            if self._stopped or self._closed:
                raise Stopped
            if told is not None:
                self._deliver(lambda: told(percent))

        return progress

    def _put(self, job: Callable[[], R]) -> Task[R]:
        if self._thread is None:
            self._thread = StorageThread("forecall-backups", lambda fault: None)
            self._thread.start()
        return Task(self._thread.put(job), self._deliver)


def record_of(backup: Backup) -> BackupRecord:
    """A backup with what is in it."""
    calls = count_rows(backup.path, *LIVING_CALLS)
    return BackupRecord(backup.path, backup.made_at, backup.reason, backup.size, calls)
