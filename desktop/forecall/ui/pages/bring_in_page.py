"""Bring in: what other programs wrote, looked at before anything changes, and brought in as one act."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from forecall.exchange.read import READERS
from forecall.journal.arriving import UNDOABLE, too_many_told
from forecall.journal.brought import BroughtIn
from forecall.journal.changes import Changes
from forecall.ui.actions import keys_of
from forecall.ui.models.bringing import Bringing, Looked
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.arranging import Bar, Section, clear, read_as_laid, show_now, stacked
from forecall.ui.widgets.offer_view import OfferView
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.words import _, ngettext

if TYPE_CHECKING:
    from forecall.exchange.read.archive import Arrival


class BringInPage(Page):
    """Files come by a dialog, or dropped on the window. Nothing is brought in until the one button says so."""

    name = "bring_in"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Bring in"))
        self._bringing = Bringing(desk, self)
        self._bringing.looked.connect(self._on_looked)
        self._bringing.refused.connect(self._on_refused)
        self._bringing.told.connect(self._on_told)
        self._bringing.ended.connect(self._on_ended)
        self._view: OfferView | None = None
        self._archive: Arrival | None = None
        self._running = False
        self._scroll = ScrollPage(_("Bring in"), wide="bring_in", between="section")
        self._title = Label(_("Bring in what you have"), "title")
        self._body = stacked(steps="section")
        self._file = QuietButton(_("Choose files…"))
        self._file.clicked.connect(self.choose_files)
        self._folder = QuietButton(_("Choose a folder of notes…"))
        self._folder.clicked.connect(self.choose_folder)
        self._go = PrimaryButton("")
        self._go.clicked.connect(self._on_go)
        self._progress = Label("", "muted")
        self._stop = LinkButton(_("Stop"))
        self._stop.clicked.connect(self._bringing.cancel)
        column = self._scroll.column
        column.addWidget(self._title)
        column.addLayout(self._body)
        column.addWidget(Bar(self._go, self._file, self._folder))
        column.addWidget(Bar(self._progress, self._stop))
        column.addStretch(1)
        stacked(self._scroll, parent=self)
        self._show_nothing()

    def read(self) -> None:
        """Nothing of the journal is shown before a file is chosen."""

    def concerns(self, changes: Changes) -> bool:
        """What is shown was read from a file."""
        return False

    def stopped_at(self) -> Place:
        """A file may be gone the next time: the way on begins at its beginning."""
        return Place(self.name)

    def focus_first(self) -> None:
        """The one thing to do."""
        (self._file if self._go.isHidden() or not self._go.isEnabled() else self._go).setFocus()

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files; what was shown before makes way."""
        if self._running or not paths:
            return
        self._clear()
        self._body.addWidget(Label(_("Reading…"), "muted"))
        self._bringing.look_at(paths)

    def choose_files(self) -> None:
        """Ask for files of any kind that can come in."""
        kinds = [(_(each.words), " ".join(f"*{ending}" for ending in each.endings)) for each in READERS]
        every = " ".join(endings for _words, endings in kinds)
        told = [f"{_('All of these')} ({every})", *(f"{words} ({endings})" for words, endings in kinds)]
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Bring in"), str(Path.home()), ";;".join(told))
        self.take([Path(each) for each in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder of notes."""
        chosen = QFileDialog.getExistingDirectory(self, _("A folder of notes"), str(Path.home()))
        if chosen:
            self.take([Path(chosen)])

    # what is shown

    def _show_nothing(self, refusal: str = "") -> None:
        self._clear()
        if refusal:
            self._body.addWidget(Label(refusal, "caution"))
        kinds = (
            (_("An invitation (.ics)"), _("becomes a call to prepare, with whoever is invited.")),
            (_("A table (.csv)"), _("of clients and calls. You see each row before it comes in.")),
            (_("Notes (.md)"), _("with a date: each becomes a call that was held, word for word.")),
            (_("An archive (.json)"), _("that Forecall wrote.")),
        )
        rows = [stacked(Label(kind, "strong"), Label(told, "muted"), steps="nothing") for kind, told in kinds]
        self._body.addWidget(Label(_("Choose files, or drop them anywhere on this window."), "body"))
        self._body.addLayout(stacked(*rows, steps="close"))
        read_as_laid(self._scroll.column)

    def _on_looked(self, looked: Looked) -> None:
        if looked.archive is not None:
            self._show_archive(looked.name, looked.archive)
            return
        if self._view is not None and looked.table is not None and self._view.table is looked.table:
            self._view.show_again(looked)
            return
        self._clear()
        self._view = OfferView(self.desk, looked)
        self._view.changed.connect(self._refresh)
        self._view.read_asked.connect(self._bringing.read_again)
        self._body.addWidget(self._view)
        show_now(self._view)
        read_as_laid(self._scroll.column)
        self._go.show()
        self._file.set_words(_("Choose other files…"))
        self._folder.hide()
        self._refresh()
        self._scroll.to_top()
        if not self._view.focus_first():
            self.focus_first()

    def _show_archive(self, name: str, archive: "Arrival") -> None:
        self._clear()
        self._archive = archive
        count = sum(archive.counts.values())
        told = ngettext("{count} entry", "{count} entries", count)
        words = Label(
            _("What is in the journal already stays as it is. If anything differs, nothing comes in."), "muted"
        )
        parts: list[QWidget] = [Label(told), words]
        if count > UNDOABLE:
            parts.append(Label(too_many_told(), "caution"))
        self._body.addWidget(Section(_("An archive: {file}").format(file=name), *parts))
        read_as_laid(self._scroll.column)
        self._go.set_words(_("Import {what}").format(what=told))
        self._go.setEnabled(count > 0)
        self._go.show()
        self._go.setFocus()

    def _refresh(self) -> None:
        if self._view is not None:
            words, ready = self._view.act()
            self._go.set_words(words)
            self._go.setEnabled(ready and not self._running)

    def _clear(self) -> None:
        self._view = self._archive = None
        clear(self._body)
        self._go.hide()
        self._stop.hide()
        self._progress.setText("")
        self._file.set_words(_("Choose files…"))
        self._folder.show()

    # bringing in

    def _on_go(self) -> None:
        if self._running:
            return
        if self._archive is not None:
            self._run(True)
            self._bringing.bring_archive(self._archive)
        elif self._view is not None and self._view.act()[1]:
            self._run(True)
            self._bringing.bring(self._view.chosen())

    def _run(self, running: bool) -> None:
        self._running = running
        for button in (self._go, self._file, self._folder):
            button.setEnabled(not running)
        self._stop.setVisible(running)
        self._progress.setText(_("Writing…") if running else "")

    def _on_told(self, count: int) -> None:
        if self._running:
            self._progress.setText(ngettext("{count} entry so far", "{count} entries so far", count))

    def _on_refused(self, sentence: str) -> None:
        if self._running:
            self._run(False)
            self._refresh()
            self._progress.setText(sentence)
        else:
            self._show_nothing(sentence)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ended(self, came: object) -> None:
        self._run(False)
        self._clear()
        sentence = came.sentence if isinstance(came, BroughtIn) else str(came)
        ways: list[QWidget] = []
        if isinstance(came, BroughtIn) and came.first and came.added + came.moved + came.back == 1:
            one = QuietButton(_("Open the call"))
            one.clicked.connect(lambda: self.place_chosen.emit(Place("prepare", came.first)))
            ways.append(one)
        calls = LinkButton(_("See the calls"), key=keys_of("calls"))
        calls.clicked.connect(lambda: self.place_chosen.emit(Place("calls")))
        ways.append(calls)
        self._body.addWidget(Label(sentence, "body"))
        self._body.addWidget(Bar(*ways))
        ways[0].setFocus()
        undoable = isinstance(came, BroughtIn) and bool(came.added + came.moved + came.back + came.clients)
        if undoable:
            self.said.emit(sentence, True)
