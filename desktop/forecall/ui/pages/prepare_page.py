"""Prepare: five steps of questions, or only what fits in the time that is left, with the coach beside them."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from forecall.coach.last_time import LastTime, read_last_time
from forecall.guide.question import Asked
from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.journal.moments import minutes_until, utc_now
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord
from forecall.ui.call_words import about, time_left, title_of
from forecall.ui.last_time_lines import last_time_lines
from forecall.ui.page import Desk, Page, Place
from forecall.ui.question_coach import QuestionCoach
from forecall.ui.theme import px
from forecall.ui.thinking import Thinking
from forecall.ui.tone_watch import ToneWatch
from forecall.ui.widgets.call_header import CallHeader
from forecall.ui.widgets.care_note import CareNote
from forecall.ui.widgets.coach_column import CoachSection
from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.stepper import Stepper
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.ui.worksheet_view import WorksheetView, answers_of, kept_of
from forecall.words import _

WORKSHEET = "prepare"
QUICK_MINUTES = 15


class PreparePage(Page):
    """Shows the step of the place; ``step`` and ``key`` of the place say where to put the cursor."""

    name = "prepare"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Prepare"))
        self._sheet = desk.catalog.worksheet(WORKSHEET)
        self._call: CallRecord | None = None
        self._past: LastTime | None = None
        self._whole = False  # *More*: the rest of the questions while only what fits is on
        self._focus_wanted = False
        self._scroll = ScrollPage(_("Questions"))
        self._header = CallHeader()
        self._header.edit_asked.connect(self.do_edit_call)
        self._header.side_asked.connect(self.do_only_what_fits)
        self._steps = Stepper([(step.key, step.title) for step in self._sheet.steps], _("Steps of the preparation"))
        self._steps.chosen.connect(self._on_step_chosen)
        self._fits = Label("", "muted")
        self._past_here = CoachSection(_("Last time"))
        self._questions = WorksheetView(desk.workspace, self)
        self._questions.said.connect(self.said)
        self._questions.entered.connect(self._on_entered)
        self._thinking = Thinking(desk, self._questions)
        self._thinking.said.connect(self.said)
        self._tone = ToneWatch(desk, self._questions)
        self._care = CareNote()
        self._more = LinkButton(_("More"), name=_("More questions"))
        self._more.clicked.connect(self._on_more)
        self._saved = SavedLabel()
        self._questions.saving.connect(self._saved.set_saving)
        self._questions.saved.connect(self._saved.set_saved)
        self._to_sheet = QuietButton(_("Call sheet"))
        self._to_sheet.clicked.connect(self.do_call_sheet)
        self._next = PrimaryButton(_("Next"))
        self._next.clicked.connect(self.do_next_step)
        self._coach = QuestionCoach(desk)
        self._minute = QTimer(self)
        self._minute.setInterval(15_000)
        self._minute.timeout.connect(self._show_header)
        self._compose()

    def read(self) -> None:
        """Read the call and draw its step."""
        self._read(force=False)

    def open_at(self, place: Place) -> None:
        """A new place puts the cursor into its question."""
        if place.id != self.place.id:
            self._whole, self._past = False, None
            self._saved.clear()
        self._focus_wanted = True
        super().open_at(place)

    def concerns(self, changes: Changes) -> bool:
        """This call, its client, or a lesson."""
        call = self._call
        return call is not None and (call.head.id in changes.calls or call.head.client_id in changes.clients)

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        self._questions.flush()

    def stopped_at(self) -> Place:
        """The question that the cursor was last in."""
        return self.place._replace(key=self._questions.last)

    def focus_first(self) -> None:
        """The cursor goes to the question once it is drawn."""
        self._focus_wanted = True

    def showEvent(self, event: QShowEvent) -> None:
        """The time left is kept true while the page is seen."""
        super().showEvent(event)
        self._minute.start()
        self._show_header()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks on a page that is not seen."""
        self._minute.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The coach is there where there is room; *Last time* moves into the page where there is none."""
        super().resizeEvent(event)
        self._place_coach()

    def do_next_question(self) -> None:
        """Go to the next question, on the next step after the last."""
        if not self._questions.focus_next():
            self.do_next_step()

    def do_next_step(self) -> None:
        """Go to the next step; after the last one, to the call sheet."""
        self._go_by(1)

    def do_earlier_step(self) -> None:
        """Go back one step."""
        self._go_by(-1)

    def do_only_what_fits(self) -> None:
        """Fold the questions to what fits, or unfold them."""
        self.flush()
        self.desk.settings.only_what_fits = not self.desk.settings.only_what_fits
        self._whole = False
        self._focus_wanted = True
        self._draw()

    def do_call_sheet(self) -> None:
        """Show the one page for the call."""
        self.flush()
        self.place_chosen.emit(Place("call_sheet", self.place.id))

    do_print = do_call_sheet

    def do_look_back(self) -> None:
        """Go to the reflection."""
        self.place_chosen.emit(Place("look_back", self.place.id, "now"))

    def do_edit_call(self) -> None:
        """Change client, title, time, length or type."""
        if self._call is not None:
            from forecall.ui.dialogs.edit_call import EditCall

            self.flush()
            EditCall(self.desk, self._call.head, self).exec()
            self._read(force=False)

    def _read(self, force: bool) -> None:
        wanted = self.place.id

        def arrived(call: CallRecord | None) -> None:
            if wanted != self.place.id or call is None:
                return
            self._call = call
            self._draw(force)
            self.desk.workspace.ask(read_last_time, call, utc_now()).then(self._on_past)

        self.desk.workspace.ask(read_call, wanted).then(arrived)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self:
            self._note_own(changes)
        elif self.isVisible() and self.concerns(changes):
            self._read(force=initiator is None)  # undo speaks for nobody: its words win over those in the box
        else:
            super()._on_changed(changes, initiator)

    def _note_own(self, changes: Changes) -> None:
        """Own words are not read back into the boxes; only what follows from them is."""
        wanted = self.place.id
        if wanted not in changes.calls:
            return

        def arrived(call: CallRecord | None) -> None:
            if call is not None and wanted == self.place.id:
                self._call = call
                self._show_header()
                self._thinking.follow(call)

        self.desk.workspace.ask(read_call, wanted).then(arrived)

    def _draw(self, force: bool = False) -> None:
        call = self._call
        if call is None:
            return
        fits = self.desk.settings.only_what_fits
        asked = self._asked(call)
        step = self._step()
        self._steps.setVisible(not fits)
        self._steps.set_current(step)
        self._fits.setVisible(fits)
        self._more.setVisible(fits and not self._whole)
        shown = self._fitting(asked, call) if fits else [each for each in asked if each.question.step == step]
        self._questions.show_questions(shown, call, force=force)
        for each in shown:
            block = self._questions.block(each.key)
            if block is not None and each.starters:
                block.suggest([{"text": starter} for starter in each.starters])
        self._show_header()
        begins = fits or step == self._sheet.steps[0].key
        self._care.show_for(call.head.types if begins else (), self.desk.catalog)
        self._show_next(step, fits)
        self._place_coach()
        if self._focus_wanted:
            self._focus_wanted = False
            self._questions.focus_question(self.place.key)
            if not self.place.key:
                self._scroll.to_top()

    def _asked(self, call: CallRecord) -> list[Asked]:
        return list(self._sheet.asked(call.head.types, answers_of(call), kept_of(call)))

    def _fitting(self, asked: list[Asked], call: CallRecord) -> list[Asked]:
        left = minutes_until(call.head.planned_utc, utc_now()) if call.head.planned_utc else QUICK_MINUTES
        minutes = left if 0 < left < QUICK_MINUTES else QUICK_MINUTES
        by_key = {each.key: each for each in asked}
        quick = [by_key[key] for key in self._sheet.quick(call.head.types, minutes) if key in by_key]
        self._fits.setText(
            _("Only what fits in {minutes} minutes. Two of them stay free to settle and read.").format(minutes=minutes)
        )
        if not self._whole:
            return quick
        return quick + [each for each in asked if each not in quick]

    def _step(self) -> str:
        keys = [step.key for step in self._sheet.steps]
        return self.place.step if self.place.step in keys else keys[0]

    def _go_by(self, by: int) -> None:
        keys = [step.key for step in self._sheet.steps]
        at = keys.index(self._step()) + by
        if self.desk.settings.only_what_fits or at >= len(keys):
            if by > 0:
                self.do_call_sheet()
            return
        if at >= 0:
            self._on_step_chosen(keys[at])

    def _on_step_chosen(self, step: str) -> None:
        self.place_chosen.emit(Place(self.name, self.place.id, step))

    def _on_more(self) -> None:
        self._whole = True
        self._draw()

    def _show_next(self, step: str, fits: bool) -> None:
        titles = {each.key: each.title for each in self._sheet.steps}
        keys = list(titles)
        last = fits or keys.index(step) + 1 == len(keys)
        after = "" if last else titles[keys[keys.index(step) + 1]]
        self._next.set_words(_("Call sheet") if last else _("Next: {step}").format(step=after.lower()))
        self._to_sheet.setVisible(not last)

    def _show_header(self) -> None:
        if self._call is None:
            return
        head = self._call.head
        shown = self.desk.settings.countdown_shown
        side = _("All questions") if self.desk.settings.only_what_fits else _("Only what fits")
        self._header.show_call(about(head, self.desk.zone), title_of(head), time_left(head) if shown else "", side)

    # the coach

    def _on_past(self, past: LastTime) -> None:
        self._past = past
        self._place_coach()

    def _on_entered(self, key: str) -> None:
        call = self._call
        block = self._questions.block(key)
        if call is None or block is None:
            return
        self._coach.show_question(block, call.head.types, call.picked("hard"))

    def _place_coach(self) -> None:
        room = self._coach.has_room(self.width()) and self.desk.settings.coach_shown
        self._coach.setVisible(room)
        first = self._step() == self._sheet.steps[0].key or self.desk.settings.only_what_fits
        lines, use = last_time_lines(self._past, self._call, self.desk.zone)
        lesson = self._past.lesson if self._past else None
        do = (lambda: self._use_again(lesson.id)) if lesson is not None and use else None
        client = self._call.head.client_name if self._call else ""
        title = _("Last time with {client}").format(client=client)
        self._coach.last_time.show_lines(lines if first and room else [], _("Use again"), do, title)
        self._past_here.show_lines(lines if first and not room else [], _("Use again"), do, title)

    def _use_again(self, lesson_id: str) -> None:
        used = self.desk.workspace.perform(None, verbs.use_lesson, lesson_id, self.place.id)
        used.then(lambda _done: self.said.emit(_("It is among your points now."), True))

    def _compose(self) -> None:
        page = self._scroll
        for widget in (self._header, self._steps, self._fits, self._care, self._past_here):
            page.column.addWidget(widget)
        page.column.addSpacing(px(12))
        page.column.addWidget(self._questions)
        page.column.addWidget(self._more)
        page.column.addStretch(1)
        foot = FootRow(self._saved, self._to_sheet, self._next)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(page, 1)
        left.addWidget(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self._coach)
