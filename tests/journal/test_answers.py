"""Operations on answers."""

import json

import pytest

from forecall.guide.question import Value
from forecall.journal import answers, calls, items
from forecall.journal.refusals import Refused
from tests.journal.desk import Desk


@pytest.fixture
def call_id(desk: Desk) -> str:
    return str(desk.do(calls.start_call, "Northwind", wall="2026-11-26T10:00", zone="Europe/Berlin"))


@pytest.mark.parametrize(
    "text",
    [
        "The report came two days late.",
        "two\nlines\ttab\r\nend ",
        "🦊👩‍👩‍👧 é e\u0301",
        "nul \x00 in it, \x07 bell",
        "line\u2028paragraph\u2029",
        "\ufeffbom \ufffe \uffff",
        '\\u0041 " \' {"text": 1}',
        "\u202eright to left",
        "x" * 100_000,
        "   ",
    ],
    ids=range(10),
)
def test_every_character_comes_back(desk: Desk, call_id: str, text: str) -> None:
    desk.do(answers.record_answer, call_id, "issue", {"text": text}, "What is it about?")
    row = desk.row("answer", call_id=call_id)
    assert json.loads(row["value"]) == {"text": text}
    assert row["wording"] == "What is it about?"


def test_half_a_character_is_refused_in_words_and_wording(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "issue", {"text": "whole"})
    before = desk.dump()
    for value, wording in (({"text": "\ud83d"}, ""), ({"picked": ["\ud83d"]}, ""), ({"text": "x"}, "\ud83d")):
        with pytest.raises(Refused, match="half of a character"):
            desk.do(answers.record_answer, call_id, "issue", value, wording)
    assert desk.dump() == before


def test_an_answer_is_one_row_however_often_it_is_typed(desk: Desk, call_id: str) -> None:
    for length in range(1, 6):
        desk.do(answers.record_answer, call_id, "issue", {"text": "words"[:length]})
    assert desk.row("answer")["value"] == '{"text":"words"}'


def test_the_same_answer_again_touches_nothing(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "issue", {"text": "x", "scale": 0}, "Why?")
    desk.do(answers.record_answer, call_id, "issue", {"scale": 0, "text": "x"}, "Why?")
    assert not desk.images.changes()


@pytest.mark.parametrize("empty", [{}, {"text": ""}, {"picked": []}, {"yes": False}, {"text": "", "picked": []}])
def test_an_empty_answer_leaves_no_row(desk: Desk, call_id: str, empty: Value) -> None:
    desk.do(answers.record_answer, call_id, "issue", empty)
    assert desk.rows("answer") == []
    desk.do(answers.record_answer, call_id, "issue", {"text": "x"})
    desk.do(answers.record_answer, call_id, "issue", empty)
    assert desk.rows("answer") == []


def test_a_zero_on_a_scale_is_an_answer(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "steady", {"scale": 0})
    assert desk.row("answer")["value"] == '{"scale":0}'


def test_a_new_wording_alone_is_kept(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "issue", {"text": "x"}, "Old?")
    desk.do(answers.record_answer, call_id, "issue", {"text": "x"}, "New?")
    assert desk.row("answer")["wording"] == "New?"


def test_the_lesson_has_its_own_table(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "lesson", {"if": "a", "then": "b"})
    assert desk.rows("answer") == []
    assert desk.row("lesson")["call_id"] == call_id


def test_whom_to_tell_is_a_promise_for_today(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "tell", {"text": "Mara"})
    promise = desk.row("item", key="tell")
    assert json.loads(promise["value"]) == {"text": "Tell Mara"}
    assert promise["due"] is not None
    assert desk.images.promises
    desk.do(items.promise_on, promise["id"], "2027-01-04")
    desk.do(answers.record_answer, call_id, "tell", {"text": "Mara and Jo"})
    changed = desk.row("item", key="tell")
    assert (changed["id"], changed["due"]) == (promise["id"], "2027-01-04")
    assert json.loads(changed["value"]) == {"text": "Tell Mara and Jo"}
    desk.do(answers.record_answer, call_id, "tell", {"text": ""})
    assert desk.rows("item") == desk.rows("answer") == []
    assert desk.images.promises
    desk.take_back()
    assert desk.row("item", key="tell") | {"seq": 0} == changed | {"seq": 0}


def test_checking_back_is_a_promise_for_its_day(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "check_back", {"date": "2026-12-10"})
    assert desk.row("item", key="check_back")["due"] == "2026-12-10"
    desk.do(answers.record_answer, call_id, "check_back", {"date": "2026-12-11"})
    assert desk.row("item", key="check_back")["due"] == "2026-12-11"
    desk.do(answers.record_answer, call_id, "check_back", {})
    assert desk.rows("item") == []


def test_an_answer_finds_its_call_and_an_emptied_one_does_not(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "issue", {"text": "Zebra", "picked": ["hidden_key"]})
    assert "Zebra" in desk.documents()[call_id]
    assert "hidden_key" not in desk.documents()[call_id]
    desk.do(answers.record_answer, call_id, "issue", {})
    assert "Zebra" not in desk.documents()[call_id]
