"""A disk that refuses or takes its time, put between a workspace and its file."""

import threading
from typing import Any

from forecall.storage.faults import CannotWrite
from forecall.workspace.workspace import Workspace

FULL = "The disk is full."


class RefusingDisk:
    """Sound at first. ``refuses`` makes each write fail, and clearing ``free`` makes the next one wait."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace: Any = workspace
        self.free = threading.Event()
        self.free.set()
        self.refuses = False
        self._workspace._guard = self._ask

    def again(self) -> None:
        """Take everything from now on."""
        self.refuses = False
        self.free.set()
        self._workspace.try_again()

    def _ask(self) -> None:
        self.free.wait(20)
        if self.refuses:
            raise CannotWrite(FULL)
