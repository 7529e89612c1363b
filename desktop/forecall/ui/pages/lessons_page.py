"""Lessons: the plans that came out of calls, each to read, to change in place, to put away."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from forecall.guide.question import Part, PartKind, Value
from forecall.journal import verbs
from forecall.journal.ahead import lessons_ahead
from forecall.journal.changes import Changes
from forecall.journal.moments import wall_now
from forecall.journal.reading import lesson_value, list_lessons
from forecall.journal.records import LessonRecord
from forecall.ui.call_words import lesson_origin
from forecall.ui.models.lessons_model import LessonsModel
from forecall.ui.models.rows import Role, RowDelegate
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.arranging import Bar, Scrolling, stacked
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.empty_state import EmptyState
from forecall.ui.widgets.list_and_detail import ListAndDetail
from forecall.ui.widgets.list_in_page import ListInPage
from forecall.ui.widgets.page_layout import list_column, page_column
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.words import _


class LessonsPage(Page):
    """A list by skill, and beside it the lesson that is chosen, or one that is being added."""

    name = "lessons"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Lessons"))
        self._lesson: LessonRecord | None = None
        self._lesson_id = ""
        self._adding = False
        self._making = False  # the first words of a new lesson are on their way; it has no id yet
        self._later: Value | None = None  # what was written meanwhile
        self._make_list()
        self._make_form()
        self._compose()

    @property
    def _archived(self) -> bool:
        return self._kept.key() == "archived"

    def read(self) -> None:
        """The list, and the lesson that is chosen."""
        if self.place.id:
            self._lesson_id = self.place.id
        skill = self._skill.key()
        asked = (skill, self._archived)
        self.desk.workspace.ask_ahead(
            list_lessons,
            lambda lessons, reading: self._on_lessons(asked, lessons_ahead(lessons, reading.lacks())),
            archived=self._archived,
            skill=skill,
        )

    def concerns(self, changes: Changes) -> bool:
        """Lessons, and the calls they come from."""
        return bool(changes.lessons or changes.calls or changes.clients)

    def flush(self) -> None:
        """The words go to the lesson they were written in."""
        self._form.flush()

    def shows(self, row_id: str, key: str = "") -> bool:
        """The one that is open beside the list."""
        return self._lesson_id == row_id

    def focus_first(self) -> None:
        """The list can be walked at once, or the lesson written on where it has no room beside it."""
        self._parts.focus_shown()

    def can(self, action: str) -> bool:
        """Earlier versions are those of the lesson that is open."""
        return super().can(action) and (action != "earlier" or self._lesson is not None)

    def do_earlier(self) -> None:
        """Look at what the lesson said earlier."""
        if self._lesson is not None:
            from forecall.ui.dialogs.earlier_versions import show_earlier

            show_earlier(self, _("Lesson"), {"lesson_id": self._lesson.id})

    # the list

    def _on_lessons(self, asked: tuple[str, bool], lessons: Sequence[LessonRecord]) -> None:
        if asked != (self._skill.key(), self._archived):
            return
        at = self.list.currentIndex().row()
        self.list.blockSignals(True)
        self.model.show_lessons(lessons, wall_now(self.desk.zone).date())
        row = self.model.row_of(self._lesson_id) if self._lesson_id else -1
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self.list.blockSignals(False)
        narrowed = self._archived or bool(self._skill.key())
        self._none.setVisible(not lessons and narrowed)
        self._stack.setCurrentIndex(0 if lessons or narrowed or self._adding else 1)
        if row >= 0:
            self._show(self.model.index(row).data(Role.RECORD))
        elif not self._adding:
            self._choose_first(at)

    def _choose_first(self, at: int) -> None:
        """Where there is room for one of the two only, the list comes first: the row that was marked stays so."""
        self._lesson_id = ""
        first = self.model.first_lesson()
        if self._parts.is_folded or first < 0:
            self._show(None)
        if first >= 0:
            stays = self._parts.is_folded and isinstance(self.model.index(at).data(Role.RECORD), LessonRecord)
            self.list.setCurrentIndex(self.model.index(at if stays else first))

    def _on_walked(self, index: QModelIndex) -> None:
        """Where there is room for the list alone, it can be walked without leaving it."""
        if not self._parts.is_folded:
            self._on_chosen(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD) if index.isValid() else None
        if isinstance(record, LessonRecord):
            self._take_up(record)

    def _on_opened(self, index: QModelIndex) -> None:
        """Enter goes on to the lesson, which stands beside the list already or takes its place."""
        self._on_chosen(index)
        self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_up(self, lesson: LessonRecord) -> None:
        if lesson.id != self._lesson_id or self._adding:
            self.flush()
            self._adding = False
            self._lesson_id = lesson.id
            self.place = Place(self.name)
            self.desk.workspace.visit(lesson.id)
            (lesson,) = lessons_ahead([lesson], self.desk.workspace.on_their_way.unread())
        self._show(lesson)

    def _on_back_asked(self) -> None:
        self.flush()
        self._lesson_id, self._adding = "", False
        self._show(None)

    def _on_filtered(self, _key: str = "") -> None:
        self.flush()
        self.read()

    def _on_delete_asked(self, _index: QModelIndex) -> None:
        self._on_delete()

    # the lesson

    def _show(self, lesson: LessonRecord | None) -> None:
        other = (lesson.id if lesson else "") != (self._lesson.id if self._lesson else "")
        self._lesson = lesson
        self._holder.setVisible(lesson is not None or self._adding)
        self._parts.show_chosen(lesson is not None or self._adding)
        if lesson is None:
            return
        self._form.set_value(lesson_value(lesson), force=other)
        if other:
            self._saved.clear()
        today = wall_now(self.desk.zone).date()
        origin = lesson_origin(lesson, self.desk.catalog, today, with_client=True, with_skill=False)
        self._origin.setText(origin)
        self._origin.setVisible(bool(origin))
        self._source.setVisible(lesson.call_id is not None)
        self._helped.setVisible(lesson.helped < lesson.used)
        self._archive.set_words(_("Bring back") if lesson.archived_at else _("Archive"))
        self._acts.show()

    def _on_add(self) -> None:
        self.flush()
        self._lesson, self._lesson_id = None, ""
        self._adding, self._making, self._later = True, False, None
        self._form.set_value({}, force=True)
        self._saved.clear()
        self._origin.hide()
        self._acts.hide()
        self._holder.show()
        self._stack.setCurrentIndex(0)
        self._parts.show_chosen(True)
        self.list.blockSignals(True)
        self.list.setCurrentIndex(QModelIndex())
        self.list.blockSignals(False)
        self._form.control("if").setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_settled(self, value: Value) -> None:
        self._saved.set_saving()
        if self._lesson_id:
            self._write(self._lesson_id, value)
        elif self._making:
            self._later = value
        elif any(value.get(part) for part in ("if", "then", "why")):
            self._making = True
            task = self.desk.workspace.perform(None, verbs.write_lesson, None, value)
            task.then(self._on_made)

    def _on_made(self, lesson_id: str) -> None:
        later, self._later, self._making = self._later, None, False
        if self._adding and not self._lesson_id:
            self._lesson_id, self._adding = lesson_id, False
        if later is not None:
            self._write(lesson_id, later)
        else:
            self._saved.set_saved()
        self.read()

    def _write(self, lesson_id: str, value: Value) -> None:
        task = self.desk.workspace.perform(None, verbs.write_lesson, lesson_id, value)
        task.then(lambda _id: self._on_written(lesson_id))

    def _on_written(self, lesson_id: str) -> None:
        if lesson_id == self._lesson_id and not self._form.unsettled():
            self._saved.set_saved()

    # doing

    def _on_helped(self) -> None:
        if self._lesson is not None:
            self.flush()
            self.desk.workspace.perform(None, verbs.count_help, self._lesson.id)
            self.said.emit(_("Noted: it helped."), True)

    def _on_archive(self) -> None:
        lesson = self._lesson
        if lesson is not None:
            self.flush()
            self.desk.workspace.perform(None, verbs.archive_lesson, lesson.id, lesson.archived_at is None)
            self.said.emit(_("Lesson brought back.") if lesson.archived_at else _("Lesson archived."), True)
            self._lesson_id = ""

    def _on_delete(self) -> None:
        lesson = self._lesson
        if lesson is not None:
            self.flush()
            self.desk.workspace.perform(None, verbs.delete_lesson, lesson.id)
            self.said.emit(_("Lesson deleted."), True)
            self._lesson_id = ""

    def _on_source(self) -> None:
        if self._lesson is not None and self._lesson.call_id is not None:
            self.place_chosen.emit(Place("look_back", self._lesson.call_id, "later"))

    def _on_summary(self) -> None:
        self.place_chosen.emit(Place("summary"))

    def _on_note(self) -> None:
        self.place_chosen.emit(Place("note_call"))

    # building

    def _make_list(self) -> None:
        self.model = LessonsModel(self.desk.catalog, self)
        self.list = RowList(_("Lessons"), click_opens=False, uniform=False)
        self.list.setObjectName("lessons_list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list, wrapped=2))
        self.list.chosen.connect(self._on_walked)
        self.list.opened.connect(self._on_opened)
        self.list.clicked.connect(self._on_chosen)
        self.list.delete_asked.connect(self._on_delete_asked)
        skills = tuple((choice.key, choice.label) for choice in self.desk.catalog.choice_set("skill"))
        self._skill = ChoicePill((("", _("All skills")), *skills), _("Skill"))
        self._skill.picked.connect(self._on_filtered)
        self._kept = ChoicePill((("", _("Not archived")), ("archived", _("archived"))), _("Archived or not"))
        self._kept.picked.connect(self._on_filtered)

    def _make_form(self) -> None:
        why = Part("why", PartKind.LONG, label=_("Why"))
        asked = self.desk.catalog.question("lesson").parts
        at = next((place for place, part in enumerate(asked) if part.name == "skill"), len(asked))
        self._form = PartsView((*asked[:at], why, *asked[at:]), name=_("Lesson"))
        self._form.setObjectName("lesson_form")
        self._form.settled.connect(self._on_settled)
        self._saved = SavedLabel()
        self._origin = Label("", "muted")
        self._source = LinkButton(_("Open the call it comes from"))
        self._source.clicked.connect(self._on_source)
        self._helped = LinkButton(_("It helped"), name=_("Note that this lesson helped on a call"))
        self._helped.clicked.connect(self._on_helped)
        self._archive = LinkButton(_("Archive"))
        self._archive.clicked.connect(self._on_archive)
        delete = LinkButton(_("Delete"))
        delete.clicked.connect(self._on_delete)
        self._acts = Bar(self._source, self._helped, self._archive, delete, steps="part")

    def _compose(self) -> None:
        self._scroll = ScrollPage(_("Lesson"))
        self._holder = QWidget()
        stacked(self._form, self._saved, self._origin, self._acts, steps="part", parent=self._holder)
        self._scroll.column.addWidget(self._holder)
        self._scroll.column.addStretch(1)
        summary = PrimaryButton(_("Lessons summary"))
        summary.clicked.connect(self._on_summary)
        add = QuietButton(_("Add a lesson"))
        add.clicked.connect(self._on_add)
        self._none = Label(_("No lesson is like that."), "muted")
        self._none.hide()
        side = QWidget()
        above = (Label(_("Lessons"), "title"), Bar(self._skill, self._kept), self._none)
        place = ListInPage(self.list)
        list_column(*above, place, Bar(summary, add), grows=place, parent=side)
        keys = (self.list, self._form)
        self._parts = ListAndDetail(Scrolling(side), self._scroll, _("All lessons"), keys=keys)
        # What is marked is shown as soon as it has its place beside the list.
        self._parts.folded.connect(lambda: self._on_walked(self.list.currentIndex()))
        self._parts.back_asked.connect(self._on_back_asked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._parts)
        self._stack.addWidget(self._nothing_yet())
        stacked(self._stack, parent=self)

    def _nothing_yet(self) -> QWidget:
        empty = EmptyState(_("Lessons appear here once you look back on a call."), _("Note a call"))
        empty.acted.connect(self._on_note)
        add = LinkButton(_("Write one down now"), quiet=True)
        add.clicked.connect(self._on_add)
        nothing = QWidget()
        page_column(Label(_("Lessons"), "title"), empty, Bar(add), parent=nothing).addStretch(1)
        return nothing
