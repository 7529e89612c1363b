import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from forecall.ui.widgets.disclosure import Disclosure, DisclosureButton
from forecall.ui.widgets.text import Label, LinkButton
from tests.ui.widgets.conftest import Show, drawn, heard


def test_it_unfolds_by_key_and_says_so(show: Show) -> None:
    fold, inside = Disclosure("More", name="More about: Composure"), Label("A slow voice")
    fold.add(inside)
    show(fold)
    assert not inside.isVisible()
    before = drawn(fold.button)
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert inside.isVisible()
    assert drawn(fold.button) != before
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert not inside.isVisible()
    fold.open()
    assert inside.isVisible()
    assert heard(fold.button)[1] == "More about: Composure"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_its_words_begin_where_other_words_begin(show: Show, direction: Qt.LayoutDirection) -> None:
    fold, plain = DisclosureButton("More about it"), LinkButton("More about it", quiet=True)
    for each in (fold, plain):
        each.setLayoutDirection(direction)
        show(each, width=200)
        each.clearFocus()
    begins = QRect(0 if direction == Qt.LayoutDirection.LeftToRight else 140, 0, 60, plain.height())
    assert fold.grab().toImage().copy(begins) == plain.grab().toImage().copy(begins)
