"""*Last time* in words."""

from dataclasses import replace

import pytest

from forecall.coach.last_time import LastTime
from forecall.journal.records import AnswerRecord, CallRecord, ItemRecord, LessonRecord, PromiseRecord
from forecall.ui.last_time_lines import ended_words, last_time_lines, last_time_title
from tests.ui.test_call_words import CALL as PLANNED

ZONE = "Europe/Berlin"
HEAD = replace(PLANNED, title="Late report")
NOTHING = LastTime(call=None, promises=(), known="", lesson=None)
LESSON = LessonRecord(id="l1", call_id="0", if_text="a date slips", then_text="say it first")
CALL = CallRecord(head=HEAD)


def words(past: LastTime, call: CallRecord = CALL) -> list[str]:
    return [text for text, _role in last_time_lines(past, call, ZONE)[0]]


def test_nothing_is_said_where_there_is_nothing() -> None:
    assert last_time_lines(None, CALL, ZONE) == ([], False)
    assert last_time_lines(NOTHING, CALL, ZONE) == ([], False)
    assert last_time_lines(replace(NOTHING, known="Likes numbers"), None, ZONE) == ([], False)


def test_how_it_ended_and_what_was_agreed() -> None:
    agreed = ItemRecord("i", "0", "settled", 0, {"text": "The twelfth."})
    head = replace(HEAD, ended="partly", held_at="2020-11-26T09:00:00Z")
    ended = {"ended": AnswerRecord("ended", {"picked": ["partly"]})}
    past = CallRecord(head=head, answers=ended, items={"settled": (agreed,)})
    (line,) = words(replace(NOTHING, call=past))
    assert line.startswith("Late report, 26 Nov 2020.")
    assert line.endswith("It ended partly agreed. Agreed: The twelfth.")


def test_promises_with_and_without_a_day() -> None:
    promises = (
        PromiseRecord("p1", "0", "c", "Northwind", "Send the plan", None, None),
        PromiseRecord("p2", "0", "c", "Northwind", "Call back", "2020-01-05", None),
    )
    assert words(replace(NOTHING, promises=promises)) == [
        "You promised: Send the plan",
        "You promised: Call back – by 5 Jan 2020",
    ]


def test_without_an_earlier_call_there_was_no_last_time() -> None:
    assert last_time_title(replace(NOTHING, lesson=LESSON), "Ghost") == "Worth remembering"
    assert last_time_title(None, "Ghost") == "Worth remembering"
    assert last_time_title(replace(NOTHING, call=CALL), "Northwind") == "Last time with Northwind"


def test_a_lesson_can_be_used_once() -> None:
    past = replace(NOTHING, known="Likes numbers", lesson=LESSON)
    assert words(past) == ["Likes numbers", "If a date slips, I will say it first."]
    assert last_time_lines(past, CALL, ZONE)[1]
    used = ItemRecord("i", "1", "points", 0, {"text": "say it first", "lesson": ["l1"]})
    assert not last_time_lines(past, CallRecord(head=HEAD, items={"points": (used,)}), ZONE)[1]


@pytest.mark.parametrize("key", ["agreed", "partly", "open", "they_ended", "you_ended"])
def test_each_end_has_a_sentence(key: str) -> None:
    assert ended_words(key).endswith(".")


def test_an_end_nobody_knows_has_none() -> None:
    assert ended_words("") == ended_words("odd") == ""
