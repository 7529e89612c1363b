"""What the sign says."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from forecall.ui.drop_sign import DropSign


def test_it_names_one_file_and_counts_several(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    sign = DropSign(window)
    window.show()
    sign.cover([Path("calls.csv")])
    assert sign.words()[0] == "Bring in calls.csv"
    sign.grab()
    sign.cover([Path("a.ics"), Path("b.ics")])
    assert sign.words()[0] == "Bring in 2 files"
