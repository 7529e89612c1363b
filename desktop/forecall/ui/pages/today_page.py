"""The first screen: a heading at once, and what the journal holds for today as soon as it is read."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from forecall.dates import long_day
from forecall.ui.actions import keys_of
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.arranging import Bar, EndRow, Foot
from forecall.ui.widgets.page_layout import filled, leave
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _

if TYPE_CHECKING:  # the first frame has no need of them, and no time
    from forecall.ui.models.today import Today
    from forecall.ui.widgets.today_parts import TodayParts

_MINUTE_MS = 60_000


class TodayPage(Page):
    """Where every start begins. ``filled`` comes when what the journal holds for today is on the screen."""

    name = "today"

    example_asked = Signal()
    live_asked = Signal(str, bool)  # the live sheet of a call, and whether the call begins with it
    filled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Today"))
        self._parts: TodayParts | None = None
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_now)
        self._scroll = ScrollPage(_("Today"), wide="today")
        self._date = Label(long_day(date.today()), "label")
        self._heading = Label(_("Today"), "title")
        self._heading.setObjectName("today_heading")
        self._scroll.column.addWidget(self._date)
        self._scroll.column.addWidget(self._heading)
        leave(self._scroll.column, "part")
        self._scroll.column.addStretch(1)
        filled(self._scroll, self._foot(), grows=self._scroll, parent=self)

    def read(self) -> None:
        """Ask for everything on the screen at once."""
        from forecall.journal.moments import utc_now
        from forecall.ui.models.today import read_today

        self._asked += 1
        asked, now = self._asked, utc_now()
        task = self.desk.workspace.ask(read_today, now, self.desk.zone)
        task.then(lambda today: self._on_read(asked, now, today))
        if self.isVisible():
            # The minutes are told anew just after each full one.
            wall = self.desk.now()
            self._timer.start(_MINUTE_MS - (wall.second * 1000 + wall.microsecond // 1000) + 50)

    def flush(self) -> None:
        """What came of a promise goes to the file."""
        if self._parts is not None:
            self._parts.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """The minutes have gone on while the page was hidden."""
        self._stale = True
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody reads the minutes now."""
        self._timer.stop()
        super().hideEvent(event)

    def _on_read(self, asked: int, now: str, today: "Today") -> None:
        if asked != self._asked:
            return
        from forecall.ui.models.today import heading

        wall = self.desk.now()
        self._date.setText(long_day(today.day))
        self._heading.setText(heading(today, now, wall, self.desk.settings.countdown_shown))
        parts = self._shown_parts()
        parts.show_today(today, now, wall)
        self._note.setHidden(today.empty)  # the empty page offers it above
        self._order_tabs(parts)
        self.filled.emit()

    def _shown_parts(self) -> "TodayParts":
        if self._parts is None:
            from forecall.ui.widgets.today_parts import TodayParts

            self._parts = TodayParts(self.desk)
            self._parts.place_chosen.connect(self.place_chosen)
            self._parts.said.connect(self.said)
            self._parts.example_asked.connect(self.example_asked)
            self._parts.live_asked.connect(self.live_asked)
            self._scroll.column.insertWidget(self._scroll.column.count() - 1, self._parts)
        return self._parts

    def _order_tabs(self, parts: "TodayParts") -> None:
        """Tab follows the order of making; what was made first here stands at the foot."""
        previous = parts.last_stop()
        if previous is None:
            return
        # The order is a ring, and Qt leaves alone what follows each other in it: the page has to stand between.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for button in (each for each in self._at_foot if not each.isHidden()):
            QWidget.setTabOrder(previous, button)
            previous = button
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _foot(self) -> Foot:
        note = LinkButton(_("Note a call that just happened"), key=keys_of("note"))
        note.clicked.connect(lambda: self.place_chosen.emit(Place("note_call")))
        summary = LinkButton(_("Lessons summary"))
        summary.clicked.connect(lambda: self.place_chosen.emit(Place("summary")))
        self._note, self._at_foot = note, (note, summary)
        return Foot(EndRow(Bar(note), (summary,), steps="nothing", least="foot"), self._scroll)
