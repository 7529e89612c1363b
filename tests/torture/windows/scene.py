"""The real window off screen in a process of its own, somebody at it, and what they say on standard output."""

import ctypes
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit

from forecall.app import Forecall, build
from forecall.tour.hands import Hands, act, close_window
from forecall.tour.person import Person
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.saved_label import SavedLabel


def say(**told: Any) -> None:
    """One line of JSON for the row."""
    print(json.dumps(told), flush=True)


def in_window(journal: Path, story: Callable[[Person, Forecall], None], *, closes: bool = True) -> None:
    """Open the program over a journal, have the story told in its window, and close it."""
    app, program = build(["forecall"], journal)
    program.window.resize(1100, 760)
    program.show()
    program.window.activateWindow()
    hands = Hands()
    act(lambda: story(Person(hands, lambda: program.window), program), hands)
    if closes:
        close_window(program.window)
        program.window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def mark(words: str) -> None:
    """Say something in the middle of what is written down about this process; nothing where nobody listens."""
    listens = getattr(ctypes.CDLL(None), "torture_mark", None)
    if listens is not None:
        listens(words.encode())


class SavedWatch:
    """Looks often at the page; each time *Saved* stands there, it marks the words of the box it speaks of."""

    def __init__(self, program: Forecall, then: Callable[[str], None]) -> None:
        self._program = program
        self._then = then
        self._last = ""
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(4)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        box = QApplication.focusWidget()
        if not isinstance(box, QTextEdit) or (isinstance(box, AnswerField) and box.unsettled()):
            return
        said = [label.text() for label in self._program.window.page.findChildren(SavedLabel) if label.isVisible()]
        words = box.toPlainText()
        if said == ["Saved"] and words != self._last:
            self._last = words
            self._then(words)


def arguments() -> list[str]:
    """What the row gave this process."""
    return sys.argv[1:]
