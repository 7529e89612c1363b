"""What carries a technique: each question, thought, phrase, line of the sheet and tone rule, with the ids it names."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from forecall.guide.catalog import Catalog
from forecall.guide.question import CallType, Question
from tests.conftest import RESOURCES


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of content. ``labels`` are words too short to be looked for within sentences."""

    what: str
    teaches: tuple[str, ...]
    sentences: tuple[str, ...]
    labels: tuple[str, ...] = ()


def blocks(catalog: Catalog) -> Iterator[Block]:
    """All of them, the plainest first: thoughts and phrases say more than a question does."""
    for tip in catalog.tips:
        yield Block("thought", tip.teaches, (tip.text,))
    for phrase in catalog.phrases:
        yield Block("phrase", phrase.teaches, (phrase.text,))
    for source in catalog.sources:
        yield Block("source", source.teaches, (source.about,))
    for line in catalog._lines.values():
        yield Block("line of the sheet", line.teaches, (line.text, *line.text_for.values()))
    for question in catalog.questions.values():
        yield Block("question", question.teaches, _sentences(question), _labels(question))
    yield from _tone()


def _sentences(question: Question) -> tuple[str, ...]:
    types = list(CallType)
    varied = (question.wording_for, question.hint_for)
    own = (told[one] for told in varied for one in types if one in told)
    ready = (part.ready for part in question.parts if part.ready)
    return (question.wording, question.hint, question.why, *own, *ready)


def _labels(question: Question) -> tuple[str, ...]:
    choices = (choice.label for part in question.parts for choice in part.choices)
    parts = (part.label for part in question.parts if part.label)
    return tuple(dict.fromkeys((*parts, *choices, *question.starters)))


def _tone() -> Iterator[Block]:
    tables: dict[str, Any] = tomllib.loads((RESOURCES / "tone" / "en.toml").read_text("utf-8"))
    about = tables["categories"]
    for category in about.values():
        yield Block("tone", tuple(category.get("teaches", ())), (category["why"],))
    for rule in tables["rule"]:
        taught: Sequence[str] = rule.get("teaches") or about[rule["category"]].get("teaches", ())
        if rule.get("why"):
            yield Block("tone", tuple(taught), (rule["why"],))
