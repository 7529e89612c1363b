"""When a call is: typed as people say it, picked from a calendar, or left open."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from forecall.dates import when_text
from forecall.typed_times import missing_day, parse_time
from forecall.ui.theme import px
from forecall.ui.widgets.flow_layout import FlowLayout
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.hinted_line import HintedLine
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _

WALL = "%Y-%m-%dT%H:%M"
_PAUSE_MS = 400


class TimeField(Group):
    """``chosen`` carries the wall time as ``2026-11-26T10:00``, or none. What cannot be read is said, and kept."""

    chosen = Signal(object)
    edited = Signal(str)

    def __init__(
        self,
        zone: str,
        *,
        now: Callable[[], datetime],
        name: str = "",
        parent: QWidget | None = None,
        small: bool = False,
    ) -> None:
        """``now`` is the wall clock of ``zone``. A ``small`` one is a row that asks for the time in its own words."""
        super().__init__(name or _("When"), parent)
        self._zone = zone
        self._now = now
        self._small = small
        self._wall: str | None = None
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_PAUSE_MS)
        self._typed.timeout.connect(self.flush)
        self.line = HintedLine(_("today 16:00, in 15 min, Thursday 10:00, or leave it open"), _("today 16:00"))
        self.line.setObjectName("when")
        self.line.setAccessibleName(self.accessibleName() or _("When"))
        self.line.textChanged.connect(self._on_text_changed)
        self.line.editingFinished.connect(self.flush)
        self._read = Label("", "muted")
        if small:
            self._compose_small()
        else:
            self._compose()
        self.setFocusProxy(self.line)

    def wall(self) -> str | None:
        """The wall time that is chosen, or none."""
        return self._wall

    def text(self) -> str:
        """The words as they were typed."""
        return self.line.text()

    def understood(self) -> bool:
        """Whether the words mean a time, or there are none."""
        self.flush()
        return self._wall is not None or not self.line.text().strip()

    def set_time(self, wall: str | None, zone: str = "") -> None:
        """Show a time without a signal."""
        self._zone = zone or self._zone
        self._wall = wall
        self._show(self._in_words(wall) if wall else "")
        self._tell()

    def set_text(self, text: str) -> None:
        """Show words and read them, without a signal."""
        self._show(text)
        self._wall = parse_time(text, self._now()) if text.strip() else None
        self._tell()

    def flush(self) -> None:
        """Read what was typed, now."""
        self._typed.stop()
        text = self.line.text()
        wall = parse_time(text, self._now()) if text.strip() else None
        if wall != self._wall:
            self._wall = wall
            self.chosen.emit(wall)
        self._tell()

    def _compose(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.line)
        chips = QHBoxLayout()
        chips.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=px(16), line_spacing=px(4))
        for words, wanted in (
            (_("now"), lambda: self._now()),
            (_("in 15 minutes"), lambda: self._now() + timedelta(minutes=15)),
            (
                _("tomorrow at ten"),
                lambda: datetime.combine(self._now().date() + timedelta(days=1), time(10)),
            ),
        ):
            button = LinkButton(words)
            button.clicked.connect(lambda checked=False, wanted=wanted: self._choose(wanted()))
            flow.addWidget(button)
        pick = LinkButton(_("pick a day"))
        pick.clicked.connect(lambda: self._open_calendar(pick))
        flow.addWidget(pick)
        column.addWidget(holder)
        column.addWidget(self._read)

    def _compose_small(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=px(16), line_spacing=px(4))
        tall = self.line.sizeHint().height()
        asks = Label(self.accessibleName(), "strong")
        asks.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        asks.setMinimumHeight(tall)
        flow.addWidget(asks)
        for words, ahead in ((_("now"), 0), (_("in 15 minutes"), 15)):
            button = LinkButton(words)
            button.clicked.connect(
                lambda checked=False, ahead=ahead: self._choose(self._now() + timedelta(minutes=ahead))
            )
            button.setMinimumHeight(tall)
            flow.addWidget(button)
        self.line.setPlaceholderText(_("at 16:00"))
        self.line.setFixedWidth(px(160))
        flow.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(holder)
        column.addWidget(self._read)
        self._read.hide()

    def _choose(self, when: datetime) -> None:
        self._wall = when.strftime(WALL)
        self._show(self._in_words(self._wall))
        self.chosen.emit(self._wall)
        self.edited.emit(self.line.text())
        self._tell()

    def _open_calendar(self, beside: QWidget) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setAccessibleName(_("Day of the call"))
        start = datetime.strptime(self._wall, WALL) if self._wall else self._now()
        calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        calendar.setMinimumDate(QDate(1970, 1, 1))
        calendar.setLocale(QLocale())
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def picked(day: QDate) -> None:
            at = datetime.strptime(self._wall, WALL).time() if self._wall else time(10)
            menu.close()
            self._choose(datetime.combine(day.toPython(), at))  # type: ignore[arg-type]

        calendar.activated.connect(picked)
        calendar.clicked.connect(picked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))
        calendar.setFocus()

    def _in_words(self, wall: str) -> str:
        """A time as a person would type it, where that reads back as the same."""
        now = self._now()
        said = when_text(wall, None, now)
        return said if parse_time(said, now) == wall else wall.replace("T", " ")

    def _show(self, text: str) -> None:
        self.line.blockSignals(True)
        self.line.setText(text)
        self.line.blockSignals(False)

    def _tell(self) -> None:
        text = self.line.text().strip()
        if self._wall is not None:
            self._read.setText(when_text(self._wall, self._zone, self._now()))
        elif day := missing_day(text, self._now()):
            self._read.setText(_("{day} does not exist.").format(day=day))
        elif text:
            self._read.setText(_("That is not a time yet. Try: today 16:00, or tomorrow 10:00."))
        else:
            self._read.setText("" if self._small else _("No time yet. That is fine."))
        if self._small:
            self._read.setVisible(bool(text))

    def _on_text_changed(self, text: str) -> None:
        self._typed.start()
        self.edited.emit(text)
