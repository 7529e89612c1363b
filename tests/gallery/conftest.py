"""Journals and an application that is given back as it was, for walks through every page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

import forecall.app
from forecall.ui.language import speak
from tests.conftest import RESOURCES
from tests.gallery.pseudo import LONG, RIGHT_TO_LEFT, resources_with_pseudo
from tests.gallery.showing import Journals, Look, Showing


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-outlines", action="store_true", help="write tests/gallery/outlines anew")


@pytest.fixture
def renew_outlines(request: pytest.FixtureRequest) -> bool:
    """Whether the outlines are to be written; the option is known where this folder is named."""
    return bool(request.config.getoption("--renew-outlines", default=False))


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> Journals:
    return Journals(tmp_path_factory.mktemp("journals"))


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return resources_with_pseudo(tmp_path_factory.mktemp("pseudo"))


Show = Callable[[Look], Showing]


@pytest.fixture
def show(
    app: QApplication, journals: Journals, pseudo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Show]:
    """Shows the window in a look, in a made-up language too, and closes it at the end."""
    shown: list[Showing] = []

    def show_in(look: Look) -> Showing:
        if look.language in (LONG, RIGHT_TO_LEFT):
            monkeypatch.setattr(forecall.app, "resources_folder", lambda: pseudo)
        shown.append(Showing(app, tmp_path, look, journals))
        return shown[-1]

    yield show_in
    for each in shown:
        each.close()


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    font, palette, locale, direction = qapp.font(), QPalette(qapp.palette()), QLocale(), qapp.layoutDirection()
    yield qapp
    speak(qapp, RESOURCES / "languages", "en")
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(direction)
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    for name in qapp.dynamicPropertyNames():
        qapp.setProperty(name.toStdString(), None)
