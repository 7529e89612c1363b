import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, QuietButton
from tests.ui.widgets.conftest import Show


@pytest.fixture
def page(show: Show) -> ScrollPage:
    made = ScrollPage("Prepare")
    for number in range(30):
        made.column.addWidget(QuietButton(f"Button {number}"))
    made.setFixedHeight(300)
    show(made, width=500)
    return made


def in_sight(page: ScrollPage, widget: QWidget) -> bool:
    top = widget.mapTo(page.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= page.viewport().height()


def test_what_has_the_focus_is_in_sight_with_room_around(page: ScrollPage) -> None:
    buttons = page.findChildren(QuietButton)
    for index in (20, 3, 29, 0):
        buttons[index].setFocus(Qt.FocusReason.TabFocusReason)
        assert in_sight(page, buttons[index]), index
    buttons[20].setFocus(Qt.FocusReason.TabFocusReason)
    assert in_sight(page, buttons[21]) or in_sight(page, buttons[19])


def test_the_line_being_written_stays_in_sight(page: ScrollPage) -> None:
    field = AnswerField("Opening")
    page.column.insertWidget(0, field)
    field.set_text("line\n" * 60)
    QApplication.processEvents()
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, "the end")
    QApplication.processEvents()
    bottom = field.viewport().mapTo(page.viewport(), field.cursorRect().bottomLeft()).y()
    assert 0 < bottom <= page.viewport().height()
    field.moveCursor(QTextCursor.MoveOperation.Start)
    assert page.verticalScrollBar().value() < 60


def test_the_column_is_as_wide_as_reading_is_easy(show: Show) -> None:
    page = ScrollPage("Prepare")
    label = Label("m" * 10)
    page.column.addWidget(label)
    show(page, width=1400)
    assert label.width() <= label.fontMetrics().averageCharWidth() * 68 + 28


def test_it_never_scrolls_sideways(page: ScrollPage) -> None:
    assert page.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_pages_that_are_gone_do_not_listen(show: Show, qtbot: object) -> None:
    page = ScrollPage("Gone")
    field = AnswerField("Box")
    page.column.addWidget(field)
    other = QuietButton("Other")
    show(page, other)
    field.setFocus()
    page.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    other.setFocus()
    assert other.hasFocus()


def test_what_comes_in_above_leaves_the_keyboard_in_sight(page: ScrollPage, qtbot: QtBot) -> None:
    button = page.findChildren(QuietButton)[2]
    button.setFocus()
    late = Label("They called twice last week.\n" * 20)
    page.column.insertWidget(0, late)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    assert in_sight(page, button)


def test_who_has_scrolled_away_is_left_there(page: ScrollPage, qtbot: QtBot) -> None:
    page.findChildren(QuietButton)[0].setFocus()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    most = page.verticalScrollBar().maximum()
    page.column.addWidget(Label("They called twice last week.\n" * 20))
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > most)
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == most
