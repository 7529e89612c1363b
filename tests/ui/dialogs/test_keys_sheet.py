"""The sheet of keys names every action that has one."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from forecall.ui.actions import ACTIONS, LIVE_ACTIONS, key_text, keys_of
from forecall.ui.dialogs.keys_sheet import KeysSheet


def test_every_action_of_the_menu_stands_with_its_key(qtbot: QtBot) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    said = {label.text() or label.accessibleName() for label in sheet.findChildren(QLabel)}
    for action in ACTIONS:
        if action.group and action.keys:
            assert action.words in said
            assert keys_of(action.name) in said
    for action in LIVE_ACTIONS:
        assert action.words in said
        assert key_text(action) in said
