"""The trash: what was deleted stays here for thirty days, can be brought back, or deleted for good."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.journal.discarded import Discarded, read_trash
from forecall.journal.moments import utc_now
from forecall.ui.dialogs.delete_for_good import DeleteForGood
from forecall.ui.models.rows import Role, RowDelegate
from forecall.ui.models.trash_model import TrashModel, name_of
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.arranging import Bar, Scrolling, stacked
from forecall.ui.widgets.empty_state import EmptyState
from forecall.ui.widgets.list_in_page import ListInPage
from forecall.ui.widgets.page_layout import page_column
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.text import Label, PrimaryButton, QuietButton
from forecall.words import _


class TrashPage(Page):
    """Enter brings the current row back, Delete asks once and removes it for good."""

    name = "trash"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Trash"))
        self.model = TrashModel(desk.zone, self)
        self.list = RowList(_("Trash"), click_opens=False)
        self.list.setObjectName("trash_list")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.opened.connect(self._on_bring_back)
        self.list.delete_asked.connect(self._on_purge)
        self._compose()

    def read(self) -> None:
        """What is in the trash now."""
        self.desk.workspace.ask(read_trash, utc_now()).then(self._on_things)

    def concerns(self, changes: Changes) -> bool:
        """Anything may go into the trash."""
        return bool(changes)

    def focus_first(self) -> None:
        """The list can be walked at once."""
        target: QWidget = self.list if self._stack.currentIndex() == 0 else self._empty.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_things(self, things: list[Discarded]) -> None:
        row = max(0, self.list.currentIndex().row())
        self.model.show_things(things)
        self._stack.setCurrentIndex(0 if things else 1)
        self._lead.setVisible(bool(things))
        if things:
            self.list.setCurrentIndex(self.model.index(min(row, len(things) - 1)))
        if self.hasFocus() or any(each.hasFocus() for each in (self.list, self._empty.button)):
            self.focus_first()

    def _current(self) -> Discarded | None:
        index = self.list.currentIndex()
        record = index.data(Role.RECORD) if index.isValid() else None
        return record if isinstance(record, Discarded) else None

    def _on_bring_back(self, _index: QModelIndex | None = None) -> None:
        thing = self._current()
        if thing is not None:
            task = self.desk.workspace.perform(None, verbs.bring_back, thing.kind, thing.id)
            merged = thing.more if thing.kind == "client" else ""
            told = (
                _("Brought back. Their calls stay with {name}.").format(name=merged) if merged else _("Brought back.")
            )
            task.then(lambda _done: self.said.emit(told, True))

    def _on_purge(self, _index: QModelIndex | None = None) -> None:
        thing = self._current()
        if thing is None:
            return
        dialog = DeleteForGood(name_of(thing), self)
        agreed, renew = dialog.exec() == DeleteForGood.DialogCode.Accepted, dialog.renew
        dialog.deleteLater()
        if agreed:
            task = self.desk.workspace.perform(None, verbs.purge, [(thing.kind, thing.id)])
            task.then(lambda _count: self._on_purged(renew))

    def _on_purged(self, renew: bool) -> None:
        if renew:
            self.said.emit(_("Deleted for good. The backups are being renewed."), False)
            self.desk.workspace.renew_backups().then(self._on_renewed)
        else:
            self.said.emit(_("Deleted for good. Backups still hold it."), False)

    def _on_renewed(self, _result: object) -> None:
        self.desk.workspace.backups.look_aside().then(self._on_aside)

    def _on_aside(self, kept: Sequence[Path]) -> None:
        told = _("Deleted for good, and the backups are renewed.")
        if kept:
            more = _("What was kept when the journal was damaged may still hold it: Backups names it.")
            told = f"{told} {more}"
        self.said.emit(told, False)

    def _on_calls(self) -> None:
        self.place_chosen.emit(Place("calls"))

    def _compose(self) -> None:
        self._lead = Label(_("What you delete stays here for 30 days."), "muted")
        bring = PrimaryButton(_("Bring back"))
        bring.clicked.connect(lambda: self._on_bring_back())
        purge = QuietButton(_("Delete for good…"))
        purge.clicked.connect(lambda: self._on_purge())
        full = QWidget()
        listing = stacked(ListInPage(self.list), Bar(bring, purge), steps="close", parent=full)
        listing.setStretch(0, 1)
        self._empty = EmptyState(_("Nothing is in the trash. What you delete stays here for 30 days."), _("Calls"))
        self._empty.acted.connect(self._on_calls)
        nothing = QWidget()
        stacked(self._empty, parent=nothing).addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(nothing)
        content = QWidget()
        page_column(Label(_("Trash"), "title"), self._lead, self._stack, grows=self._stack, parent=content)
        stacked(Scrolling(content), parent=self)
