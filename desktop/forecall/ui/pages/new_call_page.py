"""The two ways a call begins: one to prepare, and one that has just happened."""

import json
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.journal.moments import utc_now, wall_now
from forecall.journal.reading import list_clients, read_draft
from forecall.journal.records import ClientRecord
from forecall.journal.refusals import Refused
from forecall.journal.summary import type_name
from forecall.ui.actions import keys_of
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.arranging import stacked
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.client_field import ClientField
from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.page_layout import filled, leave
from forecall.ui.widgets.saved_label import SavedLabel
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, PrimaryButton
from forecall.ui.widgets.time_field import TimeField
from forecall.words import _

_PAUSE_MS = 300
_OFFERED = 8
_NOT_SURE = "not_sure"
"""Picked instead of a type; a call that is begun with it has none."""


class _BeginPage(Page):
    """A client's name and a button. What is typed is kept as a draft until it is a call."""

    draft = ""

    def __init__(self, desk: Desk, title: str, lead: str, begin: str) -> None:
        super().__init__(desk, title)
        self._begun = False
        self._touched = False
        self._client = ClientField(_("Client"))
        self._client.edited.connect(self._on_client_edited)
        self._client.moved_on.connect(self._on_client_done)
        self._refusal = Label("", "caution")
        self._refusal.hide()
        self._begin = PrimaryButton(begin, key=keys_of("next_question"))
        self._begin.clicked.connect(self.do_next_question)
        self._saved = SavedLabel()
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_PAUSE_MS)
        self._keep.timeout.connect(self.flush)
        self.column = self._compose(title, lead)

    def read(self) -> None:
        """Take up what was typed before."""
        self._begun = False
        self.desk.workspace.ask(read_draft, self.draft).then(self._on_draft)

    def concerns(self, changes: Changes) -> bool:
        """Only the person changes this page."""
        return False

    def focus_first(self) -> None:
        """The client comes first."""
        self._client.setFocus()

    def flush(self) -> None:
        """Keep what is typed."""
        if not self._touched or self._begun:
            return
        self._touched = False
        self._keep.stop()
        kept = {name: part for name, part in self.typed().items() if part}
        text = json.dumps(kept, ensure_ascii=False) if kept else ""
        task = self.desk.workspace.perform(self, verbs.keep_draft, self.draft, text)
        task.then(lambda _kept: self._saved.set_saved())

    def do_next_question(self) -> None:
        """Begin, when there is a client."""
        name = self._client.text().strip()
        if not name:
            self.refuse(_("Who is it with? A name is enough."))
            self._client.setFocus()
        elif not self._begun and self.ready():
            self._begun = True
            self._keep.stop()
            self.begin(name)

    def ready(self) -> bool:
        """Whether the rest of the form can be read; says so where not."""
        return True

    def begin(self, client: str) -> None:
        """Make the call."""
        raise NotImplementedError

    def typed(self) -> dict[str, Any]:
        """What stands in the form."""
        return {"client": self._client.text()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Fill the form from a draft."""
        if not self._client.text():
            self._client.setText(str(kept.get("client", "")))

    def refuse(self, sentence: str) -> None:
        """Say why it cannot begin."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def on_begun(self, place: Place) -> None:
        """Empty the form and go to the call."""
        self._keep.stop()
        self._client.clear()
        self._saved.clear()
        self.desk.workspace.perform(self, verbs.keep_draft, self.draft, "")
        self.place_chosen.emit(place)

    def on_refused(self, error: BaseException) -> None:
        """Stay, with every word in its place."""
        self._begun = False
        self.refuse(str(error))

    def touched(self) -> None:
        """Something was typed: it is kept after a short pause."""
        self.refuse("")
        self._saved.set_saving()
        self._touched = True
        if not self._keep.isActive():
            self._keep.start()

    def _on_draft(self, text: str) -> None:
        try:
            kept = json.loads(text) if text else {}
        except ValueError:
            kept = {}
        if isinstance(kept, dict) and kept:
            self.take_up(kept)

    def _on_client_edited(self, text: str) -> None:
        self.touched()
        asked = self.desk.workspace.ask(list_clients, text, limit=_OFFERED)
        asked.then(lambda found: self._on_clients(text, found))

    def _on_clients(self, text: str, found: list[ClientRecord]) -> None:
        if text == self._client.text():
            self._client.offer([each.name for each in found] if text.strip() else [])

    def _on_client_done(self) -> None:
        raise NotImplementedError

    def _compose(self, title: str, lead: str) -> QVBoxLayout:
        page = ScrollPage(title)
        column = page.column
        column.addWidget(Label(title, "title"))
        column.addWidget(Label(lead, "muted"))
        leave(column, "section")
        column.addWidget(Label(_("Who is the client?"), "question"))
        column.addWidget(self._client)
        leave(column, "section")
        middle = stacked()
        column.addLayout(middle)
        leave(column, "part")
        column.addWidget(self._refusal)
        column.addStretch(1)
        self._whole = filled(page, grows=page, parent=self)
        return middle

    def _add_foot(self) -> None:
        """Last, so that Tab comes to the button after everything that is filled in."""
        self._whole.addWidget(FootRow(self._saved, self._begin))


class NewCallPage(_BeginPage):
    """Client, when, type: then the questions begin."""

    name = "new_call"
    draft = "new call"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("Prepare a call"), _("Only the client is needed. All of it can be changed later."), _("Begin")
        )
        self._when = TimeField(desk.zone, now=lambda: wall_now(desk.zone), name=_("When"))
        self._when.edited.connect(lambda _text: self.touched())
        choices = tuple((str(each), type_name(each)) for each in CallType)
        self._types = ChipPicker((*choices, (_NOT_SURE, _("not sure"))), True, _("What kind of call is it?"))
        self._types.picked.connect(self._on_types_picked)
        self.column.addWidget(Label(_("When is it?"), "question"))
        self.column.addWidget(self._when)
        leave(self.column, "section")
        self.column.addWidget(Label(_("What kind of call is it?"), "question"))
        self.column.addWidget(Label(_("Up to two. It can stay open."), "muted"))
        self.column.addWidget(self._types)
        self._add_foot()

    def ready(self) -> bool:
        """A time that cannot be read is asked for again."""
        if self._when.understood():
            return True
        self.refuse(_("The time cannot be read. Change it, or leave it empty."))
        self._when.setFocus()
        return False

    def begin(self, client: str) -> None:
        """Make the call and go to the first question."""
        wall = self._when.wall()
        picked = self._types.keys()
        task = self.desk.workspace.perform(
            self,
            verbs.start_call,
            client,
            types=[CallType(key) for key in picked if key != _NOT_SURE],
            wall=wall,
            zone=self.desk.zone if wall else None,
        )
        task.then(self._on_started, self.on_refused, tells=Refused)

    def typed(self) -> dict[str, Any]:
        """Client, time and types."""
        return {**super().typed(), "when": self._when.text(), "types": self._types.keys()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Fill what is empty from the draft."""
        super().take_up(kept)
        if not self._when.text():
            self._when.set_text(str(kept.get("when", "")))
        if not self._types.keys() and isinstance(kept.get("types"), list):
            self._types.set_picked([str(key) for key in kept["types"]])

    def _on_client_done(self) -> None:
        self._when.setFocus()

    def _on_started(self, call_id: str) -> None:
        self._when.set_time(None)
        self._types.set_picked([])
        self.on_begun(Place("prepare", call_id))

    def _on_types_picked(self, keys: list[str]) -> None:
        kinds = [key for key in keys if key != _NOT_SURE]
        if keys and keys[-1] == _NOT_SURE:
            kinds = [_NOT_SURE]
        self._types.set_picked(kinds[-2:])  # the third one takes the place of the first
        self.touched()


class NoteCallPage(_BeginPage):
    """A call that just happened: only the client is asked, then the reflection begins."""

    name = "note_call"
    draft = "noted call"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            _("Note a call that just happened"),
            _("Ninety seconds, facts only. The rest can wait until tomorrow."),
            _("Look back"),
        )
        self._add_foot()

    def begin(self, client: str) -> None:
        """Make the call as one that was held, and look back on it."""
        task = self.desk.workspace.perform(self, verbs.start_call, client, held=True, at=utc_now())
        task.then(self._on_noted, self.on_refused, tells=Refused)

    def _on_noted(self, call_id: str) -> None:
        self.on_begun(Place("look_back", call_id, "now"))

    def _on_client_done(self) -> None:
        self.do_next_question()
