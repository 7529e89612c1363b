"""What a look back shows of the call itself: what it left behind, what was written right after it, limits and gifts."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from forecall.coach.from_call import from_call, right_after
from forecall.coach.side_by_side import side_by_side
from forecall.journal import verbs
from forecall.journal.reading import read_taken_along
from forecall.journal.records import PROMISED, CallRecord
from forecall.journal.related import id_of_promise
from forecall.ui.call_words import moment_words
from forecall.ui.page import Desk
from forecall.ui.widgets.from_call_card import FromCallCard
from forecall.ui.widgets.page_layout import closed_below, filled
from forecall.ui.widgets.read_cards import RightAfterCard, SideBySideCards
from forecall.words import _


class AfterCall(QObject):
    """Cards for a page to place: ``above`` the questions, and ``beside`` beneath them.

    ``left`` comes when the keyboard is to go on to the questions.
    """

    said = Signal(str, bool)  # a sentence for the notice, and whether undo is offered with it
    left = Signal()
    shown = Signal()  # what the call left behind stands there

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._call: CallRecord | None = None
        self.from_call = FromCallCard()
        self.from_call.promise_asked.connect(self._on_promise)
        self.from_call.next_asked.connect(self._on_next)
        self.from_call.left.connect(self.left)
        self.right_after = RightAfterCard()
        self.above = QWidget()
        closed_below(filled(self.from_call, self.right_after, parent=self.above))
        self.above.hide()
        self.beside = SideBySideCards()

    def show_call(self, call: CallRecord, later: bool) -> None:
        """Show what belongs to the look back of now, or of ``later``."""
        self._call = call
        catalog, zone = self._desk.catalog, self._desk.zone
        lines = right_after(call, catalog) if later and call.head.looked_back_now_at else []
        when = moment_words(call.head.looked_back_now_at, zone) if lines and call.head.looked_back_now_at else ""
        self.right_after.show_lines_of(lines, when)
        both = side_by_side(call, catalog) if later else None
        self.beside.show_both(both.planned if both else (), both.happened if both else ())
        if later:
            self.from_call.show_call(None, (), ())
            self.above.setVisible(bool(lines))
        else:
            self._desk.workspace.ask(read_taken_along, call).then(lambda taken: self._show_from_call(call, taken))

    def _show_from_call(self, call: CallRecord, on_next: frozenset[str]) -> None:
        if call is not self._call:
            return
        there = {item.id for item in call.items.get(PROMISED, ())}
        promised = {point.id for point in call.entries("points") if id_of_promise(point.id) in there}
        told = from_call(call, self._desk.catalog)
        self.above.setVisible(told is not None)
        self.from_call.show_call(told, promised, on_next)
        self.shown.emit()

    def _on_promise(self, point: str) -> None:
        done = self._desk.workspace.perform(self, verbs.carry_to_promises, point)
        done.then(lambda _done: self.said.emit(_("It is among your promises now. Give it a day."), True))

    def _on_next(self, point: str) -> None:
        client = self._call.head.client_name if self._call is not None else ""
        words = _("It is among the points of the next call with {client}.").format(client=client)
        done = self._desk.workspace.perform(self, verbs.carry_to_next_call, point)
        done.then(lambda _call_id: self._taken_along(words))

    def _taken_along(self, words: str) -> None:
        """The call itself did not change, and so the page has no cause to read it again."""
        self.said.emit(words, True)
        call = self._call
        if call is not None:
            self._desk.workspace.ask(read_taken_along, call).then(lambda taken: self._show_from_call(call, taken))
