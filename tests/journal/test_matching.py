"""How words are compared when somebody looks for something."""

import pytest

from forecall.journal.matching import Likeness, folded, holds, likeness, parts_of


def far(typed: str, said: str, also: str = "") -> int | None:
    """The worst word's likeness."""
    found = likeness(parts_of(typed), parts_of(said), parts_of(also))
    return None if found is None else found[0]


def test_case_accents_and_apostrophes_do_not_count() -> None:
    assert folded("Rückblick – don’t") == "ruckblick – don't"
    assert parts_of("Gespräch, um 10:00") == ["gesprach", "um", "10", "00"]


@pytest.mark.parametrize(
    ("typed", "said", "how"),
    [
        ("prep", "Prepare a call", Likeness.BEGINS),
        ("call prep", "Prepare a call", Likeness.BEGINS),
        ("ruck", "Rückblick", Likeness.BEGINS),
        ("pac", "Prepare a call", Likeness.INITIALS),
        ("theme", "Dark colours", Likeness.ALSO),
        ("blatt", "Gesprächsblatt", Likeness.INSIDE),
        ("setings", "Settings", Likeness.NEARLY),
        ("sttings", "Settings", Likeness.NEARLY),
        ("setttings", "Settings", Likeness.NEARLY),
        ("sextings", "Settings", Likeness.NEARLY),
        ("esttings", "Settings", None),
        ("settnigs", "Settings", Likeness.NEARLY),
        ("pre xyz", "Prepare a call", None),
        ("ll", "Prepare a call", None),
        ("pax", "Prepare a call", None),
    ],
)
def test_how_near_a_word_comes(typed: str, said: str, how: Likeness | None) -> None:
    assert far(typed, said, "theme night") == how


def test_the_nearer_goes_first() -> None:
    said = ["Dark colours", "Back up now", "Call sheet"]
    ranked = sorted((found, each) for each in said if (found := likeness(["c"], parts_of(each))) is not None)
    assert [each for _far, each in ranked] == ["Call sheet", "Dark colours"]


def test_all_words_must_begin_a_word() -> None:
    assert holds(["north", "late"], parts_of("Northwind came late"))
    assert not holds(["wind"], parts_of("Northwind came late"))
