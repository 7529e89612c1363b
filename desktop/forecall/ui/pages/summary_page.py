"""The lessons summary: what goes in, in which order and words, beside the document as it will be."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from forecall.exchange.faults import ExchangeError
from forecall.exchange.write import write_document
from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.journal.moments import wall_now
from forecall.journal.reading import read_draft
from forecall.journal.records import LessonRecord
from forecall.journal.summary import By, Summary, SummarySource, build_summary, lesson_sentence
from forecall.journal.summary_source import read_source
from forecall.ui.actions import MOVES, Action, key_text
from forecall.ui.models.rows import Role
from forecall.ui.models.summary_choice import (
    DRAFT,
    MOST_IN_MIND,
    Chosen,
    chosen_from,
    lessons_within,
)
from forecall.ui.models.summary_model import SummaryModel, TickedRowDelegate
from forecall.ui.page import Desk, Page
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.arranging import Bar, Foot, Scrolling, stacked
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.date_field import DateField
from forecall.ui.widgets.list_and_detail import ListAndDetail
from forecall.ui.widgets.list_in_page import ListInPage
from forecall.ui.widgets.page_layout import PaperPlace, filled, list_column
from forecall.ui.widgets.paper import Paper
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.ui.widgets.tick import Tick
from forecall.words import _

_KEEP_MS, _DRAW_MS = 300, 120


class SummaryPage(Page):
    """Nothing chosen here changes the journal; the choice itself is kept as it is made."""

    name = "summary"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Lessons summary"))
        self._chosen = Chosen()
        self._taken_up = False
        self._source: SummarySource | None = None
        self._lessons: list[LessonRecord] = []
        self._current = ""
        self.summary: Summary | None = None
        self._keep = self._timer(_KEEP_MS, self._on_keep)
        self._draw = self._timer(_DRAW_MS, self._on_draw)
        self._make_choices()
        self._make_lessons()
        self._compose()

    def read(self) -> None:
        """The choice that was kept, then what it is made from."""
        if self._taken_up:
            self._read_source()
        else:
            self.desk.workspace.ask(read_draft, DRAFT).then(self._on_draft)

    def concerns(self, changes: Changes) -> bool:
        """Anything that may stand in the document."""
        return bool(changes)

    def flush(self) -> None:
        """The choice and the wording are kept."""
        self._words.flush()
        if self._keep.isActive():
            self._on_keep()

    def focus_first(self) -> None:
        """The lessons can be walked at once."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_to(self, path: Path) -> None:
        """Write the document in the format that the name's ending says."""
        summary = self._current_summary()
        if summary is None:
            return
        paper = self.desk.settings.paper
        if path.suffix.casefold() == ".pdf":
            self._on_saved(path, written(summary, path, paper))  # Qt's fonts belong to the window's thread
        else:
            task = self.desk.workspace.ask(lambda _connection: written(summary, path, paper))
            task.then(lambda fault: self._on_saved(path, fault))

    def do_print(self) -> None:
        """Show the pages as they will come out of the printer, and print them."""
        summary = self._current_summary()
        if summary is not None:
            from forecall.ui.dialogs.printing import print_with_preview

            print_with_preview(summary, self, self.desk.settings.paper)

    # reading

    @property
    def _today(self) -> date:
        return wall_now(self.desk.zone).date()

    def _on_draft(self, text: str) -> None:
        if not self._taken_up:
            self._taken_up = True
            self._chosen = chosen_from(text)
            self._show_choices()
            self._read_source()

    def _read_source(self) -> None:
        days = self._chosen.days(self._today)
        task = self.desk.workspace.ask(read_source, *days)
        task.then(lambda source: self._on_source(days, source))

    def _on_source(self, days: tuple[str | None, str | None], source: SummarySource) -> None:
        if days == self._chosen.days(self._today):
            self._source = source
            self._lessons = lessons_within(source, *days)
            self._show_lessons()
            self._on_draw()

    # showing

    def _show_choices(self) -> None:
        self._span.set_key(self._chosen.span)
        self._by.set_key(self._chosen.by)
        self._since.set_value(self._chosen.since)
        self._until.set_value(self._chosen.until)
        self._days.setVisible(self._chosen.span == "pick")

    def _show_lessons(self) -> None:
        ordered = self._chosen.ordered(self._lessons)
        taken = self._chosen.included(self._lessons)
        self.list.blockSignals(True)
        self.model.show_lessons(ordered, taken, self._minded(), self._chosen.wording)
        row = self.model.row_of(self._current)
        if row < 0 and ordered:
            row, self._current = 0, ordered[0].id
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self.list.blockSignals(False)
        self._none.setVisible(not ordered)
        self._show_current()

    def _show_current(self) -> None:
        lesson = self._lesson()
        self._about.setVisible(lesson is not None)
        if lesson is None:
            return
        sentence = self._chosen.wording.get(lesson.id) or lesson_sentence(lesson)
        if not self._words.unsettled():
            self._words.set_text(sentence)
        self._own.setVisible(lesson.id in self._chosen.wording)
        self._mind.blockSignals(True)
        self._mind.setChecked(lesson.id in self._minded())
        self._mind.blockSignals(False)

    def _on_draw(self) -> None:
        self._draw.stop()
        if self._source is not None:
            choice = self._chosen.for_document(self._lessons, self._today)
            self.summary = build_summary(self._source, self.desk.catalog, choice)
            if self._chosen.span == "year":
                title = _("Lessons from my client calls, {year}").format(year=self._today.year)
                self.summary = replace(self.summary, title=title)
            self._paper.show_document(self.summary)

    def _current_summary(self) -> Summary | None:
        self.flush()
        self._on_draw()
        return self.summary

    def _minded(self) -> tuple[str, ...]:
        """The lessons kept in mind; until the person says, those the document would take."""
        if self._chosen.in_mind is not None:
            return self._chosen.in_mind
        taken = self._chosen.included(self._lessons)
        ordered = [each for each in self._chosen.ordered(self._lessons) if each.id in taken and each.helped]
        return tuple(each.id for each in sorted(ordered, key=lambda each: -each.helped)[:MOST_IN_MIND])

    def _lesson(self) -> LessonRecord | None:
        return next((each for each in self._lessons if each.id == self._current), None)

    # choosing

    def _choose(self, chosen: Chosen, *, anew: bool = False) -> None:
        self._chosen = chosen
        self._keep.start()
        if anew:
            self._read_source()
        else:
            self._show_lessons()
            self._draw.start()

    def _on_span(self, span: str) -> None:
        chosen = replace(self._chosen, span=span)
        if span == "pick" and chosen.since is None and chosen.until is None:
            chosen = replace(chosen, since=f"{self._today.year}-01-01")
        self._choose(chosen, anew=True)
        self._show_choices()

    def _on_by(self, by: str) -> None:
        self._choose(replace(self._chosen, by=by))

    def _on_since(self, day: str | None) -> None:
        self._choose(replace(self._chosen, since=day), anew=True)

    def _on_until(self, day: str | None) -> None:
        self._choose(replace(self._chosen, until=day), anew=True)

    def _on_ticked(self, lesson_id: str, taken: bool) -> None:
        self._choose(self._chosen.with_lesson(lesson_id, taken))

    def _on_minded(self, minded: bool) -> None:
        kept = tuple(each for each in self._minded() if each != self._current)
        if minded and len(kept) >= MOST_IN_MIND:
            self.said.emit(_("Up to five can be kept in mind. Let go of one first."), False)
            self._show_current()
            return
        self._choose(replace(self._chosen, in_mind=(*kept, self._current) if minded else kept))

    def _on_words(self, words: str) -> None:
        lesson = self._lesson()
        if lesson is not None:
            own = "" if words.strip() == lesson_sentence(lesson) else words
            self._choose(self._chosen.with_wording(lesson.id, own))

    def _on_own_asked(self) -> None:
        self._choose(self._chosen.with_wording(self._current, ""))

    def _on_chosen(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD) if index.isValid() else None
        if isinstance(record, LessonRecord) and record.id != self._current:
            self._words.flush()
            self._current = record.id
            self._show_current()

    def _move(self, steps: int) -> None:
        order = [each.id for each in self._chosen.ordered(self._lessons)]
        if self._current not in order:
            return
        at = order.index(self._current)
        to = max(0, min(at + steps, len(order) - 1))
        order.insert(to, order.pop(at))
        self._choose(replace(self._chosen, order=tuple(order)))

    def _on_keep(self) -> None:
        self._keep.stop()
        self.desk.workspace.perform(self, verbs.keep_draft, DRAFT, self._chosen.text())

    # out

    def _on_export(self) -> None:
        title = self.summary.title if self.summary is not None else _("Lessons summary")
        offered = str(Path.home() / f"{title}.pdf".replace("/", "-"))
        kinds = ";;".join((_("PDF (*.pdf)"), _("Markdown (*.md)"), _("Web page (*.html)")))
        chosen, kind = QFileDialog.getSaveFileName(self, _("Export the summary"), offered, kinds)
        if chosen:
            ending = kind.rpartition("*")[2].rstrip(")")
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(ending or ".pdf"))

    def _on_saved(self, path: Path, fault: str) -> None:
        self.said.emit(fault or _("Saved as {file}.").format(file=path.name), False)

    def _on_preview(self) -> None:
        self._parts.show_chosen(True)
        self._paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_folded(self, folded: bool) -> None:
        self._preview.setVisible(folded)
        self._right.stand_alone(folded)

    def _on_back_asked(self) -> None:
        self._parts.show_chosen(False)
        self.focus_first()

    # building

    def _timer(self, after: int, done: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(done)
        return timer

    def _make_choices(self) -> None:
        spans = (
            ("year", _("This year")),
            ("months", _("The last twelve months")),
            ("all", _("All of it")),
            ("pick", _("From … until …")),
        )
        self._span = ChoicePill(spans, _("Which time"))
        self._span.picked.connect(self._on_span)
        ways = ((By.SKILL, _("By skill")), (By.CLIENT, _("By client")), (By.MONTH, _("By month")))
        self._by = ChoicePill(ways, _("Grouped"))
        self._by.picked.connect(self._on_by)
        self._since = DateField(_("From"), empty=_("the beginning"))
        self._since.picked.connect(self._on_since)
        self._until = DateField(_("Until"), empty=_("today"))
        self._until.picked.connect(self._on_until)
        self._days = Bar(self._since, self._until, steps="small")
        self._days.hide()

    def _make_lessons(self) -> None:
        self.model = SummaryModel(self)
        self.model.ticked.connect(self._on_ticked)
        self.list = RowList(_("Lessons in the summary"), click_opens=False)
        self.list.setObjectName("summary_lessons")
        self.list.setModel(self.model)
        self.list.setItemDelegate(TickedRowDelegate(self.list))
        self.list.chosen.connect(self._on_chosen)
        self._words = AnswerField(_("Wording in this document"), short=True)
        self._words.setObjectName("wording")
        self._words.settled.connect(self._on_words)
        self._words.refused.connect(lambda sentence: self.said.emit(sentence, False))
        self._mind = Tick(_("Keep in mind"))
        self._mind.toggled.connect(self._on_minded)
        moves = [self._moving(*each) for each in zip(MOVES, (_("Up"), _("Down")), (-1, 1), strict=True)]
        self._own = LinkButton(_("As in the journal"), quiet=True)
        self._own.clicked.connect(self._on_own_asked)
        self._about = QWidget()
        self._acts = Bar(self._mind, *moves, self._own)
        words = Label(_("Wording in this document"), "label")
        stacked(words, self._words, self._acts, steps="tight", parent=self._about)

    def _moving(self, action: Action, words: str, by: int) -> LinkButton:
        """A button, and a key, that move the chosen lesson."""
        button = LinkButton(words, name=_(action.words))
        button.setToolTip(key_text(action))
        button.clicked.connect(lambda: self._move(by))
        for key in action.keys:
            shortcut = QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self._move(by))
        return button

    def _compose(self) -> None:
        self._none = Label(_("No lessons in this time. The rest of the summary is beside."), "muted")
        self._none.hide()
        self._paper = Paper(_("The summary"))
        self._preview = QuietButton(_("See the document"))
        self._preview.clicked.connect(self._on_preview)
        side = QWidget()
        above = (Label(_("Lessons summary"), "title"), Bar(self._span, self._by, steps="small"), self._days, self._none)
        place = ListInPage(self.list, "long_list")
        list_column(*above, place, self._about, self._preview, grows=place, below="part", parent=side)
        self._right = PaperPlace(self._paper)
        self._parts = ListAndDetail(Scrolling(side), self._right, _("Choose what goes in"), least="summary")
        self._parts.back_asked.connect(self._on_back_asked)
        self._parts.folded.connect(self._on_folded)
        self._preview.hide()
        export = PrimaryButton(_("Export as…"))
        export.clicked.connect(self._on_export)
        print_ = QuietButton(_("Print…"))
        print_.clicked.connect(self.do_print)
        filled(self._parts, Foot(Bar(export, print_), self._paper), grows=self._parts, parent=self)


def written(summary: Summary, path: Path, paper: str) -> str:
    """Write the document; gives what is wrong as a sentence, or nothing."""
    try:
        write_document(summary, path, paper)
    except ExchangeError as error:
        return str(error)
    return ""
