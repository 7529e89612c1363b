"""The spoiled files of the tests: the same for the same seed, and spoiled they are."""

from pathlib import Path

from tests.helpers.imports import SOUND, mutated, write_mutated


def test_the_same_seed_gives_the_same_file(tmp_path: Path) -> None:
    assert [mutated(seed) for seed in range(30)] == [mutated(seed) for seed in range(30)]
    assert {mutated(seed)[0] for seed in range(6)} == set(SOUND)
    assert write_mutated(tmp_path, 4, ".md").read_bytes() == mutated(4, ".md")[1]
    assert len({mutated(seed)[1] for seed in range(60)}) > 50
