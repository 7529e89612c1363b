"""Limits and what was given."""

from forecall.coach.side_by_side import side_by_side
from forecall.guide.question import CallType, Value
from tests.helpers.written import ANSWERS, call, catalog

LIVE: tuple[Value, ...] = (
    {"kind": ["rung"], "at": 481, "of": ["restate"]},
    {"kind": ["rung"], "at": 655, "of": ["firm_no"]},
    {"kind": ["rung"], "at": 700, "of": ["restate"]},
    {"kind": ["offence"], "at": 720},
)


def test_nothing_stands_there_before_something_is_told_of_what_happened() -> None:
    assert side_by_side(call(CallType.COMPLAINT), catalog()) is None


def test_what_was_planned_stands_beside_what_was_given_and_used_with_its_times() -> None:
    limits: Value = {"picked": ["respect", "firm_no"], "text": "The tone"}
    settled: tuple[Value, ...] = ({"text": "The twelfth", "given": "10 %"}, {"text": "One contact"})
    made = call(
        CallType.COMPLAINT,
        answers={**ANSWERS, "limits": limits},
        lists={"settled": settled, "live": LIVE, "points": ()},
    )
    both = side_by_side(made, catalog())
    assert both is not None
    assert both.planned[:3] == (
        ("You may give", "10 % on two months"),
        ("In return for", "written acceptance by Friday"),
        ("You stop at", "15 %"),
    )
    assert "I want to solve this with you." in [words for _label, words in both.planned]
    assert both.happened == (
        ("You agreed", "The twelfth\nOne contact"),
        ("You gave", "10 %"),
        (
            "You used",
            "said again what you want (8:01, 11:40)\na firm no (10:55)\nasked for respect\nasked about offence (12:00)",
        ),
        ("What changed", "The tone"),
    )


def test_what_was_never_planned_leaves_its_column_empty() -> None:
    both = side_by_side(call(answers={"limits": {"picked": ["none"]}}, lists={}), catalog())
    assert both is not None
    assert both.planned == ()
    assert both.happened == (("You used", "none was needed"),)
