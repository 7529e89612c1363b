"""Builds the program: the only place that makes a workspace, a theme, a desk and a window."""

import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from forecall.guide.catalog import Catalog, load_catalog
from forecall.journal.moments import local_zone
from forecall.paths import resources_folder, settings_file
from forecall.settings import load_settings
from forecall.ui import theme as look
from forecall.ui.bridge import Bridge
from forecall.ui.icons import Icons
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Desk
from forecall.words import _, use_language
from forecall.workspace.workspace import Workspace

_PATIENCE = 5.0
"""Seconds that closing the window waits for a slow disk; a full one was told of before."""


class Forecall(QObject):
    """The running program: one window over one journal, which can be changed for another."""

    def __init__(self, app: QApplication, journal: Path) -> None:
        super().__init__()
        self._app = app
        self._resources = resources_folder()
        self._settings_file = settings_file()
        self.settings = load_settings(self._settings_file)
        self._own_journal = journal
        self._example: tempfile.TemporaryDirectory[str] | None = None
        self._speak()
        self._theme = self._dress()
        self._catalog = _Loading(lambda: load_catalog(self._resources))
        self.window = self._open(journal)
        app.styleHints().colorSchemeChanged.connect(self._on_theme_chosen)

    @property
    def workspace(self) -> Workspace:
        """The journal that is open."""
        return self.window.desk.workspace

    def show(self) -> None:
        """Show the window; what the first frame does not need is made ready after it."""
        AfterFirstFrame(self.window, self._warm_up)
        self.window.show()

    def look_at_example(self) -> None:
        """Open a sample journal in the window's place; the person's own is closed and left as it is."""
        from forecall.journal.sample import make_sample

        folder = tempfile.TemporaryDirectory(prefix="forecall-example-")
        path = Path(folder.name) / "example.db"
        make_sample(path)
        self._change_to(path, _("Forecall – an example"))
        self._example = folder
        self.window.say_standing(
            _("This is an example. Nothing here is yours."), _("Back to my journal"), self.back_to_own
        )

    def back_to_own(self) -> None:
        """Leave the example; nothing of it stays."""
        self._change_to(self._own_journal, "Forecall")
        if self._example is not None:
            self._example.cleanup()
            self._example = None

    def _change_to(self, journal: Path, titled: str) -> None:
        old = self.window
        self.window = self._open(journal, titled)
        self.window.setGeometry(old.geometry())
        self.show()
        old.close()
        old.deleteLater()

    def _open(self, journal: Path, titled: str = "Forecall") -> MainWindow:
        bridge = Bridge()
        workspace = Workspace(journal, bridge.deliver)
        bridge.attach(workspace)
        opening = workspace.open()
        desk = Desk(
            workspace=workspace,
            bridge=bridge,
            settings=self.settings,
            theme=self._theme,
            icons=Icons(self._resources / "icons", self._theme, self.settings.text_scale),
            load_catalog=self._catalog.result,
            zone=local_zone(),
        )
        window = MainWindow(desk, titled=titled)
        bridge.setParent(window)
        opening.then(lambda _opened: window.go_on_where_stopped(), window.show_fault)
        window.example_asked.connect(self.look_at_example)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.closing.connect(lambda: self._close(workspace, patient=not window.left_in_trouble))
        return window

    def _close(self, workspace: Workspace, patient: bool) -> None:
        workspace.close(_PATIENCE if patient else 0.1)
        with suppress(OSError):  # preferences are worth no question at the door
            self.settings.save(self._settings_file)

    def _warm_up(self) -> None:
        self._catalog.start()
        self.workspace.warm_up()
        look.load_more_fonts(self._theme)

    def _speak(self) -> None:
        chosen = self.settings.language
        locale = QLocale.system() if chosen == "system" else QLocale(chosen)
        use_language(self._resources / "languages", locale.name().partition("_")[0])

    def _dress(self) -> look.Theme:
        name = self.settings.theme
        theme = look.load_theme(self._resources / "themes", look.system_theme_name() if name == "system" else name)
        look.apply(self._app, theme, self.settings.text_scale)
        return theme

    def _on_theme_chosen(self) -> None:
        self._theme = self._dress()
        self.window.desk.theme = self._theme
        self.window.wear(self._theme)


class _Loading:
    """A catalogue that is read on a thread of its own once the first frame is out, or when it is first needed."""

    def __init__(self, load: Callable[[], Catalog]) -> None:
        self._load = load
        self._future: Future[Catalog] = Future()
        self._lock = threading.Lock()
        self._begun = False

    def start(self) -> None:
        """Begin to load, elsewhere."""
        threading.Thread(target=self._run, name="forecall-catalog", daemon=True).start()

    def result(self) -> Catalog:
        """The catalogue; loads it here when nobody has begun."""
        self._run()
        return self._future.result()

    def _run(self) -> None:
        with self._lock:
            if self._begun:
                return
            self._begun = True
        try:
            self._future.set_result(self._load())
        except BaseException as error:
            self._future.set_exception(error)


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


def build(arguments: Sequence[str], journal: Path) -> tuple[QApplication, Forecall]:
    """The application and the program in it, not shown yet. An application that is there already is used."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(list(arguments))
    app.setApplicationName("Forecall")
    app.setDesktopFileName("forecall")
    return app, Forecall(app, journal)


def run(arguments: Sequence[str], journal: Path) -> int:
    """Show the window and stay until it is closed; gives the exit code."""
    app, program = build(arguments, journal)
    program.show()
    return app.exec()
