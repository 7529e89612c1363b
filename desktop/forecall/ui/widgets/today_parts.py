"""What stands on the first screen below its heading: the next call, what waits, promises, lessons."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from forecall.journal import verbs
from forecall.journal.moments import minutes_until, utc_now
from forecall.journal.records import CallHead, LessonRecord, PromiseRecord
from forecall.journal.summary import lesson_sentence
from forecall.ui.actions import keys_of
from forecall.ui.call_words import call_name, call_on, lesson_origin, place_of_call, when_words
from forecall.ui.models.today import Today, card_line, written_words
from forecall.ui.page import Desk, Place
from forecall.ui.widgets.arranging import Bar, Columns, EndRow, Section, clear, show_now, stacked
from forecall.ui.widgets.card import Card
from forecall.ui.widgets.kept_row import KeptRow, PromiseRow
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.words import _

_SOON = 15
"""Minutes before a call from which it can be begun from here; the call sheet has no such limit."""


class TodayParts(QWidget):
    """Built anew when what it shows is another, with the keyboard kept where it was."""

    place_chosen = Signal(object)
    said = Signal(str, bool)
    example_asked = Signal()
    live_asked = Signal(str, bool)  # the live sheet of a call, and whether the call begins with it

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._state: tuple[Today, bool, bool] | None = None
        self._kept: dict[str, PromiseRecord] = {}  # ticked since the page was opened; they can be told about
        self._parts = stacked(steps=4, parent=self)

    def show_today(self, today: Today, now: str, wall: datetime) -> None:
        """Show what was read at ``now`` (UTC), ``wall`` on the clock here."""
        # A call that has begun offers something else, though nothing about it has changed.
        left = minutes_until(today.next.moment, now) if today.next is not None else _SOON + 1
        state = (today, left <= 0, left <= _SOON)
        if state != self._state:
            self._state = state
            self._show(today, now, wall)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was ticked off is gone when the page is opened again."""
        if self._kept:
            self._kept.clear()
            self._state = None
        super().hideEvent(event)

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        for row in self.findChildren(KeptRow):
            row.field.flush()

    def last_stop(self) -> QWidget | None:
        """What Tab reaches last of it."""
        # Not by walking the chain of focus: PySide6 then takes each widget in it for a child of the one before.
        stops = [each for each in self.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if not stops:
            return None
        return next((row.field for row in self.findChildren(KeptRow) if row.isAncestorOf(stops[-1])), stops[-1])

    def _show(self, today: Today, now: str, wall: datetime) -> None:
        focused = self._focused_name()
        self.flush()
        clear(self._parts)
        if today.empty:
            self._parts.addWidget(self._empty())
        if today.under_way is not None:
            self._parts.addWidget(self._under_way(today.under_way))
        if today.next is not None:
            self._parts.addWidget(self._next(today.next, today, now, wall))
        others = self._others(today, wall)
        if others is not None:
            self._parts.addWidget(others)
        columns = [part for part in (self._waiting(today), self._promised(today)) if part is not None]
        if columns:
            self._parts.addWidget(Columns(*columns))
        if today.lessons:
            self._parts.addWidget(self._lessons(today))
        widgets = (item.widget() for at in range(self._parts.count()) if (item := self._parts.itemAt(at)))
        show_now(self, *(widget for widget in widgets if widget is not None))
        if focused:
            self._focus_again(focused)

    def _empty(self) -> QWidget:
        holder = QWidget()
        prepare = PrimaryButton(_("Prepare a call"), key=keys_of("prepare"))
        prepare.clicked.connect(self._on_prepare)
        note = QuietButton(_("Note a call that just happened"), key=keys_of("note"))
        note.clicked.connect(self._on_note)
        example = LinkButton(_("Look at an example"), key=keys_of("example"))
        example.clicked.connect(self.example_asked)
        bring = LinkButton(_("Bring in what you have…"), key=keys_of("bring_in"))
        bring.clicked.connect(self._going(Place("bring_in")))
        words = Label(_("Prepare a hard call here, and look back on it when it is over."), "body")
        stacked(words, Bar(prepare, note), Bar(example, bring, steps=3), steps=2, parent=holder)
        return holder

    def _next(self, call: CallHead, today: Today, now: str, wall: datetime) -> QWidget:
        card = Card(_("Next call: {call}").format(call=call_name(call)))
        words = QWidget()
        stacked(
            Label(call.client_name, "question"),
            Label(card_line(call, wall), "muted"),
            Label(written_words(today.written), "body"),
            steps=0.5,
            parent=words,
        )
        begun = minutes_until(call.moment, now) <= 0 or call.id in today.told
        preparing = _("Go on preparing") if today.written else _("Begin preparing")
        sheet = QuietButton(_("Call sheet"))
        sheet.clicked.connect(self._going(Place("call_sheet", call.id)))
        main = PrimaryButton(_("Look back") if begun else preparing)
        main.clicked.connect(self._going(self._place_of(call, begun)))
        buttons: list[QWidget] = [sheet, main]
        if begun:
            prepare = LinkButton(preparing)
            prepare.clicked.connect(self._going(Place("prepare", call.id)))
            buttons.insert(0, prepare)
        if today.under_way is None and minutes_until(call.moment, now) <= _SOON and call.id not in today.told:
            begin = LinkButton(_("Begin the call"))
            begin.clicked.connect(lambda: self.live_asked.emit(call.id, True))
            buttons.insert(0, begin)
        card.column.addWidget(EndRow(words, buttons, steps=0, least=260, centred=True))
        return card

    def _under_way(self, call: CallHead) -> QWidget:
        """The call that has begun: back to its sheet, or on to what comes after."""
        name = _("Call under way: {call}").format(call=call_name(call))
        card = Card(name)
        words = QWidget()
        stacked(Label(call.client_name, "question"), Label(call.title, "muted"), steps=0.5, parent=words)
        over = QuietButton(_("It is over"))
        over.clicked.connect(lambda: self._end(call))
        on = PrimaryButton(_("Go on"), name=_("Go on: {call}").format(call=call_name(call)), key=keys_of("live"))
        on.clicked.connect(lambda: self.live_asked.emit(call.id, False))
        card.column.addWidget(EndRow(words, (over, on), steps=0, least=200, centred=True))
        return card

    def _end(self, call: CallHead) -> None:
        ended = self.desk.workspace.perform(self, verbs.end_call, call.id, utc_now())
        ended.then(lambda _done: self.place_chosen.emit(Place("look_back", call.id, "now")))

    def _place_of(self, call: CallHead, begun: bool) -> Place:
        return Place("look_back", call.id, "now") if begun else place_of_call(call)

    def _others(self, today: Today, wall: datetime) -> QWidget | None:
        calls = (*today.further, *today.untimed)
        if not calls:
            return None
        rows: list[QWidget] = []
        for call in calls:
            when = when_words(call, wall, self.desk.zone)
            told = call.id in today.told
            name = _("Look back: {call}") if told else _("Open: {call}")
            button = LinkButton(_("Look back") if told else _("Open"), name=name.format(call=call_name(call)))
            button.clicked.connect(self._going(self._place_of(call, told)))
            rows.append(EndRow(Label(call_name(call)), (Label(when, "muted"), button), line=call is not calls[-1]))
        return Section(_("Also planned") if today.next is not None else _("Planned"), *rows)

    def _waiting(self, today: Today) -> Section | None:
        if not today.waiting:
            return None
        rows = [self._waiting_row(call, today, call is not today.waiting[-1]) for call in today.waiting]
        return Section(_("To look back on"), *rows)

    def _waiting_row(self, call: CallHead, today: Today, line: bool) -> QWidget:
        words = call_on(call, today.day, self.desk.zone)
        back = LinkButton(_("Look back"), name=_("Look back: {call}").format(call=words))
        back.clicked.connect(self._going(place_of_call(call)))
        leave = LinkButton(_("Leave it"), name=_("Leave it: {call}").format(call=words), quiet=True)
        leave.clicked.connect(self._leaving(call))
        return EndRow(Label(words), (back, leave), line=line)

    def _promised(self, today: Today) -> Section | None:
        for promise in today.promises:
            self._kept.pop(promise.id, None)
        rows = [self._promise_row(each, today, each is not today.promises[-1]) for each in today.promises]
        rows += [self._kept_row(each) for each in self._kept.values()]
        return Section(_("Promised"), *rows) if rows else None

    def _kept_row(self, promise: PromiseRecord) -> QWidget:
        def told(result: str) -> None:
            self._kept[promise.id] = replace(promise, result=result)
            self.desk.workspace.perform(self, verbs.keep_promise, promise.id, result)

        def taken_back() -> None:
            self.desk.workspace.perform(None, verbs.tick_item, promise.id, False)

        row = KeptRow(promise, promise_words(promise), told, taken_back)
        row.field.refused.connect(lambda sentence: self.said.emit(sentence, False))
        return row

    def _promise_row(self, promise: PromiseRecord, today: Today, line: bool) -> QWidget:
        words = promise_words(promise)
        return PromiseRow(promise, words, today.day, self._keeping(promise, words), line=line)

    def _lessons(self, today: Today) -> QWidget:
        cards = [self._lesson_card(lesson, today) for lesson in today.lessons]
        return Section(_("Worth remembering"), *cards, steps=1)

    def _lesson_card(self, lesson: LessonRecord, today: Today) -> QWidget:
        sentence = lesson_sentence(lesson)
        card = Card(sentence, padding=16)
        card.column.addWidget(Label(sentence, "quote"))
        origin = lesson_origin(lesson, self.desk.catalog, today.day)
        if origin:
            card.column.addWidget(Label(origin, "label"))
        return card

    def _going(self, place: Place) -> Callable[[], None]:
        return lambda: self.place_chosen.emit(place)

    def _leaving(self, call: CallHead) -> Callable[[], None]:
        def leave() -> None:
            self.desk.workspace.perform(None, verbs.mark_call, call.id, "left", True, utc_now())
            sentence = _("The call with {client} is left as it is.").format(client=call.client_name)
            self.said.emit(sentence, True)

        return leave

    def _keeping(self, promise: PromiseRecord, words: str) -> Callable[[bool], None]:
        def keep(kept: bool) -> None:
            if kept:
                self._kept[promise.id] = promise
            self.desk.workspace.perform(None, verbs.tick_item, promise.id, kept)
            if kept:
                self.said.emit(_("Kept: {promise}.").format(promise=words), True)

        return keep

    def _on_prepare(self) -> None:
        self.place_chosen.emit(Place("new_call"))

    def _on_note(self) -> None:
        self.place_chosen.emit(Place("note_call"))

    def _focused_name(self) -> str:
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return focused.accessibleName() if focused is not None and inside else ""

    def _focus_again(self, name: str) -> None:
        """Keep the keyboard where it was, or on the page when what it was on is gone."""
        for widget in self.findChildren(QWidget):
            if widget.accessibleName() == name and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def promise_words(promise: PromiseRecord) -> str:
    """A promise with whom it was made to, once: "Send the new plan to Northwind"."""
    text = promise.text.rstrip(".")
    if promise.client_name.casefold() in text.casefold():
        return text
    return _("{promise} ({client})").format(promise=text, client=promise.client_name)
