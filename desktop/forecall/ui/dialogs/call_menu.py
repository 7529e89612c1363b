"""Everything a person can do with a call that stands in a list."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from forecall.journal import verbs
from forecall.journal.calls import Mark
from forecall.journal.moments import utc_now
from forecall.journal.records import CallHead, Stage
from forecall.ui.call_words import call_name, place_of_call
from forecall.ui.dialogs.edit_call import EditCall
from forecall.ui.page import Page, Place
from forecall.ui.widgets.page_layout import elided
from forecall.words import _

_LONGEST_NAME = 220
"""Width of a name in the menu, at 100 % text."""


class CallMenu(QMenu):
    """The menu of one call; what is done is said on the page it was asked from."""

    def __init__(self, page: Page, head: CallHead) -> None:
        super().__init__(page)
        self._page = page
        self._head = head
        self.setAccessibleName(call_name(head))
        self.aboutToHide.connect(self.deleteLater)
        self._add(_("Open"), self._open)
        self._add(_("Call sheet"), self._going(Place("call_sheet", head.id)))
        if head.stage in (Stage.PREPARE, Stage.CALL):
            self._add(_("Look back"), self._going(Place("look_back", head.id, "now")))
        else:
            self._add(_("See the preparation"), self._going(Place("prepare", head.id)))
        self.addSeparator()
        self._add(_("Client, title, time and type…"), self.edit, "F2")
        if head.stage in (Stage.PREPARE, Stage.CALL, Stage.REFLECT):
            self._add(_("It did not happen"), self._did_not_happen)
        if head.stage in (Stage.DONE, Stage.DID_NOT_HAPPEN):
            self._add(_("Take it up again"), self._reopen)
        self._add(_("Copy as a start"), self._copy)
        client = elided(self, head.client_name, _LONGEST_NAME)
        self._add(_("Next call with {client}").format(client=client), self._next)
        self.addSeparator()
        if head.archived_at is None:
            self._add(_("Archive"), self._archive)
        else:
            self._add(_("Bring back"), self._bring_back)
        self._add(_("Delete"), self.delete, "Del")

    def edit(self) -> None:
        """Change client, title, time, length or type."""
        EditCall(self._page.desk, self._head, self._page).exec()

    def delete(self) -> None:
        """Delete the call; undo is offered."""
        self._mark("deleted", True, _("Call deleted."))

    def _add(self, words: str, done: Callable[[], None], key: str = "") -> None:
        action = self.addAction(words.replace("&", "&&"))
        if key:
            # Shown only: the list itself listens to the key.
            action.setText(f"{action.text()}\t{key}")
        action.triggered.connect(done)

    def _going(self, place: Place) -> Callable[[], None]:
        return lambda: self._page.place_chosen.emit(place)

    def _open(self) -> None:
        self._page.place_chosen.emit(place_of_call(self._head))

    def _did_not_happen(self) -> None:
        self._mark("did_not_happen", True, _("Kept as a call that did not happen."))

    def _archive(self) -> None:
        self._mark("archived", True, _("Call archived."))

    def _bring_back(self) -> None:
        self._mark("archived", False, _("Call brought back."))

    def _reopen(self) -> None:
        self._page.desk.workspace.perform(None, verbs.reopen_call, self._head.id)
        self._page.said.emit(_("Call taken up again."), True)

    def _mark(self, mark: Mark, on: bool, sentence: str) -> None:
        self._page.desk.workspace.perform(None, verbs.mark_call, self._head.id, mark, on, utc_now())
        self._page.said.emit(sentence, True)

    def _copy(self) -> None:
        self._begin(verbs.copy_call, _("A copy of the preparation, without a time yet."))

    def _next(self) -> None:
        self._begin(verbs.next_call, _("Open points and promises came along."))

    def _begin(self, verb: Callable[..., str], sentence: str) -> None:
        page = self._page

        def begun(call_id: str) -> None:
            page.place_chosen.emit(Place("prepare", call_id))
            page.said.emit(sentence, True)

        page.desk.workspace.perform(None, verb, self._head.id).then(begun)
