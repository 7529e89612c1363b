"""Words are translated when they are handed out; keys and names never are."""

import pytest

from forecall.guide.question import CallType, Choice, Part, PartKind, Question, When
from forecall.guide.wording import spoken, word_fields

QUESTION = Question(
    "goal",
    "issue",
    "what end?",
    parts=(
        Part("picked", PartKind.CHOICE, label="end", choices=(Choice("open", "still open"),)),
        Part("text", PartKind.SHORT, placeholder="a line", ready="ready"),
    ),
    starters=("a start",),
    recalls=("issue",),
    asked_when=When("issue", "text", ("x",)),
    wording_for={CallType.ABUSE: "good enough?"},
    label_for={CallType.SCOPE: {"text": "words"}},
)


def test_fields_of_words_are_known_by_their_type() -> None:
    assert word_fields(Choice) == {"label"}
    assert word_fields(Part) == {"label", "placeholder", "ready", "low", "high"}
    assert {
        "wording",
        "hint",
        "why",
        "add",
        "starters",
        "wording_for",
        "hint_for",
        "label_for",
    } == word_fields(Question)


def test_only_words_are_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forecall.guide.wording._", str.upper)
    said = spoken(QUESTION)
    picked, text = said.parts
    assert (said.wording, said.starters) == ("WHAT END?", ("A START",))
    assert said.wording_for == {CallType.ABUSE: "GOOD ENOUGH?"}
    assert said.label_for == {CallType.SCOPE: {"text": "WORDS"}}
    assert (picked.label, picked.choices) == ("END", (Choice("open", "STILL OPEN"),))
    assert (text.placeholder, text.ready) == ("A LINE", "READY")
    assert (said.key, said.step, said.recalls, said.asked_when) == (
        QUESTION.key,
        QUESTION.step,
        QUESTION.recalls,
        QUESTION.asked_when,
    )


def test_without_a_translation_nothing_changes() -> None:
    assert spoken(QUESTION) == QUESTION
