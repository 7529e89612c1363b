"""How words are compared when somebody looks for something: without case and accents, beginnings of words first."""

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum


class Likeness(IntEnum):
    """How a word that was typed is found in what is said; the lower the nearer."""

    BEGINS = 0
    """It begins a word."""
    INITIALS = 1
    """Its letters begin words that follow each other."""
    ALSO = 2
    """It begins one of the other words that somebody may look for it with."""
    INSIDE = 3
    """It stands inside a word, as in one that is put together of two."""
    NEARLY = 4
    """It would begin a word if one letter were another, missing or not there."""


_LEAST_INSIDE, _LEAST_NEARLY = 3, 4
"""Shorter words would be found inside, or nearly, in everything."""


def folded(text: str) -> str:
    """Text as it is compared: without case, accents and the shape of apostrophes."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def parts_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return re.findall(r"\w+", folded(text))


def likeness(wanted: Sequence[str], said: Sequence[str], also: Sequence[str] = ()) -> tuple[int, int, int] | None:
    """How near ``said`` comes to all that is ``wanted``, to be sorted by; ``None`` when a word is not in it.

    All three are words as ``parts_of`` gives them. The worst word counts first, then all of them, then how far into
    what is said the first one stands.
    """
    found = [_of_word(word, said, also) for word in wanted]
    levels = [level for each in found if each is not None for level in each[:1]]
    if len(levels) < len(found):
        return None
    return max(levels, default=0), sum(levels), min((each[1] for each in found if each is not None), default=0)


def holds(wanted: Sequence[str], said: Sequence[str]) -> bool:
    """Whether each word that is wanted begins one that is said."""
    return all(any(each.startswith(word) for each in said) for word in wanted)


def _of_word(word: str, said: Sequence[str], also: Sequence[str]) -> tuple[Likeness, int] | None:
    for at, each in enumerate(said):
        if each.startswith(word):
            return Likeness.BEGINS, at
    initials = "".join(each[0] for each in said)
    if len(word) > 1 and word in initials:
        return Likeness.INITIALS, initials.index(word)
    if any(each.startswith(word) for each in also):
        return Likeness.ALSO, len(said)
    for at, each in enumerate(said):
        if len(word) >= _LEAST_INSIDE and word in each:
            return Likeness.INSIDE, at
    for at, each in enumerate(said):
        if len(word) >= _LEAST_NEARLY and _nearly_begins(word, each):
            return Likeness.NEARLY, at
    return None


def _nearly_begins(word: str, said: str) -> bool:
    """Whether one letter that is another, missing, too much, or in its neighbour's place keeps it from beginning so."""
    at = next((at for at, (one, other) in enumerate(zip(word, said, strict=False)) if one != other), len(said))
    if at == 0:
        return False  # hardly anybody mistypes the first letter, and too much would be found
    rest, other = word[at:], said[at:]
    swapped = other[1:2] + other[:1] + other[2:]
    return (
        other[1:].startswith(rest[1:])
        or other.startswith(rest[1:])
        or other[1:].startswith(rest)
        or (swapped.startswith(rest))
    )
