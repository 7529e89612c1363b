"""Lessons under their skills."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt

from forecall.guide.catalog import Catalog
from forecall.journal.records import LessonRecord
from forecall.ui.models.lessons_model import PAGE, LessonsModel
from forecall.ui.models.rows import Role

TODAY = date(2026, 11, 23)


def lesson(name: str, skill: str) -> LessonRecord:
    return LessonRecord(name, None, name, "wait", skill=skill)


def test_skills_stand_in_their_own_order_and_unknown_ones_last(catalog: Catalog) -> None:
    model = LessonsModel(catalog)
    model.show_lessons([lesson("a", "gone"), lesson("b", "learning"), lesson("c", "preparation")], TODAY)
    found = [model.index(row).data(Role.HEADING) or model.index(row).data() for row in range(model.rowCount())]
    assert found == [
        "Preparation", "If c, I will wait.", "Learning", "If b, I will wait.", "Without a skill", "If a, I will wait.",
    ]  # fmt: skip
    assert model.first_lesson() == 1
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled


def test_a_lesson_further_down_is_handed_out_when_it_is_wanted(catalog: Catalog) -> None:
    model = LessonsModel(catalog)
    model.show_lessons([lesson(f"l{number}", "learning") for number in range(3 * PAGE)], TODAY)
    assert model.rowCount() == PAGE
    assert model.row_of(f"l{2 * PAGE}") == 2 * PAGE + 1
    assert model.rowCount() == 3 * PAGE
    assert model.canFetchMore(QModelIndex())
    assert model.row_of("gone") == -1
