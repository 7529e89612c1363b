"""What pages about one call share: reading it, following changes, and the questions of a worksheet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from forecall.journal.ahead import call_ahead
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord
from forecall.ui.page import Desk, Page, Place
from forecall.ui.question_coach import QuestionCoach
from forecall.ui.thinking import Thinking
from forecall.ui.widgets.call_header import CallHeader
from forecall.ui.widgets.page_layout import end_in_line, filled, filled_beside, lower_than
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.worksheet_view import WorksheetView
from forecall.words import _

if TYPE_CHECKING:
    from forecall.journal.changes import Changes
    from forecall.workspace.on_their_way import Reading

LOW_UNDER = 420
"""Height of a page at 100 % text under which its foot goes with the questions."""


class CallPage(Page):
    """A page about the call of its place. Subclasses draw it, and follow what they changed themselves."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self._call: CallRecord | None = None

    def draw(self, call: CallRecord, force: bool) -> None:
        """Show the call as it was just read; ``force`` when it goes before what stands in the boxes."""
        raise NotImplementedError

    def follow(self, call: CallRecord) -> None:
        """The page itself changed the call: words are not read back, only what follows from them."""

    def gone(self) -> None:
        """The call of the place is not in the journal: what stands there stays."""

    def read(self) -> None:
        """Read the call and draw it."""
        self._read_and(lambda call: self.draw(call, force=False))

    def concerns(self, changes: "Changes") -> bool:
        """This call or its client."""
        call = self._call
        return call is not None and (call.head.id in changes.calls or call.head.client_id in changes.clients)

    def do_rehearse(self) -> None:
        """Practise the opening and the answers before the call."""
        self.flush()
        self.place_chosen.emit(Place("rehearse", self.place.id))

    def do_edit_call(self) -> None:
        """Change client, title, time, length or type."""
        if self._call is not None:
            from forecall.ui.dialogs.edit_call import EditCall

            self.flush()
            EditCall(self.desk, self._call.head, self).exec()
            self.read()

    def _on_changed(self, changes: "Changes", initiator: object) -> None:
        if initiator is self:
            if self.place.id in changes.calls:
                self._read_and(self.follow)
        elif initiator is None and self.isVisible() and self.concerns(changes):
            # Undo speaks for nobody: its words go before those in the boxes.
            self._read_and(lambda call: self.draw(call, force=True), over_words=True)
        else:
            super()._on_changed(changes, initiator)

    def _read_and(self, then: Callable[[CallRecord], None], *, over_words: bool = False) -> None:
        """Read the call; what is on its way to the file goes over it, ``over_words`` also what is being typed."""
        wanted = self.place[:3]

        def arrived(call: CallRecord | None, reading: "Reading") -> None:
            if over_words and self.isVisible():
                self.flush()
            if wanted != self.place[:3]:
                return
            if call is None:
                self.gone()
                return
            self._call = call_ahead(call, reading.lacks())
            then(self._call)

        self.desk.workspace.ask_ahead(read_call, arrived, self.place.id)


class QuestionsPage(CallPage):
    """A page with questions of a worksheet, the call's header above and the coach beside them."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self._focus_wanted = False
        self._early: str | None = None  # what was typed before the questions of the place were there
        self._foot: QWidget | None = None
        self._scroll = ScrollPage(_("Questions"))
        self._header = CallHeader()
        self._header.edit_asked.connect(self.do_edit_call)
        self._questions = WorksheetView(desk.workspace, self)
        self._questions.said.connect(self.said)
        self._thinking = Thinking(desk, self._questions)
        self._thinking.said.connect(self.said)
        self._coach = QuestionCoach(desk)
        self._saved = SavedLabel()
        self._questions.saving.connect(self._saved.set_saving)
        self._questions.saved.connect(self._saved.set_saved)
        self._questions.unsaved.connect(self._saved.set_trouble)

    def open_at(self, place: Place) -> None:
        """A new place puts the cursor into its question."""
        if place.id != self.place.id:
            self._saved.clear()
        elsewhere = place[:3] != self.place[:3] or self._call is None
        self._focus_wanted = True
        super().open_at(place)
        if elsewhere:
            self._wait()

    def shows(self, row_id: str, key: str = "") -> bool:
        """This call, and the question where it is among those that are asked here."""
        return super().shows(row_id) and (not key or self._questions.block(key) is not None)

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        self._questions.flush()

    def stopped_at(self) -> Place:
        """The question that the cursor was last in."""
        return self.place._replace(key=self._questions.last)

    def focus_first(self) -> None:
        """The cursor goes to the question once it is drawn."""
        self._focus_wanted = True
        if self._early is not None:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that come before their box are kept for it."""
        typed, held = event.text(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self._early is not None and event.key() == Qt.Key.Key_Backspace:
            self._early = self._early[:-1]
        elif self._early is not None and typed.isprintable() and typed and plain:
            self._early += typed
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the ways on stand at the end of the questions, which need the room."""
        super().resizeEvent(event)
        self._place_foot()

    def _place_foot(self) -> None:
        if self._foot is not None:
            place_foot(self, self._foot, self._scroll, self._left)

    def do_call_sheet(self) -> None:
        """Show the one page for the call."""
        self.flush()
        self.place_chosen.emit(Place("call_sheet", self.place.id))

    do_print = do_call_sheet

    def can(self, action: str) -> bool:
        """Earlier versions are those of one question."""
        return super().can(action) and (action != "earlier" or self._questions.block(self._questions.last) is not None)

    def do_earlier(self) -> None:
        """Look at what was written earlier under the question that the cursor was last in."""
        block = self._questions.block(self._questions.last)
        if self._call is not None and block is not None:
            from forecall.ui.dialogs.earlier_versions import show_earlier

            show_earlier(self, block.wording, {"call_id": self._call.head.id, "key": block.asked.key})

    def _put_together(self, foot: QWidget) -> None:
        """The questions with their foot, and the coach beside them."""
        self._foot = foot
        self._left = filled(self._scroll, foot, grows=self._scroll)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._place_foot)
        filled_beside(self._left, self._coach, grows=self._left, parent=self)

    def _focus_where_wanted(self) -> None:
        """Put the cursor where the place says, once its question is drawn, and type there what came before it."""
        early, self._early = self._early, None
        self._questions.setEnabled(True)
        if self._focus_wanted:
            self._focus_wanted = False
            self._questions.focus_question(self.place.key)
            if not self.place.key:
                self._scroll.to_top()
        for letter in early or "":
            box = QApplication.focusWidget()
            if box is not None and self._questions.isAncestorOf(box):
                QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

    def _wait(self) -> None:
        """The boxes that are there belong to another place: nothing that is typed now may end up in them."""
        self._early = ""
        self._questions.setEnabled(False)
        if self.isVisible():
            self.setFocus()


def place_foot(page: Page, foot: QWidget, scroll: ScrollPage, left: QVBoxLayout) -> None:
    """In a low page the foot stands at the end of what scrolls, else below it; it ends where the questions end."""
    low = lower_than(page, LOW_UNDER)
    if low != (foot.parent() is not page):
        (scroll.column if low else left).addWidget(foot)
    end_in_line(foot, None if low else scroll)
