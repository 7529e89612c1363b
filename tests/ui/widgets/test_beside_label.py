"""A control with its label."""

from forecall.ui.widgets.beside_label import LABEL, ROOM, BesideLabel
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.text import Label
from tests.ui.widgets.conftest import Show

FROM = LABEL + ROOM
CHOICES = (("hard", "hard"), ("mixed", "mixed"), ("well", "well"))


def test_it_stands_before_where_there_is_room_and_above_where_there_is_none(show: Show) -> None:
    control = ChipPicker(CHOICES, False, "Preparation")
    row = BesideLabel("Preparation", control)
    window = show(row, width=FROM + 40)
    (label,) = row.findChildren(Label)
    assert label.width() == LABEL
    assert control.x() > LABEL
    layout = row.layout()
    for width in (FROM - 60, FROM + 40):
        window.resize(width, 500)
        assert layout is not None
        layout.activate()
        assert (control.x() == 0) == (width < FROM)


def test_it_can_be_narrower_than_label_and_control(show: Show) -> None:
    row = BesideLabel("Preparation", ChipPicker(CHOICES, False, "Preparation"))
    assert row.minimumSizeHint().width() < LABEL


def test_a_control_may_keep_its_width(show: Show) -> None:
    control = ChipPicker(CHOICES[:1], False, "Day")
    row = BesideLabel("By", control, stretch=False)
    show(row, width=700)
    assert control.width() < 300


def test_a_word_wider_than_the_label_goes_above(show: Show) -> None:
    word = "Verständigungsbereitschaft"
    control = ChipPicker(CHOICES, False, word)
    row = BesideLabel(word, control)
    show(row, width=FROM + 40)
    (label,) = row.findChildren(Label)
    assert control.x() == 0
    assert label.width() >= label.fontMetrics().horizontalAdvance(word)
