"""Look back: ninety seconds now, facts only; three questions later, the rest behind *Five more minutes*."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from forecall.guide.question import Asked
from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord, Stage
from forecall.ui.call_words import about, title_of
from forecall.ui.page import Desk, Page, Place
from forecall.ui.question_coach import QuestionCoach
from forecall.ui.theme import px
from forecall.ui.thinking import Thinking
from forecall.ui.widgets.call_header import CallHeader
from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.ui.worksheet_view import WorksheetView, answers_of, kept_of
from forecall.words import _

NOW, LATER = "now", "later"


class LookBackPage(Page):
    """The place's step says which of the two it is."""

    name = "look_back"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Look back"))
        self._call: CallRecord | None = None
        self._more_wanted = False
        self._focus_wanted = False
        self._scroll = ScrollPage(_("Questions"))
        self._header = CallHeader()
        self._header.edit_asked.connect(self.do_edit_call)
        self._lead = Label("", "muted")
        self._questions = WorksheetView(desk.workspace, self)
        self._questions.said.connect(self.said)
        self._thinking = Thinking(desk, self._questions)
        self._thinking.said.connect(self.said)
        self._questions.entered.connect(self._on_entered)
        self._coach = QuestionCoach(desk)
        self._saved = SavedLabel()
        self._questions.saving.connect(self._saved.set_saving)
        self._questions.saved.connect(self._saved.set_saved)
        self._more = LinkButton(_("Five more minutes"))
        self._more.clicked.connect(self._on_more)
        self._other = QuietButton("")
        self._other.clicked.connect(self._on_other)
        self._leave = LinkButton(_("Leave it"), quiet=True)
        self._leave.clicked.connect(self._on_leave)
        self._not_held = LinkButton(_("It did not happen"), quiet=True)
        self._not_held.clicked.connect(self._on_not_held)
        self._done = PrimaryButton(_("Enough for today"))
        self._done.clicked.connect(self._on_done)
        self._compose()

    @property
    def later(self) -> bool:
        """Whether this is the reflection of the next working morning."""
        return self.place.step == LATER

    def open_at(self, place: Place) -> None:
        """A new place puts the cursor into its question."""
        if (place.id, place.step) != (self.place.id, self.place.step):
            self._more_wanted = False
            self._saved.clear()
        self._focus_wanted = True
        super().open_at(place)

    def read(self) -> None:
        """Read the call and draw its questions."""
        self._read(force=False)

    def concerns(self, changes: Changes) -> bool:
        """This call or its client."""
        call = self._call
        return call is not None and (call.head.id in changes.calls or call.head.client_id in changes.clients)

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        self._questions.flush()

    def stopped_at(self) -> Place:
        """The question that the cursor was last in."""
        return self.place._replace(key=self._questions.last)

    def focus_first(self) -> None:
        """The cursor goes to the first question once it is drawn."""
        self._focus_wanted = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The coach is there where there is room."""
        super().resizeEvent(event)
        self._coach.setVisible(self._coach.has_room(self.width()) and self.desk.settings.coach_shown)

    def do_next_question(self) -> None:
        """Go to the next question; after the last one, be done."""
        if self._done.hasFocus():
            self._on_done()
        elif not self._questions.focus_next():
            self._done.setFocus(Qt.FocusReason.TabFocusReason)

    def do_call_sheet(self) -> None:
        """Show what was prepared on one page."""
        self.flush()
        self.place_chosen.emit(Place("call_sheet", self.place.id))

    do_print = do_call_sheet

    def do_edit_call(self) -> None:
        """Change client, title, time, length or type."""
        if self._call is not None:
            from forecall.ui.dialogs.edit_call import EditCall

            self.flush()
            EditCall(self.desk, self._call.head, self).exec()
            self._read(force=False)

    def _read(self, force: bool) -> None:
        wanted = self.place

        def arrived(call: CallRecord | None) -> None:
            if wanted == self.place and call is not None:
                self._call = call
                self._draw(force)

        self.desk.workspace.ask(read_call, wanted.id).then(arrived)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self:
            if self.place.id in changes.calls:
                self._note_own()
        elif self.isVisible() and self.concerns(changes):
            self._read(force=initiator is None)
        else:
            super()._on_changed(changes, initiator)

    def _note_own(self) -> None:
        """An answer of one's own may make another question worth asking (who to tell, when it was broken off)."""
        wanted = self.place

        def arrived(call: CallRecord | None) -> None:
            if wanted == self.place and call is not None:
                self._call = call
                self._thinking.follow(call)
                if [each.key for each in self._asked(call)] != self._questions.keys:
                    self._draw(False)

        self.desk.workspace.ask(read_call, wanted.id).then(arrived)

    def _asked(self, call: CallRecord) -> list[Asked]:
        sheet = self.desk.catalog.worksheet("reflect-later" if self.later else "reflect-now")
        asked = list(sheet.asked(call.head.types, answers_of(call), kept_of(call)))
        if not self.later:
            return asked
        answered = {*call.answers, *(key for key, items in call.items.items() if items)}
        if self._more_wanted or any(each.question.optional and each.key in answered for each in asked):
            return asked
        return [each for each in asked if not each.question.optional]

    def _draw(self, force: bool) -> None:
        call = self._call
        if call is None:
            return
        asked = self._asked(call)
        self._header.show_call(about(call.head, self.desk.zone), self._title(call))
        self._lead.setText(self._lead_words())
        self._questions.show_questions(asked, call, force=force)
        self._show_ways_on(call, asked)
        if self._focus_wanted:
            self._focus_wanted = False
            self._questions.focus_question(self.place.key)
            if not self.place.key:
                self._scroll.to_top()

    def _title(self, call: CallRecord) -> str:
        return title_of(call.head) if self.later else _("Ninety seconds, while it is fresh")

    def _lead_words(self) -> str:
        if self.later:
            return _("Three questions. What you do not answer is not asked again.")
        return _("Facts only. The rest can wait until tomorrow.")

    def _show_ways_on(self, call: CallRecord, asked: list[Asked]) -> None:
        fuller = self.later and not any(each.question.optional for each in asked)
        self._more.setVisible(fuller)
        self._other.set_words(_("What I noted right after") if self.later else _("Five more minutes"))
        finished = call.head.stage is Stage.DONE
        self._leave.setVisible(self.later and not finished)
        self._not_held.setVisible(
            not self.later and call.head.planned_utc is not None and not call.head.looked_back_now_at
        )
        self._done.set_words(_("Done") if self.later else _("Enough for today"))

    def _on_entered(self, key: str) -> None:
        block = self._questions.block(key)
        if self._call is not None and block is not None:
            self._coach.show_question(block, self._call.head.types, self._call.picked("hard"))

    def _on_more(self) -> None:
        self._more_wanted = True
        self._draw(False)

    def _on_other(self) -> None:
        self.flush()
        if not self.later:
            self.desk.workspace.perform(self, verbs.mark_call, self.place.id, "looked_back_now")
        self.place_chosen.emit(Place(self.name, self.place.id, NOW if self.later else LATER))

    def _on_done(self) -> None:
        self.flush()
        self.desk.workspace.perform(
            self, verbs.mark_call, self.place.id, "looked_back_later" if self.later else "looked_back_now"
        )
        self.place_chosen.emit(Place("today"))

    def _on_leave(self) -> None:
        self.flush()
        self.desk.workspace.perform(self, verbs.mark_call, self.place.id, "left")
        self.place_chosen.emit(Place("today"))

    def _on_not_held(self) -> None:
        self.flush()
        marked = self.desk.workspace.perform(self, verbs.mark_call, self.place.id, "did_not_happen")
        marked.then(lambda _done: self.said.emit(_("Noted: it did not happen."), True))
        self.place_chosen.emit(Place("today"))

    def _compose(self) -> None:
        page = self._scroll
        page.column.addWidget(self._header)
        page.column.addWidget(self._lead)
        page.column.addSpacing(px(16))
        page.column.addWidget(self._questions)
        page.column.addWidget(self._more)
        page.column.addStretch(1)
        foot = FootRow(self._saved, self._not_held, self._leave, self._other, self._done)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(page, 1)
        left.addWidget(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self._coach)
