"""Keeps the open journal safe beside the window: a backup once it stands, a word when there was none for long."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from forecall.ui.page import Desk, Place
from forecall.words import _

if TYPE_CHECKING:
    from forecall.ui.main_window import MainWindow
    from forecall.workspace.backups import BackupRecord

LATER_MS = 5000
"""How long after the first screen stands: the first minute belongs to the person."""

STALE = timedelta(days=7)
"""How old the newest backup may be before somebody is told that no new one could be made."""


class Safety(QObject):
    """Belongs to one window. ``damage_found`` when a copy was not sound, which says that the journal is not."""

    damage_found = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @property
    def _desk(self) -> Desk:
        return self._window.desk

    def begin(self, after_ms: int = LATER_MS) -> None:
        """Make a backup in a while, when something was written since the last one; look where the journal lies."""
        QTimer.singleShot(after_ms, self, self._look_after)

    def _look_after(self) -> None:
        if self._desk.is_open and self._window.isVisible() and not self._desk.workspace.reading_only:
            self._look_at_place()
            self._back_up()

    def _look_at_place(self) -> None:
        """Tell once that the place is synced or lies on another machine."""
        from forecall.ui.places import kind_of, told_of

        path = self._desk.workspace.path
        place, told = str(path.parent), self._desk.settings.quiet_places
        words = "" if place in told else told_of(path, kind_of(path))
        if words:
            self._window.say_standing(words, _("I understand"), lambda: self._on_understood(place))

    def _on_understood(self, place: str) -> None:
        self._desk.settings.quiet_places.append(place)
        self._window.say_no_longer()

    def _back_up(self) -> None:
        self._desk.workspace.backups.make_if_due().then(self._on_sound, self._on_failed)

    def _on_sound(self, _made: "BackupRecord | None" = None) -> None:
        """Each row was looked at: until now nothing that was written has touched the file itself."""
        self._desk.workspace.found_sound()

    def _on_failed(self, error: BaseException) -> None:
        """No copy could be made: the journal may be sound all the same, and is looked at alone."""
        from forecall.storage.faults import DamagedJournal

        if isinstance(error, DamagedJournal):
            self.damage_found.emit(error)
        elif self._window.isVisible():
            backups = self._desk.workspace.backups
            backups.look().then(self._on_listed)
            backups.look_through().then(self._on_sound, self._on_not_looked)

    def _on_not_looked(self, error: BaseException) -> None:
        from forecall.storage.faults import DamagedJournal

        if isinstance(error, DamagedJournal):
            self.damage_found.emit(error)

    def _on_listed(self, backups: "list[BackupRecord]") -> None:
        """A backup that fails now and then is told on its page; one that has failed for a week is told here."""
        if backups and abs(datetime.now(UTC) - backups[0].made_at) <= STALE:
            return
        words = _("No backup could be made for more than a week. What you write is saved as ever.")
        self._window.say_with(words, _("Backups"), lambda: self._window.go(Place("backups")))
