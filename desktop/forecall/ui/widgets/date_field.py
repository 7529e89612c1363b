"""A day, shown as a pill that opens a small menu: the near days, words to type, a calendar, no day at all."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from forecall.dates import day_text
from forecall.typed_times import missing_day, parse_time
from forecall.ui.theme import colour, px, type_font
from forecall.ui.widgets.paint import panel, ringed
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import Label, LinkButton, QuietButton
from forecall.words import _


def read_day(words: str, today: date) -> date | None:
    """The day that typed words mean, or none; of several it could be, the next one to come."""
    moment = parse_time(words, _start_of(today))
    return datetime.fromisoformat(moment).date() if moment else None


def _start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


class DateField(QuietButton):
    """A pill that shows a day and opens a menu to choose one. ``picked`` carries ``2026-11-27`` or none."""

    spoken_role = Role.ButtonMenu

    picked = Signal(object)
    moved_on = Signal()  # a day was chosen in the menu: the person goes on to what comes next
    _height = 34

    def __init__(
        self,
        name: str,
        *,
        empty: str = "",
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        """``empty`` is what it says while there is no day; ``today`` is the clock."""
        self._name = name
        self._today = today
        self._empty = empty or _("no date")
        self._day: date | None = None
        super().__init__(self._empty, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self._show_day()

    def value(self) -> str | None:
        """The day as ``2026-11-27``, or none."""
        return self._day.isoformat() if self._day else None

    def set_value(self, value: str | None) -> None:
        """Show a day, without a signal; words that are no day count as none."""
        try:
            self._day = date.fromisoformat(value) if value else None
        except ValueError:
            self._day = None
        self._show_day()

    def set_name(self, name: str) -> None:
        """Be called something else by a screen reader."""
        self._name = name
        self._show_day()

    def open_menu(self) -> None:
        """Open the small menu below, or above where there is no room below."""
        menu = DayMenu(self._name, self._day, self._today(), self)
        menu.chosen.connect(self._on_menu_chosen)
        menu.adjustSize()
        at = self.mapToGlobal(QPoint(0, self.height() + px(4)))
        screen = QGuiApplication.screenAt(at) or self.screen()
        room = screen.availableGeometry()
        if at.y() + menu.height() > room.bottom():
            at.setY(max(room.top(), self.mapToGlobal(QPoint(0, 0)).y() - menu.height() - px(4)))
        at.setX(max(room.left(), min(at.x(), room.right() - menu.width())))
        menu.move(at)
        menu.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the menu, Delete takes the day away, and a letter or digit begins to type a day."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        elif event.key() == Qt.Key.Key_Down:
            self.open_menu()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.open_menu()
            menu = self.findChild(DayMenu)
            if menu is not None:
                menu.typed.setText(event.text())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A pill around the words."""
        width = QFontMetrics(type_font("body")).horizontalAdvance(self.text())
        return QSize(width + 2 * px(13), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        ring = self.ring_shown()
        if ring:
            rect, radius = ringed(painter, rect, radius)
        fill = "hover" if self._hovered else "surface"
        panel(painter, rect, radius, colour(fill), None if ring else colour("strong_border"))
        painter.setFont(type_font("body"))
        painter.setPen(colour("text" if self._day else "muted"))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _on_menu_chosen(self, day: date | None) -> None:
        # Where nothing takes the person on, the keyboard is on the pill again.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(day)
        self.moved_on.emit()

    def _choose(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self._show_day()
            self.picked.emit(self.value())

    def _show_day(self) -> None:
        words = day_text(self._day.isoformat(), self._today()) if self._day else self._empty
        self.setText(words)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(words)
        self.updateGeometry()


class DayMenu(QFrame):
    """The menu of a DateField."""

    chosen = Signal(object)

    def __init__(self, name: str, day: date | None, today: date, parent: QWidget) -> None:
        """Opens beneath ``parent``."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._over = parent
        self._today = today
        self._day = day
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(14), px(14), px(10))
        self._column.setSpacing(px(2))
        self.typed = QLineEdit(self)
        self.typed.setAccessibleName(_("Type a day"))
        self.typed.setPlaceholderText(_("Friday, 27 Nov, in 3 days…"))
        self.typed.returnPressed.connect(self._on_typed)
        self._column.addWidget(self.typed)
        self._trouble = Label("", "caution")
        self._trouble.hide()
        self._column.addWidget(self._trouble)
        self._column.addSpacing(px(6))
        for words, days in ((_("today"), 0), (_("tomorrow"), 1), (_("in a week"), 7)):
            self._add_day(words, today + timedelta(days=days))
        self._pick = self._add(_("pick a day…"))
        self._pick.clicked.connect(self._on_pick)
        self._none = self._add(_("no date"), quiet=True)
        self._none.clicked.connect(self._on_none)

    def showEvent(self, event: QShowEvent) -> None:
        """Typing can begin at once."""
        super().showEvent(event)
        self.typed.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        """A shortcut of the window ends the menu before it is carried out: beneath an open popup none is heard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            actions = self._over.window().actions()
            if event.key() != Qt.Key.Key_Escape and any(keys in action.shortcuts() for action in actions):
                self.close()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel behind."""
        panel(QPainter(self), QRectF(self.rect()), px(10), colour("surface"), colour("strong_border"))

    def _add(self, words: str, quiet: bool = False) -> LinkButton:
        button = LinkButton(words, quiet=quiet)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _add_day(self, words: str, day: date) -> None:
        date_words = QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
        button = LinkButton(words, name=words, key=date_words)
        button.setProperty("day", day.isoformat())
        button.clicked.connect(self._on_near_day)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _end(self, day: date | None) -> None:
        # First closed: closing gives the keyboard back to where it was, and it may be wanted elsewhere.
        self.close()
        self.chosen.emit(day)

    def _on_near_day(self) -> None:
        self._end(date.fromisoformat(str(self.sender().property("day"))))

    def _on_none(self) -> None:
        self._end(None)

    def _on_typed(self) -> None:
        day = read_day(self.typed.text(), self._today)
        if day is not None:
            self._end(day)
            return
        missing = missing_day(self.typed.text(), _start_of(self._today))
        no_such_day = _("{day} does not exist.").format(day=missing)
        self._trouble.setText(no_such_day if missing else _("That is not a day I know. Try 27 Nov or Friday."))
        self._trouble.show()
        self.adjustSize()

    def _on_pick(self) -> None:
        self._pick.hide()
        calendar = QCalendarWidget(self)
        calendar.setAccessibleName(_("Calendar"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)
        dress_calendar(calendar)
        shown = self._day or self._today
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._on_calendar)
        calendar.clicked.connect(self._on_calendar)
        self._column.insertWidget(self._column.indexOf(self._none), calendar)
        self.adjustSize()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_calendar(self, day: QDate) -> None:
        self._end(date(day.year(), day.month(), day.day()))


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Colour what a style sheet does not reach in a calendar: the names of the days and the weekend."""
    heading = calendar.headerTextFormat()
    heading.setForeground(colour("muted"))
    heading.setBackground(colour("surface"))
    calendar.setHeaderTextFormat(heading)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        weekend = calendar.weekdayTextFormat(day)
        weekend.setForeground(colour("text"))
        calendar.setWeekdayTextFormat(day, weekend)
