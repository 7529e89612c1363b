"""Measures how long somebody writes at an answer: only while they write, not while they are away."""

import time
from collections.abc import Callable

PAUSE = 30.0
"""Seconds of silence that still belong to the writing; of a longer pause only these count."""


class Stopwatch:
    """Knows where the cursor is and when something was written there. ``clock`` gives seconds and never goes back.

    An answer that was only passed through takes no time. Whole seconds are handed out once, the rest is kept.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._key = ""
        self._last = 0.0
        self._wrote = False
        self._held: dict[str, float] = {}

    @property
    def key(self) -> str:
        """The answer that is measured, or nothing."""
        return self._key

    def enter(self, key: str) -> None:
        """The cursor is in another answer now, or, without a key, in none."""
        if key == self._key:
            return
        if self._wrote:  # reading over what was just written belongs to it
            self._add(self._pass())
        self._key, self._last, self._wrote = key, self._clock(), False

    def stroke(self, key: str) -> None:
        """Something was written in an answer; what settles there after the cursor has left is no writing."""
        if key and key == self._key:
            self._add(self._pass())
            self._wrote = True

    def take(self) -> dict[str, int]:
        """The whole seconds of each answer that were not handed out yet."""
        taken = {key: int(seconds) for key, seconds in self._held.items() if seconds >= 1}
        for key, seconds in taken.items():
            self._held[key] -= seconds
        return taken

    def forget(self) -> None:
        """Begin anew: another call is shown."""
        self._key, self._wrote = "", False
        self._held.clear()

    def _pass(self) -> float:
        now = self._clock()
        passed, self._last = now - self._last, now
        return min(PAUSE, max(0.0, passed))

    def _add(self, seconds: float) -> None:
        self._held[self._key] = self._held.get(self._key, 0.0) + seconds
