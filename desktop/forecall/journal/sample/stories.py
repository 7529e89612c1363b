"""The texts of sample journals, written by hand in ``resources/samples``, with slots for what differs.

They are told in the language of the day, as if somebody had written them in it.
"""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from forecall.guide.extract import Lines, Message
from forecall.journal.sample.names import Names, Syllables
from forecall.words import _

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


def extract(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Message]:
    """Collect these texts for translators: an extraction method for Babel."""
    source = fileobj.read().decode("utf-8")
    lines, found = Lines(source), dict[str, None]()

    def note(text: str) -> str:
        found[text] = None
        return text

    _told(tomllib.loads(source), note)
    for text in found:
        yield lines.of(text), None, text, []


_NAMES_SAID = ("product", "day", "month")
"""Of the names, those that are words of a language."""

Say = Callable[[str], str]


def _told(file: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What a file holds, with everything that a person would have written said by ``say``."""
    told = dict(file)
    for name in (*_NAMES_SAID, "asides"):
        if name in told:
            told[name] = [say(text) for text in told[name]]
    if "phrase" in told:
        told["phrase"] = [{**each, "text": say(each["text"])} if "text" in each else each for each in told["phrase"]]
    if "story" in told:
        told["story"] = [_told_story(block, say) for block in told["story"]]
    return told


def _told_story(block: Mapping[str, Any], say: Say) -> dict[str, Any]:
    told = dict(block)
    if "known" in told:
        told["known"] = say(told["known"])
    told["about"] = [say(text) for text in block.get("about", ())]
    told["answers"] = {key: _said(parts, say) for key, parts in block.get("answers", {}).items()}
    told["items"] = {key: [_said(parts, say) for parts in entries] for key, entries in block.get("items", {}).items()}
    told["rehearsed"] = [
        {**each, "text": say(each["text"])} if "text" in each else each for each in block.get("rehearsed", ())
    ]
    lesson = block.get("lesson", {})
    told["lesson"] = {name: text if name == "skill" else say(text) for name, text in lesson.items()}
    return told


def _said(parts: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """An answer in the language of the day: its texts are words, its lists hold keys of choices."""
    return {name: say(part) if isinstance(part, str) and part else part for name, part in parts.items()}


def _stories(file: Path) -> tuple[Story, ...]:
    return tuple(_story(block) for block in _read(file)["story"])


def _story(block: dict[str, Any]) -> Story:
    return Story(**{**block, "types": tuple(block["types"]), "about": tuple(block.get("about", ()))})


def _read(file: Path) -> dict[str, Any]:
    return _told(tomllib.loads(file.read_text(encoding="utf-8")), _)
