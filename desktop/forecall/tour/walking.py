"""Opens the window for the tour, has the person walk through it, and lets go of it again."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from forecall.app import build
from forecall.tour.checking import JOURNAL
from forecall.tour.hands import Hands, NotThere, act, close_window
from forecall.tour.person import Person
from forecall.tour.scenes import Tour

_NO_MATTER = "This plugin does not support"
"""Off screen there is no window manager; Qt says so each time a window is raised."""


class Complaints:
    """Hears what Qt warns of and what goes wrong in a slot: on the tour, either is a fault."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def on_message(self, kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        """Called by Qt."""
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and not words.startswith(_NO_MATTER):
            self.heard.append(words)

    def on_error(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Called by Python."""
        traceback.print_exception(kind, error, where)
        self.heard.append(f"{kind.__name__}: {error}")


def walk(folder: Path) -> str:
    """Do the main job with a journal in ``folder``; gives a sentence about what went wrong, or nothing."""
    complaints = Complaints()
    before = sys.excepthook
    sys.excepthook = complaints.on_error
    qInstallMessageHandler(complaints.on_message)
    try:
        wrong = _opened(folder, lambda tour: tour.main_job()) or _opened(folder, lambda tour: tour.comes_back())
    finally:
        qInstallMessageHandler(None)
        sys.excepthook = before
    return wrong or (f"The window complained: {complaints.heard[0]}" if complaints.heard else "")


def _opened(folder: Path, story: Callable[[Tour], None]) -> str:
    """A window over the journal, for as long as the story is told."""
    app, program = build(["forecall"], folder / JOURNAL)
    app.setCursorFlashTime(0)
    hands = Hands()
    tour = Tour(Person(hands, lambda: program.window), folder)
    program.show()
    wrong = ""
    try:
        act(lambda: story(tour), hands)
    except Exception as error:
        wrong = f"The tour stopped: {error if isinstance(error, NotThere) else type(error).__name__}."
        if not isinstance(error, NotThere):
            traceback.print_exception(error)
        program.window.grab().save(str(folder / "stopped-here.png"))
    close_window(program.window)
    return wrong
