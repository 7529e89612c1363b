"""The lessons that may go into a summary."""

from PySide6.QtCore import Qt

from forecall.journal.records import LessonRecord
from forecall.ui.models.rows import Role
from forecall.ui.models.summary_model import SummaryModel


def test_tells_what_was_chosen_and_asks_for_changes() -> None:
    model = SummaryModel()
    lessons = [LessonRecord("a", None, "a", "wait", client_name="Alder"), LessonRecord("b", None, "b", "wait")]
    model.show_lessons(lessons, {"a"}, ("a",), {"b": "My words."})
    asked: list[tuple[str, bool]] = []
    model.ticked.connect(lambda lesson, taken: asked.append((lesson, taken)))
    assert model.index(0).data(Role.DETAIL) == "kept in mind · Alder"
    assert model.index(1).data(Role.DETAIL) == "left out · in other words"
    assert model.index(1).data() == "My words."
    assert model.index(1).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    model.setData(model.index(1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert asked == [("b", True)]
    assert model.index(1).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert model.row_of("b") == 1
