"""What every test stands on: off screen, one font and zone, folders of its own, no network, no leaks."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
RESOURCES = CHECKOUT / "resources"


def _settle_environment() -> None:
    """Done on import: Qt, gettext and the C library read these once, when they are first loaded."""
    home = Path(tempfile.mkdtemp(prefix="forecall-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ.update(
        QT_QPA_PLATFORM="offscreen",
        QT_SCALE_FACTOR="1",
        QT_ACCESSIBILITY="1",
        LC_ALL="C.UTF-8",
        LANGUAGE="en",
        TZ="UTC",
        FONTCONFIG_FILE=str(_only_our_fonts(home)),
    )
    for name in (
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "QT_STYLE_OVERRIDE",
        "QT_FONT_DPI",
        "DBUS_SESSION_BUS_ADDRESS",
    ):
        os.environ.pop(name, None)
    _point_at(home)


def _only_our_fonts(home: Path) -> Path:
    """A fontconfig file that knows only the shipped fonts: a picture looks the same on every machine."""
    config = home / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{RESOURCES / "fonts"}</dir>'
        f"<cachedir>{home / 'font-cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return config


def _point_at(home: Path) -> None:
    """Every folder and file that the program finds by itself lies under ``home``."""
    for name in [name for name in os.environ if name.startswith("FORECALL_")]:
        del os.environ[name]
    os.environ["HOME"] = str(home)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = home / name.lower()
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(folder)
    os.environ["FORECALL_JOURNAL"] = str(home / "journal.db")


_settle_environment()

import hypothesis  # noqa: E402
import pytest  # noqa: E402
from PySide6.QtGui import QFont, QFontDatabase  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from forecall.ui import theme  # noqa: E402
from forecall.ui.widgets import spoken  # noqa: E402
from tests.helpers import leaks, network  # noqa: E402

_PASSED = pytest.StashKey[bool]()


def pytest_configure() -> None:
    """Close the network before anything is collected."""
    network.close()
    # The same examples at each run: a failure belongs to a change, not to luck.
    hypothesis.settings.register_profile("same", derandomize=True)
    hypothesis.settings.load_profile("same")


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with the one pinned font, Inter, at the body size."""
    for file in sorted((RESOURCES / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont("Inter")
    font.setPixelSize(15)
    qapp.setFont(font)
    spoken.install()  # as the program does: what a test hears must not hang on the tests before it
    return qapp


@pytest.fixture
def resources() -> Path:
    """The checkout's resources."""
    return RESOURCES


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test finds no journal and no settings but its own."""
    home = tmp_path / "home"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("FORECALL_JOURNAL", str(home / "journal.db"))


@pytest.fixture(autouse=True)
def _dressed_as_before() -> Iterator[None]:
    """What a test dressed the application in does not reach the next one: text of 200 % folds other pages."""
    before = replace(theme._WORN)
    yield
    theme._WORN = before
    theme._WORN.fonts = {}


@pytest.fixture(autouse=True)
def _leaves_nothing(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that passes but leaves a window, a running timer or a thread behind fails after all."""
    before = leaks.look()
    yield
    # The traceback of a test that failed holds on to its windows.
    if request.node.stash.get(_PASSED, False):
        left = leaks.left_since(before)
        assert not left, "left behind: " + "; ".join(left)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test itself passed."""
    report = yield
    if report.when == "call":
        item.stash[_PASSED] = report.passed
    return report
