"""A list that a person writes, orders and thins out, with an empty row at its end to add the next one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from forecall.guide.question import Value
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.arranging import read_as_laid
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.list_row import ListRow
from forecall.ui.widgets.parts_view import PartsView
from forecall.words import _

RowFactory = Callable[[str], PartsView]
"""Makes the controls of one row, called by the name it is given."""


class OrderedList(Group):
    """Numbered rows. Each row has an id that the list gives it when it is begun, so that adding is one act.

    Enter goes to the next row, Alt+Up and Alt+Down move a row, Backspace in an empty row and
    Ctrl+Shift+Backspace remove it; so does Ctrl+Backspace where no word is left of the cursor to delete.
    """

    added = Signal(str, int, object)  # id, index, value: a new entry, once its first words settle
    changed = Signal(str, object)  # id, value
    moved = Signal(str, int)  # id, index it has now
    removed = Signal(str)  # id
    edited = Signal()
    refused = Signal(str)

    def __init__(
        self,
        row_factory: RowFactory,
        add_placeholder: str,
        at_most: int = 0,
        name: str = "",
        *,
        numbered: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``at_most`` 0 is no limit."""
        super().__init__(name, parent)
        self._name = name
        self._factory = row_factory
        self._placeholder = add_placeholder
        self._at_most = at_most
        self._numbered = numbered
        self._rows: list[ListRow] = []
        self._dragged_from: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._settle_rows()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def entries(self) -> list[tuple[str, Value]]:
        """The entries as they stand."""
        return [(row.id, row.view.value()) for row in self._begun()]

    def set_entries(self, entries: Sequence[tuple[str, Value]], force: bool = False) -> None:
        """Show ``entries`` without a signal. Focus, cursor and unsettled words stay as they are.

        A row that the list made itself stays until it has been among the entries once; ``force`` (undo) shows
        exactly the entries, over the words in the focused box too.
        """
        held = {row.id: row for row in self._begun()}
        wanted = {id for id, _value in entries}
        kept = [row for row in held.values() if row.id not in wanted and not force and self._stays(row)]
        rows: list[ListRow] = []
        for id, value in entries:
            row = held.get(id) or self._take_waiting(id) or self._new_row(id)
            row.set_begun(True)
            row.stored = True
            row.view.set_value(value, force)
            rows.append(row)
        for row in kept:
            rows.insert(min(self._rows.index(row), len(rows)), row)
        for row in list(self._rows):
            if row.begun and row not in rows:
                self._drop(row)
        self._rows = rows + [row for row in self._rows if not row.begun]
        self._settle_rows()

    def flush(self) -> None:
        """Settle at once what is being written in any row."""
        for row in list(self._rows):
            row.view.flush()

    def unsettled(self) -> bool:
        """Whether words are being written in a row that have not settled."""
        return any(row.view.unsettled() for row in self._rows)

    def focus_row(self, index: int) -> None:
        """Put the cursor in a row; the row after the last is the one to add with."""
        if self._rows:
            self._rows[max(0, min(index, len(self._rows) - 1))].focus_first()

    def add_entry(self, value: Value) -> str:
        """Add an entry at the end as if it had been written, and return its id."""
        waiting = self._rows[-1]
        if waiting.begun:
            return ""
        waiting.view.set_value(value, force=True)
        self._begin(waiting)
        self._on_settled(waiting, value)
        return waiting.id

    # what Qt and the rows tell

    def showEvent(self, event: QShowEvent) -> None:
        """Qt forgets the order of Tab when the list is put into a page."""
        super().showEvent(event)
        self._order_tabs()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that order and thin out, from any control of a row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            row = self._row_of(watched)
            if row is not None and self._handled(row, watched, event):
                return True
        return super().eventFilter(watched, event)

    def move_row(self, row: ListRow, to: int) -> None:
        """Put a begun row in another place and say so."""
        at = self._rows.index(row)
        to = max(0, min(to, len(self._begun()) - 1))
        if not row.begun or to == at:
            return
        self._place(row, to)
        self._announce(row, to)

    def remove_row(self, row: ListRow) -> None:
        """Take a row out and say so; the cursor goes to its neighbour."""
        if not row.begun:
            return
        at = self._rows.index(row)
        focused = row.holds_focus()
        # Words under way are kept first, so that undo brings them back; that it was emptied is not worth a step.
        if row.view.value():
            row.view.flush()
        else:
            row.view.discard()
        self._drop(row)
        self._settle_rows()
        if focused:
            self.focus_row(at - 1 if at else 0)
        if row.told or row.stored:
            self.removed.emit(row.id)

    def drag_row(self, row: ListRow, y: int) -> None:
        """Follow the mouse with a row; ``y`` is in the list's coordinates."""
        if not row.begun:
            return
        if self._dragged_from is None:
            self._dragged_from = self._rows.index(row)
        others = [other for other in self._begun() if other is not row]
        to = sum(1 for other in others if other.geometry().center().y() < y)
        if to != self._rows.index(row):
            self._place(row, to)

    def drop_row(self, row: ListRow) -> None:
        """The mouse let go: say where the row is now."""
        start, self._dragged_from = self._dragged_from, None
        if start is not None and self._rows.index(row) != start:
            self._announce(row, self._rows.index(row))

    # within

    def _begun(self) -> list[ListRow]:
        return [row for row in self._rows if row.begun]

    def _stays(self, row: ListRow) -> bool:
        return not row.stored or row.view.unsettled()

    def _new_row(self, id: str = "") -> ListRow:
        row = ListRow(self._factory(self._name), id, numbered=self._numbered, parent=self)
        row.edited.connect(self._on_edited)
        row.view.refused.connect(self.refused)
        row.settled.connect(self._on_settled)
        row.moved_on.connect(self._on_moved_on)
        row.remove_asked.connect(self.remove_row)
        row.dragged.connect(self._on_dragged)
        row.dropped.connect(self.drop_row)
        for control in row.view.findChildren(QWidget):
            control.installEventFilter(self)
        return row

    def _take_waiting(self, id: str) -> ListRow | None:
        return next((row for row in self._rows if row.id == id), None)

    def _settle_rows(self) -> None:
        """Bring layout, numbers, names and the waiting row in line with ``_rows``."""
        waiting = [row for row in self._rows if not row.begun]
        full = bool(self._at_most) and len(self._begun()) >= self._at_most
        for row in waiting[1:] if not full else waiting:
            self._drop(row)
        if not full and not waiting:
            row = self._new_row()
            row.view.set_placeholder(self._placeholder)
            row.set_begun(False)
            self._rows.append(row)
        moved = False
        for index, row in enumerate(self._rows):
            if self._column.indexOf(row) != index:
                moved = True
                self._column.insertWidget(index, row)
                row.show()  # Qt would do it later, and the next key may already be for this row
            row.set_place(index + 1, self._name, last=index == len(self._rows) - 1)
        if moved:
            read_as_laid(self._column)
        self._order_tabs()

    def _order_tabs(self) -> None:
        previous: QWidget | None = None
        for row in self._rows:
            for control in row.tab_stops():
                if previous is not None:
                    QWidget.setTabOrder(previous, control)
                previous = control

    def _drop(self, row: ListRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _place(self, row: ListRow, to: int) -> None:
        self._rows.remove(row)
        self._rows.insert(to, row)
        self._column.removeWidget(row)
        self._settle_rows()

    def _announce(self, row: ListRow, to: int) -> None:
        row.say(_("Moved to place {place}").format(place=to + 1))
        if row.told or row.stored:
            self.moved.emit(row.id, to)

    def _begin(self, row: ListRow) -> None:
        row.set_begun(True)
        self._settle_rows()

    def _on_edited(self, row: ListRow) -> None:
        if not row.begun:
            self._begin(row)
        self.edited.emit()

    def _on_settled(self, row: ListRow, value: Value) -> None:
        if row.told or row.stored:
            self.changed.emit(row.id, value)
        elif value:
            row.told = True
            self.added.emit(row.id, self._rows.index(row), value)

    def _on_dragged(self, row: ListRow, at: QPoint) -> None:
        self.drag_row(row, self.mapFromGlobal(at).y())

    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        for row in self._rows:
            row.show_signs()

    def _on_moved_on(self, row: ListRow) -> None:
        at = self._rows.index(row)
        if row.begun and at + 1 < len(self._rows):
            self.focus_row(at + 1)
        else:
            self._rows[-1].leave()

    def _row_of(self, widget: QWidget) -> ListRow | None:
        return next((row for row in self._rows if row.isAncestorOf(widget)), None)

    def _handled(self, row: ListRow, control: QWidget, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        at = self._rows.index(row)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(row, at - 1 if event.key() == Qt.Key.Key_Up else at + 1)
            return True
        if event.key() == Qt.Key.Key_Backspace and row.begun and self._removes(row, control, event):
            self.remove_row(row)
            return True
        return False

    def _removes(self, row: ListRow, control: QWidget, event: QKeyEvent) -> bool:
        control_key = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control_key and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return True
        # Ctrl+Backspace deletes a word everywhere else: it must not take the whole row while there is one.
        if control_key:
            return not isinstance(control, AnswerField) or control.textCursor().atStart()
        return isinstance(control, AnswerField) and not row.view.value()
