"""Every word ever written, found as it is typed."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from forecall.journal.changes import Changes
from forecall.journal.records import CallHead, ClientRecord, LessonRecord
from forecall.ui.call_words import place_of_call
from forecall.ui.dialogs.call_menu import CallMenu
from forecall.ui.models.hits_model import HitsModel
from forecall.ui.models.rows import Role, RowDelegate
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.hinted_line import HintedLine
from forecall.ui.widgets.page_layout import page_column
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.text import Label
from forecall.words import _, ngettext

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchPage(Page):
    """A box and what was found. Arrows and Enter work from the box, so that nobody has to leave it."""

    name = "find"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Find"))
        self.box = HintedLine(_("Any words you wrote, or the beginning of them"), _("Any words"))
        self.box.setObjectName("search_box")
        self.box.setAccessibleName(_("Find words"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._on_typed)
        self.box.installEventFilter(self)
        self.model = HitsModel(desk, self)
        self.model.arrived.connect(self._on_arrived)
        self.list = RowList(_("What was found"), more=True)
        self.list.setObjectName("search_results")
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list, context_lines=2, tail=True))
        self.list.opened.connect(self._on_opened)
        self.list.menu_asked.connect(self._on_menu_asked)
        self.list.delete_asked.connect(self._on_delete_asked)
        self.count = Label("", "label")
        self.count.setObjectName("search_count")
        heading = Label(_("Find"), "title")
        page_column(heading, self.box, self.count, self.list, grows=self.list, parent=self).addStretch(0)
        self._show_count()

    def open_at(self, place: Place) -> None:
        """The place's ``key`` is words to look for; without any, those of before stay."""
        if place.key:
            self.box.setText(place.key)
        super().open_at(place)

    def stopped_at(self) -> Place:
        """Coming back finds the words."""
        return self.place._replace(key=self.box.text())

    def read(self) -> None:
        """Search again: the words may stand elsewhere now."""
        self.model.find(self.box.text())

    def concerns(self, changes: Changes) -> bool:
        """Anything that was written."""
        return bool(self.box.text().strip()) and bool(changes)

    def focus_first(self) -> None:
        """Typing goes into the box, in place of the words before."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and open what was found from within the box."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self.model.rowCount():
                row = self.list.currentIndex().row() + step
                self.list.setCurrentIndex(self.model.index(max(0, min(row, self.model.rowCount() - 1))))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._on_opened(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, text: str) -> None:
        self.model.find(text)

    def _on_arrived(self) -> None:
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self._show_count()

    def _show_count(self) -> None:
        found, words = self.model.rowCount(), self.model.words.strip()
        if not words:
            said = _(
                "Names, titles, answers, points, promises, lessons, what you know about clients:"
                " everything is found, newest first."
            )
        elif not found:
            said = _("Nothing holds all of these words.")
        elif self.model.more:
            said = _("The newest, and more below")
        else:
            said = self._counted()
        self.list.setVisible(found > 0)
        if said != self.count.text():
            self.count.setText(said)
            announce(self.count, said)

    def _counted(self) -> str:
        """How many of each kind: "3 calls, 1 client"."""
        kinds = [type(record) for record in self.model.records()]
        calls, clients, lessons = (kinds.count(kind) for kind in (CallHead, ClientRecord, LessonRecord))
        counts = (
            ngettext("{count} call", "{count} calls", calls) if calls else "",
            ngettext("{count} client", "{count} clients", clients) if clients else "",
            ngettext("{count} lesson", "{count} lessons", lessons) if lessons else "",
        )
        return ", ".join(part for part in counts if part)

    def _on_opened(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD) if index.isValid() else None
        if isinstance(record, CallHead):
            self.place_chosen.emit(place_of_call(record))
        elif isinstance(record, ClientRecord):
            self.place_chosen.emit(Place("clients", record.id))
        elif isinstance(record, LessonRecord):
            self.place_chosen.emit(Place("lessons", record.id))

    def _on_menu_asked(self, index: QModelIndex, at: QPoint) -> None:
        record = index.data(Role.RECORD)
        self.list.setCurrentIndex(index)
        if isinstance(record, CallHead):
            CallMenu(self, record).popup(at)
        elif record is not None:
            menu = QMenu(self)
            menu.setAccessibleName(str(index.data()))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.addAction(_("Open")).triggered.connect(self._on_current_opened)
            menu.popup(at)

    def _on_delete_asked(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD)
        if isinstance(record, CallHead):
            menu = CallMenu(self, record)
            menu.delete()
            menu.deleteLater()

    def _on_current_opened(self) -> None:
        self._on_opened(self.list.currentIndex())
