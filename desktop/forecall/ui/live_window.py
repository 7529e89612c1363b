"""The live sheet: a small window on top of the others while the call is held, all from the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.coach.call_clock import said_of
from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.records import LIVE_DRAFT, LiveKind
from forecall.ui.actions import ACTIONS, LIVE_ACTIONS, POINT_KEYS, keys_of, make_actions
from forecall.ui.live_call import LiveCall
from forecall.ui.live_notes import NoteTaking
from forecall.ui.live_view import LiveView
from forecall.ui.models.live import Kept, LiveReading, read_live
from forecall.ui.notices import Notices
from forecall.ui.page import Desk, Place
from forecall.ui.placing import on_screen
from forecall.ui.taking_back import TakingBack
from forecall.ui.theme import colour, measure, px
from forecall.ui.told import told
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.arranging import clear, stacked
from forecall.ui.widgets.empty_state import EmptyState
from forecall.words import _

if TYPE_CHECKING:
    from forecall.storage.faults import CannotWrite

TICK_MS = 500
KEEP_MS = 300
_SMALLEST = (300, 360)
_OF_MAIN = ("undo", "redo", "live", "keys")
"""Actions of the big window that mean the same here."""


class LiveWindow(QWidget):
    """Shows one call. ``ended`` carries its id: the reflection follows; ``place_wanted`` leads to the big window."""

    ended = Signal(str)
    place_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("live_window")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setMinimumSize(*_SMALLEST)
        self.call = LiveCall(desk, self)
        self._notes = NoteTaking(self.call.seconds, self.call.write_note, self.call.remove_note)
        self._asked = 0
        self._placed = False
        self._leaving = False
        self._kept = Kept()
        self._view: LiveView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self._on_tick)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._build()
        self._follow()

    # how it is opened and left

    def open_for(self, call_id: str, begin: bool = False) -> None:
        """Show the call that is named, else the one under way, else the next; with ``begin`` it begins at once."""
        self._asked += 1
        asked = self._asked
        self._notes.finish()

        def arrived(reading: LiveReading) -> None:
            if asked != self._asked:
                return
            self._place(reading.kept)
            self.call.show(reading)
            self._come_forward()
            if begin:
                self._do_begin()

        self.desk.workspace.ask(read_live, call_id, utc_now()).then(arrived)

    def wear(self) -> None:
        """Another theme, or another size of the text: everything is made anew, with what is being written in it."""
        writing = self._view is not None and self._view.box.hasFocus()
        self._build()
        self._show()
        if writing and self._view is not None:
            self._view.box.setFocus()

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        self._notes.flush()

    def leave_with_main(self) -> None:
        """The big window closes: nothing is lost, and the call under way is shown again at the next start."""
        self.flush()
        if self.isVisible():
            self._leaving = True
            self._keep()
        self.close()

    def _on_let_go(self, let_go: bool) -> None:
        """While the journal's file is worked on nobody writes here; in the next window this one comes back by itself.

        It comes back here where the journal stayed open after all.
        """
        if let_go:
            self._asked += 1  # what is still being read opens nothing
            self.leave_with_main()
        elif self._leaving:
            self._leaving = False
            self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask nothing and lose nothing; the call goes on."""
        self.flush()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The time is kept true while the window is seen."""
        super().showEvent(event)
        self._ticking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks in a window that is not seen; what was open stays known."""
        self._ticking.stop()
        if not event.spontaneous():
            self._notes.finish()
            if not self._leaving:
                self._keep()
        super().hideEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Where the window stands is kept at once, for a crash too."""
        super().moveEvent(event)
        self._keep_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """So is its size."""
        super().resizeEvent(event)
        self._keep_soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A surface of its own."""
        QPainter(self).fillRect(self.rect(), colour("surface"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is listed, or begins the call; it never ends one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            if not self.call.take_listed() and not self.call.begun:
                self._do_begin()
        else:
            super().keyPressEvent(event)

    # what keys do

    def _carry_out(self, name: str) -> None:
        own = getattr(self, f"_do_{name}", None)
        if own is not None:
            own()
        else:
            getattr(self.call, name)()

    def _do_begin(self) -> None:
        if self._view is not None and self.call.id and not self.call.begun:
            self.call.begin()
            self._view.to_sheet()

    def _do_end(self) -> None:
        call_id = self.call.id
        if not call_id:
            return
        self._notes.finish()
        self.call.end().then(lambda _done: self._on_ended(call_id))

    def _do_heated(self) -> None:
        self._mark(LiveKind.HEATED)

    def _do_promise(self) -> None:
        self._mark(LiveKind.PROMISE)

    def _do_surprise(self) -> None:
        self._mark(LiveKind.SURPRISE)

    def _do_note(self) -> None:
        self._mark(LiveKind.NOTE)

    def _do_leave(self) -> None:
        """Esc: first out of the line, then what is open, then the window."""
        if self._view is not None and self._view.box.hasFocus():
            self._on_note_done()
        elif not self._notices.forget_passing() and not self.call.fold_list():
            self.close()

    def _do_undo(self) -> None:
        self._taking_back.undo()

    def _do_redo(self) -> None:
        self._taking_back.redo()

    def _do_live(self) -> None:
        self.place_wanted.emit(None)

    def _do_keys(self) -> None:
        from forecall.ui.dialogs.keys_sheet import KeysSheet

        sheet = KeysSheet(self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()  # beside the call, never before it

    def _mark(self, kind: LiveKind) -> None:
        if self._view is not None and self.call.id:
            self._notes.begin(kind)
            self._view.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_note_done(self) -> None:
        self._notes.finish()
        if self._view is not None:
            self._view.to_sheet()

    def _on_removed(self, note_id: str) -> None:
        if self._notes.note is not None and self._notes.note.id == note_id:
            self._notes.finish()
        self.call.remove_note(note_id)
        self._notices.say(_("Removed."), _("Undo"), self._taking_back.undo)

    def _on_ended(self, call_id: str) -> None:
        announce(self, _("The call is over."))
        self.close()
        self.ended.emit(call_id)

    def _on_tick(self) -> None:
        event = self.call.tick()
        if event is not None:
            self._notices.say(said_of(event))
        self._show_time()

    # showing

    def _build(self) -> None:
        """Make everything that is seen, in the measures of today."""
        clear(self._column)
        self._notices = Notices(lambda: self.desk.workspace.try_again())
        self._taking_back = TakingBack(self.desk, self.flush, self._notices.say)
        view = LiveView(self._notices)
        self._notes.attach(view.box)
        view.acted.connect(self._carry_out)
        view.ticked.connect(self.call.set_ticked)
        view.picked.connect(self.call.pick)
        view.removed.connect(self._on_removed)
        view.box.moved_on.connect(self._on_note_done)
        view.box.edited.connect(view.saved.set_saving)
        view.box.refused.connect(self._notices.say)
        self.call.saving.connect(view.saved.set_saving)
        self.call.saved.connect(view.saved.set_saved)
        self.call.unsaved.connect(view.saved.set_trouble)
        self._empty = self._nothing()
        self._column.addWidget(view)
        self._column.addWidget(self._empty)
        self._view = view

    def _nothing(self) -> QWidget:
        empty = QWidget()
        words = EmptyState(_("No call is planned."), _("Prepare a call"), key=keys_of("prepare"))
        words.acted.connect(lambda: self.place_wanted.emit(Place("new_call")))
        column = stacked(words, parent=empty)
        column.setContentsMargins(*(px(measure("live:margin")),) * 4)
        column.addStretch(1)
        return empty

    def _follow(self) -> None:
        self.call.changed.connect(self._show)
        self.call.spoke.connect(self._on_spoke)
        self.call.gone.connect(self.close)
        self.call.said.connect(lambda words: self._notices.say(words))
        self.call.read_again.connect(self._on_read_again)
        self.desk.bridge.troubled.connect(self._on_troubled)
        self.desk.bridge.failed.connect(self._on_failed)
        self.desk.bridge.let_go.connect(self._on_let_go)
        make_actions(self, self._carry_out, [each for each in ACTIONS if each.name in _OF_MAIN])
        make_actions(self, self._carry_out, LIVE_ACTIONS)
        for place, key in enumerate(POINT_KEYS):
            for keys in (key, f"Alt+{key}"):
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.activated.connect(lambda place=place: self.call.digit(place))

    def _show(self) -> None:
        sheet, view = self.call.sheet, self._view
        if view is None:
            return
        view.setVisible(sheet is not None)
        self._empty.setVisible(sheet is None)
        name = _("Live sheet")
        if sheet is not None:
            view.show_sheet(sheet, self.call.look)
            name = _("Call") if sheet.dimmed else f"{sheet.client} – {_('Live sheet')}"
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self._show_time()

    def _show_time(self) -> None:
        if self._view is not None:
            self._view.timer.show_time(self.call.seconds(), self.call.length, running=self.call.begun)
            self._notes.show_time()

    def _on_spoke(self) -> None:
        if self._view is not None:
            self._view.show_card()

    def _on_read_again(self) -> None:
        if self.call.sheet is not None:
            self._notes.reconcile(self.call.notes)

    def _on_troubled(self, fault: "CannotWrite | None") -> None:
        self._notices.trouble(fault.sentence if fault is not None else "")

    def _on_failed(self, error: BaseException) -> None:
        if self.isVisible():
            self._notices.warn(*told(error))

    # where it stands

    def _come_forward(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if self._view is not None and self.call.id:
            (self._view.to_sheet if self.call.begun else self._view.begin.setFocus)()
        self._say_how_to_pin()
        self._keep()

    def _say_how_to_pin(self) -> None:
        """Said once: on Wayland a window cannot ask to stay on top, only the person can."""
        settings = self.desk.settings
        if QGuiApplication.platformName().startswith("wayland") and not settings.pinning_told:
            settings.pinning_told = True
            self._notices.say(_("To keep this window in front, press Alt+Space and choose “Always on top”."))

    def _place(self, kept: Kept) -> None:
        """Where it stood the last time; at first at the side of the screen, out of the way of the call."""
        if self._placed:
            return
        self._placed = True
        room = QGuiApplication.primaryScreen().availableGeometry()
        size = QSize(px(measure("live:width")), px(measure("live:height"))).boundedTo(room.size())
        usual = QRect(QPoint(room.right() - size.width() - px(24), room.top() + px(24)), size)
        self.setGeometry(on_screen(QRect(*kept.window) if kept.window else usual, size))

    def _keep_soon(self) -> None:
        if self._placed and self.isVisible():
            self._keeping.start()

    def _keep(self) -> None:
        """Remember at once which call is shown, and where."""
        self._keeping.stop()
        place = self.geometry()
        window = (place.x(), place.y(), place.width(), place.height())
        kept = Kept(self.call.id if self.isVisible() else "", window)
        if kept != self._kept and self._placed:
            self._kept = kept
            self.desk.workspace.perform(self, verbs.keep_draft, LIVE_DRAFT, kept.as_text())
