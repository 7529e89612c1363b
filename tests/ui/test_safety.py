"""A backup beside the window, and what is said when there is none."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from forecall.storage import database
from forecall.storage.backup import backups_folder, list_backups
from forecall.storage.log import holds_anything
from forecall.tour.person import Person
from forecall.ui.safety import Safety
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture
from tests.journeys.test_whole_way import begins


def test_what_was_written_is_backed_up_beside_the_window(house: House) -> None:  # noqa: F811
    def story(me: Person) -> None:
        begins(me, client="Northwind")
        me.type_words("Two days late")
        me.sees("Saved")
        assert house.program is not None
        window = house.program.window
        me.hands.ask(lambda: Safety(window).begin(0))
        for _round in range(100):
            if list_backups(house.journal):
                break
            me.rests(0.05)

    house.tells(story)
    assert [each.reason for each in list_backups(house.journal)] == ["start"]


def test_once_all_was_looked_through_a_log_that_a_kill_left_goes_into_the_file(
    house: House,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(database, "_SMALL", 0)  # nobody but the look through would fold it in

    def first(me: Person) -> None:
        begins(me, client="Northwind")
        me.type_words("Two days late")
        me.sees("Saved")

    house.tells(first)
    opened = database.Database(house.journal)
    with opened.session() as session:
        session.connection().exec_driver_sql("INSERT INTO draft VALUES ('a', 'b', 'c')")
    opened.close()
    assert holds_anything(house.journal)

    def story(me: Person) -> None:
        me.sees("Northwind")
        assert house.program is not None
        window = house.program.window
        me.hands.ask(lambda: Safety(window).begin(0))
        for _round in range(200):
            if not holds_anything(house.journal):
                break
            me.rests(0.05)
        assert not holds_anything(house.journal)

    house.tells(story)


def test_a_backup_that_fails_is_told_only_when_there_was_none_for_a_week(
    house: House,  # noqa: F811
    qapp: QApplication,
) -> None:
    folder = backups_folder(house.journal)

    def story(me: Person) -> None:
        begins(me, client="Northwind")
        me.type_words("Two days late")
        me.sees("Saved")
        assert house.program is not None
        window = house.program.window
        folder.write_text("a file where the folder should be")
        me.hands.ask(lambda: Safety(window).begin(0))
        me.sees("No backup could be made for more than a week. What you write is saved as ever.")
        me.click("Backups")
        me.sees("Backups appear here once there is something to copy.")
        me.click("Back up now")
        me.sees("The earlier ones stay.")

    house.tells(story)
    assert os.path.isfile(folder)


def test_the_example_is_never_backed_up(house: House, tmp_path: Path) -> None:  # noqa: F811
    def story(me: Person) -> None:
        me.sees("Look at an example")
        me.click("Look at an example")
        me.sees("This is an example.")
        assert house.program is not None
        window = house.program.window
        assert me.hands.ask(lambda: window.findChildren(Safety)) == []
        me.click("Back to my journal")
        me.sees("Look at an example")

    house.tells(story)
