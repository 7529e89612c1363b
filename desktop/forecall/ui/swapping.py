"""Does something with the journal's file while nobody has it open: behind the window, which waits without hanging."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forecall.words import _

if TYPE_CHECKING:
    from forecall.ui.page import Desk

Progress = Callable[[int], None]
Work = Callable[[Progress], object]
"""What is done: hears nothing of the window, and tells how far it is, 0 to 100."""


_PATIENCE_S = 10.0
"""How long a disk may take for the last words; one that refuses them is not waited for."""

_GIVES_UP_AFTER_S = 0.1


class StillUnsaved(Exception):
    """The disk does not take the last words: the journal stays open, and nothing was done."""


class Swap(QObject):
    """``finished`` carries what the work gave, or the error it ended with."""

    told = Signal(int)
    finished = Signal(object)

    def __init__(self, desk: "Desk", work: Work, parent: QObject | None = None, *, gives_up: bool = False) -> None:
        """``gives_up`` when the person said that words the disk refuses may be lost."""
        super().__init__(parent)
        self._gives_up = gives_up
        self._desk = desk
        self._work = work

    def start(self) -> None:
        """Let go of the journal, once everything typed is in it, and begin."""
        self._desk.bridge.let_go.emit(True)  # before the last words are waited for: none come after them
        threading.Thread(target=self._run, name="forecall-swap", daemon=True).start()

    def _run(self) -> None:
        deliver = self._desk.bridge.deliver
        try:
            self._let_go()
            result = self._work(lambda percent: deliver(lambda: self.told.emit(percent)))
        except Exception as error:
            result = error
        with suppress(RuntimeError):  # the window was closed meanwhile: nobody is left to tell
            deliver(lambda: self._finish(result))

    def _finish(self, result: object) -> None:
        if isinstance(result, StillUnsaved):
            self._desk.bridge.let_go.emit(False)
        self.finished.emit(result)

    def _let_go(self) -> None:
        workspace = self._desk.workspace
        if not self._gives_up and not workspace.settle(_PATIENCE_S):
            raise StillUnsaved(_("Nothing was changed: the disk does not take what you wrote last."))
        workspace.close(_GIVES_UP_AFTER_S if self._gives_up else _PATIENCE_S)
