from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forecall.ui.widgets.chip import Chip, rove, step
from tests.ui.widgets.conftest import Show, drawn


def test_picking_is_seen_and_moves_nothing(show: Show) -> None:
    chip = Chip("partly", "partly", exclusive=True)
    show(chip)
    before, size = drawn(chip), chip.sizeHint()
    chip.set_picked(True)
    assert drawn(chip) != before
    assert chip.sizeHint() == size
    chip.set_picked(False)
    assert drawn(chip) == before


def test_a_press_leaves_the_choice_to_the_group(show: Show) -> None:
    chip = Chip("partly", "partly", exclusive=False)
    show(chip)
    clicked: list[bool] = []
    chip.clicked.connect(lambda: clicked.append(True))
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert clicked == [True]
    assert not chip.isChecked()


def test_tab_reaches_one_of_several(show: Show) -> None:
    chips = [Chip(word, word, exclusive=False) for word in ("a", "b")]
    show(*chips)
    rove(chips, 1)
    assert [bool(chip.focusPolicy() & Qt.FocusPolicy.TabFocus) for chip in chips] == [False, True]


def test_where_keys_lead() -> None:
    key = Qt.Key
    assert [step(k, 1, 3, False) for k in (key.Key_Right, key.Key_Down, key.Key_Left, key.Key_Up)] == [2, 2, 0, 0]
    assert [step(k, 1, 3, True) for k in (key.Key_Right, key.Key_Left)] == [0, 2]
    assert [step(k, 1, 3, False) for k in (key.Key_Home, key.Key_End, key.Key_A)] == [0, 2, None]
    assert (step(key.Key_Left, 0, 3, False), step(key.Key_Right, 2, 3, False)) == (0, 2)
