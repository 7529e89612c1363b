"""A quarter of an hour before the call, by keyboard: only what fits, word for word into the sheet, and printed."""

import pytest

from forecall.journal.call_sheet import CallSheet
from forecall.journal.listing import unplanned_calls
from forecall.journal.moments import utc_now
from forecall.journal.paces import recent_paces
from forecall.tour.person import Person
from tests.journeys.conftest import House
from tests.journeys.test_whole_way import ISSUE, begins


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> list[CallSheet]:
    """What the print preview shows; it is not opened, for it would wait for somebody to close it."""
    found: list[CallSheet] = []
    monkeypatch.setattr(
        "forecall.ui.dialogs.printing.PrintPreview.exec", lambda preview: found.append(preview._document)
    )
    return found


def words(sheet: CallSheet) -> str:
    return "\n".join(entry.text for block in sheet.top for entry in block.entries)


def test_a_quarter_of_an_hour(house: House, previews: list[CallSheet]) -> None:
    def story(me: Person) -> None:
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words("Northwind")
        me.press("Return")
        me.type_words("in 15 min")
        me.go_to("complaint")
        me.press("Space", "Ctrl+Return")
        me.is_at(ISSUE)
        me.press("Ctrl+E")
        me.sees("Two of them stay free to settle and read.")
        me.sees("Your sheet holds ready phrases so far.")
        me.is_at(ISSUE)
        me.type_words("The report came two days late.")
        me.press("Ctrl+Return")
        me.is_at("What end would be good for both?")
        me.type_words("A new date they can rely on.")
        me.press("Ctrl+Return")
        me.is_at("What will you say first?")
        me.type_words("The report was late, and that was us.")
        me.sees("Aim and opening are there. Your line is a ready phrase so far.")
        me.press("Ctrl+Return")
        me.is_at("What must be said? 1")
        me.type_words("The new date")
        me.press("Return")
        me.type_words("Who does what")
        me.sees("Aim, opening and two points are there. Your line is a ready phrase so far.")
        me.press("Return")
        me.type_words("Half a thou")
        me.press("Ctrl+P")
        me.waits_for(lambda: me._true(bool(previews), "no preview is open"))
        me.press("Ctrl+Return")
        me.is_at("let down")
        me.press("Ctrl+Shift+E")
        me.sees("The time left is hidden.")
        me.sees("Only what fits before the call.")
        me.sees_no("minutes. Two of them")
        me.press("Ctrl+Shift+E")
        me.sees("Two of them stay free")
        me.press("Ctrl+Shift+S")
        me.sees("Half a thou")

    house.tells(story)
    assert len(previews) == 1
    assert "The report was late, and that was us." in words(previews[0])
    assert "Half a thou" in words(previews[0])
    assert {"issue", "goal", "opening"} >= {key for key, _seconds in house.asks(recent_paces)} - {"points"}


def test_a_call_without_a_time_gets_one_where_it_is_planned(house: House, previews: list[CallSheet]) -> None:
    def story(me: Person) -> None:
        begins(me)
        me.press("Ctrl+E")
        me.sees("The call has no time yet. This is what fits in 15 minutes.")
        me.is_at(ISSUE)
        me.go_to("in 15 minutes", back=True)
        me.press("Space")
        me.sees("Two of them stay free to settle and read.")
        me.is_at(ISSUE)

    house.tells(story)
    assert house.asks(unplanned_calls, utc_now()) == []
