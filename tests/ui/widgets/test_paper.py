"""A document on the screen."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from forecall.guide.catalog import load_catalog
from forecall.journal.call_sheet import CallSheet, build_call_sheet
from forecall.journal.records import AnswerRecord, CallRecord
from forecall.journal.summary import Summary, SummaryLesson, SummarySection
from forecall.ui.theme import apply, colour, load_theme
from forecall.ui.widgets.paper import LONGEST, Paper
from tests.conftest import RESOURCES
from tests.ui.test_call_words import CALL
from tests.ui.widgets.conftest import Show


def sheet(goal: str) -> CallSheet:
    call = CallRecord(head=CALL, answers={"goal": AnswerRecord("goal", {"text": goal})})
    return build_call_sheet(call, load_catalog(RESOURCES))


@pytest.fixture
def paper(show: Show) -> Paper:
    paper = Paper("Call sheet")
    show(paper, width=700)
    return paper


def test_it_shows_the_words_and_no_cursor(paper: Paper) -> None:
    paper.show_sheet(sheet("One new date"))
    assert "One new date" in paper.toPlainText()
    assert paper.cursorWidth() == 0
    assert paper.isReadOnly()


def test_what_is_written_opens_no_file(paper: Paper, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    words = f'<img src="{pipe}"> ![]({pipe})'
    paper.show_sheet(sheet(words))
    paper.grab()
    assert words in paper.toPlainText()
    paper.document().loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(str(pipe)))


def test_what_is_written_is_no_link(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    words = '<a href="https://evil.example">press here</a> [or here](https://evil.example) <https://evil.example>'
    reached: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", reached.append)
    paper.anchorClicked.connect(reached.append)
    paper.show_sheet(sheet(f"{words} https://evil.example"))
    assert "https://evil.example" in paper.toPlainText()
    places = [QPoint(x, y) for x in range(0, paper.width(), 12) for y in range(0, paper.height(), 12)]
    assert [paper.anchorAt(place) for place in places if paper.anchorAt(place)] == []
    for place in places[::7]:
        QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reached == []


def test_a_text_that_is_far_too_long_is_shown_with_its_beginning(paper: Paper) -> None:
    paper.show_sheet(sheet("x" * 2_000_000))
    paper.grab()
    assert "xxx" in paper.toPlainText()
    assert len(paper.toPlainText()) < 2 * LONGEST


def test_it_takes_the_colours_of_another_theme(paper: Paper, dressed: QApplication) -> None:
    paper.show_sheet(sheet("One new date"))
    before = paper.document().toHtml()
    apply(dressed, load_theme(RESOURCES / "themes", "dark"))
    assert paper.document().toHtml() != before
    assert "One new date" in paper.toPlainText()


def test_it_stays_where_it_was_scrolled_to(show: Show) -> None:
    paper = Paper("Call sheet")
    paper.setFixedHeight(120)
    show(paper, width=500)
    paper.show_sheet(sheet("One new date " * 60))
    paper.verticalScrollBar().setValue(40)
    paper.show_sheet(sheet("One new date " * 61))
    assert paper.verticalScrollBar().value() == 40


def test_what_was_shown_before_goes_away(paper: Paper) -> None:
    for words in ("One new date", "Another date", "No date"):
        paper.show_sheet(sheet(words))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert paper.findChildren(QTextDocument) == [paper.document()]
    assert "No date" in paper.toPlainText()


def test_a_ring_is_there_once_somebody_went_to_it_by_key_and_not_where_a_page_opens_with_it(
    show: Show, dressed: QApplication
) -> None:
    holder = QWidget()
    before, paper = QLineEdit(holder), Paper("Call sheet", holder)
    column = QVBoxLayout(holder)
    column.addWidget(before)
    column.addWidget(paper)
    show(holder, width=500)
    holder.activateWindow()
    paper.show_sheet(sheet("One new date"))

    def ring() -> bool:
        edge = paper.viewport().grab().toImage().pixelColor(paper.viewport().width() // 2, 1)
        return edge == colour("focus")

    paper.setFocus()
    assert paper.hasFocus()
    assert not ring()
    QTest.keyClick(paper, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert paper.hasFocus()
    assert ring()


def test_headings_are_as_large_as_the_style_says(paper: Paper) -> None:
    none = SummarySection("")
    group = SummarySection("Communication", (SummaryLesson("a", "If a date slips, I call."),))
    paper.show_document(Summary("My lessons", "1 call", none, (group,), none, none, none, none))
    sizes = {}
    block = paper.document().begin()
    while block.isValid():
        sizes[block.text()] = next((round(10 * format.format.font().pointSizeF()) for format in block.textFormats()), 0)
        block = block.next()
    assert sizes["Lessons"] < sizes["If a date slips, I call."] < sizes["Communication"] < sizes["My lessons"]
