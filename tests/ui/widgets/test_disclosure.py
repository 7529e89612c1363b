from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forecall.ui.widgets.disclosure import Disclosure
from forecall.ui.widgets.text import Label
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
