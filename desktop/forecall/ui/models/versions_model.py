"""Earlier versions of what was written, as rows: the words, and when they were written."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forecall.dates import day_text, time_text
from forecall.journal.earlier import Version
from forecall.journal.moments import from_utc, known_zone, wall_now
from forecall.ui.models.rows import SPOKEN, Role, spoken

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class VersionsModel(QAbstractListModel):
    """Rows of ``Version``, newest first."""

    def __init__(self, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rows: list[Version] = []

    def show_versions(self, rows: Sequence[Version]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One row as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.RECORD:
            return row
        if role in (Role.TITLE, Qt.ItemDataRole.DisplayRole):
            return self._when(row)
        if role == Role.DETAIL:
            return " ".join(" / ".join(row.lines).split())
        return spoken(self._when(row), *row.lines) if role == SPOKEN else None

    def _when(self, row: Version) -> str:
        there = from_utc(row.written_at).astimezone(known_zone(self._zone))
        return f"{day_text(there.date().isoformat(), wall_now(self._zone).date())}, {time_text(there)}"
