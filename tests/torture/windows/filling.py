"""Somebody who goes on writing while the disk is full, and after it has room again.

Arguments: the journal; ``ballast`` (a file beside it fills its small disk), ``limit`` (no file of this process may
grow) or ``sync`` (the disk gives an error for whatever is to be made sure on it); how many times; the seed;
``forgets`` to plant a fault: what the disk refuses is never tried again; ``leaves``: the window closes all the same.
"""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

from forecall.app import Forecall
from forecall.tour import hands, person
from forecall.tour.hands import NotThere
from forecall.tour.person import Person
from tests.torture.windows.saving import ISSUE
from tests.torture.windows.scene import arguments, in_window, say

WORDS = "They want the figures that were promised for Monday and nobody here had told them that it would not hold. "
ASKED = "They are lost if you close now."
NOTICES = ("The disk is full. Your words stay on screen", "The disk gave an error. Your words stay on screen")


@contextmanager
def ballast(journal: Path) -> Iterator[None]:
    """Fill what is left of the disk, as another program would."""
    path = journal.with_name("ballast")
    with path.open("wb", buffering=0) as file, suppress(OSError):
        for size in (1 << 16, 1 << 12, 512, 1):
            with suppress(OSError):
                while file.write(bytes(size)) == size:
                    pass
    try:
        yield
    finally:
        path.unlink()


@contextmanager
def limit(journal: Path) -> Iterator[None]:
    """No file of this process may grow beyond what the journal's newest part is now: the write itself fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = journal.with_name(f"{journal.name}-wal")
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size if log.exists() else 0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def sync(journal: Path) -> Iterator[None]:
    """Nothing can be made sure on the disk: ``refusing.c`` sees the sign."""
    sign = Path(os.environ["TORTURE_REFUSE"])
    sign.touch()
    try:
        yield
    finally:
        sign.unlink()


WAYS = {"ballast": ballast, "limit": limit, "sync": sync}


def never_asks() -> None:
    """Let the window go, whatever is not in the file."""
    from forecall.ui.leaving import Leaving

    vars(person)["PATIENCE_S"] = 1.0
    Leaving.holds = lambda self: False  # type: ignore[method-assign]


def never_tries_again() -> None:
    """Take a refused write for one that was done."""
    from forecall.workspace import performing

    real = performing.perform_on

    def forgetful(*given: Any) -> Any:
        try:
            return real(*given)
        except Exception:
            from forecall.workspace.undo import Images

            return None, Images()

    vars(performing)["perform_on"] = forgetful
    vars(person)["PATIENCE_S"] = 3.0


def main(journal: str, way: str, times: str, seed: str, fault: str = "") -> None:
    """Write, have the disk fill up in the middle, write on, try to leave now and then, and have room again."""
    rng = Random(seed)
    path = Path(journal)
    {"forgets": never_tries_again, "leaves": never_asks}.get(fault, lambda: None)()

    def story(me: Person, program: Forecall) -> None:
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words("Northwind")
        me.press("Ctrl+Return")
        me.is_at(ISSUE)
        me.sees("Call sheet")
        written = ""
        for number in range(int(times)):
            parts = [_words(rng, number) for _part in range(3)]
            me.type_words(parts[0])
            me.rests(rng.uniform(0.0, 0.5))
            wrong = []
            with WAYS[way](path):
                for part in parts[1:]:
                    me.type_words(part)
                    me.rests(rng.uniform(0.3, 0.6))
                written += "".join(parts)
                wrong.append(_hears_of_it(me, written, way))
                leaves = (rng.random() < 0.5 or fault == "leaves") and not any(wrong)
                if leaves:
                    wrong.append(_is_held(me, written))
            if not any(wrong):
                wrong += _recovers(me, again=not leaves and rng.random() < 0.3)
            say(words=written, wrong=[each for each in wrong if each])

    in_window(path, story)


def _words(rng: Random, number: int) -> str:
    start = rng.randrange(len(WORDS) // 2)
    return f"{number} {WORDS[start : start + rng.randint(12, 40)]} "


def _hears_of_it(me: Person, written: str, way: str) -> str:
    def look() -> None:
        words = hands.seen()
        if not any(notice in words for notice in NOTICES):
            raise NotThere("no notice")
        if written not in words:
            raise NotThere("the words are not on screen")
        if "Saved" in words.splitlines():
            raise NotThere("Saved is shown although nothing can be")

    return _sees(me, lambda: me.waits_for(look), f"while full ({way})")


def _recovers(me: Person, again: bool) -> list[str]:
    """The disk has room: by itself, or after ``again`` is asked for, all is said to be saved."""
    if again:
        with suppress(NotThere):
            me.click("Try again")
    return [
        _sees(me, lambda: me.sees_no("Your words stay on screen"), "the notice stays"),
        _sees(me, lambda: me.sees_no(ASKED), "the question stays"),
        _sees(me, lambda: me.sees("Saved"), "it never says Saved again"),
    ]


def _is_held(me: Person, written: str) -> str:
    """Closing the window asks first, and what was typed stays where it is."""
    me.press("Ctrl+Q")

    def look() -> None:
        words = hands.seen()
        if ASKED not in words or written not in words:
            raise NotThere("no question, or no words")

    return _sees(me, lambda: me.waits_for(look), "on leaving while full")


def _sees(me: Person, look: Callable[[], object], otherwise: str) -> str:
    try:
        look()
    except NotThere as missing:
        return f"{otherwise}: {missing}"
    return ""


if __name__ == "__main__":
    main(*arguments())
