"""The list of clients."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forecall.journal.records import ClientRecord
from forecall.ui.models.rows import SPOKEN, Role, spoken
from forecall.words import _, ngettext

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ClientsModel(QAbstractListModel):
    """Clients by name, with the number of their calls."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clients: list[ClientRecord] = []

    def show_clients(self, clients: Sequence[ClientRecord]) -> None:
        """Show these clients."""
        clients = list(clients)
        if [each.id for each in clients] == [each.id for each in self._clients]:
            self._clients = clients
            if clients:
                self.dataChanged.emit(self.index(0), self.index(len(clients) - 1))
            return
        self.beginResetModel()
        self._clients = clients
        self.endResetModel()

    def row_of(self, client_id: str) -> int:
        """The row of a client; -1 when they are not shown."""
        return next((row for row, each in enumerate(self._clients) if each.id == client_id), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many clients there are."""
        return 0 if parent.isValid() else len(self._clients)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One client as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= len(self._clients):
            return None
        client = self._clients[index.row()]
        if role == Role.RECORD:
            return client
        if role in (Role.TITLE, Qt.ItemDataRole.DisplayRole):
            return client.name
        if role == Role.DETAIL:
            return calls_words(client.calls)
        if role == SPOKEN:
            return spoken(client.name, calls_words(client.calls))
        return None


def calls_words(count: int) -> str:
    """How many calls a client has."""
    return ngettext("{count} call", "{count} calls", count) if count else _("no calls yet")
