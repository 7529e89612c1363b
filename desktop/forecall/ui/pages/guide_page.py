"""The guide: phrases by the moment they are for, thoughts, sources; and the person's own phrases among them."""

from uuid import uuid4

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from forecall.coach.browsing import (
    HIDDEN,
    OWN,
    Entry,
    Kind,
    browse,
    first_fitting,
    narrowed,
    parts_of_guide,
    usual_question,
)
from forecall.coach.own_phrases import OwnPhrases, read_own_phrases
from forecall.guide.phrases import Phrase
from forecall.guide.question import Choice, Value
from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.ui.models.phrases_model import PhrasesModel
from forecall.ui.models.rows import Role, RowDelegate
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.arranging import Bar, Scrolling, stacked
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.hinted_line import HintedLine
from forecall.ui.widgets.list_and_detail import ListAndDetail
from forecall.ui.widgets.list_in_page import ListInPage
from forecall.ui.widgets.page_layout import list_column
from forecall.ui.widgets.phrase_detail import PhraseDetail
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, QuietButton
from forecall.words import _

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class GuidePage(Page):
    """The place's ``id`` is what the box is called that words go into, its ``key`` the question the person was at.

    Its ``step`` is the key of a phrase to show.
    """

    name = "guide"

    insert_asked = Signal(str)  # words for the box where the cursor last was

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Guide"))
        self._own = OwnPhrases()
        self._entries: tuple[Entry, ...] = ()
        self._key = ""  # the entry that is chosen
        self._shown = ""  # and the one whose words are in sight
        self._new = ""  # the id of a phrase that is being written and is not in the file yet
        self._under_way = 0
        self._make_list()
        self._make_detail()
        self._compose()

    def open_at(self, place: Place) -> None:
        """Coming from a question, begin with a phrase for it; with a phrase that was chosen, show that."""
        super().open_at(place)
        if place.key or place.step:
            self.box.clear()
            self._part.set_key("")
            self._key = place.step

    def read(self) -> None:
        """The person's phrases among those of the guide."""
        self.desk.workspace.ask(read_own_phrases).then(self._on_read)

    def concerns(self, changes: Changes) -> bool:
        """Phrases alone: the rest of the guide does not change."""
        return changes.phrases

    def flush(self) -> None:
        """The words go to the phrase they were written in."""
        self._detail.form.flush()

    def focus_first(self) -> None:
        """Typing looks for words."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list and use what is chosen from within the box."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self.model.rowCount():
                self._choose(self.model.next_entry(self.list.currentIndex().row(), step))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._on_opened(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    # the list

    def _on_read(self, own: OwnPhrases) -> None:
        self._own = own
        if self._new in {phrase.key for phrase in own.own}:
            self._new = ""
        self._entries = browse(self.desk.catalog, own)
        if self._beside():
            self._key = self._key or first_fitting(self._entries, self.place.key)
        self._show_list()

    def _show_list(self) -> None:
        shown = narrowed(self._entries, self._part.key(), self.box.text())
        self.list.blockSignals(True)
        self.model.show_entries(shown)
        self.list.blockSignals(False)
        row = self.model.row_of(self._key)
        self._mark(row)
        self._none.setText("" if shown else self._nothing())
        self._none.setVisible(not shown)
        self.list.setVisible(bool(shown))
        if row >= 0:
            self._show(self.model.index(row).data(Role.RECORD))
        elif not self._new:
            self._choose_first()

    def _choose_first(self) -> None:
        self._key = ""
        first = self.model.next_entry(-1, 0)
        # Where there is room for one of the two only, the list comes first.
        if first >= 0 and self._beside():
            self._choose(first)
        else:
            self._show(None)
            self._mark(self.model.row_of(first_fitting(self._entries, self.place.key)))

    def _mark(self, row: int) -> None:
        """Make a row current without showing what it holds."""
        self.list.blockSignals(True)
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self.list.blockSignals(False)
        if row >= 0:
            self._bring_in_sight(row)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self._bring_in_sight(row)

    def _bring_in_sight(self, row: int) -> None:
        """The row, and the heading that may stand over it."""
        for each in (max(0, row - 1), row):
            self.list.scrollTo(self.model.index(each))

    def _beside(self) -> bool:
        return self._scroll.isVisibleTo(self._parts) and self.list.isVisibleTo(self._parts)

    def _nothing(self) -> str:
        if self.box.text().strip():
            return _("Nothing here holds all of these words.")
        empty = {OWN: _("Phrases that you write yourself will stand here."), HIDDEN: _("Nothing is hidden.")}
        return empty.get(self._part.key(), "")

    def _on_typed(self, _text: str) -> None:
        self._show_list()
        if not self.list.isVisible():
            announce(self._none, self._none.text())

    def _on_narrowed(self, _key: str) -> None:
        self.flush()
        self._show_list()

    def _on_walked(self, index: QModelIndex) -> None:
        """Where there is room for the list alone, it can be walked without leaving it."""
        if self._beside():
            self._on_chosen(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        entry = index.data(Role.RECORD) if index.isValid() else None
        if isinstance(entry, Entry):
            if entry.key != self._key:
                self.flush()
            self._key, self._new = entry.key, ""
            self._show(entry)

    def _on_opened(self, index: QModelIndex) -> None:
        """Enter uses a phrase that is in sight; where the list stands alone, it first shows it."""
        beside = self._beside()
        self._on_chosen(index)
        if not beside:
            self._detail.focus_first()
        elif self.place.id:
            self._on_insert()
        else:
            self._on_copy()

    def _on_back_asked(self) -> None:
        self.flush()
        self._key, self._new = "", ""
        self._show(None)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # the entry

    def _entry(self) -> Entry | None:
        return next((entry for entry in self._entries if entry.key == self._key), None)

    def _show(self, entry: Entry | None) -> None:
        other = entry is None or entry.key != self._shown
        self._shown = entry.key if entry else ""
        self._detail.setVisible(entry is not None)
        self._parts.show_chosen(entry is not None)
        if entry is not None:
            if other:
                self._detail.saved.clear()
                self._scroll.to_top()
            self._detail.show_entry(entry, self.place.id, force=other)

    def _on_add(self) -> None:
        self.flush()
        self._new = self._key = str(uuid4())
        part = self._part.key()
        moment = part if part in {each.key for each in self.desk.catalog.moments} else self.desk.catalog.moments[0].key
        fits = (usual_question(self.desk.catalog.phrases, moment),)
        phrase = Phrase(moment, "", fits, key=self._new, own=True)
        self._mark(-1)
        self._show(Entry(Kind.PHRASE, self._new, "", moment, _("A phrase of your own"), phrase=phrase))
        self._detail.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self, value: Value) -> None:
        key, entry = self._shown, self._entry()
        if not key or (entry is None and not str(value["text"]).strip()):
            return  # nothing was said yet
        if entry is not None and entry.phrase is not None and value["moment"] != [entry.phrase.moment]:
            self._follow_moment(value, entry.phrase)
        self._under_way += 1
        self._detail.set_saving()
        self.desk.workspace.perform(None, verbs.write_phrase, key, value).then(self._on_saved, self._on_refused)

    def _follow_moment(self, value: Value, before: Phrase) -> None:
        """A phrase for another moment stands beside another question, unless the person chose one."""
        guides = self.desk.catalog.phrases
        moment = next(iter(value["moment"]), "") if isinstance(value["moment"], list) else ""
        if value["fits"] == [usual_question(guides, before.moment)]:
            value["fits"] = [usual_question(guides, moment)]
            self._detail.set_question(usual_question(guides, moment))

    def _on_saved(self, _result: None) -> None:
        self._under_way -= 1
        if not self._under_way and not self._detail.form.unsettled():
            self._detail.saved.set_saved()

    def _on_refused(self, _error: BaseException) -> None:
        self._under_way -= 1

    def _words(self) -> str:
        """The words of the phrase in sight; one's own as they stand in the box."""
        entry = self._entry()
        if entry is None or entry.own:
            return str(self._detail.value()["text"]).strip() if self._shown else ""
        return entry.words if entry.kind is Kind.PHRASE else ""

    def _on_insert(self) -> None:
        words = self._words()
        if words:
            self.flush()
            self.insert_asked.emit(words)

    def _on_copy(self) -> None:
        words = self._words()
        if words:
            self.flush()
            QGuiApplication.clipboard().setText(words)
            self.said.emit(_("Copied."), False)

    def _on_hide(self) -> None:
        self._go_on(self._key)
        self.said.emit(_("Hidden. You find it again under Hidden."), True)

    def _go_on(self, key: str) -> None:
        self.flush()
        self._key = self._after(key)
        self.desk.workspace.perform(None, verbs.hide_phrase, key)

    def _on_show(self) -> None:
        key, self._key = self._key, self._after(self._key)
        self.desk.workspace.perform(None, verbs.show_phrase, key)
        self.said.emit(_("Brought back."), True)

    def _on_delete(self) -> None:
        self.flush()
        key, self._key = self._key, self._after(self._key)
        if key in {phrase.key for phrase in self._own.own}:
            self.desk.workspace.perform(None, verbs.delete_phrase, key)
            self.said.emit(_("Phrase deleted."), True)
        else:
            self._new = ""
            self._show_list()

    def _after(self, key: str) -> str:
        """The entry that takes the place of one that goes away: its neighbour."""
        row = self.model.row_of(key)
        entry = self.model.index(self.model.next_entry(row, 1)).data(Role.RECORD)
        if isinstance(entry, Entry) and entry.key == key:
            entry = self.model.index(self.model.next_entry(row, -1)).data(Role.RECORD)
        return entry.key if isinstance(entry, Entry) and self._beside() else ""

    # building

    def _make_list(self) -> None:
        self.box = HintedLine(_("Any words, or what you want to do"), _("Any words"))
        self.box.setObjectName("guide_search")
        self.box.setAccessibleName(_("Find in the guide"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._on_typed)
        self.box.installEventFilter(self)
        self._part = ChoicePill((("", _("Everything")), *parts_of_guide(self.desk.catalog)), _("Part of the guide"))
        self._part.picked.connect(self._on_narrowed)
        self.model = PhrasesModel(self)
        self.list = RowList(_("Guide"), click_opens=False, uniform=False)
        self.list.setObjectName("guide_list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list, wrapped=2))
        self.list.chosen.connect(self._on_walked)
        self.list.clicked.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self._none = Label("", "muted")

    def _make_detail(self) -> None:
        catalog = self.desk.catalog
        moments = tuple(Choice(moment.key, _(moment.label)) for moment in catalog.moments)
        fits = dict.fromkeys(key for phrase in catalog.phrases for key in phrase.fits)
        questions = [(key, catalog.question(key).wording) for key in catalog.questions if key in fits]
        self._detail = PhraseDetail(moments, catalog.choice_set("call_type"), questions)
        for signal, slot in (
            (self._detail.insert_asked, self._on_insert),
            (self._detail.copy_asked, self._on_copy),
            (self._detail.hide_asked, self._on_hide),
            (self._detail.show_asked, self._on_show),
            (self._detail.delete_asked, self._on_delete),
            (self._detail.written, self._on_written),
        ):
            signal.connect(slot)

    def _compose(self) -> None:
        self._scroll = ScrollPage(_("What is chosen"))
        self._scroll.column.addWidget(self._detail)
        self._scroll.column.addStretch(1)
        add = QuietButton(_("Add a phrase of your own"))
        add.clicked.connect(self._on_add)
        side = QWidget()
        above = (Label(_("Guide"), "title"), self.box, Bar(self._part), self._none)
        place = ListInPage(self.list)
        list_column(*above, place, Bar(add), grows=place, parent=side)
        self._parts = ListAndDetail(Scrolling(side), self._scroll, _("The whole guide"))
        self._parts.back_asked.connect(self._on_back_asked)
        stacked(self._parts, parent=self)
