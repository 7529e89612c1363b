"""Somebody at the window: presses keys, types, points, and waits until they see what they look for."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from forecall.tour import hands
from forecall.tour.hands import Hands, NotThere

T = TypeVar("T")

PATIENCE_S = 10.0
_MOST_TABS = 150


class Person:
    """Knows nothing of the program but what is on the screen. Lives on a thread beside the window's own.

    Whatever is looked for may come a moment later; after ``PATIENCE_S`` it is ``NotThere``.
    """

    def __init__(self, eyes: Hands, window: Callable[[], QWidget]) -> None:
        """``window`` gives the window that is open at the moment."""
        self.hands = eyes
        self._window = window

    # the keyboard

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each as ``Ctrl+N`` is written."""
        for each in keys:
            self._do(lambda each=each: hands.key(each))  # type: ignore[misc]

    def type_words(self, words: str) -> None:
        """Type characters where the cursor is."""
        for sign in words:
            self._do(lambda sign=sign: hands.character(sign))  # type: ignore[misc]

    def go_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the keyboard is on what has this name."""
        for _each in range(_MOST_TABS):
            if self.where() == name:
                return
            self.press("Shift+Tab" if back else "Tab")
        raise NotThere(f"Tab does not lead to “{name}”")

    def where(self) -> str:
        """The name of what the keyboard is on."""
        return self.waits_for(lambda: hands.name_of(hands.focused()))

    def is_at(self, name: str) -> None:
        """Wait until the keyboard is on what has this name."""

        def look() -> None:
            there = hands.name_of(hands.focused())
            if there != name:
                raise NotThere(f"the keyboard is on “{there}”, not on “{name}”")

        self.waits_for(look)

    def choose(self, words: str) -> None:
        """Take an entry of the menu that is open, by arrow keys."""
        offered = self.waits_for(hands.menu_words)
        if words not in offered:
            raise NotThere(f"the menu does not offer “{words}” but {', '.join(offered)}")
        for _each in range(len(offered) + 2):
            if self.hands.ask(hands.menu_at) == words:
                self.press("Return")
                return
            self.press("Down")
        raise NotThere(f"the arrow keys do not lead to “{words}”")

    # the mouse

    def click(self, name: str, inside: str = "") -> None:
        """Click on what has this name, within what has another name."""
        self._look_for(name, inside)
        self._do(lambda: hands.click(hands.find(name, inside)))

    def click_row(self, words: str) -> None:
        """Click on the row of a list that holds these words."""
        self.waits_for(lambda: hands.row_of(words))

        def press() -> None:
            view, place = hands.row_of(words)
            hands.click(view.viewport(), place.center())

        self._do(press)

    def drag(self, name: str, onto: str) -> None:
        """Drag what has one name to the place of what has another."""
        self._look_for(name, "")
        self._do(lambda: hands.drag(hands.find(name), hands.find(onto)))

    def roll_to(self, name: str, inside: str = "") -> None:
        """Turn the wheel until something can be seen whole."""
        self._look_for(name, inside)
        self._do(lambda: hands.roll_to(hands.find(name, inside)))

    # the eyes

    def sees(self, words: str) -> None:
        """Wait until the words stand somewhere on what is in front."""
        self.waits_for(lambda: self._true(words in hands.seen(), f"nothing says “{words}”"))

    def sees_no(self, words: str) -> None:
        """Wait until the words are gone."""
        self.waits_for(lambda: self._true(words not in hands.seen(), f"something still says “{words}”"))

    def reads(self) -> str:
        """All words on what is in front."""
        return self.hands.ask(hands.seen)

    def picture(self, path: Path, patience: float = 0.15) -> None:
        """Keep a picture of the window as it looks once nothing moves."""
        self.rests(patience)
        if not self.hands.ask(lambda: hands.picture(self._window()).save(str(path))):
            raise OSError(f"{path} cannot be written")

    def rests(self, seconds: float) -> None:
        """Do nothing for a moment."""
        time.sleep(seconds)
        self.hands.ask(lambda: None)

    # within

    def _look_for(self, name: str, inside: str) -> None:
        self.waits_for(lambda: bool(hands.find(name, inside)))

    def _do(self, act: Callable[[], None]) -> None:
        def done_or_in_a_dialog() -> None:
            begun = self.hands.begin(act)
            self.hands.ask(lambda: None)
            if begun.done():
                begun.result()

        _patiently(done_or_in_a_dialog)

    def waits_for(self, look: Callable[[], T]) -> T:
        """What ``look`` finds on the window's thread, as soon as it raises ``NotThere`` no longer."""
        return _patiently(lambda: self.hands.ask(look))

    @staticmethod
    def _true(found: bool, otherwise: str) -> None:
        if not found:
            raise NotThere(otherwise)


def _patiently(attempt: Callable[[], T]) -> T:
    """Try until it is there; nothing has been done yet where something was missing."""
    give_up = time.monotonic() + PATIENCE_S
    while True:
        try:
            return attempt()
        except NotThere:
            if time.monotonic() > give_up:
                raise
        time.sleep(0.02)
