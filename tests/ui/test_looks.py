"""Colours and the size of the text, changed from wherever the person is."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from forecall.journal import verbs
from forecall.journal.reading import read_draft
from forecall.settings import Settings
from forecall.ui.actions import BY_NAME
from forecall.ui.looks import look_anew, next_size
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Place
from tests.helpers.refusing_disk import RefusingDisk
from tests.ui.conftest import Person


def test_sizes_go_one_after_the_other_to_the_end() -> None:
    assert next_size(Settings(), 1) == 1.25
    assert next_size(Settings(text_scale=1.1), -1) == 1.0
    assert next_size(Settings(text_scale=2.0), 1) is None
    assert next_size(Settings(), -1) is None


def test_an_action_sets_a_preference_and_has_the_window_drawn_anew(window: MainWindow, person: Person) -> None:
    told: list[str] = []
    window.theme_chosen.connect(lambda: told.append(f"{window.desk.settings.theme} {window.desk.settings.text_scale}"))
    for name in ("dark", "larger", "larger", "smaller"):
        window.actions_by_name[name].trigger()
        person.settle()
    assert told == ["dark 1.0", "dark 1.25", "dark 1.5", "dark 1.25"]


def test_at_the_end_the_size_says_so(window: MainWindow, person: Person) -> None:
    told: list[object] = []
    window.theme_chosen.connect(lambda: told.append(None))
    window.actions_by_name["smaller"].trigger()
    person.settle()
    assert not told
    assert not window.can(BY_NAME["smaller"])


def test_what_was_typed_is_in_the_file_before_the_pages_are_made_anew(window: MainWindow, person: Person) -> None:
    window.go(Place("new_call"))
    person.settle()
    kept: list[str] = []
    window.theme_chosen.connect(lambda: kept.append(person.asks(read_draft, "new call")))
    person.qtbot.keyClicks(window.focusWidget(), "Northwind")
    window.actions_by_name["dark"].trigger()
    person.settle()
    assert "Northwind" in kept[0]


def test_the_cursor_stays_in_its_question(window: MainWindow, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    window.go(Place("prepare", call, "issue", "facts"))
    person.settle()
    window.wear(window.desk.theme)
    person.settle()
    assert window.page.stopped_at().key == "facts"


@pytest.mark.parametrize("ask", [look_anew, lambda window: window.page.theme_chosen.emit()])
def test_words_that_the_disk_refuses_stay_in_their_boxes_until_it_takes_them(
    window: MainWindow, person: Person, ask: Callable[[MainWindow], None]
) -> None:
    """Also those that are typed meanwhile, in whatever way the look was changed."""
    window.go(Place("new_call"))
    person.settle()
    box, disk = window.focusWidget(), RefusingDisk(person.desk.workspace)
    kept: list[str] = []
    window.theme_chosen.connect(lambda: kept.append(person.asks(read_draft, "new call")))
    disk.refuses = True
    person.qtbot.keyClicks(box, "North")
    window.go(Place("settings"))
    ask(window)
    person.qtbot.waitUntil(lambda: window._notices.troubled)
    person.qtbot.keyClicks(box, "wind")
    assert kept == []
    disk.again()
    person.qtbot.waitUntil(lambda: bool(kept))
    assert "Northwind" in kept[0]


def test_a_dialog_of_a_page_is_left_before_its_page_is_made_anew(window: MainWindow, person: Person) -> None:
    told: list[None] = []
    window.theme_chosen.connect(lambda: told.append(None))
    dialog = QDialog(window.page)
    dialog.setModal(True)
    dialog.show()
    look_anew(window)
    person.settle()
    assert told == []
    dialog.accept()
    person.qtbot.waitUntil(lambda: told == [None])
