"""The questions of a worksheet for one call: shows the answers, and sends what is typed on its way to the file."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from forecall.guide.question import Asked, Value
from forecall.guide.worksheet import Answers
from forecall.journal import verbs
from forecall.journal.records import CallRecord, ItemRecord, Stage
from forecall.journal.related import CAUSES
from forecall.ui.causes import Causes, became_words
from forecall.ui.widgets.arranging import read_as_laid
from forecall.ui.widgets.page_layout import filled
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.words import _
from forecall.workspace.workspace import Task, Workspace


class WorksheetView(QWidget):
    """One column of questions. It performs as ``initiator``, so that its page does not read its own words back.

    ``entered`` carries the key of the question that the cursor is in; the other signals speak of the file.
    """

    entered = Signal(str)
    saving = Signal()
    saved = Signal()
    unsaved = Signal()
    said = Signal(str, bool)  # a sentence for the notice, and whether undo is offered with it
    made = Signal(object)  # a block that is shown for the first time
    shown = Signal(object)  # the call whose answers the blocks show

    def __init__(self, workspace: Workspace, initiator: object) -> None:
        super().__init__()
        self._workspace = workspace
        self._initiator = initiator
        self._call: CallRecord | None = None
        self._blocks: dict[str, QuestionBlock] = {}
        self._folded: frozenset[str] = frozenset()
        self._under_way = 0
        self._last = ""
        self._causes = Causes()
        self._column = filled(parent=self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def keys(self) -> list[str]:
        """The keys of the questions shown, in order."""
        return [key for key in self._blocks if key not in self._folded]

    def fold(self, keys: Collection[str]) -> None:
        """Put questions out of sight, all others in; the one that the cursor is in stays. No words are let go of."""
        at = self.current()
        self._folded = frozenset(key for key in keys if key != at)
        for key, block in self._blocks.items():
            block.setVisible(key not in self._folded)

    @property
    def call_id(self) -> str:
        """The call whose answers are shown, or nothing."""
        return self._call.head.id if self._call is not None else ""

    def values(self) -> dict[str, Value | list[tuple[str, Value]]]:
        """What stands on the screen, by question; of a list each entry with its id."""
        return {key: block.value for key, block in self._blocks.items()}

    def written(self) -> frozenset[str]:
        """The questions that hold something on the screen, in the file or not yet."""
        return frozenset(key for key, block in self._blocks.items() if block.is_written)

    @property
    def last(self) -> str:
        """The key of the question that the cursor was last in, as long as it is shown."""
        return self._last if self._last in self._blocks else ""

    def show_questions(self, asked: Sequence[Asked], call: CallRecord, *, force: bool = False) -> None:
        """Show these questions with the call's answers. Blocks that are shown already keep cursor and words."""
        same_call = self._call is not None and self._call.head.id == call.head.id
        if not same_call:
            self.flush()
        self._call = call
        signature = [(each.key, each.wording, each.parts) for each in asked]
        if not same_call or signature != [(b.asked.key, b.asked.wording, b.asked.parts) for b in self._blocks.values()]:
            self._rebuild(asked, keep=same_call)
        for each in asked:
            self._blocks[each.key].show_answer(call, wording_of(each, call), force=force)
        self._causes.learn(call)
        self.shown.emit(call)

    def block(self, key: str) -> QuestionBlock | None:
        """The block of a question, if it is shown."""
        return self._blocks.get(key)

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        for block in self._blocks.values():
            block.flush()

    def focus_question(self, key: str = "") -> None:
        """Put the cursor into a question, the first one when none is named or it is not here."""
        keys = self.keys
        if keys:
            self._blocks[key if key in keys else keys[0]].focus_answer()

    def focus_next(self) -> bool:
        """Put the cursor into the question after the one it is in; ``False`` at the last one."""
        keys = self.keys
        at = keys.index(self.current()) if self.current() in keys else -1
        if at + 1 >= len(keys):
            return False
        self._blocks[keys[at + 1]].focus_answer()
        return True

    def current(self) -> str:
        """The key of the question that the cursor is in, or nothing."""
        at: QObject | None = QApplication.focusWidget()
        while at is not None and at is not self:
            if isinstance(at, QuestionBlock) and at.asked.key in self._blocks:
                return at.asked.key
            at = at.parent()
        return ""

    def _rebuild(self, asked: Sequence[Asked], keep: bool) -> None:
        old = self._blocks
        at = list(old).index(self.current()) if self.current() in old else -1
        self._blocks = {}
        self._column.setEnabled(False)  # else the whole page would be laid out once for each block
        for each in asked:
            block = old.get(each.key)
            if keep and block is not None and (block.asked.wording, block.asked.parts) == (each.wording, each.parts):
                old.pop(each.key)
            else:
                block = self._made(each)
            self._column.removeWidget(block)
            self._column.addWidget(block)
            block.resize(self.width(), block.height())  # else its words are laid out twice
            block.show()  # Qt would do it later, and the cursor may be put into it at once
            self._blocks[each.key] = block
        read_as_laid(self._column)  # a block that stayed was made before one that now stands above it
        self._column.setEnabled(True)
        lay_out(self)
        if keep and at >= 0 and not self.current() and self._blocks:  # the question that was being answered is gone
            self.focus_question(self.keys[min(at, len(self.keys) - 1)])
        for block in old.values():
            block.flush()
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()

    def _made(self, asked: Asked) -> QuestionBlock:
        block = QuestionBlock(asked)
        block.edited.connect(self._on_edited)
        block.refused.connect(lambda sentence: self.said.emit(sentence, False))
        block.answered.connect(lambda value: self._on_answered(block, value))
        block.entry_written.connect(lambda entry, value, index: self._on_written(block, entry, value, index))
        block.entry_moved.connect(self._on_moved)
        block.entry_removed.connect(self._on_removed)
        self.made.emit(block)
        return block

    def _on_edited(self) -> None:
        self.saving.emit()

    def _on_answered(self, block: QuestionBlock, value: Value) -> None:
        if self._call is not None:
            self._follow(
                self._workspace.perform(
                    self._initiator, verbs.record_answer, self._call.head.id, block.asked.key, value, block.wording
                ),
                block,
            )

    def _on_written(self, block: QuestionBlock, entry: str, value: Value, index: int) -> None:
        if self._call is not None and block.asked.key == CAUSES and self._causes.turned(entry, value):
            self._turn(block, entry, value, index)
        elif self._call is not None:
            self._follow(
                self._workspace.perform(
                    self._initiator,
                    verbs.write_item,
                    self._call.head.id,
                    block.asked.key,
                    entry,
                    value,
                    index=None if index < 0 else index,
                    wording=block.wording,
                ),
                block,
            )

    def _turn(self, block: QuestionBlock, entry: str, value: Value, index: int) -> None:
        """A cause became something, on a list that may be in sight: said by the view, so that the page reads it."""
        place = None if index < 0 else index
        call = self._call.head.id if self._call else ""
        turned = self._workspace.perform(self, verbs.turn_cause, call, entry, value, index=place, wording=block.wording)
        self._follow(turned, block)
        locked = self._call is not None and self._call.forecast_locked
        turned.then(lambda _done: self.said.emit(became_words(value, locked), True))

    def _on_moved(self, entry: str, index: int) -> None:
        self._follow(self._workspace.perform(self._initiator, verbs.move_item, entry, index))

    def _on_removed(self, entry: str) -> None:
        removed = self._workspace.perform(self._initiator, verbs.remove_item, entry)
        self._follow(removed)
        removed.then(lambda _done: self.said.emit(_("Removed."), True))

    def _follow(self, task: Task[None], block: QuestionBlock | None = None) -> None:
        self._under_way += 1
        self.saving.emit()
        task.then(lambda _done: self._on_saved(block), lambda _error: self._on_refused(block))

    def _on_saved(self, block: QuestionBlock | None) -> None:
        self._under_way -= 1
        if block is not None and isValid(block):
            block.keep_on_screen(False)
        self._tell()

    def _on_refused(self, block: QuestionBlock | None) -> None:
        self._under_way -= 1
        if block is not None and isValid(block):
            block.keep_on_screen()
        self._tell()

    def _tell(self) -> None:
        """Once nothing is on its way: saved, unless the file has refused words that stand here."""
        if self._under_way == 0 and isValid(self):  # another theme makes pages anew while words are on their way
            unkept = any(block.unkept for block in self._blocks.values())
            (self.unsaved if unkept else self.saved).emit()

    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        key = self.current()
        if key:
            self._last = key
            self.entered.emit(key)

    def event(self, event: QEvent) -> bool:
        """Hiding the view settles what is being written."""
        if event.type() == QEvent.Type.Hide:
            self.flush()
        return super().event(event)


def lay_out(widget: QWidget) -> None:
    """Bring the layouts from a widget up to its window in line at once."""
    around: QWidget | None = widget
    while around is not None:
        layout = around.layout()
        if layout is not None:
            layout.activate()
        around = around.parentWidget()


def wording_of(asked: Asked, call: CallRecord) -> str:
    """The wording to show: the one an answer was given under, once the call is over; else today's."""
    if call.head.stage in (Stage.PREPARE, Stage.CALL):
        return asked.wording
    answer = call.answers.get(asked.key)
    entries: Sequence[ItemRecord] = call.items.get(asked.key, ())
    kept = (answer.wording if answer else "") or next((item.wording for item in entries if item.wording), "")
    return kept or asked.wording


def kept_of(call: CallRecord) -> frozenset[str]:
    """The questions that an old call keeps, whatever is asked today: those that were answered."""
    if call.head.stage in (Stage.PREPARE, Stage.CALL):
        return frozenset()
    return frozenset((*call.answers, *(key for key, items in call.items.items() if items)))


def answers_of(call: CallRecord) -> Answers:
    """All answers of a call as the worksheets look at them."""
    found: dict[str, Value | Sequence[Value]] = {key: each.value for key, each in call.answers.items()}
    found.update({key: [item.value for item in items] for key, items in call.items.items()})
    return found
