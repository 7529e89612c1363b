from forecall.ui.widgets.saved_label import SavedLabel
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
