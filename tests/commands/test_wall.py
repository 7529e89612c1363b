"""Times and stages as lines say them."""

import time

import pytest

from forecall.commands.wall import stage_text, wall_of, wall_of_call
from forecall.journal.records import Stage
from tests.helpers.written import head


def test_a_planned_call_keeps_its_wall_time() -> None:
    assert wall_of_call(head()) == "2026-11-26 10:00"


def test_a_call_without_a_plan_is_told_on_the_clock_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert wall_of_call(head(planned_wall=None)) == "2026-11-26 18:00"
        assert wall_of("2026-01-01T20:00:00Z") == "2026-01-02 05:00"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_each_stage_has_words() -> None:
    assert len({stage_text(stage) for stage in Stage}) == len(Stage)
