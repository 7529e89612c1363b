"""What the page of backups shows, and the work it begins: one thing at a time, with a number on the way and an end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forecall.dates import day_text, time_text
from forecall.ui.page import Desk
from forecall.words import _, ngettext, size_text

if TYPE_CHECKING:
    from forecall.workspace.backups import BackupRecord


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup as it is read: when, and what is known about it."""

    path: Path
    when: str
    about: str
    calls: int | None


class BackupsModel(QObject):
    """``listed`` carries the rows, ``told`` how much of a copy is done, ``ended`` the sentence that says what came.

    ``aside_listed`` carries the names of what was kept when the journal was damaged.
    """

    listed = Signal(object)
    told = Signal(int)
    ended = Signal(str)
    aside_listed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.running = False
        self.aside: list[str] = []

    @property
    def folder(self) -> Path:
        """Where the backups lie."""
        return self._desk.workspace.backups.folder

    def look(self) -> None:
        """Ask for the list."""
        self._desk.workspace.backups.look().then(self._on_listed, lambda error: self.listed.emit([]))
        self._desk.workspace.backups.look_aside().then(self._on_aside)

    def make(self) -> None:
        """Make one now."""
        if not self.running:
            self.running = True
            self._desk.workspace.backups.make("asked", self._on_told).then(self._on_made, self._on_failed)

    def renew(self) -> None:
        """Make a fresh one and let go of all older ones, which may hold words that were purged since."""
        if not self.running:
            self.running = True
            self._desk.workspace.backups.renew(self._on_told).then(self._on_renewed, self._on_failed)

    def remove_aside(self) -> None:
        """Let go of the files that are listed, and of no other."""
        self._desk.workspace.backups.remove_aside(self.aside).then(self._on_removed, self._on_not_removed)

    def stop(self) -> None:
        """Stop as soon as may be; nothing is left half done."""
        self._desk.workspace.backups.stop()

    def _on_told(self, percent: int) -> None:
        if self.running:
            self.told.emit(percent)

    def _on_listed(self, backups: "list[BackupRecord]") -> None:
        zone, now = self._desk.zone, self._desk.now()
        self.listed.emit([row_of(each, zone, now) for each in backups])

    def _on_aside(self, files: Sequence[Path]) -> None:
        self.aside = [each.name for each in files]
        self.aside_listed.emit(self.aside)

    def _on_removed(self, removed: int) -> None:
        self._end(ngettext("{count} file was removed.", "{count} files were removed.", removed))

    def _on_not_removed(self, _error: BaseException) -> None:
        self._end(_("Some of it could not be removed."))

    def _on_made(self, made: "BackupRecord") -> None:
        self._end(_("Backed up and checked: {calls}.").format(calls=calls_text(made.calls)))

    def _on_renewed(self, removed: int) -> None:
        told = ngettext(
            "A fresh backup was made and checked, and {count} older one removed.",
            "A fresh backup was made and checked, and {count} older ones removed.",
            removed,
        )
        self._end(told)

    def _on_failed(self, error: BaseException) -> None:
        from forecall.workspace.backups import Stopped

        self._end(_("Stopped. No backup was made.") if isinstance(error, Stopped) else told_of(error))

    def _end(self, sentence: str) -> None:
        self.running = False
        self.ended.emit(sentence)
        self.look()


def row_of(backup: "BackupRecord", zone: str, now: datetime) -> BackupRow:
    """A backup as it is read where the person is."""
    from zoneinfo import ZoneInfo

    made = backup.made_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    day = day_text(made.date().isoformat(), now.date())
    about = (calls_text(backup.calls), size_text(backup.size), reason_text(backup.reason), _("checked"))
    return BackupRow(backup.path, f"{day[:1].upper()}{day[1:]}, {time_text(made)}", " · ".join(about), backup.calls)


def calls_text(calls: int | None) -> str:
    """How many calls a backup holds."""
    if calls is None:
        return _("cannot be read")
    return ngettext("{count} call", "{count} calls", calls)


def reason_text(reason: str) -> str:
    """Why a backup was made."""
    return {
        "start": _("made when Forecall was opened"),
        "asked": _("made when you asked for it"),
        "migration": _("made before a new version"),
        "restore": _("made before a backup was put back"),
        "renewed": _("made fresh"),
    }.get(reason, _("made by Forecall"))


def told_of(error: BaseException) -> str:
    """Why no backup could be made, and what is safe."""
    from forecall.storage.faults import DamagedJournal, JournalFault

    if isinstance(error, DamagedJournal):
        return _("The journal is damaged, so no backup was made. The earlier ones stay.")
    if isinstance(error, JournalFault):
        return _("{sentence} The earlier ones stay.").format(sentence=error.sentence)
    return _("No backup could be made. The earlier ones stay.")
