"""Names of people, firms and things: first the ones a person made up, then as many as are needed out of syllables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

_TAIL = 36_000
_STEEPNESS = 0.85
"""How fast names become rare: with 1 the second is half as common as the first. Below, the tail is heavier."""


@dataclass(frozen=True, slots=True)
class Syllables:
    """The pieces that made-up names are put together from."""

    start: tuple[str, ...]
    middle: tuple[str, ...]
    end: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of ``resources/samples/names.toml``."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    client: tuple[str, ...]
    product: tuple[str, ...]
    place: tuple[str, ...]
    day: tuple[str, ...]  # working days in their order
    month: tuple[str, ...]
    syllables: Syllables


class RareNames:
    """Many thousand made-up names, a few of them common and most of them rare, as names are."""

    def __init__(self, names: Names, rng: Random, count: int = _TAIL) -> None:
        known = [*names.first, *names.place, *names.last]
        self._names = [*known, *made_up(names.syllables, rng, count)]
        self._weights = list(accumulate(1 / rank**_STEEPNESS for rank in range(1, len(self._names) + 1)))

    def draw(self, rng: Random, count: int) -> Sequence[str]:
        """That many names, common ones more often."""
        return rng.choices(self._names, cum_weights=self._weights, k=count)


def made_up(syllables: Syllables, rng: Random, count: int) -> list[str]:
    """``count`` different names, each with a capital."""
    found: dict[str, None] = {}
    for name in _endless(syllables, rng):
        found[name] = None
        if len(found) >= count:
            return list(found)
    raise AssertionError("unreachable")


def _endless(syllables: Syllables, rng: Random) -> Iterator[str]:
    start, middle, end = syllables.start, syllables.middle, syllables.end
    while True:
        inner = "".join(rng.choice(middle) for _place in range(rng.choice((0, 1, 1, 2))))
        yield (rng.choice(start) + inner + rng.choice(end)).capitalize()
