"""What thinks along beside an answer: ready lines, an opening to change, assumptions that ask, a minute of breath."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from forecall.coach.expected import as_kept, expected, forecasts, foreseen
from forecall.coach.opening import opening_template
from forecall.journal import verbs
from forecall.journal.records import FORESEEN_ANSWERS, FORESEEN_ITEMS, CallRecord, Stage
from forecall.journal.related import assumptions, id_of_question, is_asked_about, question_about
from forecall.ui.call_words import kept_since, lock_words
from forecall.ui.page import Desk
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.assumptions import Assumptions
from forecall.ui.widgets.lock_history import LockHistory
from forecall.ui.widgets.outcome import Outcome
from forecall.ui.widgets.pacer import Pacer, motion_reduced
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.widgets.ready_line import ReadyLine
from forecall.ui.widgets.tick import Tick
from forecall.ui.worksheet_view import WorksheetView
from forecall.words import _

_LOCKS = (*FORESEEN_ANSWERS, FORESEEN_ITEMS)

Follow = Callable[[CallRecord], None]
"""Brings what stands beside an answer in line with the call."""


class Thinking(QObject):
    """Follows the questions of one worksheet. To add an aid: a method, and its line in ``_aid_for``."""

    said = Signal(str, bool)  # a sentence for the notice, and whether undo is offered with it

    def __init__(self, desk: Desk, view: WorksheetView) -> None:
        """Every block that ``view`` makes from now on gets what helps with it."""
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._call: CallRecord | None = None
        self._following: dict[QuestionBlock, list[Follow]] = {}
        view.made.connect(self._on_made)
        view.shown.connect(self.follow)

    def follow(self, call: CallRecord) -> None:
        """Bring everything in line with the call, which may have changed since."""
        self._call = call
        for follows in list(self._following.values()):
            for each in follows:
                each(call)

    def _on_made(self, block: QuestionBlock) -> None:
        self._following[block] = []
        block.destroyed.connect(lambda: self._following.pop(block, None))
        self._add_ready_lines(block)
        self._add_recalled(block)
        aid = self._aid_for(block.asked.key)
        if aid is not None:
            aid(block)

    def _aid_for(self, key: str) -> Callable[[QuestionBlock], None] | None:
        return {
            "facts": self._add_assumptions,
            "opening": self._add_opening,
            "own_up": self._add_nothing,
            "reset": self._add_pacer,
            "check_back": self._add_outcome,
            "ended": self._add_lock_history,
            "lesson": self._add_draft,
            **dict.fromkeys(_LOCKS, self._add_lock),
        }.get(key)

    def _on_follow(self, block: QuestionBlock, follow: Follow) -> None:
        self._following[block].append(follow)

    # before the call

    def _add_ready_lines(self, block: QuestionBlock) -> None:
        for part in block.asked.parts:
            field = _box(block, part.name) if part.ready else None
            if field is not None and isinstance(block.field, PartsView):
                block.field.put_beside_label(part.name, ReadyLine(field, part.ready, part.label).button)

    def _add_opening(self, block: QuestionBlock) -> None:
        def ready(call: CallRecord) -> str:
            opening = opening_template(call, self._desk.catalog)
            return opening.text if opening.filled else ""

        self._add_ready(block, "text", _("A neutral opening"), _("Use this opening, then change it"), ready)

    def _add_draft(self, block: QuestionBlock) -> None:
        """What would be done differently is the draft of a lesson."""

        def ready(call: CallRecord) -> str:
            return " ".join(call.text("differently").split())

        title, label = _("What you would do differently"), _("Begin with what you would do differently")
        self._add_ready(block, "then", title, label, ready)

    def _add_ready(
        self, block: QuestionBlock, part: str, title: str, label: str, ready: Callable[[CallRecord], str]
    ) -> None:
        """Have words stand ready in a box that follow from what else the call holds."""
        field = _box(block, part)
        if field is not None:
            line = ReadyLine(field, "", title, label)
            block.add_aid(line.button, narrow=True)
            self._on_follow(block, lambda call: line.set_words(ready(call)))

    def _add_assumptions(self, block: QuestionBlock) -> None:
        field = _box(block, "assume")
        if field is None:
            return
        aid = Assumptions(field, block)
        aid.asked.connect(self._ask_about)
        block.add_aid(aid)

        def follow(call: CallRecord) -> None:
            lines = assumptions(field.text())
            taken = {line for line in lines if is_asked_about(call, line)}
            aid.show_lines([line for line in lines if line in taken or line != aid.being_written()], taken)

        def again() -> None:
            if self._call is not None:
                follow(self._call)

        field.settled.connect(again)
        aid.left.connect(again)
        self._on_follow(block, follow)

    def _ask_about(self, assumption: str) -> None:
        call = self._call
        if call is None:
            return
        if is_asked_about(call, assumption):
            self.said.emit(_("It is among your questions already."), False)
            return
        entry, words = id_of_question(call.head.id, assumption), question_about(assumption, call.head.types)
        written = self._desk.workspace.perform(self, verbs.write_item, call.head.id, "ask", entry, {"text": words})
        written.then(lambda _done: self.said.emit(_("It is among your questions now."), True))

    def _add_nothing(self, block: QuestionBlock) -> None:
        """*Nothing, this time* folds the boxes away; their words stay."""
        view = block.field
        if not isinstance(view, PartsView):
            return
        tick = view.control("nothing")
        holders = [view.control(name).parentWidget() for name in ("wrong", "repair")]

        def fold(nothing: bool) -> None:
            for holder in holders:
                if holder is not None:
                    holder.setVisible(not nothing)

        if isinstance(tick, Tick):
            tick.toggled.connect(fold)

    def _add_pacer(self, block: QuestionBlock) -> None:
        block.add_aid(Pacer(motion_reduced(self._desk.settings.less_motion), parent=block))

    def _add_lock(self, block: QuestionBlock) -> None:
        """A guess counts only if it was made before; from the start of the call on it stays as it is."""
        question = self._desk.catalog.question(block.asked.key)
        block.opened.connect(self._not_started)

        def follow(call: CallRecord) -> None:
            lock = call.lock
            if lock is None:
                block.release()
                return
            under_way = call.head.stage is Stage.CALL and call.head.held_at is None
            way = _("Take back the start") if under_way and block is self._first_locked() else ""
            block.hold(as_kept(question, call), kept_since(call, lock, self._desk.zone), way)

        self._on_follow(block, follow)

    def _first_locked(self) -> QuestionBlock | None:
        """The way back is offered once on a page."""
        return next((block for key in self._view.keys if key in _LOCKS and (block := self._view.block(key))), None)

    def _not_started(self) -> None:
        if self._call is not None:
            undone = self._desk.workspace.perform(self, verbs.not_started, self._call.head.id)
            undone.then(lambda _done: self.said.emit(_("The call has not begun. What you foresee can change."), True))

    # after the call

    def _add_recalled(self, block: QuestionBlock) -> None:
        question, catalog = block.asked.question, self._desk.catalog

        def follow(call: CallRecord) -> None:
            earlier = expected(question, call, catalog)
            block.recall(earlier.title if earlier else "", earlier.lines if earlier else ())
            if question.suggests_from:
                block.foresee(foreseen(question, call))

        if question.recalls or question.suggests_from:
            self._on_follow(block, follow)

    def _add_lock_history(self, block: QuestionBlock) -> None:
        """A call that had not begun after all was foreseen twice; both can be seen, once it is said how it ended."""
        aid = LockHistory(block)
        block.add_aid(aid)

        def follow(call: CallRecord) -> None:
            locks = forecasts(call, self._desk.catalog)
            told = [lock_words(lock, words, self._desk.zone) for lock, words in locks]
            aid.show_locks(told if "ended" in call.answers else [])

        self._on_follow(block, follow)

    def _add_outcome(self, block: QuestionBlock) -> None:
        aid = Outcome(block)
        aid.kept.connect(self._keep)
        aid.refused.connect(lambda sentence: self.said.emit(sentence, False))
        block.add_aid(aid)
        self._on_follow(block, lambda call: aid.show_promise(next(iter(call.items.get("check_back", ())), None)))

    def _keep(self, promise: str, kept: bool, result: str) -> None:
        if kept:
            self._desk.workspace.perform(self, verbs.keep_promise, promise, result)
        else:
            self._desk.workspace.perform(self, verbs.tick_item, promise, False)


def _box(block: QuestionBlock, part: str) -> AnswerField | None:
    view = block.field
    found = view.control(part) if isinstance(view, PartsView) else None
    return found if isinstance(found, AnswerField) else None
