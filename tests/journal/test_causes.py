"""What a cause of the premortem becomes."""

import pytest

from forecall.guide.question import Value
from forecall.journal import calls, holding, items, related
from forecall.journal.causes import turn_cause
from forecall.journal.keeping import new_id
from forecall.journal.related import related_id
from tests.journal.desk import Desk

CAUSE = "I had no figures at hand"


@pytest.fixture
def call(desk: Desk) -> str:
    """A call to think ahead about."""
    return str(desk.do(calls.start_call, "Northwind"))


def turned(desk: Desk, call: str, becomes: str, text: str = CAUSE, cause: str = "cause") -> None:
    value: Value = {"text": text, "becomes": [becomes]} if becomes else {"text": text}
    desk.do(turn_cause, call, cause, value)


def words(desk: Desk, call: str, key: str) -> list[str]:
    return [row["value"] for row in desk.rows("item", call_id=call, key=key)]


@pytest.mark.parametrize(("becomes", "key"), list(related.BECOMES.items()))
def test_a_cause_becomes_an_entry_and_says_what_it_became(desk: Desk, call: str, becomes: str, key: str) -> None:
    turned(desk, call, becomes)
    assert words(desk, call, key) == [f'{{"text":"{CAUSE}"}}']
    assert words(desk, call, "premortem") == [f'{{"becomes":["{becomes}"],"text":"{CAUSE}"}}']


def test_it_is_one_act_for_undo(desk: Desk, call: str) -> None:
    desk.do(items.write_item, call, "premortem", "cause", {"text": CAUSE})
    before = desk.dump()
    turned(desk, call, "point")
    desk.take_back()
    assert desk.dump() == before


def test_another_choice_moves_the_entry(desk: Desk, call: str) -> None:
    turned(desk, call, "point")
    turned(desk, call, "question")
    assert (words(desk, call, "points"), len(words(desk, call, "ask"))) == ([], 1)
    turned(desk, call, "")
    assert words(desk, call, "ask") == []


def test_words_of_the_persons_own_are_never_taken_away(desk: Desk, call: str) -> None:
    turned(desk, call, "answer")
    answered: Value = {"text": "Where are the figures?", "then": "Here they are."}
    desk.do(items.write_item, call, "objections", related_id("cause", "answer"), answered)
    turned(desk, call, "point")
    assert len(words(desk, call, "objections")) == 1
    assert len(words(desk, call, "points")) == 1


def test_it_is_made_once_and_not_out_of_nothing(desk: Desk, call: str) -> None:
    turned(desk, call, "point", text=" ")
    assert words(desk, call, "points") == []
    turned(desk, call, "point")
    turned(desk, call, "point", text="other words")
    assert words(desk, call, "points") == [f'{{"text":"{CAUSE}"}}']


def test_causes_stay_apart(desk: Desk, call: str) -> None:
    turned(desk, call, "point", cause=new_id())
    turned(desk, call, "point", cause=new_id())
    assert len(words(desk, call, "points")) == 2


def test_once_the_call_has_begun_a_cause_adds_nothing_to_what_they_may_say(desk: Desk, call: str) -> None:
    turned(desk, call, "answer", cause="before")
    desk.do(holding.begin_call, call)
    turned(desk, call, "answer", text="They did not believe us")
    turned(desk, call, "point", cause="before")
    assert words(desk, call, "objections") == [f'{{"text":"{CAUSE}"}}']
    assert words(desk, call, "points") == [f'{{"text":"{CAUSE}"}}']
