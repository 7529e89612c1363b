"""What a question tells about itself."""

from dataclasses import replace

from forecall.guide.question import Asked, CallType, Part, PartKind, Question

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
