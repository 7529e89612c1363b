"""What the call left behind, at the top of the look back: to be read, and points to be taken along."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.coach.from_call import FromCall, Noted
from forecall.journal.records import ItemRecord
from forecall.ui.theme import px
from forecall.ui.widgets.arranging import Columns, EndRow, clear, show_now, stacked
from forecall.ui.widgets.card import Card
from forecall.ui.widgets.disclosure import Disclosure
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _, ngettext

PROMISE_KEY, NEXT_KEY = "P", "N"
"""What takes a point along while the keyboard is in its row."""

_AT_ONCE = 6
"""Notes to read without unfolding them."""

_LINES = 4  # of one note


class Unsaid(EndRow):
    """A point that was not said, with its two ways on; one that was gone is words."""

    promised = Signal()
    taken = Signal()

    def __init__(self, point: str, parent: QWidget | None = None) -> None:
        """``point`` is what was not said."""
        self.promise = LinkButton(_("Promise it"), key=PROMISE_KEY, name=_("Promise it: {point}").format(point=point))
        self.next = LinkButton(_("Next call"), key=NEXT_KEY, name=_("Next call: {point}").format(point=point))
        self._done = Label("", "label")
        super().__init__(Label(point), (self.promise, self.next, self._done), steps=0.25, parent=parent)
        self.promise.clicked.connect(self.promised)
        self.next.clicked.connect(self.taken)

    def show_taken(self, promised: bool, on_next: bool) -> None:
        """Offer what is left to do, and say what was done."""
        self.promise.setVisible(not promised)
        self.next.setVisible(not on_next)
        done = {
            (True, False): _("promised"),
            (False, True): _("on the next call"),
            (True, True): _("promised, and on the next call"),
        }.get((promised, on_next), "")
        self._done.setText(done)
        self._done.setVisible(bool(done))

    def buttons(self) -> list[LinkButton]:
        """What can still be pressed."""
        return [button for button in (self.promise, self.next) if button.isVisibleTo(self)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter does what its button does."""
        pressed = event.text().upper()
        for key, button in ((PROMISE_KEY, self.promise), (NEXT_KEY, self.next)):
            if pressed == key and button.isVisibleTo(self):
                button.click()
                return
        super().keyPressEvent(event)


class FromCallCard(Card):
    """Hidden while there is nothing to tell. The signals carry a point's id; ``left`` asks for the next control."""

    promise_asked = Signal(str)
    next_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("From the call"), padding=18, parent=parent)
        self._told: FromCall | None = None
        self._unsaid_rows: dict[str, Unsaid] = {}
        self.column.setSpacing(0)
        self.hide()

    def show_call(self, told: FromCall | None, promised: Collection[str], on_next: Collection[str]) -> None:
        """Show what was noted, and which points were taken along already."""
        if told != self._told:
            self._told = told
            self._fill(told)
        for point, row in self._unsaid_rows.items():
            self._show_taken(row, point in promised, point in on_next)
        self.setVisible(told is not None)

    def _show_taken(self, row: Unsaid, promised: bool, on_next: bool) -> None:
        """The keyboard goes on to the next point when what it was on is gone."""
        at = next((index for index, each in enumerate((row.promise, row.next)) if each.hasFocus()), -1)
        gone = (promised, on_next)[at] if at >= 0 else False
        if gone:
            order = list(self._unsaid_rows.values())
            after = order[order.index(row) + 1 :]
            wanted = [button for each in after for button in each.buttons()[at : at + 1] or each.buttons()[:1]]
            if wanted:
                wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.left.emit()
        row.show_taken(promised, on_next)

    def _fill(self, told: FromCall | None) -> None:
        clear(self.column)
        self._unsaid_rows = {}
        if told is None:
            return
        points, notes = QWidget(), QWidget()
        self._fill_points(told, stacked(steps=0, parent=points))
        self._fill_notes(told, stacked(steps=0, parent=notes))
        parts = [part for part, there in ((points, told.said or told.unsaid), (notes, told.noted)) if there]
        columns = Columns(*parts, least=480, steps=2)
        self.column.addWidget(Label(_("From the call"), "strong"))
        self.column.addWidget(columns)
        show_now(columns)

    def _fill_points(self, told: FromCall, column: QVBoxLayout) -> None:
        if told.said:
            _head(_("Said"), column)
            for point in told.said:
                column.addWidget(Label(point.text.strip()))
        if told.unsaid:
            _head(_("Not said"), column)
            for point in told.unsaid:
                column.addWidget(self._unsaid(point))

    def _fill_notes(self, told: FromCall, column: QVBoxLayout) -> None:
        _head(_("Noted"), column)
        for noted in told.noted[:_AT_ONCE]:
            column.addWidget(Label(_words(noted), at_most=_LINES))
        rest = told.noted[_AT_ONCE:]
        if rest:
            more = Disclosure(ngettext("{count} more note", "{count} more notes", len(rest)))
            more.add(Label("\n".join(map(_words, rest))))  # one label: there is no limit to what somebody notes
            column.addWidget(more)

    def _unsaid(self, point: ItemRecord) -> QWidget:
        row = Unsaid(point.text.strip())
        row.promised.connect(lambda: self.promise_asked.emit(point.id))
        row.taken.connect(lambda: self.next_asked.emit(point.id))
        self._unsaid_rows[point.id] = row
        return row


def _head(words: str, column: QVBoxLayout) -> None:
    column.addSpacing(px(10))
    column.addWidget(Label(words, "label"))


def _words(noted: Noted) -> str:
    return f"{noted.at}  {noted.words}"
