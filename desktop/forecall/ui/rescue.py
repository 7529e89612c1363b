"""The journal is damaged: what can be done is looked for behind the window, and the person chooses."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from forecall.ui.models.backups_model import calls_text, row_of
from forecall.ui.page import Choice
from forecall.ui.swapping import Progress, StillUnsaved, Swap
from forecall.words import _, ngettext

if TYPE_CHECKING:
    from forecall.exchange.rescuing import Found
    from forecall.ui.main_window import MainWindow


class Rescue(QObject):
    """Belongs to one window. ``take`` puts what could be read in place, ``restore`` a backup."""

    def __init__(self, window: "MainWindow", take: Callable[["Found"], None], restore: Callable[[Any], None]) -> None:
        super().__init__(window)
        self._window = window
        self._take = take
        self._restore = restore
        self._found: Found | None = None
        window.closing.connect(self._leave)

    def begin(self) -> None:
        """Say what is the matter, and look for what can be done. The file is only read.

        The page that says so takes the place of the boxes: what was typed there is in the file first, if the disk can.
        """
        self._window.leaving.once_saved(self._look)

    def _look(self) -> None:
        self._window.hinder(
            _("This journal is damaged"),
            _("Something outside Forecall changed its file. It is left as it is. Looking for what can be read…"),
            (),
        )
        path, left = self._window.desk.workspace.path, threading.Event()
        self._window.closing.connect(left.set)

        def work(told: Progress) -> object:
            from forecall.exchange.rescuing import let_go, look

            found = look(path, told)
            if left.is_set():  # the window was closed meanwhile
                let_go(found)
            return found

        looking = Swap(self._window.desk, work, self, gives_up=self._window.left_in_trouble)
        looking.finished.connect(self._on_found)
        looking.start()

    def _on_found(self, found: Any) -> None:
        if isinstance(found, StillUnsaved):
            self.begin()  # the disk began to refuse just now: the person is asked
            return
        if isinstance(found, Exception):
            found = None
        self._found = found
        salvaged = found is not None and found.salvaged is not None
        backup = found is not None and found.backup is not None
        words = _(
            "Something outside Forecall changed its file: a failing disk, a program that cut it short. Whatever you "
            "choose, the damaged file is kept beside it, as it is."
        )
        if not salvaged and not backup:
            words = _("It cannot be read as a journal, and there is no backup of it here. It was left as it is.")
        choices = []
        if salvaged:
            choices.append(self._saved_choice(found))
        if backup:
            choices.append(self._backup_choice(found))
        other = _("Leave it, and open another journal")
        choices.append(Choice(other, _("Nothing is changed."), _("Choose…"), self._window.choose_journal))
        self._window.hinder(_("This journal is damaged"), words, choices)

    def _saved_choice(self, found: "Found") -> Choice:
        whole = ngettext("{count} entry is as it was written", "{count} entries are as they were written", found.whole)
        about = _("{calls}; {entries}.").format(calls=calls_text(found.calls), entries=whole)
        if found.changed:
            told = ngettext(
                "{count} is not, and is listed in a file beside it.",
                "{count} are not, and are listed in a file beside it.",
                found.changed,
            )
            about = f"{about} {told}"
        if found.lost:
            told = ngettext("{count} is lost.", "{count} are lost.", found.lost)
            about = f"{about} {told}"

        def take() -> None:
            self._found = None  # from here on it is the program's
            self._take(found)

        return Choice(_("Open what could be read"), about, _("Open"), take)

    def _backup_choice(self, found: "Found") -> Choice:
        backup = found.backup
        assert backup is not None
        row = row_of(backup, self._window.desk.zone, self._window.desk.now())
        title = _("Restore the backup: {when}").format(when=row.when)
        about = _("{calls}, checked again just now. What was written since then is in the damaged file alone.")
        words = about.format(calls=calls_text(backup.calls))
        return Choice(title, words, _("Restore"), lambda: self._restore(backup.path))

    def _leave(self) -> None:
        if self._found is not None:
            from forecall.exchange.rescuing import let_go

            let_go(self._found)
            self._found = None
