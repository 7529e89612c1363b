"""When a cause becomes something else."""

import pytest

from forecall.guide.question import CallType, Value
from forecall.ui.causes import Causes, became_words
from tests.helpers.written import call

PICKED: Value = {"text": "No figures at hand", "becomes": ["point"]}


def test_a_pick_is_a_turn_and_typing_on_is_not() -> None:
    causes = Causes()
    assert not causes.turned("a", {"text": "No figures"})
    assert causes.turned("a", PICKED)
    assert not causes.turned("a", {**PICKED, "text": "No figures at all"})
    assert causes.turned("a", {"text": "No figures at all"})


def test_what_the_journal_holds_is_known() -> None:
    causes = Causes()
    causes.learn(call(CallType.COMPLAINT, lists={"premortem": [PICKED]}))
    assert not causes.turned("premortem-0", PICKED)


def test_words_that_come_after_the_pick_turn_it() -> None:
    causes = Causes()
    assert causes.turned("a", {"becomes": ["point"]})
    assert causes.turned("a", PICKED)


@pytest.mark.parametrize(
    ("becomes", "words"), [("question", "questions"), ("point", "points"), ("answer", "answer"), ("", "cause")]
)
def test_it_is_said(becomes: str, words: str) -> None:
    assert words in became_words({"text": "x", "becomes": [becomes]} if becomes else {"text": "x"})
