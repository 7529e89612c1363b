"""Types an answer in the real window and notes for how long its event loop stood still.

Arguments: the journal; how many letters. Started with every flush to the disk delayed (see ``slow_disk.c``).
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget

from tests.benchmarks.heart import Heart
from tests.benchmarks.marks import Marks

EVERY_MS = 30
TEXT = "They planned their week around our date, and nobody told them before noon that it would not hold. "


class Typist:
    """Types one letter after the other into what has the focus, and notes when."""

    def __init__(self, letters: int) -> None:
        self.heart = Heart()
        self.typed_at: list[float] = []
        self._left = letters
        self._loop = QEventLoop()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._type)

    def type(self) -> list[float]:
        """The longest stall after each letter, in milliseconds."""
        self._timer.start(EVERY_MS)
        self._loop.exec()
        self.heart.stop()
        ends = [*self.typed_at[1:], self.typed_at[-1] + EVERY_MS]
        return [self.heart.longest_between(*span) for span in zip(self.typed_at, ends, strict=True)]

    def _type(self) -> None:
        if not self._left:
            self._timer.stop()
            QTimer.singleShot(EVERY_MS, self._loop.quit)
            return
        self._left -= 1
        self.typed_at.append(time.perf_counter() * 1e3)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, TEXT[self._left % len(TEXT)])  # type: ignore[call-overload]


class SavedWatch:
    """Looks at each *Saved*: the words must stand in the file by then."""

    def __init__(self, window: QWidget, journal: Path, call_id: str) -> None:
        from forecall.journal.reading import read_call
        from forecall.storage.database import connect

        self._window = window
        self._read = lambda: read_call(connect(journal), call_id)
        self.seen = 0
        self.too_early = 0
        self._was = ""
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        self._timer.start(5)

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        said = next((each.text() for each in self._window.findChildren(QLabel) if each.text() == "Saved"), "")
        box = QApplication.focusWidget()
        if said and not self._was and isinstance(box, QTextEdit | QPlainTextEdit):
            self.seen += 1
            call = self._read()
            self.too_early += call is None or call.text("issue") != box.toPlainText().strip()
        self._was = said


def in_empty_window(letters: int) -> list[float]:
    """The floor: the same letters into a bare box."""
    box = QPlainTextEdit()
    box.resize(900, 600)
    box.show()
    box.setFocus()
    settle(300)
    stalls = Typist(letters).type()
    box.close()
    return stalls


def in_program(journal: Path, letters: int, marks: Marks) -> list[float]:
    """The first answer of a new call in the real window."""
    from forecall.app import build
    from forecall.journal import verbs
    from forecall.ui.page import Place

    _app, program = build(["forecall"], journal)
    program.show()
    settle(1500)
    call_id = program.workspace.perform(None, verbs.start_call, "Northwind").wait()
    program.window.go(Place("prepare", call_id, key="issue"))
    settle(1500)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QTextEdit | QPlainTextEdit), focused
    stalls = Typist(letters).type()
    _watch_saving(program, journal, call_id, marks)
    program.window.close()
    return stalls


def _watch_saving(program: object, journal: Path, call_id: str, marks: Marks) -> None:
    """A few words with pauses, so that *Saved* comes and goes."""
    watch = SavedWatch(program.window, journal, call_id)  # type: ignore[attr-defined]
    settle(1500)
    watch.start()
    for _time in range(3):
        box = QApplication.focusWidget()
        assert box is not None
        QTest.keyClicks(box, "more")
        settle(2500)
    watch.stop()
    marks.at["saved_seen"], marks.at["saved_too_early"] = watch.seen, watch.too_early


def settle(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    marks = Marks()
    journal, letters = Path(sys.argv[1]), int(sys.argv[2])
    app = QCoreApplication.instance() or QApplication(["bench"])
    app.setProperty("bench", True)
    marks.at["floor"] = in_empty_window(letters)
    marks.at["stalls"] = in_program(journal, letters, marks)
    marks.tell()


main()
