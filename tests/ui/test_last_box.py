"""The box where the cursor last was, and the way back to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Place
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.text import Label
from tests.ui.conftest import Person

FIRST = "Thank you for making time. I have … minutes, and I would like us to end with a plan."


@pytest.fixture
def window(person: Person) -> MainWindow:
    def finish(closing: MainWindow) -> None:
        closing.flush()
        person.settle()

    window = MainWindow(person.desk)
    person.qtbot.addWidget(window, before_close_func=finish)
    window.resize(1100, 760)
    window.show()
    window.activateWindow()
    person.settle()
    return window


@pytest.fixture
def call(person: Person) -> str:
    return str(person.does(verbs.start_call, "Northwind"))


def focused() -> AnswerField:
    field = QApplication.focusWidget()
    assert isinstance(field, AnswerField)
    return field


def go(person: Person, window: MainWindow, place: Place) -> None:
    window.go(place)
    person.settle()


def press(person: Person, window: MainWindow, key: Qt.Key) -> None:
    person.qtbot.keyClick(QApplication.focusWidget() or window, key)
    person.settle()


def test_a_phrase_goes_where_the_cursor_was_and_can_be_taken_back(
    window: MainWindow, person: Person, call: str
) -> None:
    go(person, window, Place("prepare", call, "approach", "opening"))
    person.qtbot.keyClicks(focused(), "Good morning.")
    press(person, window, Qt.Key.Key_F1)
    assert window.page.name == "guide"
    assert window.page.place == Place("guide", id="What will you say first?", key="opening")
    press(person, window, Qt.Key.Key_Return)
    assert window.page.name == "prepare"
    assert focused().text() == f"Good morning. {FIRST}"
    window.page.flush()
    assert person.asks(read_call, call).text("opening") == f"Good morning. {FIRST}"
    person.qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert focused().text() == "Good morning."


def test_an_empty_row_of_a_list_becomes_an_entry(window: MainWindow, person: Person, call: str) -> None:
    go(person, window, Place("prepare", call, "approach", "points"))
    assert focused().text() == ""
    press(person, window, Qt.Key.Key_F1)
    press(person, window, Qt.Key.Key_Return)
    window.page.flush()
    (point,) = person.asks(read_call, call).entries("points")
    assert point.text


def test_the_look_back_takes_words_too(window: MainWindow, person: Person, call: str) -> None:
    go(person, window, Place("look_back", call, "now", "keep"))
    press(person, window, Qt.Key.Key_F1)
    press(person, window, Qt.Key.Key_Return)
    window.page.flush()
    person.settle()
    assert person.asks(read_call, call).text("keep")


def test_without_a_box_there_is_nothing_to_insert_into(window: MainWindow, person: Person, call: str) -> None:
    press(person, window, Qt.Key.Key_F1)
    assert window.page.place == Place("guide")
    go(person, window, Place("prepare", call, "approach", "opening"))
    press(person, window, Qt.Key.Key_F1)
    other = str(person.does(verbs.start_call, "Contoso"))
    window._pages["prepare"].place = Place("prepare", other)
    window.insert_words("Lost")
    assert window.page.name == "guide"
    person.settle()
    assert person.asks(read_call, call).text("opening") == ""


def test_boxes_of_the_guide_itself_do_not_count(window: MainWindow, person: Person, call: str) -> None:
    go(person, window, Place("prepare", call, "approach", "opening"))
    press(person, window, Qt.Key.Key_F1)
    window.page._on_add()  # type: ignore[attr-defined]
    person.qtbot.keyClicks(focused(), "Mine")
    person.settle()
    window.page._on_insert()  # type: ignore[attr-defined]
    assert window.page.name == "prepare"
    assert focused().text() == "Mine"
    assert window.last_box.question == "opening"


def test_in_a_small_window_the_phrase_is_shown_first(window: MainWindow, person: Person, call: str) -> None:
    window.resize(800, 560)
    go(person, window, Place("prepare", call, "approach", "opening"))
    press(person, window, Qt.Key.Key_F1)
    press(person, window, Qt.Key.Key_Return)
    assert window.page.name == "guide"
    button = QApplication.focusWidget()
    assert button is not None
    assert button.accessibleName() == "Insert"
    press(person, window, Qt.Key.Key_Space)
    assert focused().text() == FIRST


def test_a_box_that_answers_no_question_gets_no_phrase(window: MainWindow, person: Person, call: str) -> None:
    person.does(verbs.write_lesson, None, {"if": "a date slips", "then": "call", "skill": ["composure"]})
    go(person, window, Place("lessons"))
    box = next(each for each in window.page.findChildren(AnswerField) if each.isVisible())
    box.setFocus()
    press(person, window, Qt.Key.Key_F1)
    assert window.page.name == "guide"
    assert "It goes into" not in " ".join(label.text() for label in window.page.findChildren(Label))
