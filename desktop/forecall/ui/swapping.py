"""Does something with the journal's file while nobody has it open: behind the window, which waits without hanging."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from forecall.ui.page import Desk

Progress = Callable[[int], None]
Work = Callable[[Progress], object]
"""What is done: hears nothing of the window, and tells how far it is, 0 to 100."""


class Swap(QObject):
    """``finished`` carries what the work gave, or the error it ended with."""

    told = Signal(int)
    finished = Signal(object)

    def __init__(self, desk: "Desk", work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work = work

    def start(self) -> None:
        """Let go of the journal, once everything typed is in it, and begin."""
        threading.Thread(target=self._run, name="forecall-swap", daemon=True).start()

    def _run(self) -> None:
        deliver = self._desk.bridge.deliver
        try:
            self._desk.workspace.close()
            result = self._work(lambda percent: deliver(lambda: self.told.emit(percent)))
        except Exception as error:
            result = error
        with suppress(RuntimeError):  # the window was closed meanwhile: nobody is left to tell
            deliver(lambda: self.finished.emit(result))
