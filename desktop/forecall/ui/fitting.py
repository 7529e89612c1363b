"""Only what fits, on the page: folds what does not fit any more, says so, and asks for the time where there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from forecall.coach.fitting import (
    QUICK_SECONDS,
    Room,
    Slot,
    Time,
    answered_in,
    calmly,
    room_until,
    still_takes,
    what_fits,
)
from forecall.coach.pace import learned_paces
from forecall.guide.question import Asked
from forecall.guide.worksheet import Worksheet
from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.paces import recent_paces
from forecall.journal.records import CallRecord
from forecall.ui.pace_watch import PaceWatch
from forecall.ui.page import Desk
from forecall.ui.widgets.text import Label, LinkButton
from forecall.ui.widgets.when_row import WhenRow
from forecall.ui.worksheet_view import WorksheetView
from forecall.words import _, ngettext

_QUICK_MINUTES = QUICK_SECONDS // 60


class Fitting(QObject):
    """Decides which of the questions of a view are in sight. ``unfolded`` when the person wants the rest as well."""

    unfolded = Signal()

    def __init__(self, desk: Desk, view: WorksheetView, sheet: Worksheet) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._sheet = sheet
        self._watch = PaceWatch(desk.workspace, view)
        self._paces = learned_paces((), desk.catalog.questions, desk.catalog.paces)
        self._order: tuple[Asked, ...] = ()  # of the short set
        self._shown: tuple[str, ...] = ()
        self._rest = False  # questions beyond the short set
        self._whole = False  # *More*: they are in sight as well
        self._call: CallRecord | None = None
        self.line = Label("", "muted")
        self.when = WhenRow(desk.zone, now=desk.now)
        self.when.given.connect(self._on_given)
        self.more = LinkButton(_("More"), name=_("More questions"))
        self.more.clicked.connect(self._on_more)

    @property
    def is_on(self) -> bool:
        """Whether the person wants only what fits."""
        return self._desk.settings.only_what_fits

    def begin(self, another: bool) -> None:
        """``another`` call is shown, or the same one anew: plan with the pace as it is known by now."""
        self._shown, self._call = (), None
        self._whole = self._whole and not another
        self._desk.workspace.ask(recent_paces).then(self._on_paces)

    def settle(self) -> None:
        """Keep what was measured, and a time that was typed."""
        self._watch.send()
        self.when.settle()

    def chosen(self, asked: Sequence[Asked], call: CallRecord) -> list[Asked]:
        """The questions to draw, the short set first and in its order; ``plan`` says which of them are in sight."""
        by_key = {each.key: each for each in asked}
        keys = self._sheet.quick(call.head.types, _QUICK_MINUTES)
        self._order = tuple(by_key[key] for key in keys if key in by_key)
        rest = [each for each in asked if each not in self._order]
        self._rest = bool(rest)
        return [*self._order, *(rest if self._whole else ())]

    def plan(self, call: CallRecord) -> None:
        """Fold and unfold for the time that is left now, and say it."""
        self._call = call
        for widget in (self.line, self.when, self.more):
            widget.setVisible(self.is_on)
        if not self.is_on:
            self._view.fold(())
            return
        room = room_until(call, utc_now())
        order = tuple(each.key for each in self._order)
        wanted = what_fits(self._slots(call), room.seconds, self._sheet.least_under * 60)
        self._shown = order if self._whole else calmly(order, wanted, self._shown, self._view.current())
        self._view.fold([key for key in order if key not in self._shown])
        self.line.setText(fits_words(room, self._sheet.least_under, self._desk.settings.countdown_shown))
        self.when.setVisible(room.time is Time.NOT_KNOWN)
        self.more.setVisible(not self._whole and (self._rest or len(self._shown) < len(order)))

    def tick(self) -> None:
        """Time has passed."""
        self._watch.send()
        if self._call is not None and self.is_on:
            self.plan(self._call)

    def _slots(self, call: CallRecord) -> list[Slot]:
        least = frozenset(self._sheet.quick(call.head.types, 0))
        answered = answered_in(call) | self._view.written()
        at = self._view.current()
        return [
            Slot(
                each.key,
                still_takes(
                    self._paces[each.question.pace_kind],
                    answered=each.key in answered,
                    writing=each.key == at,
                    spent=self._watch.spent(each.key),
                ),
                each.key in least,
                each.key in answered,
            )
            for each in self._order
        ]

    def _on_paces(self, recent: tuple[tuple[str, int], ...]) -> None:
        self._paces = learned_paces(recent, self._desk.catalog.questions, self._desk.catalog.paces)
        self.tick()

    def _on_more(self) -> None:
        self._whole = True
        self.unfolded.emit()

    def _on_given(self, wall: str) -> None:
        if self._call is not None:
            self._desk.workspace.perform(self, verbs.move_call, self._call.head.id, wall, self._desk.zone)
            at = QApplication.focusWidget()
            if at is not None and self.when.isAncestorOf(at):  # the row goes away
                self._view.focus_question(self._view.last)


def fits_words(room: Room, least_under: int, countdown: bool = True) -> str:
    """What is in sight and why, in a sentence or two."""
    if room.time is Time.LEFT:
        if room.seconds < least_under * 60:
            least = ngettext(
                "Only what fits in {count} minute: the least that carries a call.",
                "Only what fits in {count} minutes: the least that carries a call.",
                room.minutes,
            )
            return least if countdown else _("Only what still fits: the least that carries a call.")
        if not countdown:
            return _("Only what fits before the call. Two minutes stay free to settle and read.")
        said = _("Only what fits in {minutes} minutes. Two of them stay free to settle and read.")
        return said.format(minutes=room.minutes)
    said = {
        Time.NOT_KNOWN: _("The call has no time yet. This is what fits in {minutes} minutes."),
        Time.PASSED: _("The time of the call has passed. This is what fits in {minutes} minutes."),
        Time.BEGUN: _("The call has begun. This is what fits in {minutes} minutes."),
        Time.OVER: _("The call is over. This is what fits in {minutes} minutes."),
    }[room.time]
    return said.format(minutes=room.minutes)


def way_words(room: Room, is_on: bool, countdown: bool = True) -> str:
    """The words of the button that folds and unfolds: "Only what fits in 12 minutes"."""
    if is_on:
        return _("All questions")
    if not countdown:
        return _("Only what fits")
    return ngettext("Only what fits in {count} minute", "Only what fits in {count} minutes", room.minutes)
