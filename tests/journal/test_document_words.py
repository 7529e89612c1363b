"""Days and plans as documents tell them."""

import pytest

from forecall.journal.document_words import day_text, if_then, moment_text, month_text

PATTERN = "If {cue}, I will {plan}"


@pytest.mark.parametrize(
    ("cue", "plan", "told"),
    [
        ("a date slips", "say it first", "If a date slips, I will say it first."),
        ("a date slips,", "I will say it first!", "If a date slips, I will say it first!"),
        ("", "ask first", "Ask first."),
        ("they shout", "", "If they shout …"),
    ],
)
def test_an_if_then_plan_is_one_sentence(cue: str, plan: str, told: str) -> None:
    assert if_then(cue, plan, PATTERN) == told


def test_days_are_told_the_same_whenever_they_are_read() -> None:
    assert moment_text("2026-11-26T10:00") == "Thu 26 Nov, 10:00"
    assert moment_text("2026-12-15T10:00") == "Tue 15 Dec, 10:00"
    assert day_text("2026-01-12") == "12 Jan 2026"
    assert month_text("2026-03-12") == "March 2026"
