"""Somebody who writes into many boxes; each *Saved* is marked in what is written down about this process.

Arguments: the journal; how many rounds; the seed; ``off`` to plant a fault: the file is never flushed.
"""

from pathlib import Path
from random import Random

from forecall.app import Forecall
from forecall.tour import hands
from forecall.tour.person import Person
from forecall.ui.widgets.answer_field import AnswerField
from tests.torture.windows.scene import SavedWatch, arguments, in_window, mark

SENTENCE = "They stood before their board without the figures, and nobody had told them. "
ISSUE = "What is the client unhappy about?"


def plant_fault() -> None:
    """Never wait for the disk."""
    from forecall.storage import database

    real = database._open

    def careless(path: Path, *, writing: bool) -> database.Connection:
        connection = real(path, writing=writing)
        connection.execute("PRAGMA synchronous=OFF")
        return connection

    database._open = careless


def main(journal: str, rounds: str, seed: str, fault: str = "") -> None:
    """Begin a call and write."""
    rng = Random(seed)
    if fault == "off":
        plant_fault()

    def story(me: Person, program: Forecall) -> None:
        watch = me.hands.ask(lambda: SavedWatch(program, mark))
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words("Northwind")
        me.press("Ctrl+Return")
        me.is_at(ISSUE)
        for number in range(int(rounds)):
            me.type_words(f"{number} ")
            if rng.random() < 0.5:
                _insert(me, SENTENCE * rng.randint(1, 60))
            if rng.random() < 0.3:
                me.rests(rng.uniform(0.2, 0.5))
            me.press("Tab")
            me.rests(0.05)
            me.press("Shift+Tab")
            me.rests(rng.uniform(0.02, 0.12))
        me.hands.ask(watch.stop)

    in_window(Path(journal), story)


def _insert(me: Person, words: str) -> None:
    def insert() -> None:
        box = hands.focused()
        assert isinstance(box, AnswerField)
        box.insert_words(words)

    me.hands.ask(insert)


if __name__ == "__main__":
    main(*arguments())
