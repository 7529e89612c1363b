"""Operations on lessons."""

import json
from typing import Any

import pytest

from forecall.journal import answers, calls, lessons
from forecall.journal.refusals import Refused
from tests.journal.desk import Desk

PLAN = {"if": "A date slips", "then": "I say it first", "why": "It was late", "skill": ["communication"]}


@pytest.fixture
def call_id(desk: Desk) -> str:
    return str(desk.do(calls.start_call, "Northwind", types=["complaint", "scope"]))


def test_a_lesson_knows_its_call_and_types(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "lesson", PLAN)
    row = desk.row("lesson")
    assert [row[name] for name in ("if_text", "then_text", "why", "skill", "types")] == [
        "A date slips",
        "I say it first",
        "It was late",
        "communication",
        "complaint,scope",
    ]
    assert desk.images.changes().lessons == {row["id"]}
    assert "A date slips" in desk.documents()[call_id]


def test_typing_on_keeps_one_lesson_and_its_reason(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "lesson", PLAN)
    desk.do(answers.record_answer, call_id, "lesson", {"if": "A date may slip", "then": "I say it"})
    row = desk.row("lesson")
    assert (row["if_text"], row["why"], row["skill"]) == ("A date may slip", "It was late", "")


def test_an_emptied_lesson_is_taken_back_and_undone(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "lesson", PLAN)
    before = desk.dump()
    desk.do(answers.record_answer, call_id, "lesson", {"if": "", "skill": ["communication"]})
    assert desk.row("lesson")["deleted_at"] is not None
    assert "A date slips" not in desk.documents()[call_id]
    desk.take_back()
    assert desk.dump() == before
    assert "A date slips" in desk.documents()[call_id]


def test_an_empty_lesson_makes_none(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "lesson", {})
    assert desk.rows("lesson") == []


def test_a_lesson_may_come_from_no_call(desk: Desk) -> None:
    lesson_id = desk.do(lessons.write_lesson, None, PLAN | {"types": ["abuse"]})
    row = desk.row("lesson", id=lesson_id)
    assert (row["call_id"], row["types"]) == (None, "abuse")
    desk.do(lessons.write_lesson, lesson_id, {"if": "x", "then": "y"})
    assert desk.row("lesson")["then_text"] == "y"


def test_using_a_lesson_makes_a_point_and_counts(desk: Desk, call_id: str) -> None:
    lesson_id = desk.do(lessons.write_lesson, None, PLAN)
    desk.do(lessons.use_lesson, lesson_id, call_id)
    assert desk.row("lesson")["used"] == 1
    assert json.loads(desk.row("item")["value"]) == {"text": "I say it first", "lesson": [lesson_id]}
    changes = desk.images.changes()
    assert (set(changes.lessons), set(changes.calls)) == ({lesson_id}, {call_id})
    desk.take_back()
    assert desk.row("lesson")["used"] == 0
    assert desk.rows("item") == []


def test_using_a_lesson_on_a_call_that_is_gone_counts_nothing(desk: Desk) -> None:
    lesson_id = desk.do(lessons.write_lesson, None, PLAN)
    with pytest.raises(Refused):
        desk.do(lessons.use_lesson, lesson_id, "nowhere")
    assert desk.row("lesson")["used"] == 0


def test_help_archive_and_deletion(desk: Desk) -> None:
    lesson_id = desk.do(lessons.write_lesson, None, PLAN)
    desk.do(lessons.count_help, lesson_id)
    desk.do(lessons.archive_lesson, lesson_id)
    assert desk.row("lesson")["helped"] == 1
    assert desk.row("lesson")["archived_at"] is not None
    desk.do(lessons.archive_lesson, lesson_id, False)
    assert desk.row("lesson")["archived_at"] is None
    desk.do(lessons.delete_lesson, lesson_id)
    assert desk.row("lesson")["deleted_at"] is not None


def test_a_lesson_outlives_its_call(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "lesson", PLAN)
    desk.do(calls.mark_call, call_id, "deleted")
    assert desk.row("lesson")["deleted_at"] is None


@pytest.mark.parametrize(
    "value", [{"if": "\ud800"}, {"then": "\ud800"}, {"why": "\ud800"}, {"if": "x", "skill": ["\ud800"]}]
)
def test_half_a_character_is_refused(desk: Desk, call_id: str, value: Any) -> None:
    for act in (
        lambda: desk.do(lessons.write_lesson, None, value),
        lambda: desk.do(answers.record_answer, call_id, "lesson", value),
    ):
        with pytest.raises(Refused):
            act()
    assert desk.rows("lesson") == []


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        (lessons.write_lesson, ({"if": "x"},)),
        (lessons.use_lesson, ("nowhere",)),
        (lessons.count_help, ()),
        (lessons.archive_lesson, ()),
        (lessons.delete_lesson, ()),
    ],
)
def test_a_lesson_that_is_not_there_is_refused(desk: Desk, verb: Any, args: Any) -> None:
    with pytest.raises(Refused):
        desk.do(verb, "nowhere", *args)
