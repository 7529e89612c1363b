"""Rules that hold are read; one that does not is named with its file and its fault, and the others work."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from forecall.coach.tone_rules import LONG_BREATH, Category, read_rules
from forecall.guide.blocks import ResourceFault
from tests.conftest import RESOURCES

RULE = """
[[rule]]
id = "sharp"
category = "aggression"
pattern = 'be @silent'
rewrite = "may I finish"
matches = ["Be silent."]
spares = ["Be calm."]
"""
ENGLISH = tomllib.loads((RESOURCES / "tone" / "en.toml").read_text("utf-8"))


def head(**more: str) -> str:
    about = {f"categories.{one}": 'says = "is sharp"\nwhy = "Because."\nteaches = ["000-04"]' for one in Category}
    tables = {"words": 'silent = ["silent", "still"]', **about, **more}
    return 'abbreviations = ["mr"]\n' + "".join(f"[{name}]\n{lines}\n" for name, lines in tables.items())


BREATH = """
[breath]
words = 3
pauses = ';'
cuts = [', ()']
matches = ["one two three four"]
spares = ["one two three"]
"""


@pytest.fixture
def folder(tmp_path: Path, resources: Path) -> Path:
    (tmp_path / "tone").mkdir()
    (tmp_path / "guide").symlink_to(resources / "guide")
    return tmp_path


def read(folder: Path, text: str) -> Any:
    (folder / "tone" / "xx.toml").write_text(text, encoding="utf-8")
    return read_rules(folder, "xx")


def test_a_file_that_holds(folder: Path) -> None:
    found = read(folder, head() + RULE + BREATH)
    assert found.faults == ()
    assert [rule.id for rule in found.rules] == ["sharp", LONG_BREATH]
    assert found.abbreviations == {"mr"}
    assert found.about[Category.JARGON].says == "is sharp"
    assert found.rules[0].why == "Because."
    assert found.rules[0].source == "Rise: keeping your composure with difficult clients"


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("rewrite", "rewrit", "“rewrit” is not known here."),
        ('id = "sharp"\n', "", "“id” is missing."),
        ("'be @silent'", "'be (silent'", "it is not a pattern that runs in linear time (missing ): be (silent)."),
        ("'be @silent'", r"'(be)\1'", r"it is not a pattern that runs in linear time (invalid escape sequence: \1)."),
        ("@silent", "@quiet", "no word is called “@quiet”."),
        ('["Be silent."]', "[]", "it needs examples that match, and examples that it spares."),
        ('["Be calm."]', "[]", "it needs examples that match, and examples that it spares."),
        ("Be silent.", "Be loud.", "it should match “Be loud.”."),
        ("Be calm.", "Be still.", "it should spare “Be still.”."),
        ("may I finish", "may I {1}", "the pattern has no group 1."),
        ('rewrite = "may I finish"\n', "", "a pattern needs a rewrite, and terms bring their own."),
        ("pattern = 'be @silent'\n", "", "it needs either a pattern or terms."),
        ("pattern =", "teaches = ['000-99']\npattern =", "“000-99” is not in inventory.toml."),
        ("pattern =", "teaches = ['000-01', '000-02', '000-03', '000-04']\npattern =", "more than three techniques."),
        ("pattern =", "unless = '(?=x)'\npattern =", "linear time (invalid perl operator: (?=)."),
        ("pattern =", "takes = 'all'\npattern =", "“all” is not one of words, rest, clause, sentence."),
        ("pattern =", "terms = { a = 'b' }\npattern =", "it needs either a pattern or terms."),
        ('"aggression"', '"rudeness"', "“rudeness” is not one of accusation, absolutes,"),
    ],
)  # fmt: skip
def test_a_rule_that_does_not_hold_is_left_out(folder: Path, was: str, becomes: str, told: str) -> None:
    sound = RULE.replace('"sharp"', '"sound"')
    found = read(folder, head() + RULE.replace(was, becomes) + sound + BREATH)
    assert [rule.id for rule in found.rules] == ["sound", LONG_BREATH]
    (fault,) = found.faults
    assert fault.startswith("xx.toml, rule “" + ("1" if was.startswith("id") else "sharp"))
    assert told in fault


def test_two_rules_with_one_id(folder: Path) -> None:
    found = read(folder, head() + RULE + RULE + BREATH)
    assert found.faults == ("xx.toml, rule “sharp”: another rule has the same id.",)
    assert len(found.rules) == 2


def test_terms_bring_their_own_rewrites(folder: Path) -> None:
    rule = RULE.replace("pattern = 'be @silent'\nrewrite = \"may I finish\"\n", "")
    found = read(folder, head() + rule + "[rule.terms]\n'be @silent' = \"stop\"\n" + BREATH)
    assert found.faults == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            head().replace("[categories.jargon]", "[categories.slang]"),
            "xx.toml, categories: “slang” is not known here.",
        ),
        (head().replace('why = "Because."', "", 1), "xx.toml, categories, accusation: “why” is missing."),
        (head().replace("000-04", "000-99", 1), "xx.toml, categories, accusation: “000-99” is not in inventory.toml."),
        (head(words='a = ["@b"]'), "xx.toml, words: no word is called “@b”."),
        ("[categories", "xx.toml: it is not valid TOML"),
        ("", "xx.toml, categories, accusation: a table was expected."),
    ],
)
def test_a_file_that_cannot_be_used(folder: Path, text: str, told: str) -> None:
    with pytest.raises(ResourceFault) as refused:
        read(folder, text + RULE)
    assert str(refused.value).startswith(told)


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("words = 3\n", "", "xx.toml, breath: “words” is missing."),
        ("';'", "'('", "xx.toml, breath: it is not a pattern that runs in linear time (missing ): ()."),
        ("one two three four", "one", "xx.toml, breath: it should match “one”."),
        (BREATH, "", "xx.toml, breath: a table was expected."),
    ],
)
def test_a_breath_that_does_not_hold(folder: Path, was: str, becomes: str, told: str) -> None:
    found = read(folder, head() + RULE + BREATH.replace(was, becomes))
    assert found.faults == (told,)
    assert [rule.id for rule in found.rules] == ["sharp"]


def test_what_nothing_asks_for_is_named(folder: Path) -> None:
    found = read(folder, head(rules="a = 1") + RULE + BREATH)
    assert found.faults == ("xx.toml: “rules” is not known here.",)


# The rules as they are


def test_the_english_rules_all_hold(resources: Path) -> None:
    found = read_rules(resources, "en")
    assert found.faults == ()
    assert len(found.rules) == len(ENGLISH["rule"]) + 1
    assert {rule.category for rule in found.rules} == set(Category)


def test_each_rule_says_why_and_where_from(resources: Path) -> None:
    for rule in read_rules(resources, "en").rules:
        assert rule.why.endswith("."), rule.id
        assert rule.source, rule.id


@pytest.mark.parametrize("rule", ENGLISH["rule"], ids=lambda rule: str(rule["id"]))
def test_what_is_offered_is_calm(rule: dict[str, Any]) -> None:
    for text in (rule.get("rewrite", ""), rule.get("why", ""), *rule.get("terms", {}).values()):
        assert "!" not in text
        assert not text.startswith(("must", "you "))
