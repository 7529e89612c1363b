"""A window that is typed into by a timer, without a pause, until it is killed: started by a test as a process."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

import forecall.app
from forecall.tour import hands
from forecall.tour.hands import Hands, act
from forecall.tour.person import Person
from tests.journeys.test_whole_way import begins

LETTERS = "the report came late and they stood in front of their board without it "
EVERY_MS = 10


class Typist:
    """Types a letter each time the timer comes, and says so on standard output."""

    def __init__(self) -> None:
        self._at = 0
        self._timer = QTimer()
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _on_timeout(self) -> None:
        letter = LETTERS[self._at % len(LETTERS)]
        self._at += 1
        hands.character(letter)
        print(time.monotonic(), letter, flush=True)


def main(journal: str, settings: str) -> None:
    """Begin a call and type until the end."""
    vars(forecall.app)["settings_file"] = lambda: Path(settings)
    app, program = forecall.app.build(["forecall"], Path(journal))
    program.show()
    program.window.activateWindow()
    eyes = Hands()
    act(lambda: begins(Person(eyes, lambda: program.window)), eyes)
    typist = Typist()
    app.exec()
    del typist


if __name__ == "__main__":
    main(*sys.argv[1:])
