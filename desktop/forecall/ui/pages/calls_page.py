"""All calls, however many: narrowed by stage, client, type and time, with everything that can be done with one."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from forecall.guide.question import CallType
from forecall.journal.changes import Changes
from forecall.journal.listing import Sieve
from forecall.journal.moments import wall_now
from forecall.journal.reading import read_client
from forecall.journal.records import CallHead, ClientRecord, Stage
from forecall.ui.actions import keys_of
from forecall.ui.call_words import place_of_call
from forecall.ui.dialogs.call_menu import CallMenu
from forecall.ui.dialogs.choose_client import ChooseClient
from forecall.ui.dialogs.edit_call import EditCall
from forecall.ui.models.calls_model import CallsModel, within
from forecall.ui.models.rows import Role, RowDelegate
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.arranging import Bar, Scrolling, stacked
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.empty_state import EmptyState
from forecall.ui.widgets.list_in_page import ListInPage
from forecall.ui.widgets.page_layout import page_column
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _, ngettext, number_text

_ANY = ""
_CHOOSE = "choose"


class CallsPage(Page):
    """A list that opens each call where it stands. A place with an id shows the calls of that client."""

    name = "calls"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Calls"))
        self._client_id = ""
        self._wanted_row = -1
        self._narrowing = False  # whether somebody waits to hear how many are left
        self._model = CallsModel(desk, self)
        self._model.arrived.connect(self._on_arrived)
        self.list = RowList(_("Calls"), more=True)
        self.list.setObjectName("calls_list")
        self.list.setModel(self._model)
        self.list.setItemDelegate(RowDelegate(self.list, tail=True))
        self.list.opened.connect(self._on_opened)
        self.list.menu_asked.connect(self._on_menu_asked)
        self.list.delete_asked.connect(self._on_delete_asked)
        self._make_filters()
        self._compose()

    def read(self) -> None:
        """Show the first calls that pass, or those of the client the place names."""
        if self.place.id and self.place.id != self._client_id:
            self._narrow_to(self.place.id)
            return
        if self._sieve() == self._model.sieve and self._model.rowCount():
            self._keep_row()
            self._model.refresh()
        else:
            self._model.show(self._sieve())

    def concerns(self, changes: Changes) -> bool:
        """Calls, or the names of their clients."""
        return bool(changes.calls or changes.clients)

    def focus_first(self) -> None:
        """The list can be walked at once."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def can(self, action: str) -> bool:
        """What is changed is the current call."""
        return super().can(action) and self.list.currentIndex().isValid()

    def do_edit_call(self) -> None:
        """Change the current call."""
        head = self._head(self.list.currentIndex())
        if head is not None:
            EditCall(self.desk, head, self).exec()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 changes the current call."""
        if event.key() == Qt.Key.Key_F2:
            self.do_edit_call()
        else:
            super().keyPressEvent(event)

    # what passes

    def _sieve(self) -> Sieve:
        stage, kind = self._stage.key(), self._type.key()
        sieve = Sieve(
            stage=Stage(stage) if stage else None,
            client_id=self._client_id,
            type=CallType(kind) if kind else None,
            archived=self._kept.key() == "archived",
        )
        return within(sieve, self._span.key(), wall_now(self.desk.zone), self.desk.zone)

    def _on_filtered(self, _key: str = "") -> None:
        self._wanted_row = -1
        self._narrowing = True
        self._model.show(self._sieve())

    def _on_client_picked(self, key: str) -> None:
        if key == _CHOOSE:
            self._client.set_key(self._client_id)
            self._choose_client()
        else:
            self._client_id = key
            self._on_filtered()

    def _choose_client(self) -> None:
        dialog = ChooseClient(self.desk, _("Calls with…"), _("Show their calls"), parent=self)
        dialog.exec()
        if dialog.client is not None:
            self._show_client(dialog.client)
        dialog.deleteLater()

    def _narrow_to(self, client_id: str) -> None:
        task = self.desk.workspace.ask(read_client, client_id)
        task.then(lambda client: self._show_client(client) if client and client_id == self.place.id else None)

    def _show_client(self, client: ClientRecord) -> None:
        self._client_id = client.id
        # The place has been followed; from now on the filter says whose calls are shown.
        self.place = Place(self.name)
        self._client.set_choices(
            ((_ANY, _("All clients")), (client.id, client.name), (_CHOOSE, _("Another client…"))), client.id
        )
        self._on_filtered()

    def _on_all_asked(self) -> None:
        if self._narrowed():
            for pill in (self._stage, self._type, self._span, self._kept, self._client):
                pill.set_key(_ANY)
            self._client_id = ""
            self._on_filtered()
        else:
            self.place_chosen.emit(Place("new_call"))

    def _narrowed(self) -> bool:
        return self._sieve() != Sieve()

    # the list

    def _on_arrived(self) -> None:
        if self._wanted_row >= 0 and self._model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(min(self._wanted_row, self._model.rowCount() - 1)))
        self._wanted_row = -1
        self.list.begin()
        self._show_empty(self._model.rowCount() == 0)
        if self._narrowing:
            self._narrowing = False
            announce(self.list, self._left())

    def _left(self) -> str:
        """How many calls are like that, as far as they were read."""
        count = self._model.rowCount()
        if self._model.canFetchMore(QModelIndex()):
            return _("More than {count} calls").format(count=number_text(count))
        return ngettext("{count} call", "{count} calls", count) if count else self._empty.label.text()

    def _show_empty(self, empty: bool) -> None:
        narrowed = self._narrowed()
        self._empty.label.setText(
            _("No call is like that.") if narrowed else _("Calls appear here once you prepare one or note one.")
        )
        self._empty.button.set_words(_("Show all calls") if narrowed else _("Prepare a call"))
        self._filters.setVisible(not empty or narrowed)
        self._stack.setCurrentIndex(1 if empty else 0)

    def _keep_row(self) -> None:
        self._wanted_row = self.list.currentIndex().row()

    def _head(self, index: QModelIndex) -> CallHead | None:
        record = index.data(Role.RECORD) if index.isValid() else None
        return record if isinstance(record, CallHead) else None

    def _on_opened(self, index: QModelIndex) -> None:
        head = self._head(index)
        if head is not None:
            self.place_chosen.emit(place_of_call(head))

    def _on_menu_asked(self, index: QModelIndex, at: QPoint) -> None:
        head = self._head(index)
        if head is not None:
            self.list.setCurrentIndex(index)
            CallMenu(self, head).popup(at)

    def _on_delete_asked(self, index: QModelIndex) -> None:
        head = self._head(index)
        if head is not None:
            menu = CallMenu(self, head)
            menu.delete()
            menu.deleteLater()

    # building

    def _make_filters(self) -> None:
        kinds = tuple((choice.key, choice.label) for choice in self.desk.catalog.choice_set("call_type"))
        self._stage = ChoicePill(
            (
                (_ANY, _("Any stage")),
                (Stage.PREPARE, _("in preparation")),
                (Stage.CALL, _("call begun")),
                (Stage.REFLECT, _("to look back on")),
                (Stage.DONE, _("looked back on")),
                (Stage.DID_NOT_HAPPEN, _("did not happen")),
            ),
            _("Stage"),
        )
        self._client = ChoicePill(((_ANY, _("All clients")), (_CHOOSE, _("One client…"))), _("Client"))
        self._type = ChoicePill(((_ANY, _("All types")), *kinds), _("Call type"))
        self._span = ChoicePill(
            (
                (_ANY, _("Any time")),
                ("upcoming", _("upcoming")),
                ("month", _("this month")),
                ("year", _("this year")),
            ),
            _("Time"),
        )
        self._kept = ChoicePill(((_ANY, _("Not archived")), ("archived", _("archived"))), _("Archived or not"))
        for pill in (self._stage, self._type, self._span, self._kept):
            pill.picked.connect(self._on_filtered)
        self._client.picked.connect(self._on_client_picked)
        self._filters = Bar(self._stage, self._client, self._type, self._span, self._kept, steps="small")

    def _compose(self) -> None:
        self._empty = EmptyState("", " ")
        self._empty.acted.connect(self._on_all_asked)
        find = LinkButton(_("Find words"), key=keys_of("find"))
        find.clicked.connect(self._on_find)
        head = QWidget()
        stacked(Label(_("Calls"), "title"), parent=head)
        holder = QWidget()
        stacked(self._empty, parent=holder).addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(ListInPage(self.list))
        self._stack.addWidget(holder)
        content = QWidget()
        page_column(head, self._filters, self._stack, Bar(find), grows=self._stack, below="part", parent=content)
        stacked(Scrolling(content), parent=self)

    def _on_find(self) -> None:
        self.place_chosen.emit(Place("find"))
