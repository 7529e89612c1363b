"""One line says what the sheet holds; a screen reader hears of news, and of nothing else."""

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.sheet_line import SheetLine
from tests.helpers.listening import POLITE, Said, listen


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Said:
    return listen(monkeypatch)


@pytest.fixture
def line(qtbot: QtBot) -> SheetLine:
    line = SheetLine(QPushButton("Call sheet"))
    qtbot.addWidget(line)
    line.show()
    return line


def test_what_is_shown_first_is_no_news(line: SheetLine, heard: list) -> None:
    line.tell("Aim is there.", "call")
    assert line.words == "Aim is there."
    assert heard == []


def test_news_is_told_politely_and_once(line: SheetLine, heard: list) -> None:
    line.tell("Aim is there.", "call")
    line.tell("Aim and opening are there.", "call")
    line.tell("Aim and opening are there.", "call")
    assert heard == [("Aim and opening are there.", POLITE)]


def test_another_call_is_no_news_of_this_one(line: SheetLine, heard: list) -> None:
    line.tell("Aim is there.", "call")
    line.tell("Nothing is written yet.", "another")
    assert heard == []


def test_nobody_is_told_of_what_is_not_seen(line: SheetLine, heard: list) -> None:
    line.tell("Aim is there.", "call")
    line.hide()
    line.tell("Aim and opening are there.", "call")
    assert heard == []


def test_among_the_questions_it_stands_in_line_with_them(line: SheetLine, qtbot: QtBot) -> None:
    assert line._line.x() > 0
    scrolled = QScrollArea()
    qtbot.addWidget(scrolled)
    inner = QWidget()
    column = QVBoxLayout(inner)
    scrolled.setWidget(inner)
    column.addWidget(line)
    assert line._words.contentsMargins().left() == 0
    line.setParent(None)
    assert line._words.contentsMargins().left() > 0
    qtbot.addWidget(line)
