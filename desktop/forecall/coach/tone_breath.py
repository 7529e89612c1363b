"""Sentences that are too long to say in one breath, and where to cut them in two."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forecall.coach.sentences import Sentence
from forecall.coach.tone_patterns import Found, compiled

_MOST_SIGNS = 1000
"""A longer sentence is for the person to take apart: every place to cut it would have to be weighed."""

_EDGE = 4
"""Neither half of a sentence that is cut in two is shorter than this many words."""


@dataclass(frozen=True, slots=True)
class BreathBlock:
    """How much can be said in one breath, as a language's file writes it down."""

    words: int  # more than that between two pauses is too long
    pauses: str  # where a speaker breathes within a sentence
    cuts: tuple[str, ...]  # where to cut in two, the best place first; a group is what the second half keeps
    matches: tuple[str, ...]
    spares: tuple[str, ...]


class Breath:
    """Finds what cannot be said in one breath."""

    def __init__(self, block: BreathBlock) -> None:
        self.block = block
        self._pauses = compiled(block.pauses)
        self._cuts = [compiled(cut) for cut in block.cuts]

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """The part between two pauses that is too long, with two sentences to say instead."""
        start = 0
        for begins, ends in [*(pause.span() for pause in self._pauses.finditer(sentence.said)), (None, None)]:
            part = sentence.said[start:begins]
            if len(part.split()) > self.block.words:
                yield Found(start, start + len(part), self._in_two(sentence.text[start:begins], part))
            start = ends or 0

    def _in_two(self, text: str, said: str) -> str:
        """The text as two sentences, cut as near to its middle as the best kind of cut allows."""
        for cut in self._cuts if len(text) <= _MOST_SIGNS else ():
            places = [match for match in cut.finditer(said) if _leaves_halves(said, match)]
            if places:
                match = min(places, key=lambda each: abs(each.start() + each.end() - len(said)))
                return _cut(text, match)
        return ""


def _leaves_halves(said: str, match: Any) -> bool:
    return min(len(said[: match.start()].split()), len(said[match.end() :].split())) >= _EDGE


def _cut(text: str, match: Any) -> str:
    start, end = match.span()
    kept = next((text[slice(*match.span(one))] for one in range(1, match.re.groups + 1) if match.group(one)), "")
    second = f"{kept} {text[end:].strip()}".strip()
    return f"{text[:start].rstrip(' ,')}. {second[:1].upper()}{second[1:]}"
