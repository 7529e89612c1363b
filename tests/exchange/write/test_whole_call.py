"""Everything written about one call is in its document."""

from forecall.exchange.write.whole_call import build_whole_call
from forecall.guide.question import CallType, Value
from forecall.journal.records import AnswerRecord
from tests.helpers.written import ANSWERS, LISTS, call, catalog, lesson


def lines(**given: object) -> dict[str, tuple[str, ...]]:
    found = build_whole_call(call(CallType.COMPLAINT, **given), catalog())  # type: ignore[arg-type]
    return {told.question: told.lines for part in found.parts for told in part.told}


def test_no_word_is_left_out() -> None:
    told = "\n".join(line for found in lines().values() for line in found)
    answers = [*ANSWERS.values(), *(each for listed in LISTS.values() for each in listed)]
    words = [part for value in answers for name, part in value.items() if isinstance(part, str) and " " in part]
    assert words
    assert [text for text in words if text not in told] == []


def test_picks_and_scales_are_told_in_words() -> None:
    found = lines()
    assert found["How steady do you feel?"] == ("6 of 10",)
    assert found["What makes this hard?"] == ("deadline",)
    assert found["What could set you off, and what then?"] == ("If they raise their voice", "I slow mine")


def test_what_came_of_a_promise_is_told_with_it() -> None:
    found = lines(
        answers={"check_back": {"date": "2026-12-01"}},
        lists={
            "promised": [{"text": "Send the plan", "result": "They signed"}],
            "check_back": [{"text": "Ask whether they are content", "result": "They are"}],
        },
    )
    assert found["What did you promise, by when?"] == ("Send the plan – what came of it: They signed",)
    assert found["When will you ask whether they are content?"] == ("1 Dec 2026", "what came of it: They are")


def test_questions_that_are_not_known_are_kept() -> None:
    answers: dict[str, Value] = {"from_the_future": {"text": "Kept", "more": True}}
    assert lines(answers=answers, lists={"new_list": [{"text": "Entry", "by": "them"}]}) == {
        "from_the_future": ("Kept", "yes"),
        "new_list": ("Entry – them",),
    }


def test_the_wording_is_the_one_that_was_shown() -> None:
    made = call(answers={}, lists={})
    made.answers["issue"] = AnswerRecord("issue", {"text": "Late"}, "What went wrong back then?")
    told = build_whole_call(made, catalog()).parts[0].told[0]
    assert (told.question, told.lines) == ("What went wrong back then?", ("Late",))


def test_a_lesson_is_one_sentence() -> None:
    from dataclasses import replace

    found = build_whole_call(replace(call(answers={}, lists={}), lesson=lesson(1)), catalog())
    assert found.parts[0].told[0].lines[0].startswith("If a date slips")
