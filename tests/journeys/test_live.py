"""The call itself, in the real windows and by keyboard."""

import os
import signal
import subprocess
import sys
from typing import Any

from forecall.journal.listing import Sieve, list_calls
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord, LiveKind
from forecall.tour import hands
from forecall.tour.person import Person
from tests.helpers.checkout import CHECKOUT
from tests.journeys.conftest import House
from tests.journeys.test_closing import LATER, _letters_until
from tests.journeys.test_trouble import no_room
from tests.journeys.test_whole_way import begins

SHEET = "Live sheet"


def opens_live(me: Person) -> None:
    """Prepare two points and an objection, open the sheet and begin the call."""
    begins(me)
    me.press("Ctrl+PgDown", "Ctrl+PgDown")
    me.is_at("What will you say first?")
    me.press("Ctrl+Return")
    me.is_at("What must be said? 1")
    me.type_words("We own the delay\nThe twelfth, in writing")
    me.press("Ctrl+G")
    me.is_at("Begin")
    me.press("Space")
    me.is_at(SHEET)
    me.sees("End the call")


def the_call(house: House) -> CallRecord:
    """The one call of the journal."""

    def read(connection: object) -> CallRecord | None:
        (head,) = list_calls(connection, Sieve(), LATER)
        return read_call(connection, head.id, LATER)

    found: Any = house.asks(read)
    assert isinstance(found, CallRecord)
    return found


def test_from_the_sheet_through_the_call_into_the_look_back(house: House) -> None:
    """One key opens it, each thing that happens has one, and the end leads on."""

    def story(me: Person) -> None:
        opens_live(me)
        me.press("1", "B", "B", "P")
        me.is_at("Note")
        me.type_words("a new plan by Friday")
        me.press("Return")
        me.is_at(SHEET)
        me.press("N")
        me.is_at("Note")
        me.type_words("They named May.")
        me.press("Escape")
        me.is_at(SHEET)
        me.press("Ctrl+Return")
        me.sees("What did you promise, by when?")
        me.sees("a new plan by Friday")

    house.tells(story)
    call = the_call(house)
    assert call.started_at is not None
    assert call.head.held_at is not None
    assert call.forecast_locked
    assert [item.done_at is not None for item in call.entries("points")] == [True, False]
    assert [item.text for item in call.entries("promised")] == ["a new plan by Friday"]
    assert call.picked("limits") == ("restate", "firm_no")
    assert "They named May." in call.text("keep")


def test_both_windows_show_what_happens_in_either(house: House) -> None:
    def story(me: Person) -> None:
        opens_live(me)
        me.press("Ctrl+G")  # back to the big window
        me.is_at("What must be said? 2")
        me.type_words(" today")
        me.press("Ctrl+1")
        me.sees("Your call is under way")
        me.press("Ctrl+G")
        me.is_at(SHEET)
        me.waits_for(lambda: hands.find("The twelfth, in writing today"))
        me.press("Escape")
        me.sees("Your call is under way")
        me.click("It is over")
        me.sees("What did you promise, by when?")

    house.tells(story)
    assert the_call(house).head.held_at is not None


def test_closing_the_big_window_in_a_call_loses_nothing_and_goes_on(house: House) -> None:
    def stops(me: Person) -> None:
        opens_live(me)
        me.press("N")
        me.is_at("Note")
        me.type_words("in the middle of a wo")

    def goes_on(me: Person) -> None:
        me.is_at(SHEET)
        me.sees("in the middle of a wo")
        me.sees("End the call")

    house.tells(stops)
    (note,) = the_call(house).live_notes
    assert note.text == "in the middle of a wo"
    house.tells(goes_on)


def test_a_full_disk_in_a_call_costs_no_word(house: House) -> None:
    words = "They want the figures. " * 40

    def story(me: Person) -> None:
        opens_live(me)
        me.press("N")
        me.is_at("Note")
        with no_room(house):
            for part in range(6):
                me.type_words(words[part::6])
                me.rests(0.35)
            me.sees("Your words stay on screen and are saved once")
            me.sees(words[0::6][:60])
        me.click("Try again")
        me.sees_no("Your words stay on screen")
        me.sees("Saved")

    house.tells(story)
    (note,) = the_call(house).live_notes
    assert note.text == "".join(words[part::6] for part in range(6)).strip()


def test_a_kill_in_the_live_sheet_costs_a_second_at_most(house: House) -> None:
    """The process types a note by itself and dies between two letters; the next start stands in the call again."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.live_typist", str(house.journal), str(house.settings_file)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(CHECKOUT / "desktop"), str(CHECKOUT)))},
        stdout=subprocess.PIPE,
    ) as child:
        try:
            typed = _letters_until(child, seconds=2.2)
        finally:
            child.send_signal(signal.SIGKILL)
    killed = typed[-1][0]
    call = the_call(house)
    heated, note = call.live_notes
    assert (heated.kind, heated.text) == (LiveKind.HEATED, "loud")
    assert [item.done_at is not None for item in call.entries("points")] == [True, False]
    wanted = "".join(letter for _moment, letter in typed)
    assert wanted.startswith(note.text) or note.text.startswith(wanted)
    safe = wanted[: sum(1 for moment, _letter in typed if moment <= killed - 1.0)].rstrip()
    assert len(note.text) >= len(safe)
    assert len(safe) > 50

    def goes_on(me: Person) -> None:
        me.is_at(SHEET)
        me.sees("heated – loud")

    house.tells(goes_on)
