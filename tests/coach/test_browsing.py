"""The guide as it is browsed and searched."""

import pytest

from forecall.coach.browsing import (
    HIDDEN,
    OWN,
    SOURCES,
    TIPS,
    Entry,
    Kind,
    browse,
    first_fitting,
    narrowed,
    parts_of_guide,
    usual_question,
)
from forecall.coach.own_phrases import OwnPhrases
from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.phrases import Phrase
from forecall.guide.question import CallType
from tests.conftest import RESOURCES

MINE = Phrase("closing", "Jusqu’à vendredi", ("points",), frozenset({CallType.SCOPE}), key="mine", own=True)
LOST = Phrase("", "No moment", key="lost", own=True)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(RESOURCES)


@pytest.fixture(scope="module")
def entries(catalog: Catalog) -> tuple[Entry, ...]:
    return browse(catalog, OwnPhrases((MINE, LOST), frozenset({"two_ways", "lost"})))


def keys(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.key for entry in entries]


def test_everything_is_there_once(catalog: Catalog, entries: tuple[Entry, ...]) -> None:
    assert len(set(keys(entries))) == len(entries) == len(catalog.phrases) + len(catalog.tips) + 4 + 2
    kinds = [entry.kind for entry in entries]
    assert kinds == sorted(kinds, key=list(Kind).index)


def test_each_entry_says_where_it_is_from(entries: tuple[Entry, ...]) -> None:
    assert [entry for entry in entries if not (entry.sources or entry.title or entry.own)] == []
    assert [entry for entry in entries if entry.kind is Kind.SOURCE and len(entry.words) < 150] == []


def test_own_phrases_go_first_in_their_moment(entries: tuple[Entry, ...]) -> None:
    closing = narrowed(entries, "closing")
    assert keys(closing)[0] == "mine"
    assert closing[0].types == ("scope, price or deadline",)
    assert closing[0].beside == ("What must be said?",)
    assert keys(narrowed(entries, OWN)) == ["mine"]


def test_hidden_ones_are_a_part_of_their_own(entries: tuple[Entry, ...]) -> None:
    assert set(keys(narrowed(entries, HIDDEN))) == {"two_ways", "lost"}
    assert "two_ways" not in keys(narrowed(entries, "offering"))
    assert "two_ways" not in keys(narrowed(entries, "", "two ways"))
    assert keys(narrowed(entries, HIDDEN, "two ways")) == ["two_ways"]


def test_each_part_holds_something(catalog: Catalog, entries: tuple[Entry, ...]) -> None:
    assert [key for key, _label in parts_of_guide(catalog) if not narrowed(entries, key)] == []
    assert {entry.kind for entry in narrowed(entries, TIPS)} == {Kind.TIP}
    assert {entry.kind for entry in narrowed(entries, SOURCES)} == {Kind.SOURCE}


@pytest.mark.parametrize(
    "words", ["OFFENCE", "said caused", "calm offence", "I can't accommodate", "can’t accommodate"]
)
def test_words_are_found_however_they_are_written(entries: tuple[Entry, ...], words: str) -> None:
    assert narrowed(entries, "", words)
    assert not narrowed(entries, "", f"{words} xyzzy")


def test_accents_do_not_hide_words(entries: tuple[Entry, ...]) -> None:
    assert keys(narrowed(entries, "", "jusqu'a")) == ["mine"]


def test_a_thought_names_its_question_as_it_is_asked_there(entries: tuple[Entry, ...]) -> None:
    abuse = [entry for entry in narrowed(entries, TIPS) if entry.types == ("abuse or disrespect",)]
    assert ("What was said or done, and when?",) in [entry.beside for entry in abuse]


def test_begins_with_a_phrase_for_the_question_one_came_from(entries: tuple[Entry, ...]) -> None:
    assert first_fitting(entries, "ladder") == "cannot_accommodate"
    assert first_fitting(entries, "options") == "find_out_and_call"  # the one for any call is hidden
    assert first_fitting(entries, "nothing") == ""


def test_a_moment_has_a_usual_question(catalog: Catalog) -> None:
    usual = {moment.key: usual_question(catalog.phrases, moment.key) for moment in catalog.moments}
    assert usual["opening"] == "opening"
    assert usual["boundary"] == "ladder"
    assert all(usual.values())
