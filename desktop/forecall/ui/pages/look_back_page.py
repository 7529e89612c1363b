"""Look back: ninety seconds now, facts only; three questions later, the rest behind *Five more minutes*."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from forecall.guide.question import Asked
from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.records import CallRecord, Stage
from forecall.ui.after_call import AfterCall
from forecall.ui.call_page import QuestionsPage
from forecall.ui.call_words import about, title_of
from forecall.ui.page import Desk, Place
from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.page_layout import leave
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.ui.worksheet_view import answers_of, kept_of
from forecall.words import _

if TYPE_CHECKING:
    from forecall.journal.calls import Mark
    from forecall.workspace.workspace import Task

NOW, LATER = "now", "later"


class LookBackPage(QuestionsPage):
    """The place's step says which of the two it is."""

    name = "look_back"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Look back"))
        self._more_wanted = False
        self._lead = Label("", "muted")
        self._questions.entered.connect(self._on_entered)
        self._after = AfterCall(desk, self)
        self._after.said.connect(self.said)
        self._after.left.connect(lambda: self._questions.focus_question())
        self._over = LinkButton(_("The call is over: bring its notes here"))
        self._over.clicked.connect(self._on_over)
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
        """Another call, or the other of the two, is shown as it is at first."""
        if (place.id, place.step) != (self.place.id, self.place.step):
            self._more_wanted = False
            self._saved.clear()
        super().open_at(place)

    def follow(self, call: CallRecord) -> None:
        """An answer may make another question worth asking (who to tell, when it was broken off)."""
        self._thinking.follow(call)
        self._after.show_call(call, self.later)
        if [each.key for each in self._asked(call)] != self._questions.keys:
            self.draw(call, force=False)

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

    def _asked(self, call: CallRecord) -> list[Asked]:
        sheet = self.desk.catalog.worksheet("reflect-later" if self.later else "reflect-now")
        asked = list(sheet.asked(call.head.types, answers_of(call), kept_of(call)))
        if not self.later:
            return asked
        answered = {*call.answers, *(key for key, items in call.items.items() if items)}
        if self._more_wanted:
            return asked
        return [each for each in asked if not each.question.optional or each.key in answered]

    def draw(self, call: CallRecord, force: bool) -> None:
        """Show the questions of now, or of later."""
        asked = self._asked(call)
        self._header.show_call(about(call.head, self.desk.zone), self._title(call))
        self._lead.setText(self._lead_words(len(asked)))
        self._questions.show_questions(asked, call, force=force)
        self._after.show_call(call, self.later)
        self._show_ways_on(call)
        self._focus_where_wanted()

    def _title(self, call: CallRecord) -> str:
        return title_of(call.head) if self.later else _("Ninety seconds, while it is fresh")

    def _lead_words(self, asked: int) -> str:
        """What was answered on the way is asked as well: few are counted, many are not held against anybody."""
        if not self.later:
            return _("Facts only. The rest can wait until tomorrow.")
        counted = {
            3: _("Three questions. What you do not answer is not asked again."),
            4: _("Four questions. What you do not answer is not asked again."),
            5: _("Five questions. What you do not answer is not asked again."),
            6: _("Six questions. What you do not answer is not asked again."),
        }
        return counted.get(asked, _("What you do not answer is not asked again."))

    def _show_ways_on(self, call: CallRecord) -> None:
        self._over.setVisible(_not_ended(call))
        self._more.setVisible(self.later and not self._more_wanted)
        self._other.set_words(_("What I noted right after") if self.later else _("Five more minutes"))
        finished = call.head.stage is Stage.DONE
        self._leave.setVisible(self.later and not finished)
        self._not_held.setVisible(
            not self.later
            and call.head.planned_utc is not None
            and call.started_at is None
            and not call.head.looked_back_now_at
        )
        self._done.set_words(_("Done") if self.later else _("Enough for today"))

    def _on_entered(self, key: str) -> None:
        block = self._questions.block(key)
        if self._call is not None and block is not None:
            self._coach.show_question(block, self._call.head.types, self._call.picked("hard"))

    def _on_more(self) -> None:
        self._more_wanted = True
        if self._call is not None:
            self.draw(self._call, force=False)

    def _on_other(self) -> None:
        self._finish_call()
        if not self.later:
            self._mark("looked_back_now")
        self.place_chosen.emit(Place(self.name, self.place.id, NOW if self.later else LATER))

    def _on_over(self) -> None:
        """Not as the page itself: what is carried over is to be read."""
        self.flush()
        ended = self.desk.workspace.perform(self._after, verbs.end_call, self.place.id, utc_now())
        ended.then(lambda _done: self._questions.focus_question())

    def _finish_call(self) -> None:
        """Who looks back on a call that was begun and never ended has ended it; its notes come along."""
        self.flush()
        if self._call is not None and _not_ended(self._call):
            self.desk.workspace.perform(self, verbs.end_call, self.place.id, utc_now())

    def _on_done(self) -> None:
        self._finish_call()
        marked = self._mark("looked_back_later" if self.later else "looked_back_now")
        if not self.later:
            words = _("Kept. The rest can wait: Today asks you about it from tomorrow on.")
            marked.then(lambda _done: self.said.emit(words, True))
        self.place_chosen.emit(Place("today"))

    def _on_leave(self) -> None:
        self.flush()
        self._mark("left")
        self.place_chosen.emit(Place("today"))

    def _on_not_held(self) -> None:
        self.flush()
        self._mark("did_not_happen").then(lambda _done: self.said.emit(_("Noted: it did not happen."), True))
        self.place_chosen.emit(Place("today"))

    def _mark(self, mark: "Mark") -> "Task[None]":
        return self.desk.workspace.perform(self, verbs.mark_call, self.place.id, mark, True, utc_now())

    def _compose(self) -> None:
        page = self._scroll
        page.column.addWidget(self._header)
        page.column.addWidget(self._lead)
        leave(page.column, "part")
        page.column.addWidget(self._over, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addWidget(self._after.above)
        page.column.addWidget(self._questions)
        page.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        leave(page.column, "part")
        page.column.addWidget(self._after.beside)
        page.column.addStretch(1)
        self._put_together(FootRow(self._saved, self._not_held, self._leave, self._other, self._done))


def _not_ended(call: CallRecord) -> bool:
    return call.started_at is not None and call.head.held_at is None and call.did_not_happen_at is None
