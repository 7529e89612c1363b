"""A small window and large letters: nothing is cut off, nothing lies over its neighbour."""

import pytest

from forecall.tour import hands
from forecall.tour.person import Person
from tests.helpers.looking import troubles
from tests.journeys.conftest import House
from tests.journeys.test_whole_way import ISSUE, begins


def looks_right(me: Person, what: str) -> None:
    """Nothing of what is shown is cut off."""
    me.rests(0.1)
    found = me.waits_for(lambda: troubles(hands.front()))
    assert not found, f"{what}: " + "; ".join(found)


@pytest.mark.parametrize(
    ("size", "scale"), [((1100, 760), 1.0), ((800, 560), 1.0), ((1100, 760), 2.0), ((800, 560), 2.0)]
)
def test_no_page_is_cut_off(house: House, size: tuple[int, int], scale: float) -> None:
    settings = house.settings()
    settings.text_scale = scale
    settings.save(house.settings_file)

    def story(me: Person) -> None:
        me.sees("Look at an example")
        looks_right(me, "today, empty")
        me.press("Ctrl+N")
        me.is_at("Client")
        looks_right(me, "a new call")
        begins(me, "Northwind Trading and Shipping, Northern Branch")
        me.type_words("The quarterly report reached them two days late, in front of their board.")
        for step in ("Client", "Approach", "Limits", "Settle"):
            looks_right(me, f"before {step}")
            me.press("Ctrl+PgDown")
            me.sees("Call sheet")
            me.rests(0.05)
        looks_right(me, "settle")
        me.press("Ctrl+E")
        me.is_at(ISSUE)
        looks_right(me, "only what fits")
        me.press("Ctrl+E", "Ctrl+Shift+S")
        me.sees("private")
        looks_right(me, "the call sheet")
        rehearses(me)
        me.press("Ctrl+B")
        me.sees("What did you promise, by when?")
        looks_right(me, "looking back")
        me.click("Five more minutes")
        me.sees("What went well, and what did you do for it?")
        looks_right(me, "looking back, later")
        for key in ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+F", "Ctrl+L", "Ctrl+,"):
            me.press(key)
            me.rests(0.1)
            looks_right(me, key)

    house.tells(story, size=size)


def rehearses(me: Person) -> None:
    """Write an opening and what they may say, and look at both while they are rehearsed."""
    me.press("Ctrl+R")
    me.is_at("Write the opening")
    looks_right(me, "rehearsing, empty")
    me.press("Return")
    me.is_at("What will you say first?")
    me.type_words("The report came late, and you heard it from us too late. I have half an hour for a date that holds.")
    me.go_to("What may they say, and what will you answer? 1 They say")
    me.type_words("You always have a reason, and it is never yours.")
    me.go_to("What may they say, and what will you answer? 1 You say")
    me.type_words("This time it is ours, and here is what is different from today.")
    me.sees("Saved")
    me.press("Ctrl+R")
    me.is_at("Start reading")
    looks_right(me, "the opening")
    me.press("Ctrl+PgDown")
    me.is_at("Said it")
    looks_right(me, "what they may say")
    me.type_words("it was")
    me.press("Ctrl+Return")
    me.is_at("How was it? as planned")
    looks_right(me, "the plan beside the answer")
    me.press("2")
    me.is_at("Call sheet")
    looks_right(me, "the end of a rehearsal")
    me.press("Ctrl+Shift+S")
    me.sees("private")
