"""Settings: how it looks, where the journal lies, and the journal as one file, and what comes in."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from forecall.journal.changes import Changes
from forecall.paths import resources_folder
from forecall.settings import TEXT_SIZES
from forecall.ui.models.journal_jobs import JournalJob
from forecall.ui.page import Desk, Page, Place
from forecall.ui.widgets.arranging import Bar, Section, stacked
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, LinkButton, QuietButton
from forecall.ui.widgets.tick import Tick
from forecall.words import _, languages_in, ngettext

SIZES = tuple(round(100 * size) for size in TEXT_SIZES)


class SettingsPage(Page):
    """Each choice counts at once. ``theme_chosen`` comes when the look or the size of the text was changed."""

    name = "settings"

    theme_chosen = Signal()
    language_chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Settings"))
        self._job = JournalJob(desk, self)
        self._job.told.connect(self._on_told)
        self._job.ended.connect(self._on_ended)
        self._scroll = ScrollPage(_("Settings"), between="topic")
        column = self._scroll.column
        for part in (
            Label(_("Settings"), "title"),
            self._look(),
            self._text(),
            self._language(),
            self._paper(),
            self._time(),
            self._data(),
            self._archive(),
        ):
            column.addWidget(part)
        column.addStretch(1)
        stacked(self._scroll, parent=self)

    def read(self) -> None:
        """Show what is chosen."""
        settings = self.desk.settings
        self._theme.set_picked([settings.theme])
        self._tongue.set_picked([settings.language])
        self._papers.set_picked([settings.paper])
        self._size.set_picked([str(min(SIZES, key=lambda size: abs(size - settings.text_scale * 100)))])
        self._countdown.blockSignals(True)
        self._countdown.setChecked(settings.countdown_shown)
        self._still.setChecked(settings.less_motion)
        self._countdown.blockSignals(False)

    def concerns(self, changes: Changes) -> bool:
        """Nothing of the journal is shown here."""
        return False

    def focus_first(self) -> None:
        """The first choice."""
        self._theme.setFocus()

    def export_to(self, path: Path) -> None:
        """Write the whole journal to a file."""
        self._begin(_("Writing…"))
        self._job.export_to(path)

    # parts

    def _look(self) -> QWidget:
        themes = (
            ("system", _("As the desktop")),
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("contrast", _("High contrast")),
        )
        self._theme = ChipPicker(themes, False, _("Colours"))
        self._theme.picked.connect(self._on_theme)
        return Section(_("Colours"), self._theme, steps="small")

    def _text(self) -> QWidget:
        sizes = tuple((str(size), _("{size} %").format(size=size)) for size in SIZES)
        self._size = ChipPicker(sizes, False, _("Size of the text"))
        self._size.picked.connect(self._on_size)
        return Section(_("Size of the text"), self._size, steps="small")

    def _language(self) -> QWidget:
        from babel import Locale

        known = languages_in(resources_folder() / "languages")
        names = tuple((code, str(Locale(code).get_language_name(code))) for code in known)
        self._tongue = ChipPicker((("system", _("As the desktop")), *names), False, _("Language"))
        self._tongue.picked.connect(self._on_language)
        return Section(_("Language"), self._tongue, steps="small")

    def _paper(self) -> QWidget:
        papers = (("system", _("As usual in your country")), ("a4", _("A4")), ("letter", _("Letter")))
        self._papers = ChipPicker(papers, False, _("Paper"))
        self._papers.picked.connect(self._on_paper)
        return Section(_("Paper"), self._papers, steps="small")

    def _time(self) -> QWidget:
        self._countdown = Tick(_("Show the time left until a call"))
        self._countdown.toggled.connect(self._on_countdown)
        self._still = Tick(_("Nothing moves by itself"))
        self._still.toggled.connect(self._on_still)
        return Section(_("Time and movement"), self._countdown, self._still)

    def _data(self) -> QWidget:
        folder = self.desk.workspace.path.parent
        place = Label(str(folder), "strong")
        open_ = QuietButton(_("Open my data folder"))
        open_.clicked.connect(self._on_open_folder)
        trash = QuietButton(_("Trash"))
        trash.clicked.connect(lambda: self.place_chosen.emit(Place("trash")))
        words = Label(
            _("Your journal is one file in this folder, and only you can read it. Removing Forecall leaves it there."),
            "muted",
        )
        backups = QuietButton(_("Backups"))
        backups.clicked.connect(lambda: self.place_chosen.emit(Place("backups")))
        return Section(_("Your data"), place, words, Bar(open_, backups, trash), steps="small")

    def _archive(self) -> QWidget:
        out = QuietButton(_("Export the journal…"))
        out.clicked.connect(self._on_export)
        in_ = QuietButton(_("Bring in…"))
        in_.clicked.connect(lambda: self.place_chosen.emit(Place("bring_in")))
        self._told = Label("", "muted")
        self._told.hide()
        self._stop = LinkButton(_("Stop"))
        self._stop.clicked.connect(self._job.cancel)
        self._stop.hide()
        self._ways = (out, in_)
        words = Label(
            _("An archive is a .json file with everything in it, readable by other programs. It is not encrypted."),
            "muted",
        )
        return Section(
            _("The whole journal as one file"), words, Bar(out, in_), self._told, Bar(self._stop), steps="small"
        )

    # doing

    def _on_theme(self, keys: list[str]) -> None:
        if not keys:
            self._theme.set_picked([self.desk.settings.theme])
        elif keys[0] != self.desk.settings.theme:
            self.desk.settings.theme = keys[0]
            self.theme_chosen.emit()

    def _on_size(self, keys: list[str]) -> None:
        if not keys:
            self.read()
        elif int(keys[0]) / 100 != self.desk.settings.text_scale:
            self.desk.settings.text_scale = int(keys[0]) / 100
            self.theme_chosen.emit()

    def _on_language(self, keys: list[str]) -> None:
        if not keys:
            self.read()
        elif keys[0] != self.desk.settings.language:
            self.desk.settings.language = keys[0]
            self.language_chosen.emit()

    def _on_paper(self, keys: list[str]) -> None:
        if not keys:
            self.read()
        else:
            self.desk.settings.paper = keys[0]

    def _on_countdown(self, shown: bool) -> None:
        self.desk.settings.countdown_shown = shown

    def _on_still(self, still: bool) -> None:
        self.desk.settings.less_motion = still

    def _on_open_folder(self) -> None:
        folder = self.desk.workspace.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(_("The folder could not be opened. It is {folder}.").format(folder=folder), False)

    def _on_export(self) -> None:
        offered = str(Path.home() / "forecall-journal.json")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Export the journal"), offered, _("Archive (*.json)"))
        if chosen:
            self.export_to(Path(chosen))

    def _begin(self, words: str) -> None:
        for button in self._ways:
            button.setEnabled(False)
        self._told.setText(words)
        self._told.show()
        self._stop.show()

    def _on_told(self, count: int) -> None:
        if self._job.running:
            self._told.setText(ngettext("{count} entry so far", "{count} entries so far", count))

    def _on_ended(self, sentence: str) -> None:
        for button in self._ways:
            button.setEnabled(True)
        self._stop.hide()
        self._told.setText(sentence)
