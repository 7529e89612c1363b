"""The call sheet on the screen: to read, to print with a preview, to copy, to keep as a file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from forecall.exchange.faults import ExchangeError
from forecall.exchange.write import write_document
from forecall.exchange.write.text import call_text
from forecall.journal.call_sheet import CallSheet, build_call_sheet
from forecall.journal.records import CallRecord, Stage
from forecall.ui.call_page import LOW_UNDER, CallPage
from forecall.ui.call_words import time_left, title_of
from forecall.ui.page import Desk, Place
from forecall.ui.widgets.foot_row import FootRow
from forecall.ui.widgets.page_layout import filled, head_row, lower_than, narrower_than
from forecall.ui.widgets.paper import Paper
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.words import _

NARROW_UNDER = 560


class CallSheetPage(CallPage):
    """Shows all of the sheet; paper gets the same, trimmed to one page."""

    name = "call_sheet"

    live_asked = Signal(str, bool)  # the live sheet of the call, and whether the call begins with it

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Call sheet"))
        self._sheet: CallSheet | None = None
        self._title = Label("", "strong")
        self._time = Label("", "muted")
        self._paper = Paper(_("Call sheet"))
        self._back = QuietButton(_("Prepare"))
        self._back.clicked.connect(self._on_back)
        self._rehearse = LinkButton(_("Rehearse"), quiet=True)
        self._rehearse.clicked.connect(self.do_rehearse)
        self._copy = QuietButton(_("Copy as text"))
        self._copy.clicked.connect(self._on_copy)
        self._save = QuietButton(_("Save as…"))
        self._save.clicked.connect(self._on_save)
        self._print = QuietButton(_("Print…"))
        self._print.clicked.connect(self.do_print)
        self._more = QuietButton(_("More…"), name=_("Prepare, rehearse, copy, save or print"))
        self._more.clicked.connect(self._on_more)
        self._begin = PrimaryButton(_("Begin the call"))
        self._begin.clicked.connect(lambda: self.live_asked.emit(self.place.id, True))
        self._after = PrimaryButton(_("Look back"))
        self._after_later = QuietButton(_("Look back"))
        for after in (self._after, self._after_later):
            after.clicked.connect(self.do_look_back)
        self._compose()
        self._show_ways(held=False)  # once they have a parent: without one they would be windows

    def focus_first(self) -> None:
        """The sheet can be scrolled at once."""
        self._paper.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        self._head.setHidden(lower_than(self, LOW_UNDER))
        self._fold()
        if self._call is not None:
            self.draw(self._call, force=False)

    def do_look_back(self) -> None:
        """The call is over: write down what counts."""
        self.place_chosen.emit(Place("look_back", self.place.id, "now"))

    def do_print(self) -> None:
        """Show the page as it will come out of the printer, and print it."""
        if self._sheet is not None:
            from forecall.ui.dialogs.printing import print_with_preview

            print_with_preview(self._sheet, self, self.desk.settings.paper)

    def save_to(self, path: Path) -> bool:
        """Write the sheet as a file of the ending's kind; says what is wrong otherwise."""
        if self._sheet is None:
            return False
        try:
            write_document(self._sheet, path, self.desk.settings.paper)
        except ExchangeError as error:
            self.said.emit(str(error), False)
            return False
        self.said.emit(_("Saved as {file}.").format(file=path.name), False)
        return True

    def draw(self, call: CallRecord, force: bool) -> None:
        """Set the sheet anew."""
        self._sheet = build_call_sheet(call, self.desk.catalog, now_zone=self.desk.zone)
        self._title.setText(title_of(call.head))
        self._time.setText(time_left(call.head) if self.desk.settings.countdown_shown else "")
        self._begin.set_words(_("Go on with the call") if call.head.stage is Stage.CALL else _("Begin the call"))
        self._show_ways(held=call.head.stage not in (Stage.PREPARE, Stage.CALL))
        self._paper.show_sheet(self._sheet, narrow=narrower_than(self, NARROW_UNDER))

    def _show_ways(self, held: bool) -> None:
        """Before a call the way on is the call, after it the look back."""
        self._begin.setHidden(held)
        self._after.setHidden(not held)
        self._after_later.setHidden(held)
        self._fold()

    def _fold(self) -> None:
        """The sheet keeps its room: what would take the foot a second line goes under one button."""
        ways = (each for each in (self._after_later, self._after, self._begin) if not each.isHidden())
        folds = lower_than(self, LOW_UNDER) or not self._foot.fits((*self._folding, *ways), self.width())
        for button in self._folding:
            button.setHidden(folds)
        self._more.setHidden(not folds)

    def _on_back(self) -> None:
        self.place_chosen.emit(Place("prepare", self.place.id))

    def _on_more(self) -> None:
        menu = QMenu(self)
        for button in (self._back, self._rehearse, self._copy, self._save, self._print):
            menu.addAction(button.text()).triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()))

    def _on_copy(self) -> None:
        if self._sheet is not None:
            QGuiApplication.clipboard().setText(call_text(self._sheet))
            self.said.emit(_("Copied."), False)

    def _on_save(self) -> None:
        if self._call is None:
            return
        offered = f"{self._call.head.client_name} – {_('call sheet')}.pdf".replace("/", "-")
        kinds = ";;".join((_("PDF page (*.pdf)"), _("Markdown (*.md)"), _("Web page (*.html)")))
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save the call sheet"), offered, kinds)
        if chosen:
            self.save_to(Path(chosen))

    def _compose(self) -> None:
        self._head = QWidget()
        head_row(self._title, self._rehearse, self._time, parent=self._head)
        self._folding = (self._back, self._copy, self._save, self._print)
        self._foot = FootRow(*self._folding, self._more, self._after_later, self._after, self._begin)
        filled(self._head, self._paper, self._foot, grows=self._paper, parent=self)
