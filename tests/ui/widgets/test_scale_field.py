import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.scale_field import ScaleField
from tests.ui.widgets.conftest import Show, heard

Said = list[int | None]


@pytest.fixture
def scale(show: Show) -> ScaleField:
    field = ScaleField("How steady?", "shaken", "steady")
    show(field)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    return field


@pytest.fixture
def said(scale: ScaleField) -> Said:
    heard: Said = []
    scale.scaled.connect(heard.append)
    return heard


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def test_digits_type_the_value(scale: ScaleField, said: Said) -> None:
    press(Qt.Key.Key_7, Qt.Key.Key_1, Qt.Key.Key_0)
    assert said == [7, 1, 10]
    assert scale.value() == 10


def test_a_zero_after_a_while_is_a_zero(scale: ScaleField, said: Said) -> None:
    press(Qt.Key.Key_1)
    scale._typed_one.stop()  # as when the time is over
    press(Qt.Key.Key_0)
    assert said == [1, 0]


def test_arrows_change_it_and_delete_takes_it_back(scale: ScaleField, said: Said) -> None:
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Delete)
    assert said == [0, 1, 0, 10, None]
    assert scale.value() is None


def test_a_second_press_lets_go(scale: ScaleField, said: Said) -> None:
    six = scale.findChildren(Chip)[6]
    six.click()
    six.click()
    assert said == [6, None]


def test_setting_it_says_nothing(scale: ScaleField, said: Said) -> None:
    scale.set_value(6)
    assert (scale.value(), said) == (6, [])
    scale.set_value(11)
    assert scale.value() is None


def test_a_screen_reader_hears_the_ends(scale: ScaleField) -> None:
    assert heard(scale) == (QAccessible.Role.Grouping, "How steady?")
    names = [heard(chip)[1] for chip in scale.findChildren(Chip)]
    assert (names[0], names[6], names[10]) == ("0, shaken", "6", "10, steady")
