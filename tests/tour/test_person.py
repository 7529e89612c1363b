"""Somebody at a window: finds things by name, and says so when they are not there."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.tour import person as person_module
from forecall.tour.hands import Hands, NotThere, act
from forecall.tour.person import Person

Tell = Callable[[Callable[[Person], None]], None]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for name in ("First", "Second"):
        box = QLineEdit()
        box.setAccessibleName(name)
        column.addWidget(box)
    button = QPushButton("Do it")
    column.addWidget(button)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def tell(window: QWidget) -> Tell:
    def tell(story: Callable[[Person], None]) -> None:
        hands = Hands()
        act(lambda: story(Person(hands, lambda: window)), hands)

    return tell


def button_of(window: QWidget) -> QPushButton:
    found = window.findChild(QPushButton)
    assert found is not None
    return found


def test_words_go_where_the_keyboard_is(tell: Tell, window: QWidget) -> None:
    def story(me: Person) -> None:
        me.go_to("Second")
        me.type_words("Grüße, 14 – “so”")
        me.go_to("First", back=True)
        me.is_at("First")

    tell(story)
    assert [box.text() for box in window.findChildren(QLineEdit)] == ["", "Grüße, 14 – “so”"]


def test_a_press_that_opens_a_dialog_does_not_end_the_story(tell: Tell, window: QWidget) -> None:
    said: list[str] = []

    def open_dialog() -> None:
        dialog = QDialog(window)
        box = QLineEdit(dialog)
        box.setAccessibleName("In the dialog")
        box.returnPressed.connect(dialog.accept)
        dialog.exec()
        said.append(box.text())
        dialog.deleteLater()

    button_of(window).clicked.connect(open_dialog)

    def story(me: Person) -> None:
        me.click("Do it")
        me.is_at("In the dialog")
        me.type_words("yes")
        me.press("Return")
        me.go_to("First")

    tell(story)
    assert said == ["yes"]


def test_an_entry_of_a_menu_is_chosen_by_arrow_keys(tell: Tell, window: QWidget) -> None:
    chosen: list[str] = []
    menu = QMenu(window)
    for words in ("One", "Two", "Three"):
        menu.addAction(words)
    menu.triggered.connect(lambda action: chosen.append(action.text()))
    button_of(window).clicked.connect(lambda: menu.popup(window.mapToGlobal(window.rect().center())))

    def story(me: Person) -> None:
        me.click("Do it")
        me.choose("Two")

    tell(story)
    assert chosen == ["Two"]


def test_what_is_not_there_is_named(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person_module, "PATIENCE_S", 0.05)
    for story in (
        lambda me: me.click("Nothing"),
        lambda me: me.sees("Nothing"),
        lambda me: me.is_at("Nothing"),
        lambda me: me.go_to("Nothing"),
    ):
        with pytest.raises(NotThere, match="Nothing"):
            tell(story)


def test_a_button_that_cannot_be_pressed_is_not_pressed(
    tell: Tell, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_module, "PATIENCE_S", 0.05)
    button_of(window).setEnabled(False)
    with pytest.raises(NotThere, match="cannot be pressed"):
        tell(lambda me: me.click("Do it"))


def test_one_name_for_two_things_is_no_name(tell: Tell, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person_module, "PATIENCE_S", 0.05)
    for box in window.findChildren(QLineEdit):
        box.setAccessibleName("Same")
    with pytest.raises(NotThere, match="2 times"):
        tell(lambda me: me.click("Same"))


def test_a_dialog_that_is_left_open_by_a_story_that_fails_is_closed(
    tell: Tell, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_module, "PATIENCE_S", 0.05)
    closed: list[int] = []

    def open_dialog() -> None:
        dialog = QDialog(window)
        closed.append(dialog.exec())
        dialog.deleteLater()

    button_of(window).clicked.connect(open_dialog)

    def story(me: Person) -> None:
        me.click("Do it")
        me.sees("Nothing")

    with pytest.raises(NotThere):
        tell(story)
    assert closed == [0]
