"""The window: the side bar, the pages, the notice above them, and the one place where actions are carried out."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from forecall.ui.actions import BY_NAME, Action, make_actions
from forecall.ui.drop_watch import DropWatch
from forecall.ui.finder import Finder
from forecall.ui.last_box import LastBox
from forecall.ui.leaving import Leaving
from forecall.ui.looks import look_anew, look_otherwise, next_size, step_size
from forecall.ui.notices import Notices
from forecall.ui.page import Desk, Page, Place
from forecall.ui.pages import PAGES, SIDE_BAR_OF
from forecall.ui.placing import keep_place, take_place
from forecall.ui.side_bar import SideBar
from forecall.ui.taking_back import TakingBack
from forecall.ui.theme import Theme
from forecall.ui.told import told
from forecall.ui.trail import Trail
from forecall.ui.widgets.reading_order import go_on
from forecall.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from forecall.storage.faults import CannotWrite
    from forecall.ui.page import Choice
    from forecall.workspace.undo_stack import Turned

OPENS_AT = (1100, 760)
SMALLEST = (640, 480)
_OF_ONE_CALL = ("prepare", "rehearse", "call_sheet", "look_back")


class MainWindow(QMainWindow):
    """Shows one page at a time. ``theme_chosen`` and ``example_asked`` are for whoever built the window."""

    theme_chosen = Signal()
    language_chosen = Signal()
    example_asked = Signal()
    own_asked = Signal()  # back from the example
    journal_chosen = Signal(object)  # the Path of another journal
    live_asked = Signal(str, bool)  # the small window for a call, or for the one that is next; whether it begins
    restore_asked = Signal(object)  # the Path of what is to take the journal's place
    damaged = Signal()  # reading came upon damage
    flushing = Signal()  # what was typed in other windows is to be sent on its way too
    closing = Signal()

    def __init__(self, desk: Desk, *, titled: str = "Forecall") -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("main_window")
        self.setWindowTitle(titled)
        self.setMinimumSize(*SMALLEST)
        self._pages: dict[str, Page] = {}
        self._trail = Trail(desk, self)
        self.last_box = LastBox("guide", self)
        self._finder = Finder(self)
        self._faulty = False
        self._wanted: Place | None = None  # chosen by a click that is not finished yet
        self._entries = {entry.name: entry for entry in PAGES}
        self._stack = QStackedWidget()
        self._notices = Notices(lambda: desk.workspace.try_again())
        self.leaving = Leaving(self, self._notices)
        self._taking_back = TakingBack(desk, lambda: self.page.flush(), self._notices.say, self._show_where)
        self._side = SideBar(desk.icons, [entry.name for entry in PAGES if entry.in_side_bar])
        self._side.chosen.connect(self._carry_out)
        self._drops = DropWatch(self)
        self._drops.dropped.connect(self.bring_in)
        self._compose()
        self.actions_by_name = make_actions(self, self._carry_out)
        desk.bridge.troubled.connect(self._on_troubled)
        desk.bridge.failed.connect(self._on_failed)
        take_place(self, desk.settings, QSize(*OPENS_AT))
        self.go(Place("today"))

    @property
    def page(self) -> Page:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Page)
        return shown

    @property
    def left_in_trouble(self) -> bool:
        """Whether the person closes although the disk refuses their last words."""
        return self._notices.leave_asked

    def go(self, place: Place, *, remember: bool = True) -> None:
        """Show a place. What was typed where the person was is on its way to the file first."""
        self._wanted = None
        self._finder.close()
        if self._stack.count():
            self.page.flush()
            self._trail.left(self.page.stopped_at())
        if place.id and (not self._stack.count() or self.page.place.id != place.id):
            self.desk.workspace.visit(place.id)
        page = self._page(place.page)
        self._notices.forget_passing()
        page.open_at(place)
        self._stack.setCurrentWidget(page)
        self._side.mark(SIDE_BAR_OF.get(place.page, place.page))
        page.focus_first()
        if remember:
            self._trail.went_to(place)

    def go_on_where_stopped(self) -> None:
        """Show the place of the last time, when the person has not gone anywhere yet."""
        self._trail.take_up(self.go)

    def wake(self) -> None:
        """The first frame is out: the page may read the journal."""
        self.desk.awake = True
        self.page.catch_up()

    def say(self, sentence: str, undoable: bool = False) -> None:
        """Show a sentence above the page."""
        self._notices.say(sentence, _("Undo") if undoable else "", self._taking_back.undo)

    def warn(self, sentence: str) -> None:
        """Show above the page that something could not be done."""
        self._notices.warn(sentence)

    def say_with(self, sentence: str, button: str, pressed: Callable[[], None]) -> None:
        """Show a sentence above the page for a while, with one thing to do."""
        self._notices.say(sentence, button, pressed)

    def say_standing(self, sentence: str, button: str, pressed: Callable[[], None], *, key: str = "") -> None:
        """Show a sentence that stays above every page, with one thing to do, by a key as well where it has one."""
        self._notices.stay(sentence, button, pressed, key=key)

    def say_no_longer(self) -> None:
        """Let go of the sentence that stays above every page."""
        self._notices.stay("")

    def insert_words(self, words: str) -> None:
        """Go back to the box where the cursor last was, as it stands, and put words there."""
        page = self.last_box.page
        if page is None:
            self.say(_("The box is no longer there."))
            return
        self.page.flush()
        self._stack.setCurrentWidget(page)
        self._side.mark(SIDE_BAR_OF.get(page.name, page.name))
        self._trail.went_to(page.place)
        self.last_box.insert(words)

    def show_fault(self, fault: BaseException | str) -> None:
        """Say that the journal cannot be opened, and offer to open another one."""
        sentence, details = told(fault) if isinstance(fault, BaseException) else (fault, "")
        self._faulty = True
        self._notices.stay(sentence, _("Open another journal…"), self.choose_journal, details)
        self._stack.setEnabled(False)
        self._side.setEnabled(False)

    def hinder(self, title: str, words: str, choices: "Sequence[Choice]") -> None:
        """Something stands between the person and their journal: show what, and what they may choose."""
        from forecall.ui.hindering import hinder

        self._faulty = True
        self._side.setEnabled(False)
        self._stack.setEnabled(True)
        hinder(self, title, words, choices)

    def cover(self, sentence: str) -> None:
        """Nothing can be done in this window while the journal's file is worked on."""
        self._notices.stay(sentence)
        self._stack.setEnabled(False)
        self._side.setEnabled(False)

    def uncover(self) -> None:
        """The file is not worked on after all."""
        self._notices.stay("")
        self._stack.setEnabled(True)
        self._side.setEnabled(True)

    def come_forward(self) -> None:
        """Another start asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def wear(self, theme: Theme) -> None:
        """Draw everything in a theme that was just put on. Pages are made anew: their measures follow the text."""
        self.desk.icons.wear(theme, self.desk.settings.text_scale)
        self._side.redraw_icons()
        self._side.fold_for(self.width())
        self.flush()
        place, worn = self.page.stopped_at(), self._pages
        self._pages = {}
        self.go(place, remember=False)
        for page in worn.values():
            self._stack.removeWidget(page)
            page.deleteLater()

    def bring_in(self, paths: "Sequence[Path]") -> None:
        """Look at files that were dropped; nothing comes in before the person says so."""
        if self._stack.isEnabled():
            self.come_forward()
            self.go(Place("bring_in"))
            self.page.take(paths)

    def showEvent(self, event: QShowEvent) -> None:
        """Files can be dropped from now on."""
        super().showEvent(event)
        self._drops.begin()

    def flush(self) -> None:
        """Send everything typed anywhere on its way to the file."""
        for page in self._pages.values():
            page.flush()
        self.flushing.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed and where the window stood, then let go of the journal."""
        self.flush()
        keep_place(self, self.desk.settings)
        if self.leaving.holds():
            event.ignore()
            return
        self._trail.stopped_at(self.page.stopped_at())
        self.closing.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes where reading goes."""
        return go_on(self, forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side bar to icons where there is little room."""
        super().resizeEvent(event)
        self._side.fold_for(self.width())

    def _compose(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notices)
        column.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(middle, 1)
        self.setCentralWidget(whole)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._entries[name].make(self.desk)
            page.place_chosen.connect(self._on_place_chosen)
            page.said.connect(self.say)
            for own, asked in (
                ("theme_chosen", lambda: look_anew(self)),
                ("language_chosen", self.language_chosen),
                ("example_asked", self.example_asked),
                ("insert_asked", self.insert_words),
                ("live_asked", self.live_asked),
                ("restore_asked", self.restore_asked),
            ):
                if hasattr(page, own):
                    getattr(page, own).connect(asked)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _on_place_chosen(self, place: Place) -> None:
        # The click that chose the place is finished first: its widget may go away with the page. A key that goes
        # elsewhere before that is the later wish.
        self._wanted = place
        QTimer.singleShot(0, self, lambda: self.go(place) if self._wanted is place else None)

    def _carry_out(self, name: str) -> None:
        if self._finder.closes_for(name):
            return
        action = BY_NAME[name]
        own = getattr(self, f"_do_{name}", None) or getattr(self.page, f"do_{name}", None)
        if action.leads:
            self.go(Place(action.leads))
        elif action.sets is not None:
            look_otherwise(self, *action.sets)
        elif own is not None:
            own()

    def can(self, action: Action) -> bool:
        """Whether an action would do something as things stand."""
        if not self.actions_by_name[action.name].isEnabled():
            return False
        if action.leads:
            return self.page.name != action.leads
        if action.sets is not None:
            return bool(getattr(self.desk.settings, action.sets[0]) != action.sets[1])
        if action.name in ("example", "own_journal"):
            return self.desk.is_example == (action.name == "own_journal")
        if action.name in ("larger", "smaller"):
            return next_size(self.desk.settings, 1 if action.name == "larger" else -1) is not None
        return hasattr(self, f"_do_{action.name}") or self.page.can(action.name)

    def _do_palette(self) -> None:
        if self._stack.isEnabled():
            self._finder.open()

    def _do_example(self) -> None:
        if not self.desk.is_example:
            self.example_asked.emit()

    def _do_own_journal(self) -> None:
        if self.desk.is_example:
            self.own_asked.emit()

    def _do_larger(self) -> None:
        step_size(self, 1)

    def _do_smaller(self) -> None:
        step_size(self, -1)

    def _do_guide(self) -> None:
        if self.page.name != "guide":
            self.go(Place("guide", id=self.last_box.name, key=self.last_box.question))

    def _do_live(self) -> None:
        if self._stack.isEnabled():
            self.live_asked.emit(self.page.place.id if self.page.name in _OF_ONE_CALL else "", False)

    def _do_back_up(self) -> None:
        self.go(Place("backups", step="make"))

    def _do_back(self) -> None:
        if self._notices.forget_passing():
            return
        self.go(self._trail.back(), remember=False)

    def _do_countdown(self) -> None:
        shown = not self.desk.settings.countdown_shown
        self.desk.settings.countdown_shown = shown
        for page in self._pages.values():
            page.read_again()
        self.say(_("The time left is shown.") if shown else _("The time left is hidden."))

    def _do_undo(self) -> None:
        self._taking_back.undo()

    def _do_redo(self) -> None:
        self._taking_back.redo()

    def _do_menu(self) -> None:
        self._side.open_menu(self.actions_by_name)

    def _do_keys(self) -> None:
        from forecall.ui.dialogs.keys_sheet import KeysSheet

        KeysSheet(self).exec()

    def _do_data_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.workspace.path.parent)))

    def _do_quit(self) -> None:
        self.close()

    def _show_where(self, turned: "Turned") -> None:
        """Go to where the act happened, unless that is in sight."""
        from forecall.ui.acted import place_in_window

        place = place_in_window(turned.place, self.page, self.desk)
        if place is not None:
            self.go(place)

    def _on_troubled(self, fault: "CannotWrite | None") -> None:
        self._notices.trouble(fault.sentence if fault is not None else "")
        self.leaving.hear_of_trouble(fault is not None)

    def _on_failed(self, error: BaseException) -> None:
        from forecall.storage.faults import is_damage

        if not self._faulty and is_damage(error):
            self.damaged.emit()
        elif not self._faulty:
            self._notices.warn(*told(error))

    def choose_journal(self) -> None:
        """Ask for another journal, and have it opened."""
        from pathlib import Path

        from PySide6.QtWidgets import QFileDialog

        folder = str(self.desk.workspace.path.parent) if self.desk.is_open else ""
        kinds = f"{_('Journals')} (*.db);;{_('All files')} (*)"
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Open another journal"), folder, kinds)
        if chosen:
            self.journal_chosen.emit(Path(chosen))
