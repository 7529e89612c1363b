"""Rehearse: the opening read aloud against the clock, then an answer to each thing they may say."""

import time
from collections.abc import Callable
from random import Random
from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from forecall.coach.rehearsal import (
    OPENING,
    Objection,
    Rated,
    Rehearsal,
    Response,
    ending,
    last_of,
    last_time,
    nothing_to_answer,
    open_one,
)
from forecall.coach.speaking import Watch
from forecall.dates import clock as clock_text
from forecall.journal.records import FORESEEN_ITEMS, REHEARSED, CallRecord
from forecall.ui.actions import keys_of
from forecall.ui.call_page import CallPage, place_foot
from forecall.ui.call_words import time_left, title_of
from forecall.ui.page import Desk, Place
from forecall.ui.rehearsal_file import RehearsalFile
from forecall.ui.widgets.arranging import beside
from forecall.ui.widgets.empty_state import EmptyState
from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.page_layout import filled, leave
from forecall.ui.widgets.reading_aloud import TICK_MS, ReadingAloud
from forecall.ui.widgets.rehearsal_end import RehearsalEnd
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.stepper import Stepper
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.ui.widgets.trial import Trial
from forecall.words import _

OBJECTIONS = "objections"
_STEPS = (OPENING, OBJECTIONS)
_MOST_SECONDS = 3600  # whoever thinks for longer has gone for a walk


class RehearsePage(CallPage):
    """The place's step says which of the two it is; without one it is the one that the person is at."""

    name = "rehearse"

    live_asked = Signal(str, bool)  # the live sheet of the call, and whether the call begins with it

    def __init__(
        self, desk: Desk, *, clock: Callable[[], float] = time.monotonic, random: Random | None = None
    ) -> None:
        super().__init__(desk, _("Rehearse"))
        self._random = random or Random()
        self._rehearsal = Rehearsal(self._random)
        self._names = {choice.key: choice.label for choice in desk.catalog.choice_set("rehearsed")}
        self._step = ""
        self._focus_wanted = False
        self._watch = Watch(clock)
        self._timed = ""  # whose time the clock counts
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._title = Label("", "strong", at_most=2)
        self._time = Label("", "muted")
        self._steps = Stepper(((OPENING, _("Opening")), (OBJECTIONS, _("What they may say"))), _("What is rehearsed"))
        self._steps.chosen.connect(self._go_to)
        self._reading = ReadingAloud(clock)
        self._reading.measured.connect(self._on_measured)
        self._trial = Trial(tuple(self._names.items()), _("it will do"), key=keys_of("next_question"))
        self._trial.edited.connect(self._on_edited)
        self._trial.typed.connect(self._on_typed)
        self._trial.refused.connect(lambda sentence: self.said.emit(sentence, False))
        self._trial.said.connect(self._on_said)
        self._trial.rated.connect(self._on_rated)
        self._trial.plan_asked.connect(self._on_plan_asked)
        self._no_opening = EmptyState(_("Your opening comes here once you have written it."), _("Write the opening"))
        self._no_opening.acted.connect(lambda: self._prepare("approach", "opening"))
        self._no_objections = EmptyState("", _("Write what they may say"))
        self._no_objections.acted.connect(lambda: self._prepare("approach", "objections"))
        self._over = RehearsalEnd()
        self._over.sheet_asked.connect(self.do_call_sheet)
        self._over.call_asked.connect(self._on_begin)
        self._over.again_asked.connect(self._on_again)
        self._gone = EmptyState(_("This call is no longer in the journal."), _("All calls"))
        self._gone.acted.connect(lambda: self.place_chosen.emit(Place("calls")))
        self._saved = SavedLabel()
        self._file = RehearsalFile(desk.workspace, self)
        self._file.saving.connect(self._saved.set_saving)
        self._file.saved.connect(self._saved.set_saved)
        self._compose()

    def open_at(self, place: Place) -> None:
        """Another call begins with its own rehearsal; the same one goes on."""
        if place.id != self.place.id:
            self.flush()
            self._rehearsal = Rehearsal(self._random)
            self._saved.clear()
        self._step = place.step if place.step in _STEPS else ""
        self._focus_wanted = True
        super().open_at(place)

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        self._trial.flush()

    def shows(self, row_id: str, key: str = "") -> bool:
        """This call, with what is rehearsed and what was said to it."""
        return super().shows(row_id) and key in ("", OPENING, FORESEEN_ITEMS, REHEARSED)

    def stopped_at(self) -> Place:
        """The one of the two that the person was at."""
        return self.place._replace(step=self._step)

    def focus_first(self) -> None:
        """The keyboard goes to what is pressed next, once it is drawn."""
        self._focus_wanted = True

    def showEvent(self, event: QShowEvent) -> None:
        """The clock of an answer that was being looked for goes on."""
        super().showEvent(event)
        if self._waiting():
            self._watch.go_on()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """No clock runs on a page that is not seen."""
        self._watch.hold()
        self._tick.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the ways on stand at the end of the page."""
        super().resizeEvent(event)
        self._place_foot()

    def _place_foot(self) -> None:
        place_foot(self, self._foot, self._scroll, self._column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 rate an answer; a letter begins one."""
        if not (self._trial.isVisible() and self._trial.take_key(event)):
            super().keyPressEvent(event)

    def do_next_question(self) -> None:
        """What was typed is the answer; elsewhere, go on."""
        if self._waiting():
            self._on_said()
        elif self._step != OBJECTIONS:
            self.do_next_step()
        else:
            self._focus_now()

    def do_next_step(self) -> None:
        """From the opening to what they may say, and then to the call sheet."""
        if self._step != OBJECTIONS:  # also before it is drawn
            self._go_to(OBJECTIONS)
        else:
            self.do_call_sheet()

    def do_earlier_step(self) -> None:
        """Back to the opening, and from there to the preparation."""
        if self._step == OBJECTIONS:
            self._go_to(OPENING)
        else:
            self._prepare()

    def do_call_sheet(self) -> None:
        """Show the one page for the call."""
        self.flush()
        self.place_chosen.emit(Place("call_sheet", self.place.id))

    do_print = do_call_sheet

    def draw(self, call: CallRecord, force: bool) -> None:
        """Show where the rehearsal stands."""
        if not force:
            self.flush()  # it belongs to what was up when it was typed
        if self._rehearsal.learn(call, afresh=force):
            self._focus_wanted = True
        self._step = self._step or self._first_step(call)
        if call.head.deleted_at is not None:
            self.gone()
            return
        self._title.setText(title_of(call.head))
        self._time.setText(time_left(call.head) if self.desk.settings.countdown_shown else "")
        self._show()

    def follow(self, call: CallRecord) -> None:
        """What the page wrote itself is in the file: an answer that was taken over is the plan now."""
        if call.head.deleted_at is None:
            self._rehearsal.learn(call)
            self._show()

    def gone(self) -> None:
        """The call is not there any more; what was being said needs no clock."""
        self._watch.hold()
        for widget in self._parts:
            widget.setVisible(widget is self._gone)
        self._gone.button.setFocus()

    # what is shown

    def _first_step(self, call: CallRecord) -> str:
        """Where an answer was begun, the person goes on there."""
        rehearsal = self._rehearsal
        begun = open_one(rehearsal.objections, rehearsal.responses) is not None
        only = bool(rehearsal.objections) and not call.text("opening")
        return OBJECTIONS if begun or only else OPENING

    def _show(self) -> None:
        call, rehearsal, opening = self._call, self._rehearsal, self._step == OPENING
        if call is None:
            return
        words = call.text("opening")
        up = rehearsal.current
        shown = {
            self._head: True,
            self._steps: True,
            self._reading: opening and bool(words),
            self._no_opening: opening and not words,
            self._trial: not opening and up is not None,
            self._no_objections: not opening and not rehearsal.objections,
            self._over: not opening and rehearsal.over,
            self._foot: True,
        }
        self._steps.set_current(self._step)
        self._reading.show_opening(words, last_time(last_of(rehearsal.responses, OPENING), self._names))
        if up is not None and not opening:
            self._show_trial(up, rehearsal.response, call)
        self._no_objections.show_words(*nothing_to_answer(call, self.desk.catalog))
        self._over.show_end(ending(rehearsal.not_yet), self._can_begin())
        for widget in self._parts:
            widget.setVisible(shown.get(widget, False))
        self._next.setVisible(opening)
        self._to_sheet.setVisible(not shown[self._over])
        self._run_clock()
        if self._focus_wanted and self.isVisible():
            self._focus_wanted = False
            self._focus_now()

    def _show_trial(self, up: Objection, response: Response | None, call: CallRecord) -> None:
        typed = response.text if response else ""
        if response is not None and response.seconds is not None:
            locked = _("The call has begun, and what you foresaw stays as it is.") if call.forecast_locked else ""
            self._trial.compare(self._rehearsal.turn, up.text, typed, up.answer, locked)
            return
        last = last_time(last_of(self._rehearsal.responses, up.id), self._names)
        self._trial.ask(self._rehearsal.turn, up.text, typed, last)

    def _focus_now(self) -> None:
        for part, first in (
            (self._reading, self._reading.focus_first),
            (self._trial, self._trial.focus_first),
            (self._over, self._over.focus_first),
            (self._no_opening, self._no_opening.button.setFocus),
            (self._no_objections.button, self._no_objections.button.setFocus),
            (self._no_objections, self._to_sheet.setFocus),
        ):
            if part.isVisible():
                first()
                QTimer.singleShot(0, self, lambda part=part: self._bring(part))
                return

    def _bring(self, part: QWidget) -> None:
        """Once everything has its place: the whole of it where there is room, else what is pressed next."""
        at, fits = part.focusWidget(), part.height() <= self._scroll.height()
        self._scroll.show_widget(part if fits or at is None else at, 0 if fits else 48)

    # the clock

    def _waiting(self) -> bool:
        """Whether they said something here and wait for the answer."""
        return self._step == OBJECTIONS and self._rehearsal.waiting

    def _run_clock(self) -> None:
        if not self._waiting():
            self._watch.hold()
        elif self._rehearsal.turn != self._timed:
            self._timed = self._rehearsal.turn
            self._watch.start()
            if not self.isVisible():
                self._watch.hold()
        elif self.isVisible():
            self._watch.go_on()
        self._show_time()

    def _show_time(self) -> None:
        response = self._rehearsal.response
        seconds = response.seconds if response and response.seconds is not None else self._watch.seconds
        self._trial.show_time(clock_text(seconds))

    # what the person does

    def _on_measured(self, seconds: int) -> None:
        read = self._rehearsal.read_aloud(str(uuid4()), seconds)
        self._file.write(self.place.id, read, _("The opening"))
        self._show()

    def _on_edited(self) -> None:
        if self._rehearsal.current is not None:
            self._saved.set_saving()

    def _on_typed(self, text: str) -> None:
        self._rehearsal.wrote(text, str(uuid4()))
        self._keep()

    def _on_said(self) -> None:
        if not self._waiting():
            return
        self.flush()
        self._watch.hold()
        self._rehearsal.said(min(self._watch.seconds, _MOST_SECONDS), str(uuid4()))
        self._keep()
        self._focus_wanted = True
        self._show()

    def _on_rated(self, key: str) -> None:
        response = self._rehearsal.response
        if response is None or not self._rehearsal.shown[1]:
            return
        self.flush()
        self._rehearsal.rate(Rated(key))
        self._file.rate(response.id, Rated(key))
        self._focus_wanted = True
        self._show()

    def _on_plan_asked(self) -> None:
        self.flush()
        up, response = self._rehearsal.current, self._rehearsal.response
        items = self._call.entries(FORESEEN_ITEMS) if self._call else ()
        item = next((each for each in items if up and each.id == up.id), None)
        if item is None or response is None or not response.text.strip():
            return
        taken = self._file.plan(item, response.text.strip())
        taken.then(lambda _done: self.said.emit(_("It is the planned answer now."), True))
        self._focus_wanted = True

    def _keep(self) -> None:
        response, up = self._rehearsal.response, self._rehearsal.current
        if response is not None and up is not None:
            self._file.write(self.place.id, response, up.text)

    # ways on

    def _go_to(self, step: str) -> None:
        self.place_chosen.emit(Place(self.name, self.place.id, step))

    def _prepare(self, step: str = "", key: str = "") -> None:
        self.flush()
        self.place_chosen.emit(Place("prepare", self.place.id, step, key))

    def _can_begin(self) -> bool:
        """Whether the call is still to come, and the window has a live sheet to begin it with."""
        to_come = self._call is not None and self._call.head.held_at is None
        return to_come and self.window().findChild(QAction, "live") is not None

    def _on_begin(self) -> None:
        self.flush()
        self.live_asked.emit(self.place.id, True)

    def _on_again(self) -> None:
        self._rehearsal.again()
        self._focus_wanted = True
        self._show()

    def _compose(self) -> None:
        self._scroll = ScrollPage(_("Rehearse"))
        self._head = QWidget()
        row = beside(self._title, self._time, parent=self._head)
        row.setStretch(0, 1)
        self._breathe = LinkButton(_("A minute to breathe"), quiet=True)
        self._breathe.clicked.connect(lambda: self._prepare("settle", "reset"))
        self._back = QuietButton(_("Prepare"))
        self._back.clicked.connect(lambda: self._prepare())
        self._to_sheet = QuietButton(_("Call sheet"))
        self._to_sheet.clicked.connect(self.do_call_sheet)
        self._next = PrimaryButton(_("Next"))
        self._next.clicked.connect(self.do_next_step)
        self._foot = FootRow(self._saved, self._breathe, self._back, self._to_sheet, self._next)
        asked = (self._reading, self._no_opening, self._trial, self._no_objections, self._over, self._gone)
        self._parts = (self._head, self._steps, *asked, self._foot)
        page = self._scroll
        page.verticalScrollBar().rangeChanged.connect(self._place_foot)
        page.column.addWidget(self._head)
        leave(page.column, "small")
        page.column.addWidget(self._steps)
        leave(page.column, "after")
        for widget in asked:
            page.column.addWidget(widget)
            widget.hide()
        page.column.addStretch(1)
        self._column = filled(self._scroll, self._foot, grows=self._scroll, parent=self)
