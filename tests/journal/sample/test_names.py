"""Names for sample journals."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from forecall.journal.sample.names import Names, RareNames, made_up
from forecall.journal.sample.stories import load_texts


@pytest.fixture
def names(resources: Path) -> Names:
    return load_texts(resources / "samples").names


def test_made_up_names_are_all_different_and_some_have_accents(names: Names) -> None:
    found = made_up(names.syllables, Random(1), 30_000)
    assert len(set(found)) == 30_000
    assert any(not name.isascii() for name in found)
    assert all(name[0].isupper() for name in found)


def test_a_few_names_are_common_and_most_are_rare(names: Names) -> None:
    rng = Random(1)
    counted = Counter(RareNames(names, rng, 2000).draw(rng, 20_000))
    (_name, most), *_others = counted.most_common()
    assert most > 300
    assert sum(1 for count in counted.values() if count < 20) > len(counted) * 0.8
