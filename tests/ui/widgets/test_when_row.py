"""A small row gives a call its time: a chip at once, typed words when they are meant."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.when_row import WhenRow

NOW = datetime(2026, 11, 25, 9, 0, 30)


@pytest.fixture
def row(qtbot: QtBot) -> WhenRow:
    row = WhenRow("Europe/London", now=lambda: NOW)
    qtbot.addWidget(row)
    row.show()
    row.activateWindow()
    row.line.setFocus()
    return row


@pytest.fixture
def given(row: WhenRow) -> list[str]:
    found: list[str] = []
    row.given.connect(found.append)
    return found


def test_it_asks_in_its_own_words(row: WhenRow) -> None:
    assert row.accessibleName() == "When is it?"
    assert row.line.accessibleName() == "When is it?"


@pytest.mark.parametrize(("chip", "wall"), [("now", "2026-11-25T09:00"), ("in 15 minutes", "2026-11-25T09:15")])
def test_a_chip_gives_a_time_at_once(row: WhenRow, given: list[str], qtbot: QtBot, chip: str, wall: str) -> None:
    (button,) = [each for each in row.findChildren(QPushButton) if each.text() == chip]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert given == [wall]
    assert row.text() == ""


def test_typed_words_wait_until_they_are_meant(row: WhenRow, given: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(row.line, "16:3")
    row.flush()  # what the pause in typing does
    assert given == []
    qtbot.keyClicks(row.line, "0")
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert given == ["2026-11-25T16:30"]


def test_leaving_the_page_means_what_was_typed(row: WhenRow, given: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(row.line, "tomorrow 10:00")
    row.settle()
    row.settle()
    assert given == ["2026-11-26T10:00"]


def test_words_that_are_no_time_are_said_and_kept(row: WhenRow, given: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(row.line, "soonish")
    qtbot.keyClick(row.line, Qt.Key.Key_Return)
    assert given == []
    assert row.text() == "soonish"
    assert row._read.isVisible()
    row.line.clear()
    row.flush()
    assert not row._read.isVisible()
