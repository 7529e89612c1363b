from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from forecall.ui.widgets.sign_button import SignButton
from tests.ui.widgets.conftest import Show, drawn, heard


def test_a_sign_has_a_name_a_tip_and_a_key(show: Show) -> None:
    button = SignButton("cross", "Remove: Points 2", tip="Remove (Ctrl+Shift+Backspace)")
    show(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [True]
    assert heard(button) == (QAccessible.Role.Button, "Remove: Points 2")
    assert button.toolTip() == "Remove (Ctrl+Shift+Backspace)"


def test_it_can_keep_its_place_and_draw_nothing(show: Show) -> None:
    button, other = SignButton("grip", "Move"), SignButton("cross", "Other")
    show(other, button)
    other.setFocus()
    before = drawn(button)
    button.set_sign("plus")
    assert drawn(button) != before
    button.set_drawn(False)
    assert len({button.grab().toImage().pixelColor(x, 14).name() for x in range(28)}) == 1
