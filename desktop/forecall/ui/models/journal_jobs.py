"""The whole journal out to an archive, beside the window, with a number on the way and an end."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from forecall.exchange.faults import ExchangeError
from forecall.journal.refusals import Refused
from forecall.ui.page import Desk
from forecall.words import _, ngettext


class JournalJob(QObject):
    """One export at a time. ``told`` carries how many entries were gone through so far.

    ``ended`` carries the sentence that says what came of it.
    """

    told = Signal(int)
    ended = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cancelled = False
        self._running = False

    @property
    def running(self) -> bool:
        """Whether one is under way."""
        return self._running

    def cancel(self) -> None:
        """Stop as soon as may be; nothing is left half done."""
        self._cancelled = True

    def export_to(self, path: Path) -> None:
        """Write everything to an archive."""
        if self._begin():
            self._desk.workspace.ask(self._export, path).then(self._end, self._on_failed, tells=Exception)

    # on the threads of the workspace

    def _export(self, connection: Any, path: Path) -> str:
        from forecall.exchange.write.archive import write_archive

        try:
            count = write_archive(connection, path, progress=self._progress)
        except Refused:
            return _("Stopped. Nothing was written.")
        except ExchangeError as error:
            return str(error)
        told = ngettext("{count} entry", "{count} entries", count)
        return _("{entries} written to {file}.").format(entries=told, file=path.name)

    def _progress(self, count: int) -> None:
        if self._cancelled:
            raise Refused(_("Stopped. Nothing was written."))
        self._desk.bridge.deliver(lambda: self.told.emit(count))

    # on the thread of the window

    def _begin(self) -> bool:
        if self._running:
            return False
        self._running, self._cancelled = True, False
        return True

    def _on_failed(self, error: BaseException) -> None:
        known = isinstance(error, Refused | ExchangeError)
        self._end(str(error) if known else _("That did not work. The journal is as it was."))

    def _end(self, sentence: str) -> None:
        self._running = False
        self.ended.emit(sentence)
