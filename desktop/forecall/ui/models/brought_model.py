"""Calls from elsewhere as they will come in: a table to look over, and the words for each."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forecall import dates
from forecall.journal.brought import BroughtCall, Standing, is_moved
from forecall.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_LONGEST = 160


class BroughtModel(QAbstractTableModel):
    """The first calls, one a row: where it stands in the file, when, with whom, and what comes along."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, ...]] = []

    def show_calls(
        self,
        calls: Sequence[BroughtCall],
        standing: Mapping[str, Standing],
        now: datetime,
        zone: str,
        *,
        client: str = "",
        endings: Mapping[str, str] | None = None,
    ) -> None:
        """Show these calls; ``client`` stands where a call names none, ``endings`` are the words of how one ended."""
        self.beginResetModel()
        self._rows = [
            (
                call.place,
                when_of_call(call, now, zone),
                call.client or client or _("no client yet"),
                call.title or _("no title"),
                along_words(call, standing, now, zone, endings or {}),
            )
            for call in calls
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """What is shown of each."""
        return 0 if parent.isValid() else len(headings())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._rows[index.row()][index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column is."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def headings() -> tuple[str, ...]:
    """The names of the columns."""
    return (_("From"), _("When"), _("Client"), _("Title"), _("What comes along"))


def when_of_call(call: BroughtCall, now: datetime, zone: str) -> str:
    """When a call is or was."""
    if call.wall is not None:
        return dates.when_text(call.wall, call.zone, now, zone)
    if call.held is not None:
        from forecall.journal.moments import day_of

        return dates.day_text(day_of(call.held, zone).isoformat(), now.date())
    return _("no time yet") if call.is_call else ""


def state_words(call: BroughtCall, standing: Mapping[str, Standing], now: datetime, zone: str) -> str:
    """What the journal has of it already: nothing to say of a new one."""
    known = standing.get(call.id)
    if known is None:
        return ""
    if known.deleted:
        return _("was deleted here, comes back")
    if is_moved(call, known):
        before = dates.when_text(known.wall, known.zone, now, zone) if known.wall else _("no time yet")
        return _("moves, it was {when}").format(when=before)
    return _("is there already")


def along_words(
    call: BroughtCall, standing: Mapping[str, Standing], now: datetime, zone: str, endings: Mapping[str, str]
) -> str:
    """What comes in with a call, in one line."""
    state = state_words(call, standing, now, zone)
    if state:
        return state
    told = [_said(value, endings) for value in call.answers.values()]
    told += [promise.text for promise in call.promises]
    told += [" → ".join(part for part in call.lesson if part)] if any(call.lesson) else []
    told += [call.known] if call.known else []
    if call.held is not None and call.is_call:
        told.insert(0, _("held"))
    line = " · ".join(" ".join(words.split()) for words in told if words.strip())
    return line[:_LONGEST]


def button_words(calls: int, clients: int) -> str:
    """What the button says."""
    called = ngettext("{count} call", "{count} calls", calls)
    named = ngettext("{count} client", "{count} clients", clients)
    if calls and clients:
        return _("Import {calls} and {clients}").format(calls=called, clients=named)
    return _("Import {what}").format(what=named if clients else called)


def _said(value: Mapping[str, Any], endings: Mapping[str, str]) -> str:
    picked = value.get("picked")
    if isinstance(picked, list):
        return ", ".join(endings.get(str(key), str(key)) for key in picked)
    return " ".join(part for part in value.values() if isinstance(part, str))
