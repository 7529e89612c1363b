"""The list of lessons under the skills they are about."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forecall.guide.catalog import Catalog
from forecall.journal.records import LessonRecord
from forecall.journal.summary import lesson_sentence
from forecall.ui.call_words import lesson_origin, skill_name
from forecall.ui.models.rows import SPOKEN, Role, spoken
from forecall.words import _

PAGE = 100

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class LessonsModel(QAbstractListModel):
    """Hands lessons out a page at a time; a heading stands over those of each skill."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._today = date.min
        self._rows: list[LessonRecord | str] = []
        self._shown = 0

    def show_lessons(self, lessons: Sequence[LessonRecord], today: date) -> None:
        """Show these lessons, those of one skill together in the order of the skills."""
        rows = self._grouped(lessons)
        self._today = today
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if self._shown:
                self.dataChanged.emit(self.index(0), self.index(self._shown - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self._shown = min(max(PAGE, self._shown), len(rows))
        self.endResetModel()

    def row_of(self, lesson_id: str) -> int:
        """The row of a lesson, handed out if it was not yet; -1 when there is none."""
        row = next((row for row, each in enumerate(self._rows) if _key(each) == lesson_id), -1)
        while row >= self._shown:
            self.fetchMore(QModelIndex())
        return row

    def first_lesson(self) -> int:
        """The row of the first lesson, beneath its heading; -1 when there is none."""
        return next((row for row, each in enumerate(self._rows) if isinstance(each, LessonRecord)), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows were handed out."""
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more lessons further down."""
        return not parent.isValid() and self._shown < len(self._rows)

    def fetchMore(self, parent: Index) -> None:
        """Hand out the next page."""
        last = min(len(self._rows), self._shown + PAGE) - 1
        self.beginInsertRows(QModelIndex(), self._shown, last)
        self._shown = last + 1
        self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        row = self._rows[index.row()] if index.isValid() else ""
        return super().flags(index) if isinstance(row, LessonRecord) else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One lesson as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= self._shown:
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in (Role.HEADING, Qt.ItemDataRole.DisplayRole, SPOKEN) else None
        if role == Role.RECORD:
            return row
        if role in (Role.TITLE, Qt.ItemDataRole.DisplayRole):
            return lesson_sentence(row)
        if role == Role.DETAIL:
            return lesson_origin(row, self._catalog, self._today, with_client=True, with_skill=False)
        if role == SPOKEN:
            return spoken(lesson_sentence(row), lesson_origin(row, self._catalog, self._today, with_client=True))
        return None

    def _grouped(self, lessons: Sequence[LessonRecord]) -> list[LessonRecord | str]:
        order = {choice.key: place for place, choice in enumerate(self._catalog.choice_set("skill"))}
        ranked = sorted(lessons, key=lambda each: order.get(each.skill, len(order)))
        rows: list[LessonRecord | str] = []
        for name, group in groupby(ranked, lambda each: skill_name(each.skill, self._catalog)):
            rows += [name or _("Without a skill"), *group]
        return rows


def _key(row: LessonRecord | str) -> str:
    return row.id if isinstance(row, LessonRecord) else f"# {row}"
