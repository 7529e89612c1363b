"""One question before something that takes much with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from forecall.ui.dialogs.confirm import Confirm
from forecall.ui.widgets.text import Label


def asked(qtbot: QtBot, words: str) -> int:
    dialog = Confirm("Delete <b>?", "All of it.", "Delete")
    qtbot.addWidget(dialog)
    dialog.show()
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == words)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    return dialog.result()


def test_only_the_button_that_says_so_agrees(qtbot: QtBot) -> None:
    assert asked(qtbot, "Delete") == QDialog.DialogCode.Accepted.value
    assert asked(qtbot, "Leave it") == QDialog.DialogCode.Rejected.value


def test_enter_does_not_agree_by_itself(qtbot: QtBot) -> None:
    dialog = Confirm("Delete?", "All of it.", "Delete")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() != QDialog.DialogCode.Accepted.value
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_no_word_is_cut(qtbot: QtBot) -> None:
    dialog = Confirm(
        "Delete Northwind?", "12 calls with them are deleted too, with all that was written. " * 4, "Delete"
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(
        lambda: all(each.height() >= each.heightForWidth(each.width()) for each in dialog.findChildren(Label))
    )
