"""Builds the program: the only place that makes a workspace, a theme, a desk and a window."""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from forecall.paths import one_name, resources_folder, settings_file
from forecall.settings import load_settings
from forecall.ui import theme as look
from forecall.ui.actions import keys_of
from forecall.ui.bridge import Bridge
from forecall.ui.example import Example, NoExample
from forecall.ui.file_keeper import FileKeeper
from forecall.ui.first_window import FirstWindow
from forecall.ui.icons import Icons
from forecall.ui.language import speak
from forecall.ui.looks import look_anew
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Desk, Place
from forecall.ui.pages.today_page import TodayPage
from forecall.ui.widgets import spoken
from forecall.words import _

if TYPE_CHECKING:  # the first frame needs none of these
    from forecall.guide.catalog import Catalog
    from forecall.ui.live_window import LiveWindow
    from forecall.workspace.workspace import Workspace

_PATIENCE = 5.0
"""Seconds that closing the window waits for a slow disk; a full one was told of before."""

_TIDY_AFTER_MS = 4000
"""When the trash is looked at: the first screen and the first keys come before it."""

_AT_LATEST_MS = 2000
"""When everything is made ready although the first screen was left before it stood."""

_SECOND_FRAME = ("forecall.workspace.workspace", "forecall.ui.models.today", "forecall.ui.widgets.today_parts")
"""What the first screen needs as soon as it is more than a heading."""


class Forecall(QObject):
    """The running program: one window over one journal, which can be changed for another."""

    def __init__(self, app: QApplication, journal: Path) -> None:
        super().__init__()
        self._app = app
        self._resources = resources_folder()
        self._settings_file = settings_file()
        self.settings = load_settings(self._settings_file)
        self._own_journal = journal
        self._example = Example()
        self._ready_for: MainWindow | None = None
        self.live: LiveWindow | None = None
        """The small window during a call, made when it is first asked for."""
        self._only: FirstWindow | None = None
        self._reading = False  # whether the person chose only to read the journal
        self._forward = False
        self._keeper = FileKeeper(self)
        self._speak()
        self._theme = self._dress()
        self._catalog = _Loading(self._resources)
        self.window: MainWindow = self._open(journal)
        for changed in look.system_changes():
            changed.connect(self._on_system_changed)

    @property
    def workspace(self) -> "Workspace":
        """The journal that is open."""
        return self.window.desk.workspace

    def show(self) -> bool:
        """Show the window; what the first frame does not need is made ready after it.

        Nothing is shown, and ``False`` given, when another window has the journal: that one comes forward.
        """
        if self._only is not None or self._reading:
            AfterFirstFrame(self.window, self._warm_up)
        elif self._forward:
            return False
        else:
            self._keeper.tell_held(self._journal)
        self.window.show()
        return True

    def look_at_example(self) -> None:
        """Open a sample journal in the window's place; the person's own is closed and left as it is."""
        self.window.leaving.once_saved(self._make_example)

    def _make_example(self) -> None:
        try:
            path = self._example.make(self.window.desk.zone)
        except NoExample as error:
            self.window.leaving.stays()
            self.window.warn(str(error))
        else:
            self.change_to(path, _("Forecall – an example"))

    def back_to_own(self) -> None:
        """Leave the example; nothing of it stays."""
        self._on_journal_chosen(self._own_journal)

    def _tell_example(self) -> None:
        self.window.desk.is_example = True
        self.window.say_standing(
            _("This is an example. What you write here is not kept."),
            _("Back to my journal"),
            self.back_to_own,
            key=keys_of("own_journal"),
        )

    def _on_journal_chosen(self, journal: Path) -> None:
        self.change_to(one_name(journal), "Forecall")

    def change_to(
        self, journal: Path, titled: str, *, reading: bool = False, then: Callable[[], None] = lambda: None
    ) -> None:
        """Open a journal in the window's place, to write in it or only to read, and then go on.

        What was typed is in the file first. While the disk refuses it the window stays, and says so.
        """

        def next_window() -> None:
            self._reading = reading
            if not self._example.holds(journal):
                self._own_journal = journal
                self._example.let_go()
            self.window = self._open(journal, titled)

        self.window.leaving.once_saved(lambda: self._instead(next_window, then))

    def _instead(self, next_window: Callable[[], None], then: Callable[[], None]) -> None:
        """Close the window and show another in its place; nothing comes in place of one that stays."""
        old = self.window
        quits, _was = self._app.quitOnLastWindowClosed(), self._app.setQuitOnLastWindowClosed(False)
        if old.close():
            next_window()
            self.window.setGeometry(old.geometry())
            if not self.show():
                self._app.quit()  # another window has that journal, and came forward
            if self._example.holds(self._journal):
                self._tell_example()
            old.deleteLater()
            then()
        self._app.setQuitOnLastWindowClosed(quits)

    def _open(self, journal: Path, titled: str = "Forecall") -> MainWindow:
        bridge = Bridge()
        desk = Desk(
            bridge=bridge,
            settings=self.settings,
            theme=self._theme,
            icons=Icons(self._resources / "icons", self._theme, self.settings.text_scale),
            open_workspace=lambda: self._open_workspace(journal, window),
            load_catalog=self._catalog.result,
            find_zone=_local_zone,
            awake=False,
        )
        window = MainWindow(desk, titled=titled)
        bridge.setParent(window)
        self._journal = journal
        self._only = None if self._reading else self._take(journal, window)
        window.example_asked.connect(self.look_at_example)
        window.own_asked.connect(self.back_to_own)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.language_chosen.connect(self._on_language_chosen)
        window.journal_chosen.connect(self._on_journal_chosen)
        window.live_asked.connect(self._on_live_asked)
        window.restore_asked.connect(self._keeper.restore)
        window.damaged.connect(self._keeper.rescue)
        window.closing.connect(lambda: self._close(window))
        return window

    def _take(self, journal: Path, window: MainWindow) -> FirstWindow | None:
        """The hold on a journal, or nothing when another window has it."""
        if not journal.parent.exists():
            from forecall.storage.files import make_folder

            with suppress(OSError):  # what is wrong with the place is said when the journal is opened
                make_folder(journal.parent)
        only = FirstWindow(journal, window)
        only.called.connect(window.come_forward)
        if not only.take():
            self._forward = only.call()
            if self._forward or not only.take():  # the first may have gone away meanwhile
                return None
        window.closing.connect(only.let_go)
        return only

    def _open_workspace(self, journal: Path, window: MainWindow) -> "Workspace":
        from forecall.workspace.workspace import Workspace

        bridge = window.desk.bridge
        guard = self._only.demand if self._only is not None else (lambda: None)
        workspace = Workspace(journal, bridge.deliver, reading_only=self._reading, guard=guard)
        bridge.attach(workspace)
        workspace.open().then(lambda _opened: self._take_up(window), lambda fault: self._keeper.failed(window, fault))
        return workspace

    def _take_up(self, window: MainWindow) -> None:
        """Go on where the person stopped, in a call too: a crash must not cost its sheet."""
        self._keeper.opened(window)
        window.go_on_where_stopped()
        if window.desk.workspace.reading_only:
            return
        from forecall.journal.reading import read_draft
        from forecall.journal.records import LIVE_DRAFT

        window.desk.workspace.ask(read_draft, LIVE_DRAFT).then(lambda kept: self._take_up_live(window, kept))

    def _take_up_live(self, window: MainWindow, kept: str) -> None:
        if '"call": ""' in kept or not kept or window is not self.window:
            return  # most starts are in no call, and load nothing for one
        from forecall.journal.moments import utc_now
        from forecall.ui.models.live import read_left_open

        found = window.desk.workspace.ask(read_left_open, utc_now())
        found.then(lambda call_id: self._on_live_asked(call_id) if call_id else None)

    def _on_live_asked(self, call_id: str, begin: bool = False) -> None:
        """Show the live sheet of a call, or of the one that is next."""
        window = self.window
        if self.live is None:
            from forecall.ui.live_window import LiveWindow

            self.live = LiveWindow(window.desk)
            self.live.ended.connect(lambda ended: self._show_in_main(Place("look_back", ended, "now")))
            self.live.place_wanted.connect(self._show_in_main)
            window.flushing.connect(self.live.flush)
        window.flush()
        self.live.open_for(call_id, begin)

    def _show_in_main(self, place: Place | None) -> None:
        if place is not None:
            self.window.go(place)
        self.window.come_forward()

    def _close(self, window: MainWindow) -> None:
        if self.live is not None and self.live.desk is window.desk:
            self.live.leave_with_main()
            self.live.deleteLater()
            self.live = None
        if window.desk.is_open:
            window.desk.workspace.close(0.1 if window.left_in_trouble else _PATIENCE)
        with suppress(OSError):  # preferences are worth no question at the door
            self.settings.save(self._settings_file)

    def _warm_up(self) -> None:
        """The first frame is out. What comes next is imported beside the window, so that it answers meanwhile."""
        window = self.window

        def woken() -> None:
            if not window.isVisible():
                return  # closed as soon as it was there: nobody would close a journal that is opened now
            first = window.page
            if isinstance(first, TodayPage):
                # Two threads at Python's lock would make the window wait: the rest comes when the first screen stands.
                first.filled.connect(self._get_ready, Qt.ConnectionType.SingleShotConnection)
            else:
                self._get_ready()
            QTimer.singleShot(_AT_LATEST_MS, self, self._get_ready)
            window.wake()

        def prepare() -> None:
            for name in _SECOND_FRAME:
                import_module(name)
            window.desk.bridge.deliver(woken)

        threading.Thread(target=prepare, name="forecall-second-frame", daemon=True).start()

    def _get_ready(self) -> None:
        """Load the worksheets and the other faces of the font.

        SQLModel is left to the first operation, which going to any other page is: who only looks needs no 30 MB of it.
        """
        if self._ready_for is self.window:
            return
        self._ready_for = self.window
        if self._only is not None:
            self._only.listen()
        self._catalog.start()
        look.load_more_fonts(self._theme)
        if self._only is not None and not self._example.holds(self._journal):
            from forecall.ui.safety import Safety

            safety = Safety(self.window)
            safety.damage_found.connect(self._keeper.rescue)
            safety.begin()
        QTimer.singleShot(_TIDY_AFTER_MS, self.window, self._tidy)

    def _tidy(self) -> None:
        """Let what was deleted long ago go, when nothing else is waited for any more."""
        if self.window.desk.is_open and not self.window.desk.workspace.reading_only:
            from forecall.journal.moments import utc_now
            from forecall.workspace.tidying import empty_trash

            empty_trash(self.window.desk.workspace, utc_now())

    def _speak(self) -> None:
        speak(self._app, self._resources / "languages", self.settings.language)

    def _dress(self) -> look.Theme:
        name = self.settings.theme
        theme = look.load_theme(self._resources / "themes", look.system_theme_name() if name == "system" else name)
        look.apply(self._app, theme, self.settings.text_scale)
        return theme

    def _on_theme_chosen(self) -> None:
        self._theme = self._dress()
        self.window.desk.theme = self._theme
        self.window.wear(self._theme)
        if self.live is not None:
            self.live.wear()

    def _on_system_changed(self) -> None:
        """The desktop went dark, or light, or to high contrast: who left the look to it is followed."""
        if self.settings.theme == "system" and look.system_theme_name() != self._theme.name:
            look_anew(self.window)

    def _on_language_chosen(self) -> None:
        """The same place in another language: every window is made anew, once everything typed is in the file."""
        old = self.window
        place, titled = old.page.place, old.windowTitle()

        def next_window() -> None:
            self._speak()
            self._catalog = _Loading(self._resources)
            example = self._example.holds(self._journal)
            self.window = self._open(self._journal, _("Forecall – an example") if example else titled)

        old.leaving.once_saved(lambda: self._instead(next_window, lambda: self.window.go(place, remember=False)))


class _Loading:
    """A catalogue that is read on a thread of its own once the first frame is out, or when it is first needed."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._lock = threading.Lock()
        self._catalog: Catalog | None = None

    def start(self) -> None:
        """Begin to load, elsewhere."""
        threading.Thread(target=self.result, name="forecall-catalog", daemon=True).start()

    def result(self) -> "Catalog":
        """The catalogue; loads it here when nobody has begun, waits for it when somebody has."""
        with self._lock:
            if self._catalog is None:
                from forecall.guide.catalog import load_catalog

                self._catalog = load_catalog(self._resources)
            return self._catalog


class AfterFirstFrame(QObject):
    """Calls something once, when a window has been painted for the first time."""

    def __init__(self, window: MainWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        self._done = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint; whatever follows comes after it."""
        if not self._done and event.type() == QEvent.Type.Paint:
            self._done = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


def _local_zone() -> str:
    from forecall.journal.moments import local_zone

    return local_zone()


def build(arguments: Sequence[str], journal: Path) -> tuple[QApplication, Forecall]:
    """The application and the program in it, not shown yet. An application that is there already is used."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(list(arguments))
    app.setApplicationName("Forecall")
    app.setDesktopFileName("forecall")
    spoken.install()
    return app, Forecall(app, one_name(journal))


def run(arguments: Sequence[str], journal: Path) -> int:
    """Show the window and stay until it is closed; gives the exit code."""
    app, program = build(arguments, journal)
    return app.exec() if program.show() else 0
