"""Printing with a preview: the same page as the PDF, on paper."""

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from forecall.exchange.write.pdf import page_for, print_on, qt_page
from forecall.exchange.write.whole_call import WholeCall
from forecall.journal.call_sheet import CallSheet
from forecall.journal.summary import Summary
from forecall.words import _


class PrintPreview(QPrintPreviewDialog):
    """Shows the pages as the printer will make them; the person prints from there, or closes it."""

    def __init__(self, document: CallSheet | Summary | WholeCall, parent: QWidget, paper: str = "system") -> None:
        # Qt keeps no hold of the printer, so the dialog does.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(qt_page(page_for(paper)))
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        self._printer.setFullPage(True)  # the margins are the document's own
        self._printer.setDocName(document.title or "Forecall")
        super().__init__(self._printer, parent)
        self._document = document
        self.setWindowTitle(_("Print"))
        self.paintRequested.connect(self._on_paint_requested)
        self.resize(parent.window().size())

    def _on_paint_requested(self, paper: QPrinter) -> None:
        print_on(paper, self._document)


def print_with_preview(document: CallSheet | Summary | WholeCall, parent: QWidget, paper: str) -> None:
    """Show the pages on that paper (see ``page_for``) and let the person print them; they may choose another there."""
    PrintPreview(document, parent, paper).exec()
