"""What the first screen says."""

from datetime import datetime

import pytest

from forecall.journal.records import CallHead, PromiseRecord, Stage
from forecall.ui.models.today import Today, card_line, heading, written_words

NOW, WALL = "2026-11-23T14:30:00Z", datetime(2026, 11, 23, 15, 30)
PROMISE = PromiseRecord("p", "c", "n", "Northwind", "Send it", "2026-11-23", None)


def call(wall: str, utc: str) -> CallHead:
    return CallHead(
        id="c", client_id="n", client_name="Northwind", title="Late", types=(), stage=Stage.PREPARE, moment=utc,
        planned_wall=wall, planned_zone="Europe/Berlin", planned_utc=utc, length_minutes=30,
    )  # fmt: skip


SOON = call("2026-11-23T15:44", "2026-11-23T14:44:00Z")
BEGUN = call("2026-11-23T15:20", "2026-11-23T14:20:00Z")
THURSDAY = call("2026-11-26T10:00", "2026-11-26T09:00:00Z")


@pytest.mark.parametrize(
    ("found", "countdown", "said"),
    [
        (Today(WALL.date(), next=SOON), True, "Next call in 14 minutes"),
        (Today(WALL.date(), next=SOON), False, "Next call: today 15:44"),
        (Today(WALL.date(), next=BEGUN), True, "Your call is now"),
        (Today(WALL.date(), under_way=BEGUN, next=SOON), True, "Your call is under way"),
        (Today(WALL.date(), next=THURSDAY), True, "Nothing is waiting. Next call: Thursday 10:00."),
        (Today(WALL.date(), next=THURSDAY, promises=(PROMISE,)), True, "Next call: Thursday 10:00"),
        (Today(WALL.date(), promises=(PROMISE,)), True, "No call is planned"),
        (Today(WALL.date(), untimed=(SOON,), promises=(PROMISE,)), True, "A call without a time yet"),
        (Today(WALL.date(), untimed=(SOON, BEGUN)), True, "Calls without a time yet"),
        (Today(WALL.date()), True, "Nothing is waiting"),
        (Today(WALL.date(), empty=True), True, "Today"),
    ],
)
def test_the_sentence_on_top(found: Today, countdown: bool, said: str) -> None:
    assert heading(found, NOW, WALL, countdown) == said


def test_what_the_next_call_is_about() -> None:
    assert card_line(SOON, WALL) == "Late · 15:44, 30 min"
    assert card_line(THURSDAY, WALL) == "Late · Thursday 10:00, 30 min"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ((), "Nothing is written yet."),
        (("issue",), "The issue is written down."),
        (("issue", "goal"), "Aim is there."),
        (("points",), "Points are there."),
        (("goal", "opening"), "Aim and opening are there."),
        (("issue", "goal", "opening", "points"), "Aim, opening and points are there."),
    ],
)
def test_what_the_sheet_holds_is_said_in_words(written: tuple[str, ...], said: str) -> None:
    assert written_words(written) == said
