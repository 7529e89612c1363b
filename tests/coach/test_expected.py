"""What a reflection brings back from the preparation."""

from dataclasses import replace

import pytest

from forecall.coach.expected import Expected, as_kept, expected, forecasts, foreseen
from forecall.guide.question import CallType, Value
from forecall.journal.records import CallRecord, LockRecord
from forecall.journal.related import related_id
from tests.helpers.written import ANSWERS, LISTS, call, catalog


def beside(key: str, answers: dict[str, Value] | None = None) -> Expected | None:
    found = call(CallType.COMPLAINT, answers={**ANSWERS, **(answers or {})})
    return expected(catalog().question(key), found, catalog())


def test_feelings_and_what_they_would_want_stand_beside_how_it_was_once_that_is_said() -> None:
    assert beside("reading") is None
    assert beside("reading", {"reading": {"picked": ["tired"]}}) == Expected(
        "You expected",
        (
            ("They would feel", "let down"),
            ("Because", "in front of their own board"),
            ("They would want", "A date that holds"),
        ),
    )


def test_the_floor_stands_above_what_was_given() -> None:
    found = beside("settled")
    assert found is not None
    assert found.lines[-1] == ("You stop at", "15 %")
    assert ("You may give", "10 % on two months") in found.lines


def test_all_lines_stand_beside_the_limit_that_was_used() -> None:
    found = beside("limits")
    assert found is not None
    assert [words for _label, words in found.lines] == [
        "I want to solve this with you.",
        "Unfortunately, I can't accommodate that at the moment.",
        "I am glad to go on with this, and I need us to speak to each other with respect.",
        "I am going to end the call here. We can go on when it is calmer. Goodbye.",
        "the third insult",
    ]


def test_a_guess_is_shown_only_after_the_answer() -> None:
    assert beside("ended") is None
    assert beside("after") is None
    assert beside("ended", {"ended": {"picked": ["agreed"]}}) == Expected(
        "You expected", (("", "partly, fairly sure"),)
    )
    assert beside("after", {"after": {"scale": 3}}) == Expected("Before the call", (("", "6 of 10"),))


def test_nothing_written_brings_nothing_back() -> None:
    bare = call(CallType.COMPLAINT, answers={"ended": {"picked": ["open"]}}, lists={})
    for key in ("reading", "settled", "limits", "ended"):
        assert expected(catalog().question(key), bare, catalog()) is None
    assert foreseen(catalog().question("objections_met"), bare) == []
    assert foreseen(catalog().question("went_well"), call(CallType.COMPLAINT)) == []


def test_what_was_foreseen_is_there_once() -> None:
    question = catalog().question("objections_met")
    rows = foreseen(question, call(CallType.COMPLAINT))
    assert [value["text"] for _id, value in rows] == [entry["text"] for entry in LISTS["objections"]]
    assert rows[0][0] == related_id("objections-0", "objections_met")
    met: Value = {"text": "we want a REFUND. ", "came": ["came"]}
    left = foreseen(question, call(CallType.COMPLAINT, lists={**LISTS, "objections_met": [met]}))
    assert [value["text"] for _id, value in left] == [
        entry["text"] for entry in LISTS["objections"] if "refund" not in str(entry["text"])
    ]


def locked(answers: dict[str, Value], **then: object) -> CallRecord:
    """A call of which something else was foreseen when it began than stands there now."""
    found = call(CallType.COMPLAINT, answers={**ANSWERS, **answers})
    return replace(found, locks=(LockRecord("2026-11-26T09:02:00Z", None, then),))


def test_what_was_foreseen_is_told_as_it_was_when_the_call_began() -> None:
    then = locked({"ended": {"picked": ["agreed"]}}, forecast={"ending": ["open"], "sure": ["guess"]})
    assert expected(catalog().question("ended"), then, catalog()) == Expected("You expected", (("", "open, guessing"),))
    later = locked({"reading": {"text": "Fair"}}, feelings={"picked": ["tired"]})
    assert expected(catalog().question("reading"), later, catalog()) == Expected(
        "You expected", (("They would feel", "tired"),)
    )


def test_a_lock_that_was_opened_again_does_not_count() -> None:
    then = replace(
        call(CallType.COMPLAINT, answers={**ANSWERS, "ended": {"picked": ["agreed"]}}),
        locks=(LockRecord("2026-11-26T08:00:00Z", "2026-11-26T08:01:00Z", {"forecast": {"ending": ["open"]}}),),
    )
    assert expected(catalog().question("ended"), then, catalog()) == Expected(
        "You expected", (("", "partly, fairly sure"),)
    )


@pytest.mark.parametrize("held", [{}, {"forecast": "nonsense"}, {"objections": {"a": 1}}, {"objections": [3, None]}])
def test_a_lock_that_holds_nothing_that_can_be_read_shows_nothing(held: dict[str, object]) -> None:
    then = locked({"ended": {"picked": ["agreed"]}}, **held)
    assert expected(catalog().question("ended"), then, catalog()) is None
    assert as_kept(catalog().question("objections"), then) == []


def test_a_lock_that_holds_no_answers_at_all_shows_nothing() -> None:
    odd = LockRecord("2026-11-26T09:02:00Z", None, [])  # type: ignore[arg-type]
    then = replace(call(CallType.COMPLAINT, answers={**ANSWERS, "ended": {"picked": ["agreed"]}}), locks=(odd,))
    assert expected(catalog().question("ended"), then, catalog()) is None
    assert forecasts(then, catalog()) == [(odd, "")]


def test_what_is_kept_reads_as_it_was_asked() -> None:
    plain = call(CallType.COMPLAINT)
    assert as_kept(catalog().question("forecast"), plain) == [("It will end", "partly"), ("You are", "fairly sure")]
    assert as_kept(catalog().question("objections"), plain)[0] == (
        "I want your boss. · unlikely",
        "I will arrange it for today.",
    )


def test_the_plan_for_an_objection_waits_until_it_is_said_whether_it_came() -> None:
    question = catalog().question("objections_met")
    untold: Value = {"text": "We want a refund."}
    assert expected(question, call(CallType.COMPLAINT, lists={**LISTS, "objections_met": [untold]}), catalog()) is None
    told: Value = {**untold, "came": ["came"]}
    found = call(CallType.COMPLAINT, lists={**LISTS, "objections_met": [told, {"text": "New", "came": ["surprise"]}]})
    assert expected(question, found, catalog()) == Expected(
        "You had thought of", (("We want a refund. · possible", "Two months at ten percent."),)
    )
