"""A disk without room, and words that were written to do harm."""

import os
import resource
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from forecall.tour.person import Person
from forecall.ui.widgets.box_words import PASTE_LIMIT
from tests.journeys.conftest import House
from tests.journeys.test_closing import words_kept
from tests.journeys.test_whole_way import begins


@contextmanager
def no_room(house: House) -> Iterator[None]:
    """No file of this process may grow beyond what the journal's newest part is now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (house.journal.with_name("journal.db-wal").stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_keeps_the_words_on_screen_and_saves_them_later(house: House) -> None:
    """A sentence, one button; once there is room, everything is in the file."""
    words = "They want the figures. " * 40

    def story(me: Person) -> None:
        begins(me)
        me.sees("Call sheet")
        with no_room(house):
            for part in range(6):
                me.type_words(words[part::6])
                me.rests(0.35)
            me.sees("Your words stay on screen and are saved once")
            me.sees(words[0::6])
            assert "Saved" not in me.reads().splitlines()
        me.click("Try again")
        me.sees_no("Your words stay on screen")
        me.sees("Saved")

    house.tells(story)
    assert words_kept(house) == "".join(words[part::6] for part in range(6))


HOSTILE = (
    '<img src="{fifo}">',
    "![]({fifo})",
    '<a href="javascript:alert(1)">here</a>',
    "<script>fetch('http://example.invalid')</script>",
    "[link](file://{fifo})",
    "&lt;b&gt; <b>bold</b> %s {{0}} \\n",
)


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_hostile_words_are_shown_as_characters_and_open_nothing(house: House, fifo: Path) -> None:
    """In a client's name, an answer, a list, a title, on the sheet, in the lists and in what is found."""
    opened = _watched(fifo)
    words = [each.format(fifo=fifo) for each in HOSTILE]

    def story(me: Person) -> None:
        begins(me, client=words[0])
        me.type_words(words[1])
        me.go_to("What worries them most? 1")
        for each in words[:3]:
            me.type_words(each)
            me.press("Return")
        me.sees("Saved")
        me.press("Ctrl+PgDown", "Ctrl+PgDown")
        me.is_at("What will you say first?")
        me.type_words(" ".join(words))
        me.go_to("What must be said? 1")
        for each in words:
            me.type_words(each)
            me.press("Return")
        me.sees("Saved")
        me.press("Ctrl+Shift+S")
        me.sees(words[5])
        me.sees(words[3])
        for key in ("Ctrl+1", "Ctrl+2", "Ctrl+3"):
            me.press(key)
            me.sees(words[0])
        me.press("Ctrl+F")
        me.is_at("Find words")
        me.type_words("img src")
        me.sees("1 call")

    house.tells(story)
    assert not opened()


def _watched(fifo: Path) -> Callable[[], bool]:
    """Says whether anybody has opened the pipe for reading: only then can it be opened for writing at once."""
    seen = threading.Event()
    done = threading.Event()

    def look() -> None:
        while not done.wait(0.02):
            try:
                handle = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:
                continue
            os.close(handle)
            seen.set()

    watcher = threading.Thread(target=look, name="watches-the-pipe")
    watcher.start()

    def opened() -> bool:
        done.set()
        watcher.join()
        assert stat.S_ISFIFO(fifo.stat().st_mode)
        return seen.is_set()

    return opened


def test_much_is_taken_and_too_much_is_refused_with_a_sentence(house: House) -> None:
    """The box does not hang on either."""
    much = "a few words more\n" * (PASTE_LIMIT // 17)

    def story(me: Person) -> None:
        begins(me)
        _copies(me, much + "x" * PASTE_LIMIT)
        me.press("Ctrl+V")
        me.sees("That is more than one answer can hold.")
        _copies(me, much)
        me.press("Ctrl+V")
        me.sees("Saved")

    house.tells(story)
    assert words_kept(house) == much.strip()


def _copies(me: Person, words: str) -> None:
    me.hands.ask(lambda: QGuiApplication.clipboard().setText(words))
