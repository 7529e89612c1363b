"""The list of the guide: what can be read, under the moments of a call."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forecall.coach.browsing import Entry, Kind
from forecall.ui.models.rows import SPOKEN, Role, spoken
from forecall.words import _

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class PhrasesModel(QAbstractListModel):
    """A heading stands over the entries that belong together. All are handed out at once: there are some hundred."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries in their order."""
        rows: list[Entry | str] = []
        for heading, group in groupby(entries, lambda entry: entry.heading):
            rows += [heading, *group]
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of an entry; -1 when it is not shown."""
        return next((row for row, each in enumerate(self._rows) if isinstance(each, Entry) and each.key == key), -1)

    def next_entry(self, row: int, step: int) -> int:
        """The row of an entry ``step`` rows on, headings passed over; as far as there is one."""
        entries = [at for at, each in enumerate(self._rows) if isinstance(each, Entry)]
        if not entries:
            return -1
        at = entries.index(row) + step if row in entries else 0
        return entries[max(0, min(at, len(entries) - 1))]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        row = self._rows[index.row()] if index.isValid() else ""
        return super().flags(index) if isinstance(row, Entry) else Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One entry as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in (Role.HEADING, Qt.ItemDataRole.DisplayRole, SPOKEN) else None
        if role == Role.RECORD:
            return row
        if role in (Role.TITLE, Qt.ItemDataRole.DisplayRole):
            return title_of(row)
        if role == Role.DETAIL:
            return detail_of(row)
        return spoken(title_of(row), detail_of(row)) if role == SPOKEN else None


def title_of(entry: Entry) -> str:
    """What the row of an entry says."""
    if entry.kind is Kind.PHRASE:
        return f"“{entry.words}”" if entry.words.strip() else _("No words yet")
    return entry.title or entry.words


def detail_of(entry: Entry) -> str:
    """The quiet line beneath it."""
    if entry.own:
        return " · ".join((_("Yours"), *entry.types))
    if entry.kind is Kind.SOURCE:
        return entry.words
    return " · ".join((*entry.types, *entry.sources))


def _key(row: Entry | str) -> str:
    return row.key if isinstance(row, Entry) else f"# {row}"
