"""A desk with a real journal behind it, for tests of pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop
from pytestqt.qtbot import QtBot

from forecall.guide.catalog import Catalog, load_catalog
from forecall.settings import Settings
from forecall.ui.bridge import Bridge
from forecall.ui.icons import Icons
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Desk, Page, Place
from forecall.ui.theme import load_theme
from forecall.workspace.workspace import Workspace
from tests.conftest import RESOURCES

ZONE = "UTC"
"""That of the test's machine: see the outer conftest."""


class Person:
    """Does at once what a person does through pages, and shows pages the way the window does."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.qtbot = qtbot
        self.places: list[Place] = []
        self.sentences: list[tuple[str, bool]] = []
        self.failures: list[str] = []
        desk.bridge.failed.connect(lambda error: self.failures.append(str(error)))

    def does(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        """Perform a verb and wait until pages have heard of it."""
        result = self.desk.workspace.perform("someone else", verb, *args, **kwargs).wait()
        self.settle()
        return result

    def asks(self, read: Any, *args: Any, **kwargs: Any) -> Any:
        """What the journal holds."""
        self.desk.workspace.settled().wait()
        return self.desk.workspace.ask(read, *args, **kwargs).wait()

    def opens(self, page: Page, place: Place | None = None, size: tuple[int, int] = (904, 760)) -> None:
        """Show a page and wait until it is filled."""
        self.qtbot.addWidget(page)
        page.place_chosen.connect(self.places.append)
        page.said.connect(lambda words, undo: self.sentences.append((words, undo)))
        page.resize(*size)
        page.open_at(place or Place(page.name))
        page.show()
        page.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked of the journal is done and shown; showing may ask for more."""
        for _round in range(4):
            self.desk.workspace.settled().wait()
            self.desk.workspace.ask(lambda connection: None).wait()
            heard = QEventLoop()
            self.desk.bridge.deliver(heard.quit)
            heard.exec()

    def undoes(self) -> str:
        """Take the last act back."""
        label = self.desk.workspace.undo().wait().label
        self.settle()
        return label


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """What is asked and taught."""
    return load_catalog(RESOURCES)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, catalog: Catalog) -> Iterator[Desk]:
    """A desk with an empty journal."""
    theme = load_theme(RESOURCES / "themes", "light")
    bridge = Bridge()
    workspace = Workspace(tmp_path / "journal" / "journal.db", bridge.deliver)
    bridge.attach(workspace)
    workspace.open().wait()

    def load() -> Catalog:
        return catalog

    yield Desk(
        bridge=bridge,
        settings=Settings(),
        theme=theme,
        icons=Icons(RESOURCES / "icons", theme),
        open_workspace=lambda: workspace,
        load_catalog=load,
        find_zone=lambda: ZONE,
    )
    assert workspace.close()


@pytest.fixture
def person(desk: Desk, qtbot: QtBot) -> Person:
    """Somebody at the desk."""
    return Person(desk, qtbot)


@pytest.fixture
def window(desk: Desk, person: Person) -> Iterator[MainWindow]:
    """The window over that desk, with the keyboard in it."""
    window = MainWindow(desk)
    window.show()
    window.activateWindow()
    person.settle()
    yield window
    person.settle()
    window.close()
    window.deleteLater()
