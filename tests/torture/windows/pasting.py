"""Somebody who pastes far too much into a box; tells for how long the window stood still, and what it said.

Arguments: the journal; ``line`` or ``lines``; how many characters; ``stalls`` to plant a fault.
"""

import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from forecall.app import Forecall
from forecall.tour import hands
from forecall.tour.person import Person
from tests.benchmarks.heart import Heart
from tests.torture.windows.saving import ISSUE
from tests.torture.windows.scene import arguments, in_window, say

REFUSES = "That is more than one answer can hold."


def main(journal: str, kind: str, size: str, fault: str = "") -> None:
    """Paste, and type a few letters after it."""
    sentence = "They stood before their board without the figures. " if kind == "line" else "One more line of it.\n"
    words = (sentence * (int(size) // len(sentence) + 1))[: int(size)]

    def story(me: Person, program: Forecall) -> None:
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words("Northwind")
        me.press("Ctrl+Return")
        me.is_at(ISSUE)
        me.sees("Call sheet")
        me.hands.ask(lambda: QGuiApplication.clipboard().setText(words))
        me.rests(0.5)
        heart = me.hands.ask(Heart)
        began = time.perf_counter() * 1e3
        me.press("Ctrl+V")
        if fault == "stalls":
            me.hands.ask(lambda: time.sleep(0.7))
        me.rests(0.5)
        me.type_words("abc")
        me.rests(1.5)
        longest = me.hands.ask(lambda: heart.longest_between(began, time.perf_counter() * 1e3))
        me.hands.ask(heart.stop)
        shown = me.hands.ask(hands.seen)
        say(longest=longest / 1000, refused=REFUSES in shown, taken=len(shown))

    in_window(Path(journal), story)


if __name__ == "__main__":
    main(*arguments())
