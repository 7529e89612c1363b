"""A pill with a key does one thing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forecall.ui.widgets.key_chip import KeyChip
from tests.ui.widgets.conftest import Show, drawn, heard


def test_a_press_and_the_space_bar_do_it(show: Show) -> None:
    chip, pressed = KeyChip("heated", "H", "Mark: heated"), []
    chip.clicked.connect(lambda: pressed.append(True))
    show(chip)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert heard(chip)[1] == "Mark: heated"
    assert chip.accessibleDescription() == "H"


def test_the_ring_shows_only_for_the_keyboard(show: Show) -> None:
    chip = KeyChip("heated", "H")
    window = show(chip)
    chip.clearFocus()
    plain = drawn(chip)
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    assert drawn(chip) != plain
    assert chip.width() <= window.width()
    assert chip.sizeHint().width() > KeyChip("h", "H").sizeHint().width()
