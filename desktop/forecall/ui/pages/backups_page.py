"""Backups: the copies there are, one more now, and one of them in the journal's place."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from forecall.journal.changes import Changes
from forecall.ui.dialogs.confirm import Confirm
from forecall.ui.models.backups_model import BackupRow, BackupsModel, calls_text
from forecall.ui.page import Desk, Page
from forecall.ui.widgets.arranging import Bar, EndRow, Section, clear, show_now, stacked
from forecall.ui.widgets.empty_state import EmptyState
from forecall.ui.widgets.page_layout import filled
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, LinkButton, QuietButton
from forecall.words import _


class BackupsPage(Page):
    """``restore_asked`` carries the file that is to take the journal's place; whoever built the window does it.

    The step ``make`` of its place begins a backup, ``renew`` asks whether the older ones are to go.
    """

    name = "backups"

    restore_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Backups"))
        self._model = BackupsModel(desk, self)
        self._model.listed.connect(self._on_listed)
        self._model.told.connect(self._on_told)
        self._model.ended.connect(self._on_ended)
        self._model.aside_listed.connect(self._on_aside_listed)
        self._rows: list[BackupRow] | None = None
        self._now = QuietButton(_("Back up now"))
        self._now.clicked.connect(self.do_back_up)
        self._folder = QuietButton(_("Open folder"))
        self._folder.clicked.connect(self._on_open_folder)
        self._told = Label("", "muted")
        self._told.hide()
        self._stop = LinkButton(_("Stop"))
        self._stop.clicked.connect(self._model.stop)
        self._stop.hide()
        self._empty = EmptyState(_("Backups appear here once there is something to copy."), _("Back up now"))
        self._empty.acted.connect(self.do_back_up)
        self._empty.hide()
        self._aside = Label("", "muted")
        self._remove = LinkButton(_("Remove what was kept aside…"))
        self._remove.clicked.connect(self.do_remove_aside)
        self._list = filled()
        self._listing = Section(_("The newest first"), self._list)
        self._compose()

    def read(self) -> None:
        """The backups there are."""
        self._model.look()
        asked, self.place = self.place.step, self.place._replace(step="")
        if asked:
            # Once the page stands: the person sees where they are.
            QTimer.singleShot(0, self, self.do_back_up if asked == "make" else self.do_renew_backups)

    def concerns(self, changes: Changes) -> bool:
        """What is written changes no backup."""
        return False

    def focus_first(self) -> None:
        """The one thing to do."""
        self._now.setFocus()

    def do_back_up(self) -> None:
        """Make a backup now."""
        self._begin()
        self._model.make()

    def do_renew_backups(self) -> None:
        """Make a fresh backup and let go of the older ones."""
        asked = Confirm(
            _("Make one fresh backup and remove the older ones?"),
            _("What you deleted for good is then in no backup either. The older ones cannot be brought back."),
            _("Renew"),
            self,
        )
        if asked.exec() == QDialog.DialogCode.Accepted:
            self._begin()
            self._model.renew()

    def do_remove_aside(self) -> None:
        """Let go of what was kept aside when the journal was damaged."""
        asked = Confirm(
            _("Remove what was kept aside?"),
            _("{files}. That is all there is of the journal as it was damaged. It cannot be brought back.").format(
                files=", ".join(self._model.aside)
            ),
            _("Remove"),
            self,
        )
        if asked.exec() == QDialog.DialogCode.Accepted:
            self._model.remove_aside()

    def _compose(self) -> None:
        words = Label(
            _(
                "Forecall copies your journal when you open it and something has changed. Each copy is opened and "
                "checked, entry by entry, before it counts. The newest copy of each of the last 12 days, 10 weeks and "
                "9 months stays; the ones you ask for are counted on their own."
            ),
            "muted",
        )
        renew = LinkButton(_("Renew, and remove the older ones…"))
        renew.clicked.connect(self.do_renew_backups)
        self._end = Section(
            _("What you deleted for good"),
            Label(_("Earlier backups still hold it, until you renew them."), "muted"),
            Bar(renew),
            self._aside,
            Bar(self._remove),
        )
        scroll = ScrollPage(_("Backups"), between="section")
        column = scroll.column
        head = stacked(Label(_("Backups"), "title"), words, steps="small")
        column.addLayout(head)
        column.addLayout(stacked(Bar(self._now, self._folder), self._told, Bar(self._stop)))
        for part in (self._empty, self._listing, self._end):
            column.addWidget(part)
        self._listing.hide()
        self._end.hide()
        column.addStretch(1)
        stacked(scroll, parent=self)

    def _on_listed(self, rows: Sequence[BackupRow]) -> None:
        self._empty.setVisible(not rows)
        self._now.setVisible(bool(rows))
        self._listing.setVisible(bool(rows))
        self._end.setVisible(bool(rows) or bool(self._model.aside))
        if list(rows) == self._rows:
            return
        self._rows = list(rows)
        clear(self._list)
        made = [self._row(each) for each in rows]
        for row in made:
            self._list.addWidget(row)
        show_now(*made)

    def _on_aside_listed(self, names: Sequence[str]) -> None:
        told = _("What was kept aside when the journal was damaged may hold it too: {files}.")
        self._aside.setText(told.format(files=", ".join(names)))
        for part in (self._aside, self._remove):
            part.setVisible(bool(names))
        if names:
            self._end.show()

    def _row(self, backup: BackupRow) -> QWidget:
        words = QWidget()
        stacked(Label(backup.when, "strong"), Label(backup.about, "muted"), steps="hair", parent=words)
        restore = LinkButton(_("Restore…"), name=_("Restore the backup: {when}").format(when=backup.when))
        restore.clicked.connect(lambda: self._ask_to_restore(backup))
        restore.setEnabled(backup.calls is not None)
        return EndRow(words, [restore], line=True, centred=True, steps="row")

    def _ask_to_restore(self, backup: BackupRow) -> None:
        sentence = _(
            "The journal becomes what it was then, with {calls}. As it is now it is copied first, "
            "and that copy can be restored in the same way."
        )
        title = _("Restore the backup: {when}?").format(when=backup.when)
        asked = Confirm(title, sentence.format(calls=calls_text(backup.calls)), _("Restore"), self)
        if asked.exec() == QDialog.DialogCode.Accepted:
            self.restore_asked.emit(backup.path)

    def _begin(self) -> None:
        self._now.setEnabled(False)
        self._told.setText(_("Copying…"))
        self._told.show()
        self._stop.show()

    def _on_told(self, percent: int) -> None:
        words = _("Copying… {percent} %") if percent < 50 else _("Checking… {percent} %")
        self._told.setText(words.format(percent=percent))

    def _on_ended(self, sentence: str) -> None:
        self._now.setEnabled(True)
        self._stop.hide()
        self._told.setText(sentence)
        self._told.show()

    def _on_open_folder(self) -> None:
        folder = self._model.folder if self._model.folder.is_dir() else self._model.folder.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(_("The folder could not be opened. It is {folder}.").format(folder=folder), False)
