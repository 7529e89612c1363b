"""One call while it is held: what the live sheet knows of it, and what each key does to it and to the journal."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from forecall.coach.call_clock import CallClock, Moved, Slept
from forecall.coach.live_sheet import LiveSheet, build_live_sheet, can_be_held, neutral, noted, ticked, without_note
from forecall.coach.own_phrases import OwnPhrases
from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord, LiveKind, LiveNote
from forecall.ui.live_view import MOST_LISTED, Look
from forecall.ui.models.live import LiveReading
from forecall.ui.page import Desk
from forecall.words import _

if TYPE_CHECKING:
    from forecall.journal.changes import Changes
    from forecall.workspace.workspace import Task

EARLY_SECONDS = 120
"""How long the opening keeps its place on top once the call has begun."""


class LiveCall(QObject):
    """Shows each act at once and sends it on its way; the journal is read again for what others changed.

    ``changed`` says that the sheet or the look is another, ``spoke`` that a card has new words to say, ``gone`` that
    the call is over or no longer there. ``read_again`` comes with each reading, for what is being written. ``saved``
    says that everything is in the file, ``unsaved`` that something was not taken: a note stays on the sheet then.
    """

    changed = Signal()
    spoke = Signal()
    gone = Signal()
    saving = Signal()
    saved = Signal()
    unsaved = Signal()
    read_again = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: CallRecord | None = None
        self._own = OwnPhrases()
        self._sheet: LiveSheet | None = None
        self._dimmed = False
        self._under_way = 0
        self._acts = 0
        self._stale = False
        self._failed = False
        self._not_taken: dict[str, LiveNote] = {}
        self._begun_here = False
        self._calm_at = -1
        self._calm_note: str = ""
        self.clock: CallClock | None = None
        self.look = Look()
        desk.bridge.changed.connect(self._on_changed)

    @property
    def id(self) -> str:
        """The call's; nothing while there is none."""
        return self._sheet.call_id if self._sheet is not None else ""

    @property
    def begun(self) -> bool:
        """Whether the call is under way."""
        return self._sheet is not None and self._sheet.started_at is not None

    @property
    def dimmed(self) -> bool:
        """Whether only neutral words are shown."""
        return self._dimmed

    @property
    def sheet(self) -> LiveSheet | None:
        """What to show, in neutral words where others see the screen."""
        return neutral(self._sheet) if self._sheet is not None and self._dimmed else self._sheet

    @property
    def notes(self) -> tuple[LiveNote, ...]:
        """What was noted so far, in the person's words."""
        return self._sheet.notes if self._sheet is not None else ()

    @property
    def length(self) -> int:
        """The planned length in minutes."""
        return self._sheet.length if self._sheet is not None else 0

    def seconds(self) -> int:
        """How long the call has run; nothing before it began."""
        return self.clock.seconds if self.clock is not None else 0

    def show(self, reading: LiveReading) -> None:
        """Take up the call that was read, or that there is none."""
        if reading.call is None or reading.call.head.id != self.id:
            self.clock, self._begun_here = None, False
            self.look = Look()
            self._failed, self._not_taken = False, {}
        self._own = reading.own
        self._record = reading.call
        if reading.call is None:
            self._sheet = None
            self.changed.emit()
        else:
            self._take(reading.call)

    def tick(self) -> Slept | Moved | None:
        """Let the clock look, and fold the opening away when its time is over."""
        event = self.clock.tick() if self.clock is not None else None
        if self.look.early and self.seconds() >= EARLY_SECONDS:
            self._see(early=False)
        return event

    # what keys do

    def begin(self) -> None:
        """The call begins now; one that has begun goes on."""
        if self._sheet is None or self.begun:
            return
        self.clock, self._begun_here = CallClock(), True
        moment = utc_now()  # of the key: the disk may take its time
        self._sheet = replace(self._sheet, started_at=moment)
        self._see(begun=True)
        self._perform(verbs.begin_call, self.id, moment).then(lambda _done: self._read(), lambda _error: self._read())

    def not_started(self) -> None:
        """It had not begun after all."""
        if self._sheet is None or not self.begun:
            return
        self.clock = None
        self._sheet = replace(self._sheet, started_at=None)
        self._see(begun=False, early=True)
        self._perform(verbs.not_started, self.id).then(lambda _done: self._read(), lambda _error: self._read())

    def end(self) -> "Task[None]":
        """The call is over, begun or not; the task is done when the journal knows."""
        return self._perform(verbs.end_call, self.id, utc_now())

    def digit(self, place: int) -> None:
        """A number: the objection of that place while they are listed, else the point of that place."""
        if self._sheet is None:
            return
        if self.look.listing:
            if place < min(MOST_LISTED, len(self._sheet.foreseen)):
                self.pick(self._sheet.not_raised[place].id)
        elif place < len(self._sheet.points):
            point = self._sheet.points[place]
            self.set_ticked(point.id, not point.done)

    def set_ticked(self, item_id: str, done: bool) -> None:
        """A point was said, or a question asked; or not after all."""
        if self._sheet is not None:
            self._sheet = ticked(self._sheet, item_id, done)
            self.changed.emit()
            self._perform(verbs.tick_item, item_id, done)

    def objection(self) -> None:
        """List what they may say; listed already, go to the next of it."""
        if self._sheet is None:
            return
        count = min(MOST_LISTED, len(self._sheet.foreseen))
        if not count:
            self.said.emit(_("Nothing was foreseen here. S marks a surprise."))
            return
        self._see(listing=True, at=(self.look.at + 1) % count if self.look.listing else 0)
        self.spoke.emit()

    def take_listed(self) -> bool:
        """Enter: they said what is marked in the list. Whether there was a list."""
        if self._sheet is None or not self.look.listing:
            return False
        self.pick(self._sheet.not_raised[self.look.at].id)
        return True

    def fold_list(self) -> bool:
        """They said none of it. Whether there was a list."""
        listed = self.look.listing
        if listed:
            self._see(listing=False)
        return listed

    def pick(self, item_id: str) -> None:
        """They said it: stamp it and show its answer."""
        self._stamp(LiveKind.OBJECTION, item_id, listing=False, now="objection")

    def rung(self) -> None:
        """The next rung of the ladder."""
        if self._sheet is None or not self._sheet.rungs:
            return
        following = self._sheet.next_rung
        if following is None:
            self._see(now="rung")
            self.spoke.emit()
            self.said.emit(_("That is the last of them."))
            return
        self._stamp(LiveKind.RUNG, following.key, now="rung")

    def calm(self) -> None:
        """A phrase that calms; the next one while one is shown."""
        if self._sheet is None or not self._sheet.calming:
            return
        on = bool(self.look.calm) and self.look.now == "calm"
        self._calm_at = (self._calm_at + 1) % len(self._sheet.calming)
        self._calm_note = self._calm_note if on and self._calm_note else str(uuid4())
        kept = next((note.at for note in self._sheet.notes if note.id == self._calm_note), self.seconds())
        self._see(calm=self._sheet.calming[self._calm_at], now="calm")
        self.write_note(LiveNote(self._calm_note, LiveKind.CALM, kept, self._sheet.calming[self._calm_at]))
        self.spoke.emit()

    def offence(self) -> None:
        """Ask whether something gave offence."""
        if self._sheet is not None and self._sheet.offence:
            self._stamp(LiveKind.OFFENCE, "", offence=True, now="offence")

    def dim(self) -> None:
        """Neutral words, or the person's own again."""
        self._dimmed = not self._dimmed
        self.changed.emit()

    def write_note(self, note: LiveNote) -> None:
        """Keep a note as it stands."""
        if self._sheet is not None:
            self._sheet = noted(self._sheet, note)
            self.changed.emit()
            self._perform(verbs.note_live, self.id, note.id, note.kind, note.at, note.text, note.of, note=note)

    def remove_note(self, note_id: str) -> None:
        """Take a note out; undo brings it back."""
        if self._sheet is not None and any(note.id == note_id for note in self._sheet.notes):
            self._sheet = without_note(self._sheet, note_id)
            self._not_taken.pop(note_id, None)
            self.changed.emit()
            self._perform(verbs.remove_item, note_id)

    # within

    def _stamp(self, kind: LiveKind, of: str, **look: Any) -> None:
        self.look = replace(self.look, **look)
        self.write_note(LiveNote(str(uuid4()), kind, self.seconds(), of=of))
        self.spoke.emit()

    def _see(self, **look: Any) -> None:
        self.look = replace(self.look, **look)
        self.changed.emit()

    def _perform(self, verb: Any, *args: Any, note: LiveNote | None = None) -> "Task[None]":
        self._under_way += 1
        self._acts += 1
        self.saving.emit()
        task: Task[None] = self._desk.workspace.perform(self, verb, *args)
        return task.then(lambda _done: self._on_done(note), lambda _error: self._on_done(note, failed=True))

    def _on_done(self, note: LiveNote | None, failed: bool = False) -> None:
        if not isValid(self):  # the window closed while this was on its way
            return
        self._under_way -= 1
        self._failed = self._failed or failed
        if note is not None and failed:
            self._not_taken[note.id] = note
        elif note is not None:
            self._not_taken.pop(note.id, None)
        if self._under_way == 0:
            (self.unsaved if self._failed or self._not_taken else self.saved).emit()
            if self._stale or self._failed:
                self._read()

    def _on_changed(self, changes: "Changes", initiator: object) -> None:
        if self._record is None or initiator is self:
            return
        head = self._record.head
        if head.id in changes.calls or head.client_id in changes.clients:
            self._read()

    def _read(self) -> None:
        """Read the call again, once nothing of ours is on its way that the reading would not know of."""
        self._stale = self._under_way > 0
        if self._stale or not self.id:
            return
        acts, wanted = self._acts, self.id

        def arrived(call: CallRecord | None) -> None:
            if not isValid(self) or wanted != self.id:
                return
            if acts != self._acts:
                self._read()
            elif call is None or not can_be_held(call):
                self.gone.emit()
            else:
                self._take(call)
                self.read_again.emit()

        self._desk.workspace.ask(read_call, wanted).then(arrived)

    def _take(self, call: CallRecord) -> None:
        self._record = call
        self._sheet = build_live_sheet(call, self._desk.catalog, self._own)
        self._failed = False  # what is shown is what the file has, but for these words
        for note in self._not_taken.values():
            self._sheet = noted(self._sheet, note)
        if call.started_at is None:
            self.clock, self._begun_here = None, False
        elif self.clock is None or (not self._begun_here and not self.look.begun):
            self.clock = CallClock(call.started_at)
        early = self.look.early and self.seconds() < EARLY_SECONDS
        self.look = replace(self.look, begun=self.begun, early=early)
        self.changed.emit()
