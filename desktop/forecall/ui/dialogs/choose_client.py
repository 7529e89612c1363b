"""Choosing one of the clients there are, by the first letters of any word of their name."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from forecall.journal.reading import list_clients
from forecall.journal.records import ClientRecord
from forecall.ui.models.clients_model import ClientsModel
from forecall.ui.models.rows import Role, RowDelegate
from forecall.ui.page import Desk
from forecall.ui.widgets.arranging import Bar
from forecall.ui.widgets.page_layout import dialog_column, size_dialog
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.text import Label, PrimaryButton, QuietButton
from forecall.words import _

_SHOWN = 200


class ChooseClient(QDialog):
    """``client`` is the one that was chosen. The one with the id ``but`` is not offered."""

    def __init__(
        self, desk: Desk, title: str, act: str, *, sentence: str = "", but: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.client: ClientRecord | None = None
        self._desk = desk
        self._but = but
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        size_dialog(self, "pick")
        self._typed = QLineEdit()
        self._typed.setAccessibleName(_("Client"))
        self._typed.setPlaceholderText(_("Type the first letters"))
        self._typed.textChanged.connect(self._on_typed)
        self._typed.installEventFilter(self)
        self._model = ClientsModel(self)
        self._list = RowList(_("Clients"), click_opens=False)
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowDelegate(self._list))
        self._list.opened.connect(self._on_chosen)
        self._list.doubleClicked.connect(self._on_chosen)
        self._act = PrimaryButton(act)
        self._act.clicked.connect(self._on_act)
        leave = QuietButton(_("Leave it"))
        leave.clicked.connect(self.reject)
        words = [Label(sentence)] if sentence else []
        parts = (Label(title, "question"), *words, self._typed, self._list, Bar(self._act, leave))
        dialog_column(self, *parts, grows=self._list, between="close")
        self._on_typed("")
        self._typed.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the box mean the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._typed:
            row = self._list.currentIndex().row()
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if steps:
                self._list.setCurrentIndex(self._model.index(max(0, min(row + steps, self._model.rowCount() - 1))))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_act()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, text: str) -> None:
        task = self._desk.workspace.ask(list_clients, text, limit=_SHOWN)
        task.then(lambda found: self._on_found(text, found))

    def _on_found(self, text: str, found: list[ClientRecord]) -> None:
        if text == self._typed.text():
            self._model.show_clients([client for client in found if client.id != self._but])
            if self._model.rowCount():
                self._list.setCurrentIndex(self._model.index(0))
            self._act.setEnabled(self._model.rowCount() > 0)

    def _on_act(self) -> None:
        self._on_chosen(self._list.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD) if index.isValid() else None
        if isinstance(record, ClientRecord):
            self.client = record
            self.accept()
