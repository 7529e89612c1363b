"""Tab goes where reading goes."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollBar, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from forecall.ui.widgets.arranging import Section, read_as_laid
from forecall.ui.widgets.reading_order import go_on
from forecall.ui.widgets.scroll_page import ScrollPage


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.first, self.last = QLineEdit(), QPushButton("Last")
        self.column.addWidget(self.first)
        self.column.addWidget(self.last)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own name
        return go_on(self, forward)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.first.setFocus()
    return window


def test_what_came_later_is_reached_where_it_stands(window: Window, qtbot: QtBot) -> None:
    between = QLineEdit()
    window.column.insertWidget(1, between)
    read_as_laid(window.column)
    between.show()
    for place in (between, window.last, window.first):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert place.hasFocus()
    for place in (window.last, between, window.first):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert place.hasFocus()


def test_what_cannot_be_used_is_passed_by(window: Window, qtbot: QtBot) -> None:
    window.last.setEnabled(False)
    assert not go_on(window, True)
    assert window.first.hasFocus()
    window.last.setEnabled(True)
    window.last.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert not go_on(window, True)


def test_going_back_a_title_comes_into_sight_with_what_stands_under_it(window: Window, qtbot: QtBot) -> None:
    page = ScrollPage("Page")
    sections = [Section(f"Title {number}", QLineEdit()) for number in range(9)]
    for section in sections:
        section.column.insertSpacing(1, 70)
        page.column.addWidget(section)
    page.setFixedHeight(200)
    window.column.addWidget(page)
    page.show()
    window.first.setFocus()
    for section in reversed(sections):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        box = section.findChild(QLineEdit)
        assert box is not None
        assert box.hasFocus()
        assert section.title.visibleRegion().boundingRect() == section.title.rect()
        assert box.visibleRegion().boundingRect() == box.rect()
    page.setFixedHeight(90)
    sections[4].findChildren(QLineEdit)[0].setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert not window.focusWidget().visibleRegion().isEmpty()


def test_what_qt_made_is_not_kept(qtbot: QtBot) -> None:
    """The bars of boxes that are gone stayed in memory, as long as the window did."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    window.show()

    def bars() -> int:
        gc.collect()
        return sum(type(each) is QScrollBar for each in gc.get_objects())

    before = bars()
    for _page in range(5):
        box = QTextEdit()
        column.addWidget(box)
        box.show()
        go_on(window, forward=True)
        column.removeWidget(box)
        delete(box)
        del box
    assert bars() == before
