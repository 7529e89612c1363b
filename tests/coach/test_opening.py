"""The neutral opening: from short answers, never from prose."""

import pytest

from forecall.coach.opening import GAP, MOST_WORDS, opening_template, short
from forecall.guide.question import CallType, Value
from tests.helpers.written import call, catalog

SHORT: dict[str, Value] = {
    "issue": {"text": "The launch moves to April"},
    "goal": {"text": "We both know the new date."},
    "facts": {"know": "The report came on Thursday.\nIt was promised for Tuesday."},
}
WORRY: dict[str, list[Value]] = {"concerns": [{"text": "their board."}]}


def opening(*types: CallType, answers: dict[str, Value] = SHORT, lists: dict[str, list[Value]] = WORRY) -> str:
    return opening_template(call(*types, answers=answers, lists=lists), catalog()).text


def test_short_answers_stand_in_it_as_they_were_written() -> None:
    said = opening(CallType.COMPLAINT)
    for words in (
        "30 minutes",
        "to end with this: We both know the new date.",
        ": their board.",
        ": The report came on Thursday.",
    ):
        assert words in said
    assert GAP not in said
    assert ".." not in said


@pytest.mark.parametrize(
    "prose",
    [
        "We want the date. And we want it in writing.",
        "Ready?\nAnd then what?",
        " ".join(["word"] * (MOST_WORDS + 1)),
        "“No.” That was all",
    ],
)
def test_prose_leaves_a_gap_for_the_person(prose: str) -> None:
    assert short(prose) == ""
    said = opening(CallType.COMPLAINT, answers={**SHORT, "goal": {"text": prose}})
    assert f"to end with this: {GAP}." in said
    assert "their board" in said


def test_twelve_words_are_short() -> None:
    assert short(" ".join(["word"] * MOST_WORDS)) != ""


def test_a_pasted_mail_is_no_list_of_facts() -> None:
    mail = "Hello Ann,\nwe waited until Friday and nobody called us back, which is not how we agreed to work together."
    assert f"What I know so far: {GAP}." in opening(CallType.COMPLAINT, answers={**SHORT, "facts": {"know": mail}})


def test_the_news_come_first() -> None:
    assert opening(CallType.BAD_NEWS).startswith("The launch moves to April. I wanted you")
    assert opening(CallType.BAD_NEWS, answers={}).startswith(f"{GAP} I wanted you")


@pytest.mark.parametrize("types", [(), *((kind,) for kind in CallType)])
def test_each_type_has_one_and_no_slot_stays_open(types: tuple[CallType, ...]) -> None:
    said = opening(*types)
    assert "{" not in said
    assert "}" not in said
    assert len(said.split()) < 90  # half a minute
    assert "minutes" in said or CallType.BAD_NEWS in types


def test_what_a_type_does_not_ask_is_not_used() -> None:
    assert "their board" not in opening(CallType.ABUSE)


def test_braces_in_an_answer_stay_braces() -> None:
    said = opening(CallType.COMPLAINT, answers={**SHORT, "goal": {"text": "{fact} and {minutes} %s"}})
    assert "with this: {fact} and {minutes} %s." in said


def test_it_is_filled_once_there_is_a_word_of_their_own() -> None:
    assert opening_template(call(CallType.COMPLAINT, answers=SHORT), catalog()).filled
    assert not opening_template(call(CallType.COMPLAINT, answers={}, lists={}), catalog()).filled
    # the news are no part of a complaint's opening
    news = {"issue": SHORT["issue"]}
    assert not opening_template(call(CallType.COMPLAINT, answers=news, lists={}), catalog()).filled
