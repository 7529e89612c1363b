"""What a reflection brings back from the preparation."""

from forecall.coach.expected import Expected, expected, foreseen
from forecall.guide.question import CallType, Value
from forecall.journal.related import related_id
from tests.helpers.written import ANSWERS, LISTS, call, catalog


def beside(key: str, answers: dict[str, Value] | None = None) -> Expected | None:
    found = call(CallType.COMPLAINT, answers={**ANSWERS, **(answers or {})})
    return expected(catalog().question(key), found, catalog())


def test_feelings_and_what_they_would_want_stand_beside_how_it_was() -> None:
    assert beside("reading") == Expected(
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
