"""When is it? One small row that gives a call its time where it has none."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forecall.ui.widgets.time_field import TimeField
from forecall.words import _


class WhenRow(TimeField):
    """``given`` carries the wall time once it is meant: a chip, Enter, or leaving the line. A time half typed waits."""

    given = Signal(str)

    def __init__(self, zone: str, *, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(zone, now=now, name=_("When is it?"), parent=parent, small=True)
        self.line.editingFinished.connect(self._on_meant)
        self.chosen.connect(self._on_chosen)

    def settle(self) -> None:
        """Take what stands in the line, if it is a time."""
        self.flush()
        self._on_meant()

    def _on_chosen(self, _wall: object) -> None:
        if not self.line.hasFocus():  # else it may go on: 16:3 is a time, and 16:30 is meant
            self._on_meant()

    def _on_meant(self) -> None:
        wall = self.wall()
        if wall is not None:
            self.set_time(None)
            self.given.emit(wall)
