"""A pill that picks one of some choices."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.choice_pill import ChoicePill

CHOICES = (("", "All"), ("a", "Alder & Sons"), ("b", "Both"))


def test_picks_by_key(qtbot: QtBot) -> None:
    pill = ChoicePill(CHOICES, "Client")
    qtbot.addWidget(pill)
    pill.show()
    picked: list[str] = []
    pill.picked.connect(picked.append)
    qtbot.keyClick(pill, Qt.Key.Key_Space)
    menu = pill.findChildren(QMenu)[0]
    assert [action.text() for action in menu.actions()] == ["All", "Alder && Sons", "Both"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert picked == ["a"]
    assert (pill.key(), pill.text()) == ("a", "Alder & Sons")
    assert pill.accessibleName() == "Client"
    assert pill.accessibleDescription() == "Alder & Sons"


def test_shows_without_telling(qtbot: QtBot) -> None:
    pill = ChoicePill(CHOICES, "Client")
    qtbot.addWidget(pill)
    picked: list[str] = []
    pill.picked.connect(picked.append)
    pill.set_key("b")
    pill.set_key("unknown")
    assert pill.key() == "b"
    pill.set_choices((("", "All"), ("c", "C")), "c")
    assert pill.text() == "C"
    assert picked == []
    assert not pill.grab().isNull()
