"""The tone check: marks what may be hard to hear in words to be said, says why, and offers other words.

It works on finished sentences, leaves what is quoted alone, and needs nothing but the rules of the language."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import re2

from forecall.coach.sentences import Sentence, sentences
from forecall.coach.tone_patterns import pattern_options
from forecall.coach.tone_rules import Rule, RuleFile, read_rules
from forecall.guide.blocks import ResourceFault
from forecall.words import _

MOST_SIGNS = 1000
"""Characters of one sentence that patterns look at; only its length matters beyond."""

_SET_MEMORY = 16 << 20  # bytes; RE2 clears its cache of states when they are used up
_REMEMBERED = 2048  # sentences whose marks are kept: while somebody types, all but one stay the same


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that may be hard to hear. ``line`` counts from 1; ``start`` and ``end`` are columns in the line, from 0,
    in characters, ``end`` not included; ``rewrite`` may stand there instead, with "…" where only the person knows."""

    line: int
    start: int
    end: int
    category: str
    why: str
    rewrite: str
    source: str
    rule: str


class Tone:
    """The rules of one language, ready to run. Without rules it is off, and ``off`` says why in a sentence."""

    def __init__(self, rules: RuleFile | None, off: str = "") -> None:
        self.off = off
        self.faults: tuple[str, ...] = rules.faults if rules else ()
        self._abbreviations = rules.abbreviations if rules else frozenset[str]()
        found = rules.rules if rules else ()
        self._says = {rule.id: rule.says for rule in found}
        self._counting = [rule for rule in found if not rule.pattern]
        self._matching = [rule for rule in found if rule.pattern]
        self._any = _set_of(self._matching)
        self._in_sentence = lru_cache(_REMEMBERED)(self._marks_in)

    def check(self, text: str, *, finished: bool = False) -> list[Mark]:
        """What stands out in the finished sentences of a text; in the last one too when it is ``finished``."""
        return list(self.marks(text, finished=finished))

    def marks(self, text: str, *, finished: bool = False) -> Iterator[Mark]:
        """The same, one by one."""
        return chain.from_iterable(self.steps(text, finished=finished))

    def steps(self, text: str, *, finished: bool = False) -> Iterator[tuple[Mark, ...]]:
        """The marks of each sentence in turn, none included: a long text can be read with pauses in between."""
        if self.off:
            return
        for sentence in sentences(text, self._abbreviations, finished=finished):
            found = self._in_sentence(replace(sentence, line=1, start=0))
            yield tuple(_moved(mark, sentence) for mark in found)

    def says(self, mark: Mark) -> str:
        """What may be heard in a mark, to go on after the marked words: "may sound like blame"."""
        return self._says.get(mark.rule, "")

    def _marks_in(self, sentence: Sentence) -> tuple[Mark, ...]:
        """The marks of one sentence in their order; of those that overlap, the one whose rule stands first."""
        short = sentence
        if len(sentence.said) > MOST_SIGNS:
            short = replace(sentence, text=sentence.text[:MOST_SIGNS], said=sentence.said[:MOST_SIGNS])
        marks: list[Mark] = []
        for number in sorted(self._any.Match(short.said) or ()) if self._matching else ():
            for mark in _marks_of(self._matching[number], short):
                if not any(mark.start < other.end and other.start < mark.end for other in marks):
                    marks.append(mark)
        for rule in self._counting:
            marks += _marks_of(rule, sentence)
        return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def load_tone(folder: Path, language: str) -> Tone:
    """The tone check for a language (``en``, ``de_AT``…), its rules read from the resources folder."""
    for name in dict.fromkeys((language, language.replace("-", "_").partition("_")[0])):
        if (folder / "tone" / f"{name}.toml").is_file():
            try:
                return Tone(read_rules(folder, name))
            except ResourceFault as bad:
                return Tone(None, str(bad))
    return Tone(None, _("The tone check has no rules for this language yet, so it is off."))


def _moved(mark: Mark, sentence: Sentence) -> Mark:
    """The mark where its sentence stands in the text."""
    return replace(mark, line=sentence.line, start=sentence.start + mark.start, end=sentence.start + mark.end)


def _marks_of(rule: Rule, sentence: Sentence) -> Iterator[Mark]:
    for found in rule.find(sentence):
        yield Mark(1, found.start, found.end, rule.category, rule.why, found.rewrite, rule.source, rule.id)


def _set_of(rules: list[Rule]) -> Any:
    """All patterns at once: tells in one pass which rules are worth asking."""
    patterns = re2.Set.SearchSet(pattern_options(_SET_MEMORY))
    for rule in rules:
        patterns.Add(rule.pattern)
    patterns.Compile()
    return patterns
