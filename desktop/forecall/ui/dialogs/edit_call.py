"""Changing what a call is: client, title, time, length and type."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from forecall.dates import span_text
from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.moments import wall_now
from forecall.journal.reading import list_clients
from forecall.journal.records import CallHead, ClientRecord
from forecall.ui.page import Desk
from forecall.ui.widgets.arranging import Bar, stacked
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.client_field import ClientField
from forecall.ui.widgets.page_layout import dialog_foot, filled, leave, size_dialog
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, PrimaryButton, QuietButton
from forecall.ui.widgets.time_field import TimeField
from forecall.words import _

LENGTHS = (15, 30, 45, 60, 90)
_LONGEST_TITLE = 200
_OFFERED = 8


class EditCall(QDialog):
    """Nothing changes until *Keep*; then only what is different is changed, each part with its own undo."""

    def __init__(self, desk: Desk, head: CallHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._head = head
        self.setWindowTitle(_("Change the call"))
        self.setAccessibleName(_("Change the call"))
        size_dialog(self, "form")
        self._client = ClientField(_("Client"))
        self._client.setText(head.client_name)
        self._client.edited.connect(self._on_client_edited)
        self._title = QLineEdit(head.title)
        self._title.setAccessibleName(_("Title"))
        self._title.setMaxLength(_LONGEST_TITLE)
        self._title.setPlaceholderText(_("It writes itself from the first answer"))
        zone = head.planned_zone or desk.zone
        self._zone = zone
        self._time = TimeField(zone, now=lambda: wall_now(zone))
        self._time.set_time(head.planned_wall)
        lengths = sorted({*LENGTHS, head.length_minutes})
        self._length = ChipPicker(tuple((str(each), span_text(each)) for each in lengths), False, _("How long"))
        self._length.set_picked([str(head.length_minutes)])
        kinds = tuple((choice.key, choice.label) for choice in desk.catalog.choice_set("call_type"))
        self._types = ChipPicker(kinds, True, _("What kind of call, up to two"), at_most=2)
        self._types.set_picked([str(each) for each in head.types])
        self._refusal = Label("", "caution")
        self._refusal.hide()
        self._compose()
        self._client.setFocus(Qt.FocusReason.OtherFocusReason)
        self._client.selectAll()

    def accept(self) -> None:
        """Keep what is different, unless something cannot be read yet."""
        if not self._client.text().strip():
            self._refuse(_("A client needs a name."), self._client)
        elif not self._time.understood():
            self._refuse(_("The time cannot be read yet. Try: today 16:00, or leave it empty."), self._time)
        else:
            self._keep()
            super().accept()

    def _keep(self) -> None:
        head, perform = self._head, self._desk.workspace.perform
        client = " ".join(self._client.text().split())
        if client != head.client_name:
            perform(None, verbs.give_call_to, head.id, client)
        title = self._title.text().strip()
        if title != head.title:
            perform(None, verbs.rename_call, head.id, title)
        if self._time.wall() != head.planned_wall:
            perform(None, verbs.move_call, head.id, self._time.wall(), self._zone)
        minutes = int(next(iter(self._length.keys()), str(head.length_minutes)))
        if minutes != head.length_minutes:
            perform(None, verbs.lengthen_call, head.id, minutes)
        types = list(map(CallType, self._types.keys()))
        if types != list(head.types):
            perform(None, verbs.retype_call, head.id, types)

    def _refuse(self, sentence: str, where: QWidget) -> None:
        self._refusal.setText(sentence)
        self._refusal.show()
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_client_edited(self, text: str) -> None:
        task = self._desk.workspace.ask(list_clients, text, limit=_OFFERED)
        task.then(lambda found: self._on_clients(text, found))

    def _on_clients(self, text: str, found: list[ClientRecord]) -> None:
        if text == self._client.text():
            self._client.offer([each.name for each in found] if text.strip() else [])

    def _compose(self) -> None:
        page = ScrollPage(_("Change the call"), wide="form")
        keep = PrimaryButton(_("Keep"))
        keep.clicked.connect(self.accept)
        undone = QuietButton(_("Leave it as it is"))
        undone.clicked.connect(self.reject)
        page.column.addWidget(Label(_("Change the call"), "question"))
        for label, field in (
            (_("Client"), self._client),
            (_("Title"), self._title),
            (_("When"), self._time),
            (_("How long"), self._length),
            (_("What kind of call, up to two"), self._types),
        ):
            leave(page.column, "small")
            page.column.addLayout(stacked(Label(label, "label"), field, steps="tight"))
        page.column.addStretch(1)
        foot = QWidget()
        dialog_foot(self._refusal, Bar(keep, undone), parent=foot)
        filled(page, foot, grows=page, parent=self)
