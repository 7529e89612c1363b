"""How often a forecast was locked."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.disclosure import DisclosureButton
from forecall.ui.widgets.lock_history import LockHistory
from forecall.ui.widgets.text import Label


def test_one_lock_is_no_history(qtbot: QtBot) -> None:
    history = LockHistory()
    qtbot.addWidget(history)
    history.show()
    history.show_locks(["today 10:02: partly."])
    assert not history.isVisible()


@pytest.mark.parametrize(("count", "words"), [(2, "Locked twice"), (3, "Locked 3 times")])
def test_more_of_them_are_told_when_asked_for(qtbot: QtBot, count: int, words: str) -> None:
    history = LockHistory()
    qtbot.addWidget(history)
    history.show_locks(["one"] * count)
    history.show()
    (button,) = history.findChildren(DisclosureButton)
    (lines,) = history.findChildren(Label)
    assert button.text() == button.accessibleName() == words
    assert not lines.isVisible()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert lines.isVisible()
    assert lines.text().splitlines() == ["one"] * count
