"""The program as it is built: one window, a journal that can be changed for the example and back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from forecall.journal.listing import Sieve, list_calls
from forecall.settings import load_settings
from forecall.tour.person import Person
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture

LATER = "2100-01-01T00:00:00Z"


def calls(connection: object) -> int:
    return len(list_calls(connection, Sieve(), LATER, limit=1000))


def test_the_journal_is_made_and_the_preferences_are_kept_when_the_window_closes(house: House) -> None:  # noqa: F811
    house.settings_file.unlink()
    house.tells(lambda me: me.sees("Look at an example"), size=(900, 640))
    assert house.journal.is_file()
    assert load_settings(house.settings_file).window[2:] == (900, 640)


def test_the_example_is_looked_at_and_left_without_a_trace(house: House) -> None:  # noqa: F811
    def story(me: Person) -> None:
        me.sees("Look at an example")
        me.click("Look at an example")
        me.sees("This is an example. What you write here is not kept.")
        me.press("Ctrl+2")
        me.sees_no("Calls appear here once you prepare one or note one.")
        me.click("Back to my journal")
        me.sees("Look at an example")

    house.tells(story)
    assert house.asks(calls) == 0


def test_a_file_that_is_no_journal_is_said_and_left_alone(house: House) -> None:  # noqa: F811
    house.journal.write_text("My shopping list", "utf-8")

    house.tells(lambda me: me.sees("journal"))
    assert house.journal.read_text("utf-8") == "My shopping list"


def test_a_preference_that_cannot_be_kept_is_no_reason_to_stay(
    house: House,  # noqa: F811
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house.settings_file = tmp_path / "journal.db" / "settings.json"  # a folder that is a file
    house.tells(lambda me: me.sees("Look at an example"))
    assert house.journal.is_file()
