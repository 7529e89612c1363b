"""Words that stand ready in an empty box."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.ready_line import ReadyLine
from tests.ui.widgets.conftest import Show

WORDS = "I can offer … by Friday."


def ready(show: Show, words: str = WORDS) -> tuple[AnswerField, ReadyLine]:
    field = AnswerField("2 · Say no", short=True)
    line = ReadyLine(field, words, "2 · Say no")
    show(field, line.button)
    field.setFocus()
    return field, line


def test_one_key_takes_it_over_with_the_gap_picked_out(show: Show, qtbot: QtBot) -> None:
    field, line = ready(show)
    assert line.button.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Right)
    assert field.text() == WORDS
    assert field.textCursor().selectedText() == "…"
    assert field.unsettled()
    assert not line.button.isVisible()
    qtbot.keyClicks(field, "ten percent")
    assert field.text() == "I can offer ten percent by Friday."


def test_it_can_be_taken_back_like_typing(show: Show, qtbot: QtBot) -> None:
    field, line = ready(show)
    line.button.click()
    field.undo()
    assert field.text() == ""
    assert line.button.isVisible()


def test_words_of_ones_own_are_never_written_over(show: Show, qtbot: QtBot) -> None:
    field, line = ready(show)
    field.set_text("No.")
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_Right)
    line.take()
    assert field.text() == "No."
    assert field.textCursor().position() == 1


def test_in_a_script_from_the_right_it_is_the_other_arrow(show: Show, qtbot: QtBot) -> None:
    field, _line = ready(show)
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(field, Qt.Key.Key_Right)
    assert field.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_Left)
    assert field.text() == WORDS


def test_with_nothing_ready_nothing_is_offered(show: Show, qtbot: QtBot) -> None:
    field, line = ready(show, "")
    assert not line.button.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Right)
    assert field.text() == ""
    line.set_words(WORDS)
    assert line.button.isVisible()
    assert WORDS in field.accessibleDescription()
    line.set_words("")
    assert not line.button.isVisible()
    assert field.accessibleDescription() == ""
