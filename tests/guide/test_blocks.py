"""A record is built from a table only when every key and value fits."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from forecall.guide.blocks import ResourceFault, build, read_toml
from forecall.guide.question import CallType, Choice, Part, PartKind, When


@dataclass(frozen=True)
class Thing:
    name: str
    size: int = 0
    when: When | None = None
    labels: Mapping[CallType, Mapping[str, str]] | None = None


def test_keys_and_values_become_fields() -> None:
    table = {"name": "a", "size": 3, "when": {"question": "q", "part": "p", "any_of": ["x"]}}
    assert build(Thing, table, "here") == Thing("a", 3, When("q", "p", ("x",)))


def test_enumerations_and_nested_tables_are_built() -> None:
    made = build(Thing, {"name": "a", "labels": {"scope": {"text": "Words"}}}, "here")
    assert made.labels == {CallType.SCOPE: {"text": "Words"}}


def test_choices_may_be_written_short() -> None:
    made = build(Part, {"name": "p", "kind": "choice", "choices": {"yes": "Yes", "no": "No"}}, "here")
    assert made == Part("p", PartKind.CHOICE, choices=(Choice("yes", "Yes"), Choice("no", "No")))


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ({}, "here: “name” is missing."),
        ({"name": "a", "colour": "red"}, "here: “colour” is not known here."),
        ({"name": True}, "here, name: text in quotes was expected."),
        ({"name": "a", "size": True}, "here, size: a whole number was expected."),
        ({"name": "a", "size": 1.5}, "here, size: a whole number was expected."),
        ({"name": "a", "when": {"question": "q", "part": "p"}}, "here, when: “any_of” is missing."),
        ({"name": "a", "labels": {"scope": "x"}}, "here, labels scope: a table was expected."),
        (["name"], "here: a table was expected."),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence(table: object, sentence: str) -> None:
    with pytest.raises(ResourceFault) as found:
        build(Thing, table, "here")
    assert str(found.value) == sentence


def test_the_first_missing_key_is_always_the_same() -> None:
    with pytest.raises(ResourceFault, match="“any_of” is missing"):
        build(When, {}, "here")


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "some.toml"
    file.write_text('a = "1"\nb = ?\n', encoding="utf-8")
    with pytest.raises(ResourceFault, match=r"^some\.toml: it is not valid TOML \(.*line 2.*\)\.$"):
        read_toml(file)
