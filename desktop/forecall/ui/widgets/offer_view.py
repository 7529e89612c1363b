"""What a file offers, to look over before it comes in: columns, dates, the client, the calls, and what is wrong."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forecall.exchange.read.cells import DateOrder
from forecall.exchange.read.offer import Fault, Offer, name_in, named, without_client
from forecall.journal.brought import BroughtCall, is_moved
from forecall.journal.reading import list_clients
from forecall.ui.models.bringing import Looked
from forecall.ui.models.brought_model import BroughtModel, button_words
from forecall.ui.page import Desk
from forecall.ui.widgets.arranging import Bar, Section, clear, gap, show_now, stacked
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.client_field import ClientField
from forecall.ui.widgets.column_rows import ColumnRows
from forecall.ui.widgets.disclosure import DisclosureButton
from forecall.ui.widgets.event_rows import EventRows
from forecall.ui.widgets.preview_table import PreviewTable
from forecall.ui.widgets.text import Label
from forecall.ui.widgets.tick import Tick
from forecall.words import _, ngettext

_SHOWN, _FAULTS_SHOWN, _OFFERED = 8, 12, 8


class OfferView(QWidget):
    """``changed`` comes when something else is chosen; ``read_asked`` asks to read a table in another way."""

    changed = Signal()
    read_asked = Signal(object, object)

    def __init__(self, desk: Desk, looked: Looked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert looked.offer is not None
        self._desk = desk
        self._looked = looked
        self.table = looked.table
        self._events: EventRows | None = None
        self._columns: ColumnRows | None = None
        self._leave: Tick | None = None
        self._model = BroughtModel(self)
        self._column = stacked(steps=3, parent=self)
        self._name = Label(looked.name, "question")
        self._about = Label("", "muted")
        self._column.addLayout(stacked(self._name, self._about, steps=0.5))
        self._add_table()
        self._add_client()
        self._preview = Section("", steps=1)
        self._column.addWidget(self._preview)
        self._wrong = Section(_("What cannot come in"), steps=0.5)
        self._column.addWidget(self._wrong)
        self._show()

    def show_again(self, looked: Looked) -> None:
        """The same table, read in another way."""
        self._looked = looked
        self._show()
        self.changed.emit()

    def focus_first(self) -> bool:
        """Put the keyboard on what has to be answered first; whether there is something."""
        if not self._order_part.isHidden():
            self._order.setFocus()
        elif not self._client_part.isHidden() and not self._client.text():
            self._client.setFocus()
        else:
            return False
        return True

    def chosen(self) -> list[BroughtCall]:
        """The calls that come in: those that were picked, with a client."""
        calls = self._events.chosen() if self._events is not None else self._offer.calls
        client = name_in(self._client.text())
        if self._renames():
            return [replace(calls[0], client=client)] if client else []
        return [each for each in (named(call, client) for call in calls) if each.client.strip()]

    def act(self) -> tuple[str, bool]:
        """What the button says, and whether it may be pressed."""
        calls = self.chosen()
        fresh = [call for call in calls if self._is_news(call)]
        told = [call for call in fresh if call.is_call]
        if not fresh:
            return (_("Nothing is new") if calls else _("Nothing is chosen")), False
        ready = not self._doubtful() and (not self._faults() or (self._leave is not None and self._leave.isChecked()))
        return button_words(len(told), len(fresh) - len(told)), ready

    # parts

    @property
    def _offer(self) -> Offer:
        assert self._looked.offer is not None
        return self._looked.offer

    def _add_table(self) -> None:
        self._order = ChipPicker(
            (
                (str(DateOrder.DAY_FIRST), _("The day comes first")),
                (str(DateOrder.MONTH_FIRST), _("The month comes first")),
            ),
            False,
            _("How dates are meant"),
        )
        self._order.picked.connect(self._on_order)
        self._order_words = Label("", "body")
        self._order_part = Section(_("How dates are meant"), self._order_words, self._order, steps=1)
        self._column.addWidget(self._order_part)
        self._order_part.hide()
        if self.table is None or self._looked.reading is None:
            return
        self._names = Tick(_("The first row holds the names of the columns"))
        self._names.setChecked(self._looked.reading.named)
        self._names.toggled.connect(self._on_names)
        self._rows = stacked()
        self._fold = DisclosureButton(_("What each column holds"))
        self._holder = QWidget()
        stacked(self._names, self._rows, steps=1, parent=self._holder)
        self._fold.toggled.connect(self._holder.setVisible)
        self._column.addLayout(stacked(Bar(self._fold), self._holder, steps=1))
        self._fold.setChecked("client" not in self._looked.reading.fields)
        self._holder.setVisible(self._fold.isChecked())
        self._show_columns()

    def _show_columns(self) -> None:
        assert self.table is not None
        assert self._looked.reading is not None
        clear(self._rows)
        rows = [row for _number, row in self.table.rows]
        reading = self._looked.reading
        names = rows[0] if reading.named else ()
        examples = rows[1 if reading.named else 0 :][:1]
        self._columns = ColumnRows(names, examples[0] if examples else (), reading.fields)
        self._columns.changed.connect(self._on_fields)
        self._rows.addWidget(self._columns)
        show_now(self._columns)

    def _add_client(self) -> None:
        self._client = ClientField(_("Client"))
        self._client.edited.connect(self._on_client)
        guests = self._offer.calls[0].others[:6] if self._renames() else ()
        self._others = ChipPicker(tuple((name, name) for name in guests), False, _("Who else was invited"))
        self._others.picked.connect(lambda keys: self._client.setText(keys[0]) if keys else None)
        self._client_words = Label("", "muted")
        self._client_part = Section(_("Client"), self._client_words, self._client, self._others, steps=1)
        self._column.addWidget(self._client_part)

    def _show(self) -> None:
        offer, looked = self._offer, self._looked
        self._about.setText(self._about_words())
        self._about.setVisible(bool(self._about.text()))
        self._order_part.setVisible(bool(looked.doubtful))
        if looked.doubtful:
            told = _("{date} can mean two days. Which comes first?")
            self._order_words.setText(told.format(date=looked.doubtful))
            self._order.set_picked([str(looked.reading.order)] if looked.reading and looked.reading.order else [])
        self._show_client()
        clear(self._preview.column)
        self._events = None
        if offer.kind == "invitations":
            self._events = EventRows(offer.calls, looked.standing or {}, self._desk.now(), self._desk.zone)
            self._events.picked.connect(self._on_picked)
            self._preview.column.addWidget(self._events)
            show_now(self._events)
        elif offer.calls:
            self._preview.column.addWidget(Label(_("The first rows as they will come in"), "label"))
            self._preview.column.addWidget(PreviewTable(_("The first rows as they will come in"), self._model))
            more = len(offer.calls) - _SHOWN
            if more > 0:
                self._preview.column.addWidget(Label(ngettext("and {count} more", "and {count} more", more), "muted"))
            self._show_rows()
        self._show_faults()

    def _about_words(self) -> str:
        offer, told = self._offer, []
        if self.table is not None:
            rows = len(self.table.rows) - (1 if self._looked.reading and self._looked.reading.named else 0)
            told.append(ngettext("{count} row", "{count} rows", rows))
            told.append(self.table.encoding)
        there = sum(not self._is_news(call) for call in offer.calls)
        line = " · ".join(told)
        if there:
            known = ngettext(
                "{count} is there already and stays as it is.", "{count} are there already and stay as they are.", there
            )
            line = f"{line}. {known}" if line else known
        return "\n".join(part for part in (line, *offer.remarks) if part)

    def _show_client(self) -> None:
        """Asked where a call names none; of one event alone it can be changed."""
        one = self._renames()
        nameless = self._offer.nameless
        self._client_part.setVisible(one or bool(nameless))
        if one:
            call = self._offer.calls[0]
            self._client_words.setText(_("Who is it with?"))
            if not self._client.text():
                self._client.setText(call.client)
            self._others.set_picked([call.client] if call.client else [])
            self._others.setVisible(len(call.others) > 1)
        else:
            told = ngettext(
                "{count} call does not say who it is with.",
                "{count} calls do not say who they are with.",
                len(nameless),
            )
            self._client_words.setText(told)
            self._others.hide()

    def _show_rows(self) -> None:
        endings = {choice.key: choice.label for choice in self._desk.catalog.choice_set("ending")}
        self._model.show_calls(
            self._offer.calls[:_SHOWN],
            self._looked.standing or {},
            self._desk.now(),
            self._desk.zone,
            client=" ".join(self._client.text().split()),
            endings=endings,
        )

    def _show_faults(self) -> None:
        faults = self._faults()
        left = self._leave is not None and self._leave.isChecked()
        clear(self._wrong.column)
        self._leave = None
        self._wrong.setVisible(bool(faults))
        if not faults:
            return
        self._wrong.column.addWidget(Label(_("What cannot come in"), "label"))
        for fault in faults[:_FAULTS_SHOWN]:
            self._wrong.column.addWidget(Label(fault.sentence))
        if len(faults) > _FAULTS_SHOWN:
            more = len(faults) - _FAULTS_SHOWN
            self._wrong.column.addWidget(Label(ngettext("and {count} more", "and {count} more", more), "muted"))
        words = ngettext("Leave it out", "Leave these {count} out", len(faults))
        self._leave = Tick(words)
        self._leave.setChecked(left)
        self._leave.toggled.connect(self.changed)
        self._wrong.column.addSpacing(gap(0.5))
        self._wrong.column.addWidget(self._leave)

    def _faults(self) -> Sequence[Fault]:
        """What is wrong as it stands: rows that cannot be read, and those without a client while none is named."""
        offer = self._offer
        if name_in(self._client.text()) or offer.kind == "invitations":
            return offer.faults
        return (*offer.faults, *map(without_client, offer.nameless))

    # choices

    def _renames(self) -> bool:
        return self._offer.kind == "invitations" and len(self._offer.calls) == 1

    def _is_news(self, call: BroughtCall) -> bool:
        known = (self._looked.standing or {}).get(call.id)
        return known is None or known.deleted or is_moved(call, known)

    def _doubtful(self) -> bool:
        looked = self._looked
        return bool(looked.doubtful) and (looked.reading is None or looked.reading.order is None)

    def _on_order(self, keys: list[str]) -> None:
        if self._looked.reading is not None:
            order = DateOrder(keys[0]) if keys else None
            self.read_asked.emit(self.table, replace(self._looked.reading, order=order))

    def _on_names(self, named: bool) -> None:
        if self.table is not None and self._looked.reading is not None:
            from forecall.exchange.read.columns import guess_fields

            names = self.table.rows[0][1] if named else ()
            fields = guess_fields([*names, *[""] * (self.table.width - len(names))])
            self._looked = replace(self._looked, reading=replace(self._looked.reading, fields=fields, named=named))
            self._show_columns()
            self.read_asked.emit(self.table, self._looked.reading)

    def _on_fields(self, fields: tuple[str, ...]) -> None:
        if self._looked.reading is not None:
            self.read_asked.emit(self.table, replace(self._looked.reading, fields=fields))

    def _on_picked(self) -> None:
        self.changed.emit()

    def _on_client(self, text: str) -> None:
        task = self._desk.workspace.ask(list_clients, text, limit=_OFFERED)
        task.then(lambda found: self._client.offer([each.name for each in found] if text.strip() else []))
        if hasattr(self, "_wrong"):
            self._show_rows()
            self._show_faults()
            self.changed.emit()
