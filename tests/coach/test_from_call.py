"""What a call left behind."""

from dataclasses import replace

from forecall.coach.from_call import Noted, from_call, right_after, told_notes
from forecall.guide.question import CallType, Value
from forecall.journal.records import CallRecord
from tests.helpers.written import ANSWERS, LISTS, call, catalog

NOTES: tuple[Value, ...] = (
    {"kind": ["promise"], "at": 760, "text": "Send the plan"},
    {"kind": ["objection"], "at": 192, "of": ["objections-1"]},
    {"kind": ["rung"], "at": 655, "of": ["firm_no"]},
    {"kind": ["heated"], "at": 460},
    {"kind": ["promise"], "at": 3725},
    {"kind": ["note"], "at": 1015, "text": "Budget closes on the 30th"},
    {"kind": ["surprise"], "at": 902, "text": "A new head of finance"},
    {"kind": ["calm"], "at": 500},
    {"kind": ["offence"], "at": 510},
)


def held(notes: tuple[Value, ...] = NOTES, said: int = 2) -> CallRecord:
    made = call(CallType.COMPLAINT, lists={**LISTS, "live": notes})
    points = tuple(
        replace(each, done_at="2026-11-26T09:05:00Z" if each.position < said else None) for each in made.items["points"]
    )
    return replace(made, items={**made.items, "points": points})


def test_a_call_without_a_note_left_nothing_behind() -> None:
    assert from_call(held((), said=0), catalog()) is None


def test_a_point_that_was_ticked_is_enough() -> None:
    told = from_call(held((), said=1), catalog())
    assert told is not None
    assert [point.text for point in told.said] == ["We own the delay"]
    assert len(told.unsaid) == 3
    assert told.noted == ()


def test_everything_noted_is_told_in_the_order_of_its_time() -> None:
    told = from_call(held(), catalog())
    assert told is not None
    assert told.noted == (
        Noted("3:12", "they said: We want a refund."),
        Noted("7:40", "heated"),
        Noted("8:20", "calmed it down"),
        Noted("8:30", "asked about offence"),
        Noted("10:55", "your line: a firm no"),
        Noted("12:40", "promise: Send the plan"),
        Noted("15:02", "surprise: A new head of finance"),
        Noted("16:55", "Budget closes on the 30th"),
        Noted("1:02:05", "promise"),
    )


def test_notes_that_say_little_or_name_what_is_gone_are_told_all_the_same() -> None:
    odd: tuple[Value, ...] = (
        {},
        {"kind": ["objection"], "at": 5, "of": ["never"]},
        {"kind": ["rung"], "at": 6, "of": ["never"]},
        {"kind": ["dance"], "at": "soon", "text": "x"},
    )
    assert {each.words for each in told_notes(held(odd), catalog())} == {
        "a note without words",
        "they said: something you had foreseen",
        "your line",
        "x",
    }


def test_what_was_written_right_after_is_told_with_its_days() -> None:
    answers: dict[str, Value] = {
        "ended": {"picked": ["partly"]},
        "after": {"scale": 0, "picked": ["relieved", "tired"]},
        "keep": {"text": "They want it in writing."},
        "went_well": {"text": "Nothing of this"},
    }
    made = call(CallType.COMPLAINT, answers={**ANSWERS, **answers}, lists={"promised": [{"text": "Send the plan"}]})
    due = tuple(replace(each, due="2026-12-01") for each in made.items["promised"])
    assert right_after(replace(made, items={"promised": due}), catalog()) == [
        ("You promised", "Send the plan, by 1 Dec 2026"),
        ("It ended", "partly"),
        ("You felt", "steady: 0 of 10, relieved, tired"),
        ("Not to forget", "They want it in writing."),
    ]
    assert right_after(call(CallType.COMPLAINT), catalog()) == []
