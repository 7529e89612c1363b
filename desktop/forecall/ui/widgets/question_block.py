"""One question of a worksheet: its words, its hint, and the controls of its answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from forecall.coach.fitting import says_something
from forecall.guide.question import Asked, PartKind, Shape, Value
from forecall.journal.records import CallRecord
from forecall.journal.related import CAUSES
from forecall.ui.theme import px
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.arranging import clear
from forecall.ui.widgets.beside import QuietCard, SideBySide
from forecall.ui.widgets.flow_layout import FlowLayout
from forecall.ui.widgets.kept_answer import KeptAnswer
from forecall.ui.widgets.list_row import ListRow
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.pick_keys import CAUSE_KEYS, PickKeys
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _


class QuestionBlock(QWidget):
    """Shows a question and what was answered; says what the person does to it.

    ``answered`` carries a value; the other signals speak of one entry of a list by its id.
    """

    answered = Signal(object)
    entry_written = Signal(str, object, int)  # id, value, index; -1 for an entry that has its place
    entry_moved = Signal(str, int)
    entry_removed = Signal(str)
    edited = Signal()
    refused = Signal(str)
    row_made = Signal(object)  # the PartsView of a row of a list
    opened = Signal()  # what is held is to be changed after all

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self.wording = asked.wording
        self.setObjectName(f"question_{asked.key}")
        self.title = Label(asked.wording, "question")
        self._hint = Label(asked.hint, "muted")
        self._earlier = QuietCard()
        self._foreseen: dict[str, Value] = {}  # rows that the journal does not hold yet
        self._kept = KeptAnswer()
        self._kept.opened.connect(self.opened)
        self._unkept = False
        self._field = self._make_field()
        self._compose()
        # Only now: a widget without a parent that is made visible is a window of its own and takes the keyboard.
        self._hint.setVisible(bool(asked.hint))
        self._earlier.hide()
        self._offer_holder.hide()

    @property
    def field(self) -> QWidget:
        """The controls of the answer."""
        return self._field

    def show_answer(self, call: CallRecord, wording: str, *, force: bool = False) -> None:
        """Show what the call holds under this question. Words being written stay, unless ``force``."""
        self.wording = wording
        self.title.setText(wording)
        self._unkept = self._unkept and not force
        if self._unkept:
            return
        if isinstance(self._field, OrderedList):
            held = {item.id: _with_due(item.value, item.due) for item in call.items.get(self.asked.key, ())}
            self._foreseen = {id: value for id, value in self._foreseen.items() if id not in held}
            self._field.set_entries([*held.items(), *self._foreseen.items()], force)
        elif isinstance(self._field, PartsView):
            answer = call.answers.get(self.asked.key)
            self._field.set_value(dict(answer.value) if answer else {}, force)

    def recall(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show what was written before the call beside the answer; lines of a label and words."""
        self._earlier.show_lines(title, lines)

    def foresee(self, rows: Sequence[tuple[str, Value]]) -> None:
        """Show rows to begin with. They are kept once the person does something to them."""
        if isinstance(self._field, OrderedList) and dict(rows) != self._foreseen:
            held = [(id, value) for id, value in self._field.entries() if id not in self._foreseen]
            self._foreseen = dict(rows)
            self._field.set_entries([*held, *rows])

    @property
    def value(self) -> Value | list[tuple[str, Value]]:
        """The answer as it stands on the screen; of a list each entry with its id."""
        if isinstance(self._field, OrderedList):
            return self._field.entries()
        return self._field.value() if isinstance(self._field, PartsView) else {}

    @property
    def is_written(self) -> bool:
        """Whether the answer holds something."""
        value = self.value
        return says_something(value) if isinstance(value, dict) else any(says_something(each) for _id, each in value)

    @property
    def held(self) -> bool:
        """Whether the answer stays as it is."""
        return self._kept.isVisibleTo(self)

    def hold(self, lines: Sequence[tuple[str, str]], note: str, way: str = "") -> None:
        """Let the answer be read and no longer be changed. Words that came too late stay on the screen beneath."""
        had_focus = self._field.isAncestorOf(focused) if (focused := QApplication.focusWidget()) else False
        self._kept.hold(self.asked.wording, lines, note, way)
        late = self._unkept or (isinstance(self._field, OrderedList | PartsView) and self._field.unsettled())
        self._field.setVisible(late)
        self._offer_holder.hide()
        if had_focus and not late:
            self._kept.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def release(self) -> None:
        """Let the answer be changed again."""
        if self.held:
            had_focus = self._kept.isAncestorOf(focused) if (focused := QApplication.focusWidget()) else False
            self._kept.hide()
            self._field.show()
            if had_focus:
                self.focus_answer()

    @property
    def unkept(self) -> bool:
        """Whether words stand here that the file has refused."""
        return self._unkept

    def keep_on_screen(self, refused: bool = True) -> None:
        """What stands here was refused by the file and stays, whatever is read; or it is in the file by now."""
        self._unkept = refused

    def add_aid(self, widget: QWidget, narrow: bool = False) -> None:
        """Put something beneath the answer that helps to write it; ``narrow`` is as wide as its words."""
        at = self._column.indexOf(self._offer_holder)
        self._column.insertWidget(at, widget, 0, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))

    def suggest(self, entries: Sequence[Value]) -> None:
        """Offer entries to begin the list with; each becomes one when it is pressed."""
        clear(self._offers)
        have = {str(value.get("text", "")) for _id, value in self._entries()}
        left = [each for each in entries if str(each.get("text", "")) not in have]
        before = self._last_stop()
        for value in left:
            button = LinkButton("+ " + str(value.get("text", "")))
            button.clicked.connect(lambda checked=False, value=value, button=button: self._take(value, button))
            self._offers.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        self._offer_holder.setVisible(bool(left) and not self.held)

    def insert(self, text: str) -> None:
        """Put a phrase where the person writes: at the cursor of a box, or as a new entry."""
        if self.held:
            return
        if isinstance(self._field, OrderedList):
            self._field.add_entry({"text": text})
            return
        box = self._first_box()
        if box is not None:
            box.textCursor().insertText(text)

    def flush(self) -> None:
        """Settle what is being written."""
        if isinstance(self._field, OrderedList | PartsView):
            self._field.flush()

    def focus_answer(self) -> None:
        """Put the cursor where the answer begins."""
        if self.held:
            self._kept.card.setFocus(Qt.FocusReason.TabFocusReason)
        elif isinstance(self._field, OrderedList):
            self._field.focus_row(len(self._field.entries()))
        else:
            self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_field(self) -> QWidget:
        question, parts = self.asked.question, self.asked.parts
        if question.shape is Shape.LIST:
            field = OrderedList(
                self._row,
                self.asked.add or _("Add one…"),
                question.at_most,
                self.asked.wording,
            )
            field.added.connect(lambda entry, index, value: self.entry_written.emit(entry, value, index))
            field.changed.connect(self._on_changed)
            field.moved.connect(self._on_moved)
            field.removed.connect(self._on_removed)
            field.edited.connect(self.edited)
            field.refused.connect(self.refused)
            return field
        if question.shape is Shape.SINGLE and parts:
            view = PartsView(parts, question.side_by_side, name=self.asked.wording)
            view.settled.connect(self.answered)
            view.edited.connect(self.edited)
            view.refused.connect(self.refused)
            return view
        field_less = QWidget()
        field_less.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        field_less.setAccessibleName(self.asked.wording)
        return field_less

    def _compose(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(28))
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addWidget(self._hint)
        column.addWidget(self._kept)
        self._offer_holder = QWidget()
        self._offers = FlowLayout(self._offer_holder, spacing=px(16), line_spacing=px(2))
        if self.asked.question.resolves:
            column.addWidget(self._field)
            column.addWidget(self._earlier)  # it comes once the answer is given, which must not move then
        elif isinstance(self._field, OrderedList):
            column.addWidget(self._earlier)  # its rows need the whole width
            column.addWidget(self._field)
        elif self.asked.question.recalls and self.asked.question.optional:
            column.addWidget(SideBySide(self._earlier, self._field))
        else:
            column.addWidget(self._field)
            column.addWidget(self._earlier)
        column.addWidget(self._offer_holder)

    def _row(self, name: str) -> PartsView:
        view = PartsView(self.asked.parts, name=name, compact=True)
        if self.asked.key == CAUSES:
            PickKeys(view, "becomes", CAUSE_KEYS)
        self.row_made.emit(view)
        return view

    def _on_changed(self, entry: str, value: Value) -> None:
        self._foreseen.pop(entry, None)
        self.entry_written.emit(entry, value, -1)

    def _on_moved(self, entry: str, index: int) -> None:
        if entry not in self._foreseen:
            self.entry_moved.emit(entry, index)

    def _on_removed(self, entry: str) -> None:
        if self._foreseen.pop(entry, None) is None:
            self.entry_removed.emit(entry)

    def _entries(self) -> list[tuple[str, Value]]:
        return self._field.entries() if isinstance(self._field, OrderedList) else []

    def _take(self, value: Value, button: LinkButton) -> None:
        if isinstance(self._field, OrderedList):
            self._field.add_entry(dict(value))
        button.hide()

    def _last_stop(self) -> QWidget:
        """Where Tab leaves the list: Qt puts whatever is made later at the end of the whole window."""
        rows = sorted(self._field.findChildren(ListRow), key=lambda row: not row.begun)  # the one that waits is last
        stops = rows[-1].tab_stops() if rows else []
        return stops[-1] if stops else self._field

    def _first_box(self) -> AnswerField | None:
        if not isinstance(self._field, PartsView):
            return None
        words = [part.name for part in self.asked.parts if part.kind in (PartKind.LONG, PartKind.SHORT)]
        box = self._field.control(words[0]) if words else None
        return box if isinstance(box, AnswerField) else None


def _with_due(value: Value, due: str | None) -> Value:
    return {**value, "due": due} if due else dict(value)
