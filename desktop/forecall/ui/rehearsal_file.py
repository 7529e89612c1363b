"""Keeps what is rehearsed: each response is an entry of the call, written as it is typed."""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from forecall.coach.rehearsal import Rated, Response
from forecall.journal import verbs
from forecall.journal.records import FORESEEN_ITEMS, REHEARSED, ItemRecord
from forecall.workspace.workspace import Task, Workspace

_WORDING = 300
"""Characters of what they said that stand with an answer to it."""


class RehearsalFile(QObject):
    """Performs as ``initiator``, so that its page does not read its own words back."""

    saving = Signal()
    saved = Signal()

    def __init__(self, workspace: Workspace, initiator: QObject) -> None:
        super().__init__(initiator)
        self._workspace = workspace
        self._initiator = initiator
        self._under_way = 0

    def write(self, call_id: str, response: Response, wording: str) -> None:
        """Keep a response as it is so far, with what it answers to."""
        self._follow(
            self._workspace.perform(
                self._initiator,
                verbs.write_item,
                call_id,
                REHEARSED,
                response.id,
                response.value(),
                wording=wording[:_WORDING],
            )
        )

    def rate(self, response_id: str, rated: Rated) -> None:
        """Keep how a response was."""
        self._follow(self._workspace.perform(self._initiator, verbs.rate_response, response_id, str(rated)))

    def plan(self, objection: ItemRecord, answer: str) -> Task[None]:
        """Take an answer over into the preparation."""
        value = {**objection.value, "then": answer}
        taken = self._workspace.perform(
            self._initiator,
            verbs.write_item,
            objection.call_id,
            FORESEEN_ITEMS,
            objection.id,
            value,
            wording=objection.wording,
        )
        self._follow(taken)
        return taken

    def _follow(self, task: Task[None]) -> None:
        self._under_way += 1
        self.saving.emit()
        task.then(self._on_saved, self._on_refused)

    def _on_saved(self, _result: None) -> None:
        self._under_way -= 1
        if self._under_way == 0 and isValid(self):  # another theme makes pages anew while words are on their way
            self.saved.emit()

    def _on_refused(self, _error: BaseException) -> None:
        self._under_way -= 1
