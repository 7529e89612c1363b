"""Cuts text into sentences that are finished, with the words of somebody else covered."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

COVER = "\ufffc"
"""Stands for each character that is quoted: no rule matches it, and places stay what they are."""

_LINE = re.compile(r"\r\n|\n|\r")
_QUOTE = re.compile('["“”„«»‘’]')
_CLOSES = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"'}
_CARRIED = "“„«"  # a straight or a single one is too often an inch, an apostrophe or a slip to outlive its line
_END = re.compile(r"[.!?:]+[\"”’»“)\]]*(?=\s|$)")
_SIGNS = ".!?:)]\"”’»“' "
_HALVES = re.compile("[\ud800-\udfff]")  # half a character, which no pattern can be asked about
_SPACES = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finished sentence. ``line`` counts from 1, ``start`` is its column in the line, from 0, in characters."""

    line: int
    start: int
    text: str  # as it was written, without the signs that end it
    said: str  # as long as text: quotations covered, one kind of apostrophe and of space
    ending: str = ""  # the sign that ends it: a full stop, a question mark…


def lines_of(text: str) -> list[str]:
    """The text in the lines that sentences are counted by."""
    return _LINE.split(text)


def sentences(text: str, abbreviations: Collection[str] = (), *, finished: bool = False) -> Iterator[Sentence]:
    """The sentences that end in ``.``, ``!``, ``?``, ``:`` or a new line; the last one too when ``finished``."""
    lines = lines_of(text)
    closing = ""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            closing = ""  # a quotation that was never closed ends with its paragraph
            continue
        covered, closing = _covered(line, closing)
        said = covered if covered.isascii() else _HALVES.sub(COVER, covered.translate(_SPACES))
        ends = _ends(said, abbreviations)
        if finished or number < len(lines):
            ends.append(len(line))
        start = 0
        for end in ends:
            piece = said[start:end]
            inner = piece.strip().rstrip(_SIGNS)
            if inner:
                at = start + piece.index(inner)
                after = at + len(inner)
                yield Sentence(number, at, line[at:after], inner, said[after:end].strip()[:1])
            start = end


def _ends(said: str, abbreviations: Collection[str]) -> list[int]:
    """Where sentences end in a line."""
    return [found.end() for found in _END.finditer(said) if _is_end(said, found, abbreviations)]


def _is_end(said: str, found: re.Match[str], abbreviations: Collection[str]) -> bool:
    signs = found.group()
    if signs.startswith(".."):  # an ellipsis: the sentence goes on
        return False
    rest = said[found.end() : found.end() + 40].lstrip()
    if signs[-1] in '"”’»“)]' and rest[:1].islower():  # the quotation ended, and not the sentence around it
        return False
    if signs != ".":
        return True
    word = said[max(0, found.start() - 20) : found.start()].rpartition(" ")[2].lstrip("([")
    initial = len(word) == 1 and word.isalpha() and word.isupper() and word != "I"
    return not (initial or word.lower() in abbreviations)


def _covered(line: str, closing: str) -> tuple[str, str]:
    """The line with what is quoted covered, and what would close a quotation that is still open at its end."""
    pieces: list[str] = []
    begun = 0  # where the open quotation, or the text since the last one, begins
    for found in _QUOTE.finditer(line):
        at, sign = found.start(), found.group()
        if closing:
            if sign in closing and not (sign == "’" and line[at + 1 : at + 2].isalpha()):
                pieces.append(_cover(line[begun:at]))
                begun, closing = at, ""
        elif sign in _CLOSES and _opens(line, at, sign):
            pieces.append(line[begun : at + 1])
            begun, closing = at + 1, _CLOSES[sign]
    pieces.append("".ljust(len(line) - begun, COVER) if closing else line[begun:])
    opened = {_CLOSES[sign] for sign in _CARRIED}
    return "".join(pieces), closing if closing in opened else ""


def _opens(line: str, at: int, sign: str) -> bool:
    """Whether a sign begins a quotation: a straight one may also be an inch or a slip."""
    before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if sign in _CARRIED:
        return True
    return (not before or before.isspace() or before in "([–—-:,") and bool(after) and not after.isspace()


def _cover(quoted: str) -> str:
    """As many covers as there are characters; the sign that ends a quoted sentence may end the one around it."""
    kept = quoted[-1] if quoted[-1:] in (".", "!", "?") else ""
    return COVER * (len(quoted) - len(kept)) + kept
