"""For how long the event loop of a window stood still."""

import time

from PySide6.QtCore import Qt, QTimer


class Heart:
    """Beats as often as the event loop lets it; a gap between two beats is a stall of the window."""

    def __init__(self) -> None:
        self.gaps: list[tuple[float, float]] = []  # when, how long, in milliseconds
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now * 1e3, (now - self._last) * 1e3))
        self._last = now

    def longest_between(self, start: float, end: float) -> float:
        """The longest gap that ended in a span of time."""
        return max((gap for at, gap in self.gaps if start <= at < end), default=0.0)

    def stop(self) -> None:
        self._timer.stop()
