"""Moments of a measured process, counted from before it was started, and written as one line of JSON."""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

STARTED = "FORECALL_BENCH_STARTED"
"""The environment's name for the monotonic clock, in nanoseconds, just before the process was made."""


class Marks:
    """What happened when, in milliseconds since the process was started."""

    def __init__(self) -> None:
        self._started = int(os.environ[STARTED])
        self.at: dict[str, Any] = {}

    def set(self, name: str) -> None:
        """It happened now; only the first time counts."""
        self.at.setdefault(name, (time.monotonic_ns() - self._started) / 1e6)

    def tell(self) -> None:
        """Give everything to the one who measures."""
        print(json.dumps(self.at), flush=True)


def after_paint(then: Callable[[], None]) -> None:
    """Call when what is due now has been laid out and painted: posted events come before a timer of nothing."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: QTimer.singleShot(0, then))


def stay_until_told() -> None:
    """Wait, quiet, until the one who measures has looked, then leave without ceremony."""
    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtWidgets import QApplication

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, QApplication.instance())
    notifier.activated.connect(lambda *_given: os._exit(0))
