"""What is in the trash, as rows: what it is, when it was deleted, and how long it stays."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forecall.dates import day_text
from forecall.journal.discarded import Discarded
from forecall.journal.document_words import if_then
from forecall.journal.moments import day_of, wall_now
from forecall.journal.records import CallHead
from forecall.ui.call_words import when_words
from forecall.ui.models.rows import SPOKEN, Role, spoken
from forecall.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class TrashModel(QAbstractListModel):
    """Rows of ``Discarded``, what was deleted last first."""

    def __init__(self, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rows: list[Discarded] = []

    def show_things(self, rows: Sequence[Discarded]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, row_id: str) -> int:
        """The row of that id, or -1."""
        return next((row for row, each in enumerate(self._rows) if each.id == row_id), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One row as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        words: dict[int, Any] = {
            Role.RECORD: row,
            Role.TITLE: name_of(row),
            Role.MORE: self._call_words(row.call) if row.call is not None else "",
            Role.SIDE: left_words(row),
            Role.DETAIL: self._detail(row),
            Qt.ItemDataRole.DisplayRole: name_of(row),
        }
        if role == SPOKEN:
            return spoken(name_of(row), words[Role.MORE], self._detail(row), left_words(row))
        return words.get(role)

    def _call_words(self, call: CallHead) -> str:
        """Its title; one that has none is known by its time."""
        return call.title or when_words(call, wall_now(self._zone), self._zone)

    def _detail(self, row: Discarded) -> str:
        day = day_text(day_of(row.deleted_at, self._zone).isoformat(), wall_now(self._zone).date())
        return f"{kind_words(row)} · {_('deleted {day}').format(day=day)}"


def name_of(row: Discarded) -> str:
    """What a person knows it by."""
    sentence = if_then(row.name, row.more, _("If {cue}, I will {plan}")) if row.kind == "lesson" else row.name
    return " ".join(sentence.split()) or _("Without words")


def kind_words(row: Discarded) -> str:
    """What it is; a client with the calls that went with them, or with whom these are now."""
    if row.kind == "client" and row.more:
        return _("Client, merged into {name}").format(name=row.more)
    if row.kind == "client" and row.calls:
        calls = ngettext("{count} call", "{count} calls", row.calls)
        return _("Client, with {calls}").format(calls=calls)
    return {"client": _("Client"), "call": _("Call"), "lesson": _("Lesson"), "phrase": _("Phrase")}[row.kind]


def left_words(row: Discarded) -> str:
    """How long it stays."""
    if row.days_left == 0:
        return _("leaves soon")
    return ngettext("{count} day left", "{count} days left", row.days_left)
