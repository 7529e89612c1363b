"""Events to choose from."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from forecall.journal.brought import BroughtCall
from forecall.ui.widgets.event_rows import MOST, EventRows

NOW = datetime(2026, 11, 25, 12)


def rows(qtbot: QtBot, *calls: BroughtCall) -> EventRows:
    found = EventRows(calls, {}, NOW, "UTC")
    qtbot.addWidget(found)
    return found


def test_one_alone_is_chosen(qtbot: QtBot) -> None:
    assert [call.id for call in rows(qtbot, BroughtCall("1")).chosen()] == ["1"]


def test_the_only_one_ahead_is_ticked(qtbot: QtBot) -> None:
    over = BroughtCall("2", held="2026-11-20T10:00:00Z")
    found = rows(qtbot, BroughtCall("1", title="Ahead", wall="2026-11-26T10:00", zone="UTC"), over)
    assert [call.id for call in found.chosen()] == ["1"]
    with qtbot.waitSignal(found.picked):
        found._ticks[1].setChecked(True)
    assert len(found.chosen()) == 2
    assert found._ticks[0].accessibleName() == "Ahead, tomorrow 10:00 · 30 min · no client yet"


def test_of_very_many_the_first_are_shown(qtbot: QtBot) -> None:
    found = rows(qtbot, *(BroughtCall(str(number)) for number in range(MOST + 5)))
    assert len(found._ticks) == MOST
    assert found.chosen() == []
