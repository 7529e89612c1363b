"""Somebody who looks at one call after the other, for months of work in one run.

Arguments: the journal; how many calls; the seconds it may take; ``hoards`` to plant a fault: memory is kept.
"""

import os
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from forecall.app import build
from forecall.storage.database import connect
from forecall.ui.page import Place
from tests.torture.windows.scene import arguments, say

PAGES = ("prepare", "call_sheet", "look_back")
TOLD_EVERY = 200


def rest(milliseconds: int) -> None:
    """Let the window live, with the storage threads free to work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(journal: str, times: str, seconds: str, fault: str = "") -> None:
    """Go from call to call; now and then say how much memory and how many files are held."""
    import psutil

    connection = connect(Path(journal))
    calls = [str(row[0]) for row in connection.execute("SELECT id FROM call WHERE deleted_at IS NULL ORDER BY seq")]
    connection.close()
    _app, program = build(["forecall"], Path(journal))
    program.window.resize(1100, 760)
    program.show()
    rest(1500)
    held: list[bytes] = []
    me = psutil.Process(os.getpid())
    ends = time.monotonic() + float(seconds)
    number = 0
    while number < int(times) and time.monotonic() < ends:
        program.window.go(Place(PAGES[number % len(PAGES)], calls[number % len(calls)]))
        rest(12)
        program.workspace.ask(lambda connection: None).wait()
        rest(0)
        if fault == "hoards":
            held.append(bytes(os.urandom(100_000)))
        number += 1
        if number % TOLD_EVERY == 1:
            say(opened=number, mb=me.memory_info().rss / 1e6, files=me.num_fds(), threads=me.num_threads())
    say(opened=number, mb=me.memory_info().rss / 1e6, files=me.num_fds(), threads=me.num_threads())
    program.window.close()


if __name__ == "__main__":
    main(*arguments())
