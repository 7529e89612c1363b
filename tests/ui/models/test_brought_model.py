"""Calls from elsewhere in words."""

from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from forecall.journal.brought import BroughtCall, Promise, Standing
from forecall.ui.models.brought_model import BroughtModel, along_words, button_words, state_words, when_of_call

NOW = datetime(2026, 11, 25, 12)
CALL = BroughtCall(
    "1",
    "Row 2",
    "Northwind",
    "Late",
    "2026-11-26T10:00",
    "UTC",
    answers={"issue": {"text": "Two\ndays"}, "ended": {"picked": ["agreed"]}},
    promises=(Promise("Send it"),),
    lesson=("a", "b"),
)


def test_rows(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = BroughtModel()
    model.show_calls(
        [CALL, BroughtCall("2", is_call=False)], {}, NOW, "UTC", client="Ann", endings={"agreed": "agreed"}
    )
    qtmodeltester.check(model)
    rows = [[model.index(row, column).data() for column in range(5)] for row in range(2)]
    assert rows == [
        ["Row 2", "tomorrow 10:00", "Northwind", "Late", "Two days · agreed · Send it · a → b"],
        ["", "", "Ann", "no title", ""],
    ]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "From"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_what_the_journal_has_of_it() -> None:
    standing = {"1": Standing("1", "2026-11-26T10:00", "UTC", "2026-11-26T10:00:00Z", False, False)}
    assert state_words(CALL, {}, NOW, "UTC") == ""
    assert state_words(CALL, standing, NOW, "UTC") == "is there already"
    moved = {"1": Standing("1", "2026-11-27T10:00", "UTC", "2026-11-27T10:00:00Z", False, False)}
    assert along_words(CALL, moved, NOW, "UTC", {}) == "moves, it was Fri 27 Nov, 10:00"
    gone = {"1": Standing("1", None, None, None, False, True)}
    assert "comes back" in state_words(CALL, gone, NOW, "UTC")


def test_when_and_what_the_button_says() -> None:
    assert when_of_call(BroughtCall("1", held="2026-11-24T12:00:00Z"), NOW, "UTC") == "yesterday"
    assert when_of_call(BroughtCall("1"), NOW, "UTC") == "no time yet"
    assert [button_words(*counts) for counts in ((1, 0), (0, 2), (2, 1))] == [
        "Import 1 call",
        "Import 2 clients",
        "Import 2 calls and 1 client",
    ]
