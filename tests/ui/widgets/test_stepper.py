from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.stepper import Stepper
from tests.ui.widgets.conftest import Show, drawn, heard

STEPS = [("issue", "Issue"), ("client", "Client"), ("approach", "Approach")]


def test_a_press_goes_there(show: Show) -> None:
    stepper = Stepper(STEPS)
    show(stepper)
    chosen: list[str] = []
    stepper.chosen.connect(chosen.append)
    stepper.findChildren(Chip)[2].click()
    assert (chosen, stepper.current()) == (["approach"], "approach")


def test_arrows_and_space_go_there(show: Show) -> None:
    stepper = Stepper(STEPS)
    show(stepper)
    chosen: list[str] = []
    stepper.chosen.connect(chosen.append)
    stepper.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert chosen == ["client"]


def test_setting_it_shows_it_and_says_nothing(show: Show) -> None:
    stepper = Stepper(STEPS)
    show(stepper)
    before = drawn(stepper)
    chosen: list[str] = []
    stepper.chosen.connect(chosen.append)
    stepper.set_current("client")
    assert (chosen, stepper.current()) == ([], "client")
    assert drawn(stepper) != before


def test_a_screen_reader_hears_which_of_how_many(show: Show) -> None:
    stepper = Stepper(STEPS)
    show(stepper)
    assert heard(stepper.findChildren(Chip)[1]) == (QAccessible.Role.RadioButton, "Step 2 of 3: Client")
