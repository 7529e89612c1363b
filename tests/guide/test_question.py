"""What a question tells about itself."""

from dataclasses import replace

import pytest

from forecall.guide.catalog import Catalog
from forecall.guide.question import Asked, CallType, PaceKind, Part, PartKind, Question, Shape

THEY = Part("text", PartKind.SHORT)
YOU = Part("then", PartKind.SHORT)
QUESTION = Question("objections", "approach", "What may they say?", parts=(THEY, YOU))


def test_a_question_is_for_every_type_unless_it_says_otherwise() -> None:
    assert QUESTION.types == frozenset(CallType)


def test_the_parts_that_are_said() -> None:
    assert QUESTION.said_parts == ()
    assert replace(QUESTION, said=True).said_parts == ("text", "then")
    some = replace(QUESTION, said=True, parts=(THEY, replace(YOU, said=True)))
    assert some.said_parts == ("then",)


def test_an_asked_question_has_its_key() -> None:
    assert Asked(QUESTION, "What?", "", QUESTION.parts).key == "objections"


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("issue", PaceKind.LONG),
        ("goal", PaceKind.SHORT),
        ("points", PaceKind.LIST),
        ("objections", PaceKind.PAIRS),
        ("own_up", PaceKind.COLUMNS),
        ("facts", PaceKind.COLUMNS),
        ("hard", PaceKind.PICKER),
        ("feelings", PaceKind.PICKER_AND_WORDS),
        ("steady", PaceKind.SCALE),
        ("ladder", PaceKind.READ),
        ("reset", PaceKind.SETTLE),
    ],
)
def test_the_kind_of_its_pace(catalog: Catalog, key: str, kind: PaceKind) -> None:
    assert catalog.questions[key].pace_kind is kind


def test_every_question_has_a_kind(catalog: Catalog) -> None:
    assert {question.pace_kind for question in catalog.questions.values()} <= set(catalog.paces)


def test_something_to_do_costs_no_writing() -> None:
    assert Question("walk", "one", "Walk.", shape=Shape.NONE).pace_kind is PaceKind.SETTLE
