"""What the small window shows during a call: the ten seconds on top, the detail beneath, the note line at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forecall.coach.live_sheet import Line, LiveSheet, Ticked, of_all
from forecall.ui.actions import POINT_KEYS
from forecall.ui.live_said import NotesSaid
from forecall.ui.notices import Notices
from forecall.ui.theme import measure, px
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.arranging import Bar, Scrolling, beside, clear, read_as_laid, stacked
from forecall.ui.widgets.call_timer import CallTimer
from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.key_chip import KeyChip
from forecall.ui.widgets.note_line import NoteLine
from forecall.ui.widgets.point_row import PointRow
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.say_card import SayCard
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton
from forecall.words import _, ngettext, pgettext

MOST_LISTED = 9

NARROW_UNDER = 300
LOW_UNDER = 480
"""Height at 100 % text under which the sheet keeps the room that marks and buttons would take."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is open on the sheet at the moment, beside what the journal knows. ``now`` is the card that spoke last."""

    begun: bool = False
    early: bool = True  # the opening has not been said yet
    listing: bool = False  # what they may say is shown to pick from
    at: int = 0
    calm: str = ""
    offence: bool = False
    now: str = ""


class LiveView(QWidget):
    """Draws a sheet. ``acted`` carries the name of an action, ``ticked`` a point, ``picked`` an objection."""

    acted = Signal(str)
    ticked = Signal(str, bool)
    picked = Signal(str)
    removed = Signal(str)

    def __init__(self, notices: Notices) -> None:
        super().__init__()
        self._sheet: LiveSheet | None = None
        self._look: Look | None = None
        self._rows: dict[str, PointRow] = {}
        self._low = False
        self._lines: tuple[Line, ...] = ()
        self._client = Label("", "strong", at_most=2)
        self._title = Label("", "label", at_most=2)
        for name in (self._client, self._title):  # the time goes before them where there is little room
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.timer = CallTimer()
        self._compose_sheet()
        self._compose_foot()
        self._compose(notices)

    def show_sheet(self, sheet: LiveSheet, look: Look) -> None:
        """Show a sheet; what stays the same is left alone."""
        before, self._sheet, self._look = self._sheet, sheet, look
        self._client.setText(sheet.client)
        self._title.setText(sheet.title)
        self._title.setVisible(bool(sheet.title) and self.width() >= px(NARROW_UNDER))
        self._aim.setText(sheet.aim)
        self._aim.setVisible(bool(sheet.aim))
        self._show_opening(sheet, look)
        built = self._show_ticked(self._points, sheet.points, before.points if before else None)
        built = self._show_ticked(self._asks, sheet.asks, before.asks if before else None) or built
        self._say.setText(sheet.say)
        self._say.setVisible(bool(sheet.say))
        self._ask_title.setVisible(bool(sheet.asks))
        self._show_cards(sheet, look)
        self._show_more(sheet)
        self._said.show_notes(sheet)
        self.box.set_masked(sheet.dimmed)
        self._dim.set_words(_("Show the words again") if sheet.dimmed else _("Neutral words"))
        for at, row in enumerate(self._rows.values()):
            row.set_key(POINT_KEYS[at] if at < min(len(POINT_KEYS), len(sheet.points)) and not look.listing else "")
        self._show_foot(look)
        if built or before is None:
            read_as_laid(self._column)
            self.order_tabs()

    def show_card(self) -> None:
        """Bring what spoke last into sight, and say it to who listens."""
        card = {"objection": self._objection, "rung": self._rung, "calm": self._calm, "offence": self._offence}.get(
            self._look.now if self._look else ""
        )
        if self._look is not None and self._look.listing:
            card = self._choices[min(self._look.at, MOST_LISTED - 1)]
        if card is None:
            return
        announce(card, card.accessibleName())
        self._settle()
        self._scroll.ensureWidgetVisible(card, 0, px(12))

    def to_sheet(self) -> None:
        """The keyboard leaves the line: plain letters act again."""
        self._scroll.setFocus()

    def order_tabs(self) -> None:
        """Tab follows the eye: rows are made long after what stands beneath them."""
        rows = list(self._rows.values())
        points = [row for row in rows if self._points.indexOf(row) >= 0]
        asks = [row for row in rows if row not in points]
        cards = (*self._choices, self._objection, self._rung, self._calm, self._offence)
        stops: list[QWidget] = [self._scroll, *points, *cards, *self._said.stops(), *asks, self._dim, *self._marks]
        stops += [*self._said.last_stops(), self.box, self.not_started, self.begin, self.end]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    # parts

    def _show_opening(self, sheet: LiveSheet, look: Look) -> None:
        shown = bool(sheet.opening or sheet.first) and look.early
        self._opening.setVisible(shown)
        if not shown:
            return
        first, *rest = sheet.opening or ("",)
        self._open_words.setText(first)
        more = [*rest, *(f"{line.label}: {line.text}" if line.label else line.text for line in sheet.first)]
        self._open_rest.setText("\n".join(more))
        self._open_rest.setVisible(bool(more))

    def _show_ticked(self, column: QVBoxLayout, shown: Sequence[Ticked], before: Sequence[Ticked] | None) -> bool:
        same = before is not None and [each.id for each in before] == [each.id for each in shown]
        if not same:
            for each in before or ():
                self._rows.pop(each.id, None)
            clear(column)
            for each in shown:
                row = PointRow(each.text, line=each is not shown[-1])
                row.clicked.connect(lambda done, item=each.id: self.ticked.emit(item, done))
                self._rows[each.id] = row
                column.addWidget(row)
        for each in shown:
            row = self._rows[each.id]
            row.set_words(each.text)
            if row.isChecked() != each.done:
                row.setChecked(each.done)
            if not same:
                row.show()
        return not same

    def _show_cards(self, sheet: LiveSheet, look: Look) -> None:
        raised = sheet.raised
        self._objection.setVisible(bool(sheet.foreseen) and not look.listing)
        if raised is not None:
            said = _("They said: {words}").format(words=raised.says)
            label = said if raised.planned else f"{said} {_('No answer is planned; say back what you heard.')}"
            self._objection.say(label, raised.answer, now=look.now in ("objection", ""))
        else:
            count = ngettext("{count} thing they may say", "{count} things they may say", len(sheet.foreseen))
            self._objection.say(count, "")
        listed = sheet.not_raised[:MOST_LISTED] if look.listing else ()
        self._list_title.setVisible(bool(listed))
        for at, card in enumerate(self._choices):
            card.setVisible(at < len(listed))
            if at < len(listed):
                card.say("", listed[at].says, now=at == look.at, key=str(at + 1))
        rung = sheet.rung
        self._rung.setVisible(bool(sheet.rungs))
        if rung is not None:
            label = _("If it gets heated · {place}").format(place=of_all(rung))
            self._rung.say(label, rung.words, now=look.now == "rung")
        else:
            self._rung.say(_("The line, if it gets heated"), sheet.line)
        calm = _("Next line") if look.calm and sheet.dimmed else look.calm
        self._calm.say(_("To calm things"), calm, now=look.now == "calm")
        self._calm.setVisible(bool(sheet.calming))
        words = sheet.offence if look.offence else ""
        self._offence.say(_("Did something give offence?"), words, now=look.now == "offence")
        self._offence.setVisible(bool(sheet.offence))

    def _show_more(self, sheet: LiveSheet) -> None:
        """The detail is made anew only when it is another; neutral words hide all of it."""
        self._detail.setHidden(sheet.dimmed)
        if sheet.dimmed:
            return
        opening = (
            Line(pgettext("call sheet", "Open") if at == 0 else "", text) for at, text in enumerate(sheet.opening)
        )
        lines = (*opening, *sheet.first, *sheet.more)
        if lines == self._lines:
            return
        self._lines = lines
        clear(self._more)
        for line in lines:
            part = QWidget()
            label = [Label(line.label, "label")] if line.label else []
            stacked(*label, Label(line.text, "body"), steps=0.25, parent=part)
            self._more.addWidget(part)
            part.show()

    def _show_foot(self, look: Look) -> None:
        self.begin.setVisible(not look.begun)
        self.end.setVisible(look.begun)
        self.not_started.setVisible(look.begun)
        self._not_yet.setVisible(not look.begun)

    def _settle(self) -> None:
        """Give everything its place before it is looked at."""
        self._column.activate()

    # made once

    def _compose_sheet(self) -> None:
        self._aim = Label("", "question")
        self._opening = QWidget()
        self._open_words, self._open_rest = Label("", "said"), Label("", "muted", at_most=2)
        stacked(
            Label(pgettext("call sheet", "Open"), "label"),
            self._open_words,
            self._open_rest,
            steps=0.25,
            parent=self._opening,
        )
        self._say = Label("", "said")
        self._points, self._asks = stacked(steps=0), stacked(steps=0)
        self._detail = QWidget()
        self._more = stacked(steps=1.25, parent=self._detail)
        self._list_title = Label(_("What did they say?"), "label")
        self._choices = [SayCard(f"foreseen_{key}", key) for key in POINT_KEYS]
        for at, card in enumerate(self._choices):
            card.setAccessibleName(_("What did they say?"))
            card.clicked.connect(lambda _checked=False, at=at: self._on_picked(at))
        self._objection = self._card("objection", "O")
        self._rung = self._card("rung", "B")
        self._calm = self._card("calm", "C")
        self._offence = self._card("offence", "Q")
        self._said = NotesSaid()
        self._said.removed.connect(self.removed)
        self._ask_title = Label(_("Ask"), "label")
        self._dim = LinkButton(_("Neutral words"), key="D", quiet=True)
        self._dim.clicked.connect(lambda: self.acted.emit("dim"))
        inner = QWidget()
        column = stacked(self._aim, self._opening, self._points, self._say, self._list_title, parent=inner)
        for card in (*self._choices, self._objection, self._rung, self._calm, self._offence):
            column.addWidget(card)
        column.addSpacing(px(4))
        column.addWidget(self._said)
        column.addWidget(self._ask_title)
        column.addLayout(self._asks)
        column.addWidget(self._detail)
        column.addWidget(self._dim, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._column = column
        self._scroll = Scrolling(inner)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._leave_room_for_bar)
        self._scroll.setAccessibleName(_("Live sheet"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._leave_room_for_bar()

    def _card(self, action: str, key: str) -> SayCard:
        card = SayCard(action, key)
        card.clicked.connect(lambda: self.acted.emit(action))
        return card

    def _compose_foot(self) -> None:
        self._marks = [
            KeyChip(_("heated"), "H", _("Mark: heated")),
            KeyChip(_("promise"), "P", _("Mark: a promise")),
            KeyChip(_("surprise"), "S", _("Mark: a surprise")),
        ]
        for chip, action in zip(self._marks, ("heated", "promise", "surprise"), strict=True):
            chip.clicked.connect(lambda _checked=False, action=action: self.acted.emit(action))
        self.box = NoteLine(_("Note"), key="N")
        self.saved = SavedLabel()
        self.not_started = LinkButton(_("Take back the start"), quiet=True)
        self.not_started.clicked.connect(lambda: self.acted.emit("not_started"))
        self._not_yet = Label(_("Not begun yet"), "muted")
        self._before_end = QWidget()
        stacked(self._not_yet, self.not_started, steps=0, parent=self._before_end)
        self.begin = PrimaryButton(_("Begin"))
        self.begin.clicked.connect(lambda: self.acted.emit("begin"))
        self.end = PrimaryButton(_("End the call"))
        self.end.clicked.connect(lambda: self.acted.emit("end"))

    def _compose(self, notices: Notices) -> None:
        side = px(measure("live:margin"))
        names = stacked(self._client, self._title, steps=0)
        names.addStretch(1)
        head = self._head = beside(names, self.timer, steps=1.5)
        head.setStretch(0, 1)
        head.setContentsMargins(side, px(14), side, px(8))
        self._bar = Bar(*self._marks, steps=1)
        self._strip = QWidget()
        beside(self._said.last, self.saved, steps=1, parent=self._strip).setStretch(0, 1)
        self._foot = stacked(self._bar, self._strip, self.box, steps=0.75)
        self._foot.setContentsMargins(side, px(8), side, 0)
        self._ways = FootRow(self._before_end, self.begin, self.end, margin=0)
        self._at_foot = stacked(self._ways)
        self._at_foot.setContentsMargins(side, 0, side, 0)
        whole = stacked(head, notices, self._scroll, self._foot, self._at_foot, steps=0, parent=self)
        whole.setStretchFactor(self._scroll, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the sheet needs the room: marks and ways on go to its end, and keys still work."""
        super().resizeEvent(event)
        narrow = self.width() < px(NARROW_UNDER)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(0 if narrow else px(12))
        self._head.setAlignment(self.timer, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)
        low = self.height() < px(LOW_UNDER)
        if low != self._low:
            self._low = low
            where: QBoxLayout = self._column if low else self._foot
            where.insertWidget(where.count() - 1 if low else 0, self._bar)
            (self._column if low else self._at_foot).addWidget(self._ways)
            self._strip.setVisible(not low)
            self._foot.setContentsMargins(*self._foot_margins(low))

    def _foot_margins(self, low: bool) -> tuple[int, int, int, int]:
        side = px(measure("live:margin"))
        return side, px(8), side, px(14) if low else 0

    def _leave_room_for_bar(self) -> None:
        """What scrolls ends where the rest ends, with a bar and without."""
        side = px(measure("live:margin"))
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._column.setContentsMargins(side, px(2), max(px(4), side - taken), px(12))

    def _on_picked(self, at: int) -> None:
        if self._sheet is not None and at < len(self._sheet.not_raised):
            chosen = self._sheet.not_raised[at].id
            QTimer.singleShot(0, self, lambda: self.picked.emit(chosen))
