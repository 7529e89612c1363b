"""What a tone rule is made of: words with their forms, patterns in linear time, and the words to say instead."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import re2

from forecall.coach.sentences import COVER, Sentence
from forecall.words import _

MOST_MEMORY = 1 << 20
"""Bytes that one compiled pattern may take; one that needs more is refused."""

_EDGE = re.compile(f"[,;:–—]\\s|[{COVER}…]+[”“\"’'»]*")  # where a clause begins or ends
_NAME = re.compile(r"@([a-z_]+)")
_GROUP = re.compile(r"\{(\d)\}")


class PatternFault(Exception):
    """A pattern, a word or a rewrite that cannot be used; its text says why, without the place."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a sentence, in characters from its beginning, and what may stand there instead."""

    start: int
    end: int
    rewrite: str


Instead = Callable[[Any, str], str]
"""Makes the words for a match; it is given the match and the sentence as it was written."""


def pattern_options(most_memory: int = MOST_MEMORY) -> Any:
    """How patterns are read: case ignored, bounded memory, nothing written to standard error."""
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = most_memory
    return options


def compiled(pattern: str) -> Any:
    """The pattern, ready to search. What RE2 cannot run in linear time, it does not take."""
    try:
        return re2.compile(pattern, options=pattern_options())
    except re2.error as bad:
        told = bad.args[0].decode(errors="replace") if isinstance(bad.args[0], bytes) else str(bad)
        text = _("it is not a pattern that runs in linear time ({reason})")
        raise PatternFault(text.format(reason=told)) from bad


class Lexicon:
    """Words with all their forms, and groups of words: ``@keep`` in a pattern stands for any of the forms of *keep*.

    The forms are listed, not derived, so that a language needs data and no code."""

    def __init__(self, words: Mapping[str, object]) -> None:
        self._patterns: dict[str, str] = {}
        for name, forms in words.items():
            if not isinstance(forms, list) or not forms or not all(isinstance(form, str) for form in forms):
                raise PatternFault(_("“{name}” needs a list of forms").format(name=name))
            # A group may name the words that stand before it.
            pattern = "(?:" + "|".join(self.expand(form) for form in forms) + ")"
            compiled(pattern)
            self._patterns[name] = pattern

    def expand(self, pattern: str) -> str:
        """The pattern with each ``@name`` replaced by the forms of that word."""
        return _NAME.sub(self._forms, pattern)

    def _forms(self, found: re.Match[str]) -> str:
        try:
            return self._patterns[found.group(1)]
        except KeyError:
            raise PatternFault(_("no word is called “@{name}”").format(name=found.group(1))) from None


class Template:
    """A rewrite in which ``{1}`` stands for what the first group of the pattern matched."""

    def __init__(self, text: str, groups: int) -> None:
        for number in _GROUP.findall(text):
            if int(number) > groups:
                raise PatternFault(_("the pattern has no group {number}").format(number=number))
        self._text = text

    def __call__(self, match: Any, text: str) -> str:
        """The words for this match."""
        filled = _GROUP.sub(lambda found: _group(match, int(found.group(1)), text), self._text)
        return " ".join(filled.split())


class Terms:
    """A glossary: each term with what to say for it."""

    def __init__(self, terms: Sequence[tuple[str, str]]) -> None:
        self._terms = [(compiled(term), instead) for term, instead in terms]

    @property
    def pattern(self) -> str:
        """A pattern for any of the terms, as whole words."""
        return r"\b(?:" + "|".join(f"(?:{term.pattern})" for term, _instead in self._terms) + r")\b"

    def __call__(self, match: Any, text: str) -> str:
        """What to say for the term that was matched."""
        return next((instead for term, instead in self._terms if term.fullmatch(match.group())), "…")


class Takes(StrEnum):
    """How much of a sentence a mark takes in, around the words that were matched."""

    WORDS = "words"  # only those
    REST = "rest"  # from there to the end of the clause
    CLAUSE = "clause"  # what stands between two commas
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Reach:
    """How much a mark takes in; ``joins`` are words at the beginning of a clause that stay."""

    takes: Takes
    joins: tuple[str, ...] = ()

    def around(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """The place that is marked when these words were matched."""
        said = sentence.said
        if self.takes is Takes.SENTENCE and COVER not in said:
            return 0, len(said)
        if self.takes is not Takes.WORDS:
            following = _EDGE.search(said, end)
            end = following.start() if following else len(said)
        if self.takes in (Takes.CLAUSE, Takes.SENTENCE):
            before = max((edge.end() for edge in _EDGE.finditer(said, 0, start)), default=0)
            first, _space, rest = said[before:start].lstrip().partition(" ")
            start = start - len(rest) if first.lower() in self.joins else before
        while start < end and said[start].isspace():
            start += 1
        while end > start and said[end - 1].isspace():
            end -= 1
        return start, end


class Finder:
    """Finds what one rule marks in a sentence."""

    def __init__(self, pattern: str, unless: str, instead: Instead, reach: Reach) -> None:
        self._pattern = compiled(pattern)
        self._unless = compiled(unless) if unless else None
        self._instead = instead
        self._reach = reach

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The places that the rule marks; what touches its ``unless`` or somebody else's words is spared."""
        spared: list[tuple[int, int]] | None = None
        reached = 0
        for match in self._pattern.finditer(sentence.said):
            start, end = match.span()
            if start == end or COVER in sentence.said[start:end]:
                continue
            if spared is None:
                spared = [each.span() for each in self._unless.finditer(sentence.said)] if self._unless else []
            if any(start < last and first < end for first, last in spared):
                continue
            start, end = self._reach.around(sentence, start, end)
            if start >= reached:
                reached = end
                yield _found(sentence, start, end, self._instead(match, sentence.text))


def _found(sentence: Sentence, start: int, end: int, rewrite: str) -> Found:
    """The place with its rewrite: a capital letter where the sentence begins, its own sign where it ends."""
    if not any(sign.isalnum() for sign in sentence.said[:start]):
        rewrite = rewrite[:1].upper() + rewrite[1:]
    asks = rewrite.endswith("?")
    if end == len(sentence.said) and sentence.ending in ("!", "?", "." if asks else "!"):
        end += 1
        rewrite = rewrite if asks else f"{rewrite}."
    elif asks:
        rewrite = rewrite if end == len(sentence.said) else rewrite.rstrip("?")
    return Found(start, end, rewrite)


def _group(match: Any, number: int, text: str) -> str:
    start, end = match.span(number)
    return text[start:end] if start >= 0 else ""
