import pytest
from PySide6.QtWidgets import QLineEdit

from forecall.ui.widgets.saved_label import SavedLabel
from tests.helpers.listening import AT_ONCE, POLITE, listen
from tests.ui.widgets.conftest import Show, drawn, heard


def test_it_says_how_it_stands(show: Show) -> None:
    label = SavedLabel()
    show(label)
    assert label.text() == ""
    label.set_saving()
    assert label.text() == "Saving…"
    label.set_saved()
    assert (label.text(), heard(label)[1]) == ("Saved", "Saved")
    label.set_trouble("The disk is full.")
    amber = drawn(label)
    assert heard(label)[1] == "The disk is full."
    label.set_ink("muted")
    assert drawn(label) != amber
    label.clear()
    assert label.text() == ""


def test_that_it_is_saved_is_heard_once_a_box_and_trouble_at_once(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    label, first, second = SavedLabel(), QLineEdit(), QLineEdit()
    show(first, second, label)
    said = listen(monkeypatch)
    first.setFocus()
    for _pause in range(3):
        label.set_saving()
        label.set_saved()
    assert said == [("Saved", POLITE)]
    second.setFocus()
    label.set_saved()
    assert said[1:] == [("Saved", POLITE)]
    label.set_trouble("The disk is full.")
    label.set_trouble("The disk is full.")
    label.set_saved()
    assert said[2:] == [("The disk is full.", AT_ONCE), ("Saved", POLITE)]


def test_saving_while_the_keyboard_is_nowhere_is_said_to_nobody(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    label, box = SavedLabel(), QLineEdit()
    show(box, label)
    said = listen(monkeypatch)
    box.setFocus()
    label.set_saved()
    box.clearFocus()
    label.set_saved()
    box.setFocus()
    label.set_saved()
    assert said == [("Saved", POLITE)]


def test_it_has_no_name_while_it_says_nothing(show: Show) -> None:
    label = SavedLabel()
    show(label)
    assert heard(label)[1] == ""
