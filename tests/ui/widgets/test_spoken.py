"""What a screen reader is told of our own widgets, and what happens when it presses them."""

import gc

import pytest
from PySide6.QtGui import QAccessible, QIcon
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets import spoken
from forecall.ui.widgets.card import Card
from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.disclosure import DisclosureButton
from forecall.ui.widgets.nav_button import NavButton
from forecall.ui.widgets.point_row import PointRow
from forecall.ui.widgets.sign_button import SignButton
from forecall.ui.widgets.text import Label, QuietButton
from forecall.ui.widgets.tick import Tick
from tests.helpers.tree import faults, outline, tree


@pytest.fixture(autouse=True)
def _installed(qtbot: QtBot) -> None:
    spoken.install()


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    return widget


def press(button: QWidget) -> None:
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Press")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: NavButton("Today", QIcon(), key="Ctrl+1"), "pagetab: Today (Today (Ctrl+1))"),
        (lambda: DisclosureButton("More"), "button: More [folded]"),
        (lambda: ChoicePill([("", "All"), ("a", "A few")], "Skill"), "menu button: Skill [hasPopup] (All)"),
        (lambda: Tick("Keep in mind"), "check box: Keep in mind [not checked]"),
        (lambda: Chip("calm", "calm", exclusive=True), "radio button: calm [not checked]"),
        (lambda: Chip("calm", "calm", exclusive=False), "check box: calm [not checked]"),
        (lambda: PointRow("The date", "1"), "check box: The date [not checked] (1)"),
        (lambda: SignButton("cross", "Close"), "button: Close"),
        (lambda: Card("Next call"), "group: Next call"),
    ],
)
def test_a_widget_says_what_it_is(qtbot: QtBot, make, said: str) -> None:
    assert outline(shown(qtbot, make())) == f"{said}\n"


def test_what_is_on_is_told(qtbot: QtBot) -> None:
    fold, place, tick = DisclosureButton("More"), NavButton("Today", QIcon()), Tick("Done")
    for each in (fold, place, tick):
        shown(qtbot, each)
        each.setChecked(True)
    assert outline(fold) == "button: More [expanded]\n"
    assert outline(place) == "pagetab: Today [selected]\n"
    assert outline(tick) == "check box: Done [checked]\n"


@pytest.mark.parametrize(
    "make", [lambda: Tick("Done"), lambda: Chip("calm", "calm", exclusive=True), lambda: PointRow("The date")]
)
def test_a_screen_reader_presses_as_a_hand_does(qtbot: QtBot, make) -> None:
    button = make()
    shown(qtbot, button)
    assert isinstance(button, QAbstractButton)
    with qtbot.waitSignal(button.clicked):
        press(button)


def test_what_is_disabled_cannot_be_pressed(qtbot: QtBot) -> None:
    tick = Tick("Done")
    shown(qtbot, tick).setEnabled(False)
    assert tree(tick).actions == ()
    press(tick)
    assert not tick.isChecked()


def test_nothing_is_left_when_a_widget_goes(qtbot: QtBot) -> None:
    gc.freeze()  # what all tests share is not looked through fifty times
    for _each in range(50):
        tick = Tick("Done")
        QAccessible.queryAccessibleInterface(tick)
        tick.deleteLater()
        del tick
        gc.collect()
    gc.unfreeze()
    assert QAccessible.queryAccessibleInterface(shown(qtbot, Tick("Again"))).text(QAccessible.Text.Name) == "Again"


# the walk itself finds what it is there to find


def _page(qtbot: QtBot, *parts: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for part in parts:
        column.addWidget(part)
    return shown(qtbot, page)


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    assert "has no name" in " ".join(faults(_page(qtbot, QuietButton(""))))


def test_a_widget_that_takes_the_keyboard_and_has_no_role_is_found(qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    bare = Card("A card")
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert "its role says nothing" in " ".join(faults(_page(qtbot, bare)))


def test_two_that_sound_alike_are_found_unless_they_are_described(qtbot: QtBot) -> None:
    one, other = QuietButton("Insert"), QuietButton("Insert")
    page = _page(qtbot, one, other)
    assert "is there twice" in " ".join(faults(page))
    other.setAccessibleDescription("Another phrase")
    assert list(faults(page)) == []


def test_what_is_read_in_another_order_than_it_stands_is_found(qtbot: QtBot) -> None:
    first, second = Label("First"), Label("Second")
    page = _page(qtbot, first, second)
    assert list(faults(page)) == []
    first.raise_()
    assert "is read after" in " ".join(faults(page))
