"""Translators get every word of the guide, and nothing that is not a word."""

from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract as babel_extract

from forecall.guide.catalog import Catalog
from forecall.guide.extract import extract

QUESTION = """
title = "Prepare"
least_under = 5

[[step]]
key = "one"
title = "Step one"

[[question]]
key = "issue"
step = "one"
wording = "What is it?"
hint = 'Say "it".'
types = ["scope"]
starters = ["A start"]
parts = [
    { name = "text", kind = "choice", label = "It is", choices = { a = "This", b = "That" } },
    { name = "more", kind = "choice", choices = "ending" },
    { name = "last", kind = "choice", choices = [{ key = "c", label = "Third" }] },
]
wording_for = { scope = "What more?" }
teaches = ["x-1"]
"""


def found(text: str) -> list[tuple[int, str]]:
    return [(line, words) for line, _name, words, _comments in extract(BytesIO(text.encode()), (), (), {})]


def test_words_are_found_with_their_lines() -> None:
    assert found(QUESTION) == [
        (2, "Prepare"),
        (7, "Step one"),
        (12, "What is it?"),
        (13, 'Say "it".'),
        (15, "A start"),
        (17, "It is"),
        (17, "This"),
        (17, "That"),
        (19, "Third"),
        (21, "What more?"),
    ]


def test_shared_choices_are_found_in_the_order_of_the_file() -> None:
    assert found('[choices.ending]\nagreed = "agreed"\nopen = "still open"') == [
        (2, "agreed"),
        (3, "still open"),
    ]


def test_other_tables_hold_no_words() -> None:
    assert found('[colours]\ntext = "#22262B"\ntitle = "#22262B"\n[type]\ntitle = 28') == []


def test_reminders_of_the_inventory_are_not_for_translators(resources: Path) -> None:
    assert found((resources / "guide/inventory.toml").read_text(encoding="utf-8")) == []


def test_babel_can_call_it() -> None:
    messages = babel_extract("forecall.guide.extract:extract", BytesIO(b'[[tip]]\ntext = "Read it twice."'))
    assert [message[:2] for message in messages] == [(2, "Read it twice.")]


def test_everything_that_is_shown_is_extracted(resources: Path, catalog: Catalog) -> None:
    words = {
        text
        for file in (*resources.glob("worksheets/*.toml"), *resources.glob("guide/*.toml"))
        for _line, text in found(file.read_text(encoding="utf-8"))
    }
    for question in catalog.questions.values():
        own = {question.wording, question.hint, question.why, question.add, *question.starters}
        for_types = {*question.wording_for.values(), *question.hint_for.values()}
        for_types |= {label for labels in question.label_for.values() for label in labels.values()}
        of_parts = {text for p in question.parts for text in (p.label, p.placeholder, p.ready, p.low, p.high)}
        choices = {choice.label for part in question.parts for choice in part.choices}
        assert (own | for_types | of_parts | choices) - {""} <= words, question.key
    assert {phrase.text for phrase in catalog.phrases} <= words
    assert {moment.label for moment in catalog.moments} <= words
    assert {tip.text for tip in catalog._tips} <= words
    assert {text for line in catalog._lines.values() for text in (line.text, *line.text_for.values())} <= words
    for sheet in catalog.worksheets.values():
        assert {sheet.title, sheet.lead, *(step.title for step in sheet.steps)} - {""} <= words
