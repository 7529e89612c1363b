"""Finds what a test left behind: top-level windows, running timers, threads."""

import gc
import threading
import weakref
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_started: "weakref.WeakSet[QTimer]" = weakref.WeakSet()
_real_start: Any = QTimer.start


def _start(timer: QTimer, *args: Any) -> None:
    """As ``QTimer.start``; Qt itself gives no list of the timers that run."""
    _started.add(timer)
    _real_start(timer, *args)


QTimer.start = _start  # type: ignore[method-assign]


@dataclass(frozen=True)
class Seen:
    """What was there before the test."""

    windows: frozenset[int]
    timers: frozenset[int]
    threads: frozenset[int | None]


def look() -> Seen:
    """What is there now."""
    return Seen(
        frozenset(id(window) for window in _windows()),
        frozenset(id(timer) for timer in _running_timers()),
        frozenset(thread.ident for thread in threading.enumerate()),
    )


def left_since(before: Seen) -> list[str]:
    """What has come since and is still there, each in words. Empty when all is tidy."""
    _delete_what_was_let_go()
    left = _left(before)
    if left:
        # A cycle between a window and its slots is no leak: collect, then look again.
        gc.collect()
        _delete_what_was_let_go()
        left = _left(before)
    return left


def _left(before: Seen) -> list[str]:
    windows = [f"window {_described(window)}" for window in _windows() if id(window) not in before.windows]
    timers = [f"timer of {timer.parent()!r}" for timer in _running_timers() if id(timer) not in before.timers]
    return windows + timers + _threads_left(before)


def _threads_left(before: Seen) -> list[str]:
    left = []
    for thread in threading.enumerate():
        # What Python calls a dummy is one of Qt's own threads that once ran a line of Python.
        if thread.ident in before.threads or isinstance(thread, threading._DummyThread):
            continue
        thread.join(timeout=1)  # one that is on its way out is given the time
        if thread.is_alive():
            left.append(f"thread {thread.name}")
    return left


def _windows() -> list[QWidget]:
    return QApplication.topLevelWidgets() if isinstance(QApplication.instance(), QApplication) else []


def _running_timers() -> list[QTimer]:
    return [
        timer
        for timer in list(_started)
        if shiboken6.isValid(timer) and timer.thread() == QThread.currentThread() and timer.isActive()
    ]


def _delete_what_was_let_go() -> None:
    """Carry out each ``deleteLater``: outside an event loop Qt puts them off."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _described(window: QWidget) -> str:
    return f"{type(window).__name__} {window.objectName() or window.windowTitle() or '(no name)'}"
