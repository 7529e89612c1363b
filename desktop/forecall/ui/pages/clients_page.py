"""Clients: a list, and one card each with everything that is known about them."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.journal.moments import utc_now, wall_now
from forecall.journal.reading import list_clients
from forecall.journal.records import CallHead, ClientRecord, PromiseRecord
from forecall.journal.refusals import Refused
from forecall.ui.call_words import DOT, call_name, ending_words, place_of_call, stage_words, type_words, when_words
from forecall.ui.dialogs.choose_client import ChooseClient
from forecall.ui.dialogs.confirm import Confirm
from forecall.ui.dialogs.earlier_versions import show_earlier
from forecall.ui.models.client_card import ClientCard, card_ahead, read_client_card
from forecall.ui.models.clients_model import ClientsModel
from forecall.ui.models.rows import Role, RowDelegate
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.arranging import Bar, EndRow, Scrolling, Section, clear, read_as_laid, stacked
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.empty_state import EmptyState
from forecall.ui.widgets.kept_row import KeptRow, PromiseRow
from forecall.ui.widgets.list_and_detail import ListAndDetail
from forecall.ui.widgets.list_in_page import ListInPage
from forecall.ui.widgets.name_editor import NameEditor
from forecall.ui.widgets.page_layout import leave, list_column, page_column
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, LinkButton, QuietButton
from forecall.words import _, ngettext


class ClientsPage(Page):
    """A place with an id opens that client's card."""

    name = "clients"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Clients"))
        self._card: ClientCard | None = None
        self._client_id = ""
        self._make_list()
        self._make_card()
        self._compose()

    def read(self) -> None:
        """The list, and the card of whoever is chosen."""
        if self.place.id and self.place.id != self._client_id:
            self._client_id = self.place.id
        typed, archived = self._find.text(), self._kept.key() == "archived"
        task = self.desk.workspace.ask(list_clients, typed, archived=archived)
        task.then(lambda found: self._on_list(typed, found))
        self._read_card()

    def concerns(self, changes: Changes) -> bool:
        """Clients, and the calls and promises on their cards."""
        return bool(changes.clients or changes.calls or changes.promises)

    def flush(self) -> None:
        """What is known goes to the client it was written about."""
        self._known.flush()
        self._flush_kept()

    def focus_first(self) -> None:
        """The list can be walked at once, or the card written on where it has no room beside it."""
        self._parts.focus_shown()

    def can(self, action: str) -> bool:
        """Earlier versions are those of the client whose card is open."""
        return super().can(action) and (action != "earlier" or bool(self._client_id))

    def do_earlier(self) -> None:
        """Look at what was known about them earlier."""
        if self._client_id:
            show_earlier(self, _("What you know about them"), {"client_id": self._client_id})

    # the list

    def _on_list(self, typed: str, found: list[ClientRecord]) -> None:
        if typed != self._find.text():
            return
        at = self.list.currentIndex().row()
        self.list.blockSignals(True)
        self.model.show_clients(found)
        row = self.model.row_of(self._client_id)
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self.list.blockSignals(False)
        self._none.setVisible(not found)
        nothing = not found and not typed and not self._kept.key() and not self._client_id
        self._stack.setCurrentIndex(1 if nothing else 0)
        if not self._client_id and found and self.list.isVisible():
            self.list.setCurrentIndex(self.model.index(max(0, min(at, len(found) - 1))))

    def _on_walked(self, index: QModelIndex) -> None:
        """Where there is room for the list alone, it can be walked without leaving it."""
        if not self._parts.is_folded:
            self._on_chosen(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD) if index.isValid() else None
        if isinstance(record, ClientRecord):
            self._choose(record.id)

    def _on_opened(self, index: QModelIndex) -> None:
        """Enter goes on to the card, which stands beside the list already or takes its place."""
        self._on_chosen(index)
        if not self._parts.is_folded:
            self._known.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_delete_asked(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD)
        if self._card is not None and record.id == self._card.client.id:
            self._on_delete()

    def _choose(self, client_id: str) -> None:
        if client_id != self._client_id:
            self.flush()
            self._client_id = client_id
            self.place = Place(self.name, client_id)
            self.desk.workspace.visit(client_id)
            self._name.end()
            row = self.model.row_of(client_id)
            if row >= 0 and row != self.list.currentIndex().row():
                self.list.setCurrentIndex(self.model.index(row))
        self._read_card()

    def _on_back_asked(self) -> None:
        self.flush()
        self._show_nobody()

    # the card

    def _read_card(self) -> None:
        wanted = self._client_id
        if wanted:
            self.desk.workspace.ask_ahead(
                read_client_card,
                lambda card, at: self._on_card(wanted, card_ahead(card, at)),
                wanted,
                utc_now(),
            )
        else:
            self._show_nobody()

    def _on_card(self, wanted: str, card: ClientCard | None) -> None:
        if wanted != self._client_id:
            return
        if card is None:
            self._show_nobody()
            return
        other = self._card is None or self._card.client.id != card.client.id
        if card != self._card:
            self._card = card
            self._show(card, other)
        self._scroll.show()
        self._parts.show_chosen(True)

    def _show_nobody(self) -> None:
        self._card, self._client_id, self.place = None, "", Place(self.name)
        self._parts.show_chosen(False)
        self._scroll.hide()

    def _show(self, card: ClientCard, other: bool) -> None:
        client = card.client
        self._name.show_name(client.name)
        if other or not (self._known.unsettled() or self._known.hasFocus()):
            self._known.set_text(client.known)
        if other:
            self._saved.clear()
        self._known_section.title.setText(_("What you know about them"))
        self._archive.set_words(_("Bring back") if client.archived_at else _("Archive"))
        self._flush_kept()
        clear(self._lists)
        for section in (self._promises(card), self._came_of(card), self._settled(card), self._calls(card)):
            if section is not None:
                self._lists.addWidget(section)
        read_as_laid(self._scroll.column)

    def _promises(self, card: ClientCard) -> QWidget | None:
        rows = [self._promise_row(each, each is not card.promises[-1]) for each in card.promises]
        return Section(_("Promised, and open"), *rows) if rows else None

    def _came_of(self, card: ClientCard) -> QWidget | None:
        rows = [self._kept_row(each, each is not card.kept[-1]) for each in card.kept]
        return Section(_("Kept, and what came of it"), *rows) if rows else None

    def _flush_kept(self) -> None:
        for row in self.findChildren(KeptRow):
            row.field.flush()

    def _kept_row(self, promise: PromiseRecord, line: bool) -> QWidget:
        def told(result: str) -> None:
            self.desk.workspace.perform(self, verbs.keep_promise, promise.id, result)

        def taken_back() -> None:
            self.desk.workspace.perform(None, verbs.tick_item, promise.id, False)

        row = KeptRow(promise, promise.text, told, taken_back, line=line)
        row.field.refused.connect(lambda sentence: self.said.emit(sentence, False))
        return row

    def _promise_row(self, promise: PromiseRecord, line: bool) -> QWidget:
        today = wall_now(self.desk.zone).date()
        return PromiseRow(promise, promise.text, today, self._keeping(promise), line=line)

    def _settled(self, card: ClientCard) -> QWidget | None:
        if not card.settled:
            return None
        wall = wall_now(self.desk.zone)
        section = Section(_("What settled things before"), steps="small")
        for head, item in card.settled:
            origin = DOT.join(part for part in (head.title, when_words(head, wall, self.desk.zone)) if part)
            section.column.addLayout(stacked(Label(item.text), Label(origin, "label"), steps="nothing"))
        return section

    def _calls(self, card: ClientCard) -> QWidget:
        rows: list[QWidget] = [self._call_row(head, head is not card.calls[-1]) for head in card.calls]
        if len(card.calls) < card.client.calls:
            rows.append(Bar(self._all_calls()))
        if not rows:
            rows.append(Label(_("No calls yet."), "muted"))
        return Section(_("Calls"), *rows)

    def _call_row(self, head: CallHead, line: bool) -> QWidget:
        wall = wall_now(self.desk.zone)
        words = QWidget()
        detail = (when_words(head, wall, self.desk.zone), type_words(head), ending_words(head, self.desk.catalog))
        said = DOT.join(part for part in (*detail, stage_words(head) if not head.ended else "") if part)
        stacked(Label(head.title or _("Call")), Label(said, "label"), steps="nothing", parent=words)
        button = LinkButton(_("Open"), name=_("Open: {call}").format(call=call_name(head)))
        button.setAccessibleDescription(said)
        button.clicked.connect(self._going(place_of_call(head)))
        return EndRow(words, (button,), line=line)

    def _all_calls(self) -> LinkButton:
        button = LinkButton(_("All their calls"))
        button.clicked.connect(self._going(Place("calls", self._client_id)))
        return button

    # doing

    def _going(self, place: Place) -> Callable[[], None]:
        return lambda: self.place_chosen.emit(place)

    def _keeping(self, promise: PromiseRecord) -> Callable[[bool], None]:
        def keep(kept: bool) -> None:
            self.desk.workspace.perform(None, verbs.tick_item, promise.id, kept)
            if kept:
                self.said.emit(_("Kept: {promise}.").format(promise=promise.text.rstrip(".")), True)

        return keep

    def _on_known(self, text: str) -> None:
        if self._card is None:
            return
        client_id = self._card.client.id
        self._saved.set_saving()
        task = self.desk.workspace.perform(self, verbs.note_about_client, client_id, text)
        task.then(lambda _done: self._on_saved(client_id))

    def _on_saved(self, client_id: str) -> None:
        if client_id == self._client_id and not self._known.unsettled():
            self._saved.set_saved()

    def _on_renamed(self, name: str) -> None:
        task = self.desk.workspace.perform(None, verbs.rename_client, self._client_id, name)
        task.then(lambda _done: self._name.end(), self._on_refused, tells=Refused)

    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            self._name.refuse(str(error))

    def _on_merge(self) -> None:
        card = self._card
        if card is None:
            return
        self.flush()
        name = card.client.name
        sentence = _("All calls of {name} and what you know about them go to the client you choose.")
        dialog = ChooseClient(
            self.desk,
            _("Merge {name} with…").format(name=name),
            _("Merge"),
            sentence=sentence.format(name=name),
            but=card.client.id,
            parent=self,
        )
        dialog.exec()
        dialog.deleteLater()
        if (into := dialog.client) is not None:
            self.desk.workspace.perform(None, verbs.merge_clients, card.client.id, into.id)
            self.said.emit(_("{name} is now {other}.").format(name=name, other=into.name), True)
            self._choose(into.id)

    def _on_archive(self) -> None:
        if self._card is not None:
            client = self._card.client
            self.desk.workspace.perform(None, verbs.archive_client, client.id, client.archived_at is None)
            sentence = _("{name} brought back.") if client.archived_at else _("{name} archived. Their calls stay.")
            self.said.emit(sentence.format(name=client.name), True)

    def _on_delete(self) -> None:
        card = self._card
        if card is None:
            return
        sentence = ngettext(
            "{count} call with them is deleted too, with everything written about it.",
            "{count} calls with them are deleted too, with everything written about them.",
            card.client.calls,
        )
        title = _("Delete {name}?").format(name=card.client.name)
        words = sentence if card.client.calls else _("There are no calls with them.")
        dialog = Confirm(title, words, _("Delete"), self)
        if dialog.exec():
            self.delete_chosen()
        dialog.deleteLater()

    def delete_chosen(self) -> None:
        """Delete the client whose card is shown, with their calls; undo is offered."""
        if self._card is not None:
            client = self._card.client
            self.flush()
            self._client_id, self.place = "", Place(self.name)
            self.desk.workspace.perform(None, verbs.delete_client, client.id)
            self.said.emit(_("{name} deleted.").format(name=client.name), True)

    # building

    def _make_list(self) -> None:
        self.model = ClientsModel(self)
        self.list = RowList(_("Clients"), click_opens=False)
        self.list.setObjectName("clients_list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.chosen.connect(self._on_walked)
        self.list.opened.connect(self._on_opened)
        self.list.delete_asked.connect(self._on_delete_asked)
        self.list.clicked.connect(self._on_chosen)
        self._find = QLineEdit()
        self._find.setAccessibleName(_("Find a client"))
        self._find.setPlaceholderText(_("Find a client"))
        self._find.textChanged.connect(self.read)
        self._kept = ChoicePill((("", _("Not archived")), ("archived", _("archived"))), _("Archived or not"))
        self._kept.picked.connect(self.read)

    def _make_card(self) -> None:
        self._name = NameEditor()
        self._name.renamed.connect(self._on_renamed)
        self._known = AnswerField(_("What you know about them"), placeholder=_("What helps to know next time"))
        self._known.setObjectName("known")
        self._known.settled.connect(self._on_known)
        self._known.refused.connect(lambda sentence: self.said.emit(sentence, False))
        self._saved = SavedLabel()
        self._known_section = Section(_("What you know about them"), self._known, self._saved)
        self._lists = stacked(steps="section")
        self._scroll = ScrollPage(_("Client"), between="part")

    def _compose(self) -> None:
        prepare = QuietButton(_("Prepare a call with them"))
        prepare.clicked.connect(lambda: self.place_chosen.emit(Place("new_call", self._client_id)))
        merge = LinkButton(_("Merge with…"))
        merge.clicked.connect(self._on_merge)
        self._archive = LinkButton(_("Archive"))
        self._archive.clicked.connect(self._on_archive)
        delete = LinkButton(_("Delete"))
        delete.clicked.connect(self._on_delete)
        column = self._scroll.column
        for part in (self._name, Bar(prepare), self._known_section):
            column.addWidget(part)
        column.addLayout(self._lists)
        leave(column, "small")
        column.addWidget(Bar(merge, self._archive, delete, steps="part"))
        column.addStretch(1)
        side = QWidget()
        self._none = Label(_("Nobody is called that."), "muted")
        self._none.hide()
        above = (Label(_("Clients"), "title"), self._find, Bar(self._kept), self._none)
        place = ListInPage(self.list)
        list_column(*above, place, grows=place, parent=side)
        self._card_place = QWidget()
        stacked(self._scroll, parent=self._card_place)
        keys = (self.list, self._known)
        self._parts = ListAndDetail(Scrolling(side), self._card_place, _("All clients"), keys=keys)
        # What is marked is shown as soon as it has its place beside the list.
        self._parts.folded.connect(lambda: self._on_walked(self.list.currentIndex()))
        self._parts.back_asked.connect(self._on_back_asked)
        empty = EmptyState(_("Clients appear here with their first call."), _("Prepare a call"))
        empty.acted.connect(self._going(Place("new_call")))
        nobody = QWidget()
        page_column(Label(_("Clients"), "title"), empty, parent=nobody).addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._parts)
        self._stack.addWidget(nobody)
        stacked(self._stack, parent=self)
