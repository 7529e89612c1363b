from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from forecall.ui.widgets.tick import Tick
from tests.ui.widgets.conftest import Show, drawn, heard


def test_space_and_mouse_tick_it(show: Show) -> None:
    tick = Tick("Send the new plan")
    show(tick)
    before = drawn(tick)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    assert drawn(tick) != before
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert not tick.isChecked()


def test_a_screen_reader_hears_it(show: Show) -> None:
    tick = Tick("", "Kept")
    show(tick)
    assert heard(tick) == (QAccessible.Role.CheckBox, "Kept")
    tick.set_name("Still kept")
    assert heard(tick)[1] == "Still kept"


def test_markup_is_shown_as_it_stands(show: Show) -> None:
    one, other = Tick("<b>plan</b>"), Tick("<b>plot</b>")
    show(one, other)
    assert one.sizeHint().width() > Tick("plan").sizeHint().width()
    assert drawn(one) != drawn(other)
