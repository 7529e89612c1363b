"""The table of what is taught: each id of the inventory, the words as they are rendered, and where they stand."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from forecall.guide.catalog import Catalog
from tests.teaching.carrying import Block, blocks
from tests.teaching.rendering import KINDS, Seen

_HEAD = """# What is taught, and where it is met

Each technique, question and example phrase of the four source texts, the words that carry it as a person sees them,
and where they stand. Made by `make coverage`, which draws every screen and document and reads the words off them;
a test compares. In brackets: the call types on which the words are seen, where it is not all of them.

| id | what the source teaches | the words as rendered | where |
|---|---|---|---|
"""

_LABELS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Line:
    """Words that carry a technique, and where they stand."""

    words: str
    where: str


def taught(catalog: Catalog, seen: Seen) -> dict[str, list[Line]]:
    """The lines of each id of the inventory; none where no screen and no document shows a sentence for it."""
    found: dict[str, list[Line]] = {id: [] for id in catalog.techniques}
    for block in blocks(catalog):
        line = _line(block, seen) if block.teaches else None
        for id in block.teaches if line is not None else ():
            assert line is not None
            found[id].append(line)
    return found


def table(catalog: Catalog, found: Mapping[str, list[Line]]) -> str:
    """The whole file."""
    return _HEAD + "\n".join(_rows(catalog, found)) + "\n"


def _rows(catalog: Catalog, found: Mapping[str, list[Line]]) -> Iterator[str]:
    for id, technique in catalog.techniques.items():
        first = (id, technique.teaches)
        for line in found[id] or [Line("", "nowhere")]:
            yield f"| {' | '.join(_cell(each) for each in (*first, line.words, line.where))} |"
            first = ("", "")


def _line(block: Block, seen: Seen) -> Line | None:
    """The sentences of a block that are rendered anywhere, and all the places they stand at."""
    places: dict[str, set[str]] = {}
    words = []
    for sentence in block.sentences:
        at = seen.places(sentence) if sentence else {}
        if at:
            words.append(sentence)
            for place, kinds in at.items():
                places.setdefault(place, set()).update(kinds)
    if not words:
        return None
    labels = [label for label in block.labels if seen.labels(label)]
    if labels:
        words.append(", ".join(labels[:_LABELS_SHOWN]) + (", …" if len(labels) > _LABELS_SHOWN else ""))
    return Line(" · ".join(words), _where(places))


def _where(places: Mapping[str, Collection[str]]) -> str:
    return "; ".join(f"{place}{_only(kinds)}" for place, kinds in places.items())


def _only(kinds: Collection[str]) -> str:
    """The call types, where it is not all of them."""
    order = ["not sure", *(types[0].value.replace("_", " ") for types in KINDS if types)]
    named = {kind.replace("_", " ") for kind in kinds}
    if named == {""} or len(named) == len(order):
        return ""
    missing = [kind for kind in order if kind not in named]
    if len(missing) < len(order) - len(missing):
        return f" (not: {', '.join(missing)})"
    return f" ({', '.join(kind for kind in order if kind in named)})"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
