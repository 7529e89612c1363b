"""Printing shows the same pages as the PDF."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forecall.journal.call_sheet import Block, CallSheet, Entry
from forecall.ui.dialogs.printing import PrintPreview

SHEET = CallSheet(
    client="Northwind",
    title="Late delivery",
    details=("Thu 26 Nov, 10:00",),
    mark="private",
    top=(Block("aim", "Aim", (Entry("They keep the date"),)),),
    detail=(),
    foot=(),
    promised_label="Promised",
    by_label="by",
    parked_label="Parked",
)


def test_the_page_comes_out_of_the_printer_as_it_is_laid_out(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    preview = PrintPreview(SHEET, parent)
    paper = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper.setFullPage(True)
    preview.paintRequested.emit(paper)
    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == 1
    text = printed.pages[0].extract_text()
    assert "Northwind" in text
    assert "They keep the date" in text.replace("\t", " ")


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_preview_begins_with_the_paper_that_was_chosen(
    paper: str, size: tuple[int, int], qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    preview = PrintPreview(SHEET, parent, paper)
    preview._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview._printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview.paintRequested.emit(preview._printer)
    box = pypdf.PdfReader(tmp_path / "printed.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == size
