"""Assumptions, each with the way to ask about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.assumptions import Assumptions
from forecall.ui.widgets.text import Label, LinkButton
from tests.ui.widgets.conftest import Show

LINES = ["They knew the date", "Nobody told the board"]


def shown(show: Show, taken: set[str] | None = None) -> tuple[AnswerField, Assumptions, list[str]]:
    field = AnswerField("You assume")
    aid = Assumptions(field)
    asked: list[str] = []
    aid.asked.connect(asked.append)
    show(field, aid)
    field.set_text("\n".join(LINES))
    aid.show_lines(LINES, taken or set())
    return field, aid, asked


def says(aid: Assumptions) -> list[str]:
    return [each.text() for each in aid.findChildren(Label)]


def test_each_has_a_button(show: Show) -> None:
    _field, aid, asked = shown(show)
    buttons = aid.findChildren(LinkButton)
    assert [button.accessibleName() for button in buttons] == [f"Ask: {line}" for line in LINES]
    assert says(aid) == LINES
    buttons[1].click()
    assert asked == [LINES[1]]


def test_the_key_asks_about_the_line_of_the_cursor(show: Show, qtbot: QtBot) -> None:
    field, _aid, asked = shown(show)
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClick(field, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert asked == [LINES[1], LINES[0]]
    assert field.text() == "\n".join(LINES)


def test_what_is_a_question_already_says_so(show: Show) -> None:
    _field, aid, _asked = shown(show, {LINES[0]})
    assert [button.accessibleName() for button in aid.findChildren(LinkButton)] == [f"Ask: {LINES[1]}"]
    assert says(aid) == [LINES[0], "among your questions", LINES[1]]


def test_tab_leads_from_the_box_to_the_buttons(show: Show, qtbot: QtBot) -> None:
    field, aid, _asked = shown(show)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is aid.findChildren(LinkButton)[0]


def test_a_long_one_wraps_and_is_asked_whole(show: Show) -> None:
    field = AnswerField("You assume")
    aid = Assumptions(field)
    asked: list[str] = []
    aid.asked.connect(asked.append)
    show(field, aid, width=300)
    long = "they knew " * 20
    aid.show_lines([long], set())
    (button,) = aid.findChildren(LinkButton)
    assert aid.minimumSizeHint().width() < 300
    button.click()
    assert asked == [long]


def test_the_line_of_the_cursor_counts_while_the_cursor_is_there(show: Show) -> None:
    field, aid, _asked = shown(show)
    left: list[bool] = []
    aid.left.connect(lambda: left.append(True))
    field.setFocus()
    assert aid.being_written() in LINES
    field.clearFocus()
    assert aid.being_written() == ""
    assert left == [True]


def test_without_a_line_there_is_nothing(show: Show) -> None:
    _field, aid, _asked = shown(show)
    aid.show_lines([], set())
    assert not aid.isVisible()
