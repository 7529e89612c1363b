"""The program as it is built: one window, a journal that can be changed for the example and back."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forecall.app import Forecall
from forecall.journal import verbs
from forecall.journal.listing import Sieve, list_calls
from forecall.settings import load_settings
from forecall.storage.backup import back_up
from forecall.storage.database import make
from forecall.tour.hands import NotThere
from forecall.tour.person import Person
from tests.helpers.refusing_disk import RefusingDisk
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture
from tests.journeys.test_closing import words_kept
from tests.journeys.test_whole_way import begins

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


def test_a_link_to_the_journal_opens_the_journal_itself_so_that_there_is_one_lock(
    house: House,  # noqa: F811
    qtbot: QtBot,
) -> None:
    real, link, other = house.journal, house.folder / "link" / "work.db", house.folder / "link" / "other.db"
    link.parent.mkdir()
    link.symlink_to(real)
    other.symlink_to(house.folder / "other.db")
    make(house.folder / "other.db")
    make(real)
    house.journal = link
    program = house.opens()
    try:
        assert (real.parent / f".{real.name}.lock").exists()
        program.window.journal_chosen.emit(other)
        qtbot.waitUntil(lambda: program.window.desk.is_open and program.workspace.path == house.folder / "other.db")
        assert {each.name for each in link.parent.iterdir()} == {"work.db", "other.db"}
    finally:
        house.closes()


def test_a_journal_with_a_second_name_says_what_to_do(house: House) -> None:  # noqa: F811
    make(house.journal)
    os.link(house.journal, house.folder / "second.db")
    house.tells(lambda me: me.sees("Close Forecall, copy the file"))


def test_a_preference_that_cannot_be_kept_is_no_reason_to_stay(
    house: House,  # noqa: F811
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house.settings_file = tmp_path / "journal.db" / "settings.json"  # a folder that is a file
    house.tells(lambda me: me.sees("Look at an example"))
    assert house.journal.is_file()


ASKED = "Some of your words are not in the file yet. They are lost if you close now."


def in_house(house: House) -> Forecall:  # noqa: F811
    assert house.program is not None
    return house.program


@pytest.mark.parametrize("way", ["example", "language", "restore"])
def test_nothing_takes_the_place_of_a_window_whose_words_the_disk_refuses(house: House, way: str) -> None:  # noqa: F811
    """Another journal, another language, a restore: the wish comes before anybody has heard of the trouble."""

    def story(me: Person) -> None:
        begins(me)
        me.sees("Call sheet")
        program = in_house(house)
        window, asks = program.window, me.hands.ask
        backup = back_up(house.journal, reason="asked")
        disk = asks(lambda: RefusingDisk(program.workspace))
        disk.refuses = True
        me.type_words("Nobody had told them.")
        if way == "example":
            me.press("Ctrl+Shift+X")
        elif way == "language":
            asks(window.language_chosen.emit)
        else:
            asks(lambda: window.restore_asked.emit(backup))
        me.sees(ASKED)
        me.sees("Nobody had told them.")
        assert program.window is window
        disk.again()
        me.sees_no(ASKED)
        me.type_words(" Now we have.")

    house.tells(story)
    assert words_kept(house) == "Nobody had told them. Now we have."


def test_who_says_so_leaves_words_behind_for_another_journal(house: House) -> None:  # noqa: F811
    def story(me: Person) -> None:
        begins(me)
        disk = me.hands.ask(lambda: RefusingDisk(in_house(house).workspace))
        disk.refuses = True
        me.type_words("Nobody had told them.")
        me.press("Ctrl+Shift+X")
        me.click("Close all the same")
        me.sees("This is an example. What you write here is not kept.")
        me.sees_no(ASKED)
        me.press("Ctrl+W")
        me.sees_no("This is an example.")
        me.sees("Northwind")

    house.tells(story)
    assert words_kept(house) == ""


def test_the_example_stays_one_when_it_is_opened_anew(house: House) -> None:  # noqa: F811
    def story(me: Person) -> None:
        me.sees("Look at an example")
        me.press("Ctrl+Shift+X")
        me.sees("This is an example. What you write here is not kept.")
        program = in_house(house)
        path = program.workspace.path
        program.workspace.perform(None, verbs.start_call, "Northwind").wait()
        backup = back_up(path, reason="asked")
        me.hands.ask(lambda: program.window.restore_asked.emit(backup))
        me.sees("The backup was restored. The journal as it was before is kept.")
        me.sees("This is an example. What you write here is not kept.")
        assert program.workspace.path == path
        me.press("Ctrl+W")
        me.sees("Look at an example")
        assert not path.parent.exists()

    house.tells(story)


def test_no_room_for_an_example_is_said_in_the_journal_that_is_open(
    house: House,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))

    def story(me: Person) -> None:
        me.sees("Look at an example")
        me.press("Ctrl+Shift+X")
        me.sees("The example could not be made")
        me.sees("Look at an example")

    house.tells(story)


def system_goes(house: House, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:  # noqa: F811
    """What the desktop tells of when its colours or its contrast were changed."""
    monkeypatch.setattr("forecall.ui.theme.system_theme_name", lambda: theme)
    hints = in_house(house)._app.styleHints()
    if theme == "contrast":
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    else:
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def wears(program: Forecall, theme: str) -> None:
    if program.window.desk.theme.name != theme:
        raise NotThere(theme)


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_the_desktop_is_followed_by_who_left_the_look_to_it(
    house: House,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    theme: str,
) -> None:
    def story(me: Person) -> None:
        program, ask = in_house(house), me.hands.ask
        me.sees("Look at an example")
        page = program.window.page
        ask(lambda: system_goes(house, monkeypatch, theme))
        me.rests(0.1)
        assert (program.window.desk.theme.name, program.window.page) == ("light", page)  # chosen by the person
        program.settings.theme = "system"
        ask(lambda: system_goes(house, monkeypatch, theme))
        me.waits_for(lambda: wears(program, theme))

    house.tells(story)


def test_a_desktop_that_goes_dark_leaves_words_on_screen_that_the_disk_refuses(
    house: House,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def story(me: Person) -> None:
        begins(me)
        program, ask = in_house(house), me.hands.ask
        program.settings.theme = "system"
        disk = ask(lambda: RefusingDisk(program.workspace))
        disk.refuses = True
        me.type_words("Nobody had")
        ask(lambda: system_goes(house, monkeypatch, "dark"))
        me.sees("The disk is full.")
        me.sees("Nobody had")
        me.type_words(" told them.")
        disk.again()
        me.waits_for(lambda: wears(program, "dark"))
        me.sees("Nobody had told them.")

    house.tells(story)
    assert words_kept(house) == "Nobody had told them."
