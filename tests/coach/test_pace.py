"""The person's own pace: a guess that gives way to what was measured, and that nothing odd spoils."""

import pytest

from forecall.coach.pace import FALLBACK, learned_paces
from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.question import PaceKind, Part, PartKind, Question
from tests.conftest import RESOURCES

LONG = Question("issue", "one", "Issue?", parts=(Part("text", PartKind.LONG),))
RETIRED = Question("old", "one", "Old?", parts=(Part("text", PartKind.LONG),), retired=True)
SHORT = Question("goal", "one", "Goal?", parts=(Part("text", PartKind.SHORT),))
QUESTIONS = {each.key: each for each in (LONG, RETIRED, SHORT)}
GUESSES = {PaceKind.LONG: 100, PaceKind.SHORT: 40, PaceKind.SETTLE: 0}


def long_pace(*seconds: int, key: str = "issue") -> int:
    return learned_paces([(key, each) for each in seconds], QUESTIONS, GUESSES)[PaceKind.LONG]


def test_the_guess_holds_until_something_is_known() -> None:
    paces = learned_paces((), QUESTIONS, GUESSES)
    assert paces[PaceKind.LONG] == 100
    assert paces[PaceKind.SCALE] == FALLBACK
    assert paces[PaceKind.SETTLE] == 0


def test_what_was_measured_counts_more_and_more() -> None:
    assert long_pace(200) == 120  # (4 · 100 + 200) / 5
    assert long_pace(*[200] * 4) == 150
    assert long_pace(*[200] * 20) == 183
    assert long_pace(*[50] * 20) == 58


def test_a_few_outliers_do_not_spoil_it() -> None:
    usual = long_pace(*[120] * 12)
    assert long_pace(*[120] * 12, 86_400, 86_400, 86_400) == pytest.approx(usual, abs=2)
    assert long_pace(86_400) == 180  # one answer counts as five guesses at most


def test_it_stays_within_a_third_and_three_times_the_guess() -> None:
    assert long_pace(*[10**9] * 400) == 300
    assert long_pace(*[3] * 400) == 33


def test_passing_through_is_no_pace() -> None:
    assert long_pace(1, 2, 0, -5) == 100


def test_only_the_newest_twenty_of_a_kind_count() -> None:
    assert long_pace(*[200] * 20, *[10] * 380) == long_pace(*[200] * 20)


def test_a_retired_question_teaches_its_kind_and_an_unknown_one_does_not() -> None:
    assert long_pace(200, key="old") == 120
    assert long_pace(200, key="of another version") == 100


def test_kinds_do_not_mix() -> None:
    assert learned_paces([("issue", 300)], QUESTIONS, GUESSES)[PaceKind.SHORT] == 40


def test_each_kind_has_a_guess_in_the_resources() -> None:
    catalog: Catalog = load_catalog(RESOURCES)
    assert set(catalog.paces) == set(PaceKind)
    assert catalog.paces[PaceKind.SETTLE] == 0
