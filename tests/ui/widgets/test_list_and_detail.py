"""A list beside what is chosen in it, or one of the two."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.list_and_detail import ListAndDetail
from forecall.ui.widgets.text import Label


def test_shows_both_or_one(qtbot: QtBot) -> None:
    listing, detail = Label("the list"), Label("the detail")
    both = ListAndDetail(listing, detail, "All", least=500)
    qtbot.addWidget(both)
    folds: list[bool] = []
    both.folded.connect(folds.append)
    both.resize(700, 300)
    both.show()
    assert listing.isVisible()
    assert detail.isVisible()
    both.resize(300, 300)
    assert listing.isVisible()
    assert not detail.isVisible()
    both.show_chosen(True)
    assert not listing.isVisible()
    assert detail.isVisible()
    with qtbot.waitSignal(both.back_asked):
        qtbot.mouseClick(both.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    both.resize(700, 300)
    assert listing.isVisible()
    assert detail.isVisible()
    assert folds[-2:] == [True, False]


def test_the_keyboard_goes_along_where_one_takes_the_place_of_the_other(qtbot: QtBot) -> None:
    listing, detail = QLineEdit(), QLineEdit()
    both = ListAndDetail(listing, detail, "All", keys=(listing, detail), least=500)
    qtbot.addWidget(both)
    both.resize(300, 300)
    both.show()
    both.activateWindow()
    qtbot.waitUntil(both.isActiveWindow)
    assert both.is_folded
    both.focus_shown()
    assert listing.hasFocus()
    both.show_chosen(True)
    assert detail.hasFocus()
    both.show_chosen(False)
    assert listing.hasFocus()
    both.resize(700, 300)
    assert not both.is_folded
    both.show_chosen(True)
    assert listing.hasFocus()
    both.resize(300, 300)
    assert detail.hasFocus()
    both.resize(700, 300)
    assert detail.hasFocus()
