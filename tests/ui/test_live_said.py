"""What was noted, newest first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from forecall.coach.live_sheet import LiveSheet, build_live_sheet, neutral
from forecall.guide.catalog import Catalog
from forecall.journal.records import LiveKind, LiveNote
from forecall.ui.live_said import MOST_SHOWN, NotesSaid
from tests.coach.test_live_sheet import prepared


@pytest.fixture
def sheet(catalog: Catalog) -> LiveSheet:
    notes = (LiveNote("a", LiveKind.HEATED, 60), LiveNote("b", LiveKind.PROMISE, 760, "a plan"))
    return replace(build_live_sheet(prepared(), catalog), notes=notes)


@pytest.fixture
def said(qtbot: QtBot) -> NotesSaid:
    said = NotesSaid()
    qtbot.addWidget(said)
    qtbot.addWidget(said.last)
    said.resize(340, 400)
    said.show()
    return said


def words(said: NotesSaid) -> list[str]:
    rows = [said._rows[note.id] for note, _words in said._shown]
    return [" ".join(label.text() for label in row.findChildren(QLabel)) for row in rows]


def test_the_newest_stands_first_and_by_itself(said: NotesSaid, sheet: LiveSheet) -> None:
    said.show_notes(sheet)
    assert words(said) == ["12:40 promise – a plan", "1:00 heated"]
    assert said.last.cross.accessibleName() == "Remove: 12:40 promise – a plan"
    assert len(said.stops()) == 2
    assert said.last_stops() == [said.last.cross]


def test_each_can_be_removed(said: NotesSaid, sheet: LiveSheet) -> None:
    removed: list[str] = []
    said.removed.connect(removed.append)
    said.show_notes(sheet)
    QTest.mouseClick(said.stops()[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(said.last.cross, Qt.MouseButton.LeftButton)
    assert removed == ["a", "b"]
    said.show_notes(replace(sheet, notes=sheet.notes[:1]))
    assert words(said) == ["1:00 heated"]
    said.show_notes(replace(sheet, notes=()))
    assert not said.isVisible()


def test_rows_that_stay_are_not_made_anew(said: NotesSaid, sheet: LiveSheet) -> None:
    said.show_notes(sheet)
    kept = said._rows["a"]
    said.show_notes(replace(sheet, notes=(*sheet.notes, LiveNote("c", LiveKind.NOTE, 800, "more"))))
    assert said._rows["a"] is kept
    assert words(said)[0] == "13:20 more"


def test_very_many_are_counted(said: NotesSaid, sheet: LiveSheet) -> None:
    notes = tuple(LiveNote(str(at), LiveKind.NOTE, at, f"note {at}") for at in range(200))
    said.show_notes(replace(sheet, notes=notes))
    assert len(words(said)) == MOST_SHOWN
    assert "188" in said._earlier.text()


def test_dimmed_only_the_marks_are_named(said: NotesSaid, sheet: LiveSheet) -> None:
    said.show_notes(neutral(sheet))
    assert words(said) == ["12:40 promise", "1:00 heated"]
