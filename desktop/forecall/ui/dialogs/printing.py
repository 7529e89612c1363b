"""Printing with a preview: the same page as the PDF, on paper."""

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from forecall.exchange.write.pdf import Typesetter
from forecall.exchange.write.whole_call import WholeCall
from forecall.journal.call_sheet import CallSheet
from forecall.journal.summary import Summary
from forecall.words import _


class PrintPreview(QPrintPreviewDialog):
    """Shows the pages as the printer will make them; the person prints from there, or closes it."""

    def __init__(self, document: CallSheet | Summary | WholeCall, parent: QWidget) -> None:
        # Qt keeps no hold of the printer, so the dialog does.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        self._printer.setFullPage(True)  # the margins are the document's own
        self._printer.setDocName(document.title or "Forecall")
        super().__init__(self._printer, parent)
        self._document = document
        self._typesetter = Typesetter()
        self.setWindowTitle(_("Print"))
        self.paintRequested.connect(self._on_paint_requested)
        self.resize(parent.window().size())

    def _on_paint_requested(self, paper: QPrinter) -> None:
        self._typesetter.paint(self._document, paper)


def print_with_preview(document: CallSheet | Summary | WholeCall, parent: QWidget) -> None:
    """Show the pages and let the person print them."""
    PrintPreview(document, parent).exec()
