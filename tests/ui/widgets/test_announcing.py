"""What is announced, and how urgently."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.announcing import announce
from tests.helpers.listening import AT_ONCE, POLITE, listen


def test_words_wait_unless_they_must_not(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said = listen(monkeypatch)
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "3 calls")
    announce(widget, "The disk is full.", at_once=True)
    announce(widget, "")
    assert said == [("3 calls", POLITE), ("The disk is full.", AT_ONCE)]
