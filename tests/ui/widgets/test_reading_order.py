"""Tab goes where reading goes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.arranging import read_as_laid
from forecall.ui.widgets.reading_order import go_on


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
