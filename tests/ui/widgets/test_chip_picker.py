from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.text import QuietButton
from tests.ui.widgets.conftest import Show, heard

CHOICES = (("a", "agreed"), ("p", "partly"), ("o", "open"))


def picker(many: bool, at_most: int = 0) -> tuple[ChipPicker, list[list[str]]]:
    made = ChipPicker(CHOICES, many, "How did it end?", at_most=at_most)
    said: list[list[str]] = []
    made.picked.connect(said.append)
    return made, said


def chips(made: ChipPicker) -> list[Chip]:
    return made.findChildren(Chip)


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_arrows_move_and_space_picks(show: Show) -> None:
    made, said = picker(many=False)
    show(made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    assert said == []
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Space)
    assert said == [["p"], ["o"]]
    assert [chip.isChecked() for chip in chips(made)] == [False, False, True]


def test_the_one_that_is_picked_can_be_let_go(show: Show) -> None:
    made, said = picker(many=False)
    made.set_picked(["p"])
    show(made)
    chips(made)[1].click()
    assert said == [[]]
    assert not any(chip.isChecked() for chip in chips(made))


def test_many_are_kept_in_the_order_of_picking(show: Show) -> None:
    made, said = picker(many=True)
    show(made)
    for index in (2, 0, 2):
        chips(made)[index].click()
    assert said == [["o"], ["o", "a"], ["a"]]


def test_with_a_limit_the_oldest_gives_way(show: Show) -> None:
    made, said = picker(many=True, at_most=2)
    show(made)
    for chip in chips(made):
        chip.click()
    assert said[-1] == ["p", "o"]


def test_what_is_not_offered_here_is_kept(show: Show) -> None:
    made, said = picker(many=True)
    made.set_picked(["gone", "a"])
    show(made)
    assert said == []
    chips(made)[1].click()
    assert said == [["gone", "a", "p"]]


def test_tab_passes_the_group_in_one_step(show: Show) -> None:
    made, _said = picker(many=True)
    other = QuietButton("Other")
    show(made, other)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Tab)
    assert other.hasFocus()
    QTest.keyClick(other, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert chips(made)[1].hasFocus()


def test_arrows_follow_the_reading_direction(show: Show) -> None:
    made, _said = picker(many=True)
    window = show(made)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Left)
    assert chips(made)[1].hasFocus()


def test_a_screen_reader_hears_group_and_chips(show: Show) -> None:
    one, _said = picker(many=False)
    several, _said = picker(many=True)
    show(one, several)
    assert heard(one) == (QAccessible.Role.Grouping, "How did it end?")
    assert heard(chips(one)[0]) == (QAccessible.Role.RadioButton, "agreed")
    assert heard(chips(several)[0]) == (QAccessible.Role.CheckBox, "agreed")
