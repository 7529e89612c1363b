"""The guard itself: a leak is seen, and what is tidy is let pass."""

import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers import leaks


def test_a_window_that_stays_is_named(qapp: QApplication) -> None:
    before = leaks.look()
    window = QWidget()
    window.setObjectName("stayed")
    assert leaks.left_since(before) == ["window QWidget stayed"]
    window.deleteLater()
    assert leaks.left_since(before) == []


def test_a_timer_that_runs_is_named(qapp: QApplication) -> None:
    before = leaks.look()
    timer = QTimer()
    timer.start(60_000)
    assert len(leaks.left_since(before)) == 1
    timer.stop()
    assert leaks.left_since(before) == []


def test_a_timer_with_no_interval_given_is_named(qapp: QApplication) -> None:
    before = leaks.look()
    timer = QTimer(interval=60_000)
    timer.start()
    assert len(leaks.left_since(before)) == 1
    timer.stop()


def test_a_window_in_a_cycle_is_no_leak(qapp: QApplication) -> None:
    before = leaks.look()
    window = QWidget()
    window.itself = window  # type: ignore[attr-defined]
    del window
    assert leaks.left_since(before) == []


def test_a_thread_that_runs_is_named() -> None:
    before = leaks.look()
    done = threading.Event()
    thread = threading.Thread(target=done.wait, name="stayed", daemon=True)
    thread.start()
    assert leaks.left_since(before) == ["thread stayed"]
    done.set()
    assert leaks.left_since(before) == []
