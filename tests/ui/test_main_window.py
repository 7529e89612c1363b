"""The window: where it stands, what it shows, and whose wish counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forecall.journal import verbs
from forecall.journal.refusals import Refused
from forecall.storage.faults import CannotWrite, ForeignFile
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Place
from forecall.ui.widgets.notice import Notice
from tests.ui.conftest import Person


def notices(window: MainWindow, qtbot: QtBot) -> list[str]:
    """The sentences above the page; there is at least one."""

    def shown() -> list[str]:
        return [each.accessibleName() for each in window.findChildren(Notice) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("today", "today"),
        ("calls", "calls"),
        ("clients", "clients"),
        ("lessons", "lessons"),
        ("find", "find"),
        ("summary", "summary"),
        ("settings", "settings"),
        ("prepare", "new_call"),
        ("note", "note_call"),
    ],
)
def test_each_key_leads_to_its_page(window: MainWindow, person: Person, name: str, page: str) -> None:
    window.actions_by_name[name].trigger()
    person.settle()
    assert window.page.name == page


def test_back_leads_through_the_places_to_the_first_screen(window: MainWindow, person: Person) -> None:
    for place in ("calls", "lessons"):
        window.go(Place(place))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.page.name == "calls"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.page.name == "today"


def test_the_later_of_two_wishes_counts(window: MainWindow, person: Person) -> None:
    """A click asks for one page, and before the window has got to it a key asks for another."""
    window.page.place_chosen.emit(Place("calls"))
    window.go(Place("lessons"))
    person.settle()
    assert window.page.name == "lessons"


def test_escape_lets_go_of_a_sentence_before_it_leaves_the_page(window: MainWindow) -> None:
    window.go(Place("calls"))
    window.say("Archived.")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.page.name == "calls"


def test_undo_says_what_was_taken_back_and_when_there_is_nothing(
    window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    window.actions_by_name["undo"].trigger()
    person.settle()
    assert notices(window, qtbot) == ["There is nothing to undo."]
    person.does(verbs.start_call, "Northwind")
    window.actions_by_name["undo"].trigger()
    person.settle()
    (said,) = notices(window, qtbot)
    assert said.startswith("Taken back: ")


def test_a_refusal_is_told_in_its_own_words(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.bridge.failed.emit(Refused("There is such a client already."))
    assert notices(window, qtbot) == ["There is such a client already."]


def test_an_error_is_told_calmly(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.bridge.failed.emit(ValueError("x"))
    (said,) = notices(window, qtbot)
    assert said.startswith("Something did not work. What was saved before is safe.")


def test_a_full_disk_holds_the_door_once(window: MainWindow, qtbot: QtBot) -> None:
    """The first wish to close is answered with what would be lost; the second one counts."""
    closed: list[bool] = []
    window.closing.connect(lambda: closed.append(True))
    window.desk.bridge.troubled.emit(CannotWrite("The disk is full."))
    assert notices(window, qtbot) == ["The disk is full."]
    window.close()
    assert not closed
    assert window.isVisible()
    window.close()
    assert closed


def test_a_journal_that_cannot_be_opened_lets_nobody_write(window: MainWindow, qtbot: QtBot) -> None:
    window.show_fault(ForeignFile("This file is no journal."))
    assert not window.page.isEnabled()
    assert notices(window, qtbot)


def test_the_side_bar_folds_to_icons_in_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 700)
    wide = window._side.width()
    window.resize(700, 560)
    qtbot.waitUntil(lambda: window._side.width() < wide)


def test_the_place_of_the_window_is_kept(window: MainWindow) -> None:
    window.setGeometry(20, 30, 700, 600)
    window.close()
    assert window.desk.settings.window == (20, 30, 700, 600)
