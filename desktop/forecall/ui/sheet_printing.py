"""Prints the call sheet from the questions, as it stands: what is half written is on it, whatever the disk does."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.reading import read_call
from forecall.journal.records import AnswerRecord, CallRecord, ItemRecord
from forecall.ui.page import Page
from forecall.ui.worksheet_view import WorksheetView

PATIENCE_MS = 800
"""How long the file may take to answer before the sheet is made from the screen alone."""


class SheetPrinting(QObject):
    """Opens the print preview of one page's call."""

    def __init__(self, page: Page, view: WorksheetView) -> None:
        super().__init__(page)
        self._page = page
        self._view = view
        self._wanted: CallRecord | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE_MS)
        self._late.timeout.connect(lambda: self._show(None))

    def print_now(self, call: CallRecord) -> None:
        """Open the preview with what is in the file once the last words are; without waiting for a disk that hangs."""
        if self._wanted is not None:
            return
        self._wanted = call
        self._late.start()
        self._page.desk.workspace.settled().then(lambda _done: self._read(call.head.id))

    def _read(self, call_id: str) -> None:
        if self._wanted is not None:
            self._page.desk.workspace.ask(read_call, call_id).then(self._show)

    def _show(self, call: CallRecord | None) -> None:
        wanted, self._wanted = self._wanted, None
        self._late.stop()
        if wanted is None or (call is not None and call.head.id != wanted.head.id):
            return
        from forecall.ui.dialogs.printing import print_with_preview

        desk = self._page.desk
        written = as_written(call or wanted, self._view)
        print_with_preview(build_call_sheet(written, desk.catalog, now_zone=desk.zone), self._page, desk.settings.paper)


def as_written(call: CallRecord, view: WorksheetView) -> CallRecord:
    """The call with the answers that stand on the screen."""
    answers, items = dict(call.answers), dict(call.items)
    if view.call_id == call.head.id:
        for key, value in view.values().items():
            if isinstance(value, dict):
                answers[key] = AnswerRecord(key, value)
            else:
                items[key] = tuple(
                    ItemRecord(entry, call.head.id, key, place, each) for place, (entry, each) in enumerate(value)
                )
    return replace(call, answers=answers, items=items)
