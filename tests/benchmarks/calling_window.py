"""Presses every key of the live sheet in the real program, and notes how long each takes until it is painted.

Keys come as fast as a quick hand presses them, and then, for comparison, one at the heels of the other.
Arguments: the journal; how many rounds. The floor is a bare box that is ticked in an empty window.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from forecall.app import Forecall, build
from forecall.journal import verbs
from forecall.journal.listing import next_calls
from forecall.journal.moments import utc_now
from forecall.ui.live_window import LiveWindow
from tests.benchmarks.marks import Marks

KEYS = "1B2OO" + "\r" + "CCQ3DDB"
MARKS = "HPSN"
WORDS = "by Friday"
HAND_MS, HEELS_MS = 120, 5
"""Eight keys a second; and two hundred, which no hand reaches."""


def settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


spent: list[float] = []
"""The milliseconds of the processor behind each press: what a machine that does nothing else would take."""


def pressed(window: QWidget, key: str) -> float:
    """Milliseconds from the key until everything that it changed is laid out and painted."""
    code = {"\r": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape}.get(key) or Qt.Key(ord(key.upper()))
    at = QApplication.focusWidget() or window
    started, before = time.perf_counter(), time.thread_time()
    QTest.keyClick(at, code)
    QApplication.sendPostedEvents()
    window.repaint()
    spent.append((time.thread_time() - before) * 1e3)
    return (time.perf_counter() - started) * 1e3


def in_empty_window(rounds: int) -> list[float]:
    """The floor: a box that is ticked."""
    box = QCheckBox("We own the delay")
    box.resize(360, 640)
    box.show()
    box.activateWindow()
    settle(300)
    took = []
    for _round in range(rounds * len(KEYS)):
        took.append(pressed(box, " "))
        settle(2)
    box.close()
    return took


def in_the_call(program: Forecall, rounds: int, pause: int) -> list[tuple[float, str]]:
    """Each key of a call, many notes long: marks with words, points, what they say, limits, phrases."""
    window = program.live
    assert isinstance(window, LiveWindow)
    took: list[tuple[float, str]] = []
    for _round in range(rounds):
        for key in KEYS:
            took.append((pressed(window, key), key))
            settle(pause)
        for mark in MARKS:
            took.append((pressed(window, mark), mark))
            for letter in WORDS:
                took.append((pressed(window, letter), "a letter"))
                settle(pause)
            took.append((pressed(window, "\r"), "Enter in the line"))
            settle(pause)
    return took


def main() -> None:
    marks = Marks()
    journal, rounds = Path(sys.argv[1]), int(sys.argv[2])
    _app, program = build(["forecall"], journal)
    marks.at["floor"] = in_empty_window(rounds)
    program.show()
    settle(1500)
    planned = program.workspace.ask(next_calls, utc_now()).wait()[0].id
    program.workspace.perform(None, verbs.begin_call, planned).wait()
    program.window.live_asked.emit(planned, False)
    settle(800)
    spent.clear()
    took = in_the_call(program, rounds, HAND_MS)
    marks.at["spent"] = list(spent)
    heels = in_the_call(program, max(1, rounds // 2), HEELS_MS)
    marks.at["heels"] = [each for each, _key in heels]
    settle(1200)
    call = program.live.call if program.live is not None else None
    marks.at["keys"] = [each for each, _key in took]
    marks.at["slowest"] = sorted(took, reverse=True)[:8]
    marks.at["notes"] = len(call.notes) if call is not None else 0
    marks.tell()
    program.window.close()


main()
