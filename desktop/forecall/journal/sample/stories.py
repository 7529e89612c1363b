"""The texts of sample journals, written by hand in ``resources/samples``, with slots for what differs."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from forecall.journal.sample.names import Names, Syllables

_WHOLE = ("complaint", "misunderstanding", "bad_news", "personal", "scope", "abuse")
IN_DAYS = "in_days"
"""In place of a date: days after the call."""


@dataclass(frozen=True, slots=True)
class Story:
    """One call as it was written by hand: answers and list entries by question key, their words with slots."""

    types: tuple[str, ...]
    length: int = 30
    about: tuple[str, ...] = ()  # the products it can be about; any, when empty
    known: str = ""  # what is known about the client
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    items: Mapping[str, list[Mapping[str, Any]]] = field(default_factory=dict)
    lesson: Mapping[str, str] = field(default_factory=dict)
    rehearsed: Sequence[Mapping[str, Any]] = ()  # ``of`` is the opening, or the place of an objection in its list


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything a sample journal is written from."""

    names: Names
    whole: tuple[Story, ...]
    notes: tuple[Story, ...]
    asides: tuple[str, ...]
    phrases: tuple[Mapping[str, Any], ...] = ()


def load_texts(folder: Path) -> Texts:
    """The texts in ``folder``, the samples folder of the resources."""
    names = _read(folder / "names.toml")
    syllables = Syllables(**{name: tuple(found) for name, found in names.pop("syllables").items()})
    return Texts(
        names=Names(**{name: tuple(found) for name, found in names.items()}, syllables=syllables),
        whole=tuple(story for name in _WHOLE for story in _stories(folder / f"{name}.toml")),
        notes=_stories(folder / "notes.toml"),
        asides=tuple(_read(folder / "asides.toml")["asides"]),
        phrases=tuple(_read(folder / "phrases.toml")["phrase"]),
    )


def filled(value: Mapping[str, Any], slots: Mapping[str, str]) -> dict[str, Any]:
    """The parts of an answer with their slots filled."""
    return {name: part.format_map(slots) if isinstance(part, str) else part for name, part in value.items()}


def _stories(file: Path) -> tuple[Story, ...]:
    return tuple(_story(block) for block in _read(file)["story"])


def _story(block: dict[str, Any]) -> Story:
    return Story(**{**block, "types": tuple(block["types"]), "about": tuple(block.get("about", ()))})


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
