"""A point to tick, read at arm's length."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from forecall.ui.widgets.point_row import PointRow
from tests.ui.widgets.conftest import Show, drawn, heard


def test_a_press_anywhere_ticks_it(show: Show) -> None:
    row = PointRow("We own the delay", "1")
    show(row)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 4, 4))
    assert row.isChecked()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.isChecked()
    assert heard(row) == (QAccessible.Role.CheckBox, "We own the delay")


def test_long_words_wrap_and_none_are_cut(show: Show) -> None:
    short, long = PointRow("One contact"), PointRow("New date: the twelfth, in writing today " * 6)
    show(short, long, width=340)
    assert long.height() > 3 * short.height()
    assert long.height() == long.heightForWidth(long.width())


def test_what_is_done_looks_done(show: Show) -> None:
    row = PointRow("We own the delay", "1", line=False)
    show(row)
    before = drawn(row)
    row.setChecked(True)
    done = drawn(row)
    assert done != before
    row.set_key("")
    assert drawn(row) != done
    assert row.accessibleDescription() == ""
    assert row.words == "We own the delay"


def test_the_keyboard_sees_where_it_is(show: Show) -> None:
    row = PointRow("We own the delay", "1")
    show(row, PointRow("Another"))
    row.clearFocus()
    quiet = drawn(row)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert drawn(row) != quiet
