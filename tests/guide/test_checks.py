"""A question must make sense as a whole, and beside the ones before it."""

from dataclasses import replace

import pytest

from forecall.guide.blocks import ResourceFault
from forecall.guide.checks import QuestionCheck, check_known, check_teaches
from forecall.guide.question import CallType, Choice, Part, PartKind, Question, Shape, When

TEXT = Part("text", PartKind.LONG)
PICK = Part("picked", PartKind.CHOICE, choices=(Choice("a", "A"), Choice("b", "B")))
FIRST = Question("first", "one", "First?", parts=(TEXT, PICK), quick={"any": 10})
OTHER = Question("other", "one", "Other?", parts=(TEXT,))


@pytest.fixture
def check() -> QuestionCheck:
    made = QuestionCheck({"x-1", "x-2", "x-3", "x-4"})
    made.begin({"one"})
    made.accept(FIRST, "there")
    return made


def test_a_sound_question_is_taken_in(check: QuestionCheck) -> None:
    check.accept(OTHER, "here")
    assert list(check.seen) == ["first", "other"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"key": "first"}, "another question has the same key"),
        ({"step": "two"}, "no step is called “two”"),
        ({"parts": ()}, "a question has parts, unless its shape is “none”"),
        ({"shape": Shape.NONE}, "a question has parts, unless its shape is “none”"),
        ({"parts": (TEXT, TEXT)}, "two parts have the same name"),
        (
            {"parts": (replace(TEXT, choices=PICK.choices),)},
            "“text” needs choices exactly when it is a picker",
        ),
        ({"parts": (replace(PICK, choices=()),)}, "“picked” needs choices exactly when it is a picker"),
        ({"parts": (replace(PICK, choices=PICK.choices * 2),)}, "“picked” has the same choice twice"),
        ({"parts": (replace(TEXT, under="above"),)}, "there is no part “above” to stand under"),
        ({"parts": (replace(TEXT, under="text"),)}, "there is no part “text” to stand under"),
        ({"label_for": {CallType.SCOPE: {"txt": "Words"}}}, "there is no part “txt” to label"),
        ({"first_part_for": {CallType.SCOPE: "txt"}}, "there is no part “txt” to begin with"),
        ({"teaches": ("x-9",)}, "“x-9” is not in inventory.toml"),
        ({"teaches": ("x-1", "x-2", "x-3", "x-4")}, "it names more than three techniques"),
        ({"recalls": ("later",)}, "no question is called “later”"),
        ({"needs": "later"}, "no question is called “later”"),
        ({"suggests_from": "later"}, "no question is called “later”"),
        ({"asked_when": When("later", "picked", ("a",))}, "no question is called “later”"),
        ({"asked_when": When("first", "chosen", ("a",))}, "“first” has no part “chosen”"),
        ({"asked_when": When("first", "picked", ("c",))}, "“c” cannot be picked there"),
        ({"quick": {"often": 1}}, "“often” is not a call type"),
        ({"quick": {"any": 10}}, "it has the same place in the short set as “first”"),
        ({"quick": {"scope": 10}}, "it has the same place in the short set as “first”"),
    ],
)
def test_what_makes_no_sense_is_refused(check: QuestionCheck, changed: dict, sentence: str) -> None:
    with pytest.raises(ResourceFault) as found:
        check.accept(replace(OTHER, **changed), "here")
    assert str(found.value) == f"here: {sentence}."
    assert list(check.seen) == ["first"]


def test_one_place_may_be_shared_by_questions_of_different_types(check: QuestionCheck) -> None:
    scope = frozenset({CallType.SCOPE})
    check.accept(replace(OTHER, key="a", quick={"scope": 20}), "here")
    check.accept(replace(OTHER, key="b", quick={"abuse": 20}), "here")
    with pytest.raises(ResourceFault):
        check.accept(replace(OTHER, key="c", quick={"any": 20}, types=scope), "here")


def test_another_worksheet_has_places_of_its_own(check: QuestionCheck) -> None:
    check.begin({"one"})
    check.accept(replace(OTHER, quick={"any": 10}), "here")


def test_names_are_looked_up() -> None:
    check_teaches(["x-1"], {"x-1"}, "here")
    check_known(["a"], {"a"}, "here")
    with pytest.raises(ResourceFault, match="no question is called “b”"):
        check_known(["b"], {"a"}, "here")
