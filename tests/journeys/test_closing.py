"""Whatever way the window goes, the words stay."""

import os
import signal
import subprocess
import sys

from forecall.journal.listing import Sieve, list_calls
from forecall.journal.reading import read_call
from forecall.tour.person import Person
from tests.helpers.checkout import CHECKOUT
from tests.journeys.conftest import House
from tests.journeys.test_whole_way import ISSUE, begins

LATER = "2100-01-01T00:00:00Z"
WORDS = "The report came two days late, in front of their board; nobody had told them."


def words_kept(house: House) -> str:
    """What the journal holds as the issue of its one call."""

    def read(connection: object) -> str:
        (head,) = list_calls(connection, Sieve(), LATER)
        call = read_call(connection, head.id, LATER)
        return call.text("issue") if call is not None else ""

    return str(house.asks(read))


def test_closing_in_the_middle_of_a_word_loses_none(house: House) -> None:
    """No pause between the last letter and the end of the window."""

    def story(me: Person) -> None:
        begins(me)
        me.type_words(WORDS)
        me.press("Ctrl+Q")

    house.tells(story)
    assert words_kept(house) == WORDS


def test_opened_again_it_stands_where_the_person_stopped(house: House) -> None:
    """The page, the step, the question, the words in it, and the window itself."""

    def stops(me: Person) -> None:
        begins(me)
        me.press("Ctrl+PgDown", "Ctrl+PgDown")
        me.is_at("What will you say first?")
        me.press("Ctrl+Return")
        me.is_at("What must be said? 1")
        me.press("Ctrl+Return")
        me.is_at("What will you ask? 1")
        me.type_words("What matters most to you?")
        me.press("Ctrl+Q")

    def goes_on(me: Person) -> None:
        me.is_at("What will you ask? 2")
        me.sees("What matters most to you?")

    house.tells(stops, size=(740, 600))
    before = house.settings().window
    assert before[2:] == (740, 600)
    program = house.opens()
    shown = program.window.geometry()
    assert (shown.x(), shown.y(), shown.width(), shown.height()) == before
    house.closes()
    house.tells(goes_on)


def test_a_half_written_call_is_there_again(house: House) -> None:
    """What was typed before there was a call at all."""

    def stops(me: Person) -> None:
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words("Northw")
        me.press("Tab")
        me.type_words("tomorrow 10:00")
        me.press("Ctrl+Q")

    def goes_on(me: Person) -> None:
        me.sees("Northw")
        me.sees("tomorrow 10:00")

    house.tells(stops)
    house.tells(goes_on)


def test_a_kill_while_typing_costs_a_second_at_most(house: House) -> None:
    """The process types by itself, 100 letters a second, and dies between two of them."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typist", str(house.journal), str(house.settings_file)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(CHECKOUT / "desktop"), str(CHECKOUT)))},
        stdout=subprocess.PIPE,
    ) as child:
        try:
            typed = _letters_until(child, seconds=2.2)
        finally:
            child.send_signal(signal.SIGKILL)
    killed = typed[-1][0]
    text = words_kept(house)
    wanted = "".join(letter for _moment, letter in typed)
    assert text
    assert wanted.startswith(text) or text.startswith(wanted)
    safe = sum(1 for moment, _letter in typed if moment <= killed - 1.0)
    assert len(text) >= safe
    assert safe > 50
    # Whoever opens it next is not kept out, and stands where the words end.
    house.tells(lambda me: me.is_at(ISSUE))


def _letters_until(child: "subprocess.Popen[bytes]", seconds: float) -> list[tuple[float, str]]:
    """The letters that the child says it has typed, each with its moment."""
    assert child.stdout is not None
    typed: list[tuple[float, str]] = []
    while not typed or typed[-1][0] - typed[0][0] < seconds:
        line = child.stdout.readline().decode()
        assert line, "the window went away by itself"
        moment, letter = line.rstrip("\n").split(" ", 1)
        typed.append((float(moment), letter))
    return typed
