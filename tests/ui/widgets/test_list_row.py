from PySide6.QtCore import Qt

from forecall.guide.question import Part, PartKind
from forecall.ui.widgets.list_row import GripButton, ListRow
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.text import QuietButton
from tests.ui.widgets.conftest import Show, drawn


def row(id: str = "") -> ListRow:
    return ListRow(PartsView((Part("text", PartKind.SHORT),), compact=True, name="Points"), id)


def test_it_is_given_an_id_of_its_own_unless_it_has_one(show: Show) -> None:
    first, second, kept = row(), row(), row("kept")
    show(first, second, kept)
    assert len({first.id, second.id, kept.id}) == 3
    assert kept.id == "kept"


def test_the_line_below_shows_where_the_person_writes(show: Show) -> None:
    made, other = row(), QuietButton("Other")
    show(made, other)
    made.set_place(1, "Points", last=False)
    other.setFocus()
    before = drawn(made)
    made.focus_first()
    assert made.holds_focus()
    assert drawn(made) != before


def test_what_moves_and_removes_it_is_named_and_not_in_the_way_of_tab(show: Show) -> None:
    made = row()
    show(made)
    made.set_place(2, "Points", last=True)
    grip = made.findChild(GripButton)
    assert grip is not None
    assert grip.accessibleName() == "Move: Points 2"
    assert grip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert [stop.accessibleName() for stop in made.tab_stops()] == ["Points 2"]
    asked: list[ListRow] = []
    made.remove_asked.connect(asked.append)
    made._remove.click()
    assert asked == [made]
