"""A promise that is due, and one that was kept."""

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from forecall.ui.widgets.kept_row import KeptRow, PromiseRow
from forecall.ui.widgets.tick import Tick
from tests.helpers.written import promise
from tests.ui.widgets.conftest import Show


def test_it_tells_what_came_of_it_and_can_be_taken_back(show: Show, qtbot: QtBot) -> None:
    told: list[str] = []
    back: list[bool] = []
    kept = replace(promise(1), done_at="2026-11-20T10:00:00Z", result="Sent")
    row = KeptRow(kept, "Send the new plan", told.append, lambda: back.append(True))
    show(row)
    assert row.field.text() == "Sent"
    assert row.field.accessibleName() == "What came of it: Send the new plan"
    row.field.setFocus()
    qtbot.keyClicks(row.field, ", and signed")
    row.field.flush()
    assert told == ["Sent, and signed"]
    (tick,) = row.findChildren(Tick)
    assert tick.isChecked()
    tick.click()
    assert back == [True]


def test_one_that_is_due_says_when_and_is_ticked(show: Show) -> None:
    kept: list[bool] = []
    row = PromiseRow(replace(promise(1), due="2026-11-20"), "Send the plan", date(2026, 11, 20), kept.append)
    show(row)
    (tick,) = row.findChildren(Tick)
    assert (tick.accessibleName(), tick.accessibleDescription()) == ("Kept: Send the plan", "today")
    tick.click()
    assert kept == [True]


def test_one_without_a_day_says_so(show: Show) -> None:
    row = PromiseRow(replace(promise(1), due=None), "Send the plan", date(2026, 11, 20), lambda _kept: None)
    show(row)
    (tick,) = row.findChildren(Tick)
    assert tick.accessibleDescription() == "no day yet"
