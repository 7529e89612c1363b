"""Types searches into the real window, letter by letter, and notes how long each takes until its hits are painted.

Arguments: the journal; a file with one search a line.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.app import build
from forecall.ui.page import Place
from forecall.ui.pages.search_page import SearchPage
from tests.benchmarks.marks import Marks
from tests.benchmarks.painted import Painted


def settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Searcher:
    """Types into the box of the search page."""

    def __init__(self, page: SearchPage) -> None:
        self._page = page
        self._loop = QEventLoop()
        self._seen = Painted(page.list.viewport(), page.count)
        page.model.arrived.connect(self._on_arrived)

    def type(self, letter: str) -> float:
        """Milliseconds from the key until the hits of the new words are painted."""
        started = time.perf_counter()
        QTest.keyClick(self._page.box, letter)  # type: ignore[call-overload]
        self._wait()
        if not self._seen.times:  # Qt has painted by itself what the hits changed; nothing did
            self._page.window().repaint()
        return (time.perf_counter() - started) * 1e3

    def clear(self) -> None:
        self._page.box.clear()
        self._wait()

    def _wait(self) -> None:
        while self._page.model.words != self._page.box.text():
            self._loop.exec()
        QApplication.sendPostedEvents()

    def _on_arrived(self) -> None:
        self._seen.times = 0
        self._loop.quit()


def main() -> None:
    marks = Marks()
    journal, searches = Path(sys.argv[1]), Path(sys.argv[2]).read_text("utf-8").splitlines()
    _app, program = build(["forecall"], journal)
    program.show()
    settle(1500)
    program.window.go(Place("find"))
    settle(300)
    page = program.window.page
    assert isinstance(page, SearchPage)
    searcher = Searcher(page)
    took: list[tuple[float, str]] = []
    for words in searches:
        for place, letter in enumerate(words, 1):
            took.append((searcher.type(letter), words[:place]))
        searcher.clear()
    marks.at["keys"] = [each for each, _words in took]
    marks.at["slowest"] = sorted(took, reverse=True)[:8]
    marks.tell()
    program.window.close()


main()
