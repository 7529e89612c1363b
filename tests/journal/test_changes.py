"""What an operation touched."""

import pytest

from forecall.journal.changes import Changes

NONE: frozenset[str] = frozenset()


def test_nothing_touched_is_false() -> None:
    assert not Changes()
    assert not Changes() | Changes()


@pytest.mark.parametrize(
    "changes",
    [
        Changes(calls=frozenset("a")),
        Changes(NONE, frozenset("a")),
        Changes(NONE, NONE, frozenset("a")),
        Changes(promises=True),
        Changes(phrases=True),
    ],
)
def test_anything_touched_is_true(changes: Changes) -> None:
    assert changes
    assert changes | Changes() == changes == Changes() | changes


def test_two_are_joined() -> None:
    both = Changes(frozenset("a"), frozenset("b"), promises=True) | Changes(frozenset("c"), NONE, frozenset("l"))
    assert both == Changes(frozenset("ac"), frozenset("b"), frozenset("l"), True)
