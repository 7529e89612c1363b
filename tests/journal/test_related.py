"""Entries that follow from something else."""

from dataclasses import replace

import pytest

from forecall.guide.question import CallType
from forecall.journal.records import ItemRecord
from forecall.journal.related import assumptions, id_of_question, is_asked_about, question_about, related_id
from tests.helpers.written import call


def test_a_related_key_follows_from_where_it_comes_from() -> None:
    assert related_id("a", "point") == related_id("a", "point")
    assert len({related_id("a", "point"), related_id("a", "question"), related_id("b", "point")}) == 3


def test_each_line_is_one_assumption() -> None:
    assert assumptions("- They knew the date.\n\n  They knew the date.\n• Nobody asked Ann") == [
        "They knew the date.",
        "Nobody asked Ann",
    ]


@pytest.mark.parametrize("same", ["they knew  the date", "They knew the date.", "They knew the date?"])
def test_the_question_about_an_assumption_is_found_whatever_its_dots_and_case(same: str) -> None:
    assert id_of_question("call", same) == id_of_question("call", "They knew the date")
    assert id_of_question("other call", same) != id_of_question("call", same)


def test_an_assumption_is_found_by_its_key_and_in_a_copy_by_its_words() -> None:
    line = "They knew the date"
    bare = call(CallType.COMPLAINT, lists={})
    assert not is_asked_about(bare, line)
    entry = ItemRecord("other", "call-1", "ask", 0, {"text": "is it so: they knew the date? "})
    assert is_asked_about(replace(bare, items={"ask": (entry,)}), line)
    made = replace(entry, id=id_of_question("call-1", line), value={"text": "Who told you of the date?"})
    assert is_asked_about(replace(bare, items={"ask": (made,)}), line)
    assert not is_asked_about(replace(bare, items={"ask": (replace(made, id="other"),)}), line)


def test_an_assumption_is_asked_and_a_reading_is_checked() -> None:
    assert question_about("They knew the date.", [CallType.COMPLAINT]) == "Is it so: They knew the date?"
    reading = question_about("Friday means noon", [CallType.MISUNDERSTANDING])
    assert reading == "Do we both read it so: Friday means noon?"
