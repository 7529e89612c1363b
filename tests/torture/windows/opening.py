"""Somebody who looks at one call after the other, for months of work in one run.

Arguments: the journal; how many calls; the seconds it may take; a fault to plant: ``hoards`` keeps memory, ``litters``
leaves an object of Qt behind at each call.
"""

import gc
import os
import time
from pathlib import Path
from weakref import ref

from PySide6.QtCore import QEventLoop, QObject, QTimer, qInstallMessageHandler

from forecall.app import Forecall, build
from forecall.storage.database import connect
from forecall.ui.page import Place
from tests.torture.windows.scene import arguments, say

PAGES = ("prepare", "call_sheet", "look_back")
TELLINGS = 25


def rest(milliseconds: int) -> None:
    """Let the window live, with the storage threads free to work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(journal: str, times: str, seconds: str, fault: str = "") -> None:
    """Go from call to call; now and then say how much memory and how many files are held."""
    connection = connect(Path(journal))
    calls = [str(row[0]) for row in connection.execute("SELECT id FROM call WHERE deleted_at IS NULL ORDER BY seq")]
    connection.close()
    _app, program = build(["forecall"], Path(journal))
    program.window.resize(1100, 760)
    program.show()
    rest(1500)
    held: list[bytes] = []
    ends = time.monotonic() + float(seconds)
    number, every = 0, max(5, int(times) // TELLINGS)
    _tell(number, program, calls[0])
    while number < int(times) and time.monotonic() < ends:
        _open(program, PAGES[number % len(PAGES)], calls[number % len(calls)])
        if fault == "hoards":
            held.append(bytes(os.urandom(100_000)))
        if fault == "litters":
            QObject(program.window)
        number += 1
        if number % every == 0:
            _tell(number, program, calls[0])
    _tell(number, program, calls[0])
    program.window.close()


def _open(program: Forecall, page: str, call: str) -> None:
    """Show a page of a call until what it reads, and what it reads after that, has come and is drawn."""
    program.window.go(Place(page, call))
    for _reading in range(2):
        program.workspace.ask(lambda connection: None).wait()
        rest(1)


def _tell(number: int, program: Forecall, call: str) -> None:
    """What is held after so many calls, always with the same call on each page; what is to be collected is not held.

    PySide6 leaves about two weak references to nothing behind at each call, 72 bytes each: they count as memory only.
    """
    import psutil

    for page in PAGES:
        _open(program, page, call)
    gc.collect()
    me = psutil.Process(os.getpid())
    say(
        opened=number,
        mb=me.memory_info().rss / 1e6,
        files=me.num_fds(),
        threads=me.num_threads(),
        of_qt=_of_qt(program),
        of_python=sum(not (isinstance(each, ref) and each() is None) for each in gc.get_objects()),
    )


def _of_qt(program: Forecall) -> int:
    """How many objects of Qt the window holds, as Qt tells them itself.

    Asked for them by ``findChildren``, PySide6 would make an object of Python for each, and keep many: 100 a telling.
    """
    lines: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, line: lines.append(line))
    program.window.dumpObjectTree()
    qInstallMessageHandler(before)
    return len(lines)


if __name__ == "__main__":
    main(*arguments())
