from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from forecall.ui.icons import Icons
from forecall.ui.theme import Theme
from forecall.ui.widgets.nav_button import NavButton
from tests.conftest import RESOURCES
from tests.ui.widgets.conftest import Show, drawn, heard


def test_a_press_is_told_and_the_window_shows_where_one_is(show: Show, theme: Theme) -> None:
    button = NavButton("Calls", Icons(RESOURCES / "icons", theme).icon("calls"), key="Ctrl+2")
    show(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    before = drawn(button)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [True]
    assert not button.isChecked()
    button.setChecked(True)
    assert drawn(button) != before
    assert heard(button)[1] == "Calls"
    assert heard(button)[0] == QAccessible.Role.PageTab
    assert button.toolTip() == "Calls (Ctrl+2)"


def test_a_narrow_one_shows_the_icon_alone(show: Show, theme: Theme) -> None:
    button = NavButton("Calls", Icons(RESOURCES / "icons", theme).icon("calls"))
    show(button)
    wide, before = button.sizeHint().width(), drawn(button)
    button.set_narrow(True)
    assert button.sizeHint().width() < wide
    assert drawn(button) != before
