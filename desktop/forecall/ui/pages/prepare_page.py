"""Prepare: five steps of questions, or only what fits in the time that is left, with the coach beside them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

from forecall.coach.fitting import room_until
from forecall.coach.last_time import LastTime, read_last_time
from forecall.coach.sheet_words import sheet_words
from forecall.guide.question import Asked
from forecall.journal import verbs
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.moments import utc_now
from forecall.journal.records import CallRecord
from forecall.ui.call_page import QuestionsPage
from forecall.ui.call_words import about, time_left, title_of
from forecall.ui.fitting import Fitting, way_words
from forecall.ui.last_time_lines import last_time_lines, last_time_title
from forecall.ui.page import Desk, Place
from forecall.ui.sheet_printing import SheetPrinting
from forecall.ui.tone_watch import ToneWatch
from forecall.ui.widgets.care_note import CareNote
from forecall.ui.widgets.coach_column import CoachSection
from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.page_layout import leave
from forecall.ui.widgets.sheet_line import SheetLine
from forecall.ui.widgets.stepper import Stepper
from forecall.ui.widgets.text import PrimaryButton, QuietButton
from forecall.ui.worksheet_view import answers_of, kept_of
from forecall.words import _, in_a_sentence

WORKSHEET = "prepare"


class PreparePage(QuestionsPage):
    """Shows the step of the place; ``step`` and ``key`` of the place say where to put the cursor."""

    name = "prepare"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Prepare"))
        self._sheet = desk.catalog.worksheet(WORKSHEET)
        self._past: LastTime | None = None
        self._header.side_asked.connect(self.do_only_what_fits)
        self._steps = Stepper([(step.key, step.title) for step in self._sheet.steps], _("Steps of the preparation"))
        self._steps.chosen.connect(self._on_step_chosen)
        self._fitting = Fitting(desk, self._questions, self._sheet)
        self._fitting.unfolded.connect(self._draw_again)
        self._printing = SheetPrinting(self, self._questions)
        self._past_here = CoachSection(_("Last time"))
        self._questions.entered.connect(self._on_entered)
        self._tone = ToneWatch(desk, self._questions)
        self._care = CareNote()
        self._to_rehearse = QuietButton(_("Rehearse"))
        self._to_rehearse.clicked.connect(self.do_rehearse)
        self._to_sheet = QuietButton(_("Call sheet"))
        self._to_sheet.clicked.connect(self.do_call_sheet)
        self._next = PrimaryButton(_("Next"))
        self._next.clicked.connect(self.do_next_step)
        self._minute = QTimer(self)
        self._minute.setInterval(15_000)
        self._minute.timeout.connect(self._on_minute)
        self._compose()

    def open_at(self, place: Place) -> None:
        """Another call is shown as it is at first."""
        another = place.id != self.place.id
        if another:
            self._past = None
        super().open_at(place)
        self._fitting.begin(another)

    def flush(self) -> None:
        """Send what is being written on its way to the file, and how long it took."""
        super().flush()
        self._fitting.settle()

    def follow(self, call: CallRecord) -> None:
        """The title may follow from the issue, and one entry from another."""
        self._show_header()
        self._fitting.plan(call)
        self._tell_sheet(call)
        self._thinking.follow(call)

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
        self._fitting.begin(True)
        self._focus_wanted = True
        self._draw_again()

    def do_print(self) -> None:
        """Show the sheet as it stands now, as it will come out of the printer."""
        if self._call is not None:
            self.flush()
            self._printing.print_now(self._call)

    def do_look_back(self) -> None:
        """Go to the reflection."""
        self.place_chosen.emit(Place("look_back", self.place.id, "now"))

    def draw(self, call: CallRecord, force: bool) -> None:
        """Show the step of the place, or what fits."""
        fits = self._fitting.is_on
        asked = self._asked(call)
        step = self._step()
        self._steps.setVisible(not fits)
        self._steps.set_current(step)
        shown = self._fitting.chosen(asked, call) if fits else [each for each in asked if each.question.step == step]
        self._questions.show_questions(shown, call, force=force)
        self._fitting.plan(call)
        self._tell_sheet(call)
        for each in shown:
            block = self._questions.block(each.key)
            if block is not None and each.starters:
                block.suggest([{"text": starter} for starter in each.starters])
        self._show_header()
        begins = fits or step == self._sheet.steps[0].key
        self._care.show_for(call.head.types if begins else (), self.desk.catalog)
        self._show_next(step, fits)
        self._place_coach()
        self._focus_where_wanted()
        self.desk.workspace.ask(read_last_time, call, utc_now()).then(self._on_past)

    def _draw_again(self) -> None:
        if self._call is not None:
            self.draw(self._call, force=False)

    def _asked(self, call: CallRecord) -> list[Asked]:
        return list(self._sheet.asked(call.head.types, answers_of(call), kept_of(call)))

    def _tell_sheet(self, call: CallRecord) -> None:
        self._sheet_line.tell(sheet_words(build_call_sheet(call, self.desk.catalog)), call.head.id)

    def _on_minute(self) -> None:
        self._show_header()
        self._fitting.tick()

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

    def _show_next(self, step: str, fits: bool) -> None:
        titles = {each.key: each.title for each in self._sheet.steps}
        keys = list(titles)
        last = fits or keys.index(step) + 1 == len(keys)
        after = "" if last else titles[keys[keys.index(step) + 1]]
        self._next.set_words(_("Call sheet") if last else _("Next: {step}").format(step=in_a_sentence(after)))
        self._to_sheet.setVisible(not last)
        self._to_rehearse.setVisible(last)

    def _show_header(self) -> None:
        if self._call is None:
            return
        head = self._call.head
        shown = self.desk.settings.countdown_shown
        side = way_words(room_until(self._call, utc_now()), self._fitting.is_on, shown)
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
        title = last_time_title(self._past, client)
        self._coach.last_time.show_lines(lines if first and room else [], _("Use again"), do, title)
        self._past_here.show_lines(lines if first and not room else [], _("Use again"), do, title)

    def _use_again(self, lesson_id: str) -> None:
        used = self.desk.workspace.perform(None, verbs.use_lesson, lesson_id, self.place.id)
        used.then(lambda _done: self.said.emit(_("It is among your points now."), True))

    def _compose(self) -> None:
        page = self._scroll
        for widget in (self._header, self._steps, self._fitting.line, self._fitting.when, self._care, self._past_here):
            page.column.addWidget(widget)
        leave(page.column, "close")
        page.column.addWidget(self._questions)
        page.column.addWidget(self._fitting.more, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addStretch(1)
        self._sheet_line = SheetLine(FootRow(self._saved, self._to_rehearse, self._to_sheet, self._next))
        self._put_together(self._sheet_line)
