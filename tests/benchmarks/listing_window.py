"""Opens the list of calls in the real window and pages through it, and notes how long each step takes until painted.

Arguments: the journal; how many pages; ``end`` to go to the last call of all at the end.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.app import build
from forecall.ui.page import Place
from forecall.ui.pages.calls_page import CallsPage
from tests.benchmarks.marks import Marks
from tests.benchmarks.painted import Painted


def settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Reader:
    """Looks at the list of calls, which is read as it is scrolled."""

    def __init__(self, page: CallsPage) -> None:
        self.page = page
        self._loop = QEventLoop()
        self._seen = Painted(page.list.viewport())
        page.list.model().rowsInserted.connect(self._loop.quit)
        page.list.model().modelReset.connect(self._loop.quit)

    def painted(self) -> None:
        """What is due has been laid out and painted."""
        QApplication.sendPostedEvents()
        if not self._seen.times:
            self.page.window().repaint()

    def filled(self) -> None:
        """The first calls are there and painted."""
        while not self.page.list.model().rowCount():
            self._loop.exec()
        self.painted()

    def turn(self) -> float:
        """Milliseconds from Page down until it is painted, and read on where the last call read so far is reached."""
        model = self.page.list.model()
        started = time.perf_counter()
        self._seen.times = 0
        QTest.keyClick(self.page.list, Qt.Key.Key_PageDown)
        there = model.rowCount()
        if self.page.list.currentIndex().row() == there - 1 and model.canFetchMore(_ROOT):
            model.fetchMore(_ROOT)
            while model.rowCount() == there:
                self._loop.exec()
        self.painted()
        return (time.perf_counter() - started) * 1e3

    def to_end(self) -> float:
        """Milliseconds until the last call of all is current."""
        model = self.page.list.model()
        started = time.perf_counter()
        QTest.keyClick(self.page.list, Qt.Key.Key_End)
        while model.canFetchMore(_ROOT):
            settle(5)
        self.painted()
        assert self.page.list.currentIndex().row() == model.rowCount() - 1
        return (time.perf_counter() - started) * 1e3


_ROOT = QModelIndex()


def main() -> None:
    marks = Marks()
    journal, turns = Path(sys.argv[1]), int(sys.argv[2])
    _app, program = build(["forecall"], journal)
    program.show()
    settle(1500)
    started = time.perf_counter()
    program.window.go(Place("calls"))
    page = program.window.page
    assert isinstance(page, CallsPage)
    reader = Reader(page)
    reader.filled()
    marks.at["opened"] = (time.perf_counter() - started) * 1e3
    reader.turn()  # the first key begins at the first call
    marks.at["turns"] = [reader.turn() for _turn in range(turns)]
    marks.at["end"] = reader.to_end() if "end" in sys.argv[3:] else None
    marks.at["calls"] = page.list.model().rowCount()
    marks.tell()
    program.window.close()


main()
