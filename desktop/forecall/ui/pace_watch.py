"""Measures beside the questions how long each answer takes, and keeps it without a sign that it does."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from forecall.coach.stopwatch import Stopwatch
from forecall.journal import verbs
from forecall.journal.paces import spent_on
from forecall.journal.records import CallRecord, Stage
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.worksheet_view import WorksheetView
from forecall.workspace.workspace import Workspace


class PaceWatch(QObject):
    """Watches the questions of one view. Of a call that is over nothing is measured."""

    def __init__(self, workspace: Workspace, view: WorksheetView, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._watch = Stopwatch(clock)
        self._call = ""
        self._measures = False
        self._spent: dict[str, int] = {}
        view.made.connect(self._on_made)
        view.shown.connect(self._on_shown)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def spent(self, key: str) -> int:
        """The seconds that an answer has taken so far, as far as they were sent."""
        return self._spent.get(key, 0)

    def send(self) -> None:
        """Send what was measured on its way to the file. That it could not be kept is told to nobody."""
        for key, seconds in self._watch.take().items():
            self._spent[key] = self._spent.get(key, 0) + seconds
            if self._call:
                kept = self._workspace.perform(self, verbs.spend_time, self._call, key, seconds)
                kept.then(lambda _done: None, lambda _error: None, tells=Exception)

    def _on_made(self, block: QuestionBlock) -> None:
        def stroke(*_told: object) -> None:
            self._watch.stroke(block.asked.key)

        for told in (block.edited, block.answered, block.entry_written, block.entry_moved, block.entry_removed):
            told.connect(stroke)

    def _on_shown(self, call: CallRecord) -> None:
        if call.head.id != self._call:
            self.send()
            self._watch.forget()
            self._spent = {}
            self._call = call.head.id
            self._workspace.ask(spent_on, self._call).then(lambda spent: self._on_spent(call.head.id, spent))
        self._measures = call.head.held_at is None and call.head.stage in (Stage.PREPARE, Stage.CALL)
        self._watch.enter(self._view.current() if self._measures else "")

    def _on_spent(self, call: str, spent: dict[str, int]) -> None:
        if call == self._call:
            for key, seconds in spent.items():
                self._spent[key] = self._spent.get(key, 0) + seconds

    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        key = self._view.current() if self._measures else ""
        if key != self._watch.key:
            self._watch.enter(key)
            self.send()
