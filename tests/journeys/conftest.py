"""The whole program in its window, and somebody at the keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from forecall.app import Forecall, build
from forecall.settings import Settings, load_settings
from forecall.tour.hands import Hands, act, close_window
from forecall.tour.person import Person
from forecall.workspace.workspace import Workspace

Story = Callable[[Person], None]


class House:
    """Opens the program over one journal, as often as somebody comes by."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self.folder = folder
        self.journal = folder / "journal.db"
        self.settings_file = folder / "settings.json"
        self.program: Forecall | None = None
        Settings(theme="light", language="en").save(self.settings_file)

    def tells(self, story: Story, *, size: tuple[int, int] = (1100, 760), closes: bool = True) -> None:
        """Open the window, have the story told in it, and close it again."""
        program = self.opens(size)
        hands = Hands()
        try:
            act(lambda: story(Person(hands, lambda: program.window)), hands)
        finally:
            if closes:
                self.closes()
            hands.deleteLater()

    def opens(self, size: tuple[int, int] = (0, 0)) -> Forecall:
        """The program with its window shown; what it needs to begin is there."""
        _app, program = build(["forecall"], self.journal)
        self.program = program
        if size != (0, 0):
            program.window.resize(*size)
        program.show()
        program.window.activateWindow()
        return program

    def closes(self) -> None:
        """Close the window and let go of the program."""
        program, self.program = self.program, None
        if program is not None:
            close_window(program.window)
            program.window.deleteLater()
            program.deleteLater()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settings(self) -> Settings:
        """The preferences as they were kept."""
        return load_settings(self.settings_file)

    def asks(self, read: Any, *args: Any) -> Any:
        """What the journal holds now that nobody is in it."""
        workspace = Workspace(self.journal)
        workspace.open()
        try:
            return workspace.ask(read, *args).wait()
        finally:
            workspace.close()


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    house = House(qapp, tmp_path)
    monkeypatch.setattr("forecall.app.settings_file", lambda: house.settings_file)
    monkeypatch.setenv("FORECALL_JOURNAL", str(house.journal))
    font, palette = qapp.font(), QPalette(qapp.palette())
    yield house
    house.closes()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    for name in qapp.dynamicPropertyNames():
        qapp.setProperty(name.toStdString(), None)


def rest(milliseconds: int) -> None:
    """Let the window's events run, with the storage threads free to work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def shown_widgets(top: QWidget) -> list[QWidget]:
    """All widgets that are not hidden."""
    return [widget for widget in top.findChildren(QWidget) if widget.isVisible()]
