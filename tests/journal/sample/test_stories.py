"""The texts of sample journals."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forecall.coach.rehearsal import OPENING, Rated
from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.question import CallType, Shape
from forecall.guide.worksheet import is_asked
from forecall.journal.sample.stories import IN_DAYS, Story, Texts, filled, load_texts

SLOTS = {"client", "person", "first", "mine", "product", "place", "ticket"}
SLOTS |= {"day", "next_day", "month", "n", "n2", "money"}


@pytest.fixture(scope="module")
def texts() -> Texts:
    from tests.conftest import RESOURCES

    return load_texts(RESOURCES / "samples")


@pytest.fixture
def catalog(resources: Path) -> Catalog:
    return load_catalog(resources)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def all_strings(story: Story) -> Iterator[str]:
    yield from strings([story.known, story.answers, story.items, story.lesson, story.rehearsed])


def test_there_are_whole_calls_of_every_type(texts: Texts) -> None:
    assert {story.types[0] for story in texts.whole} == {str(kind) for kind in CallType}
    assert len(texts.whole) >= 12
    assert len(texts.notes) >= 20


def test_only_known_slots_are_used(texts: Texts) -> None:
    for story in (*texts.whole, *texts.notes):
        for text in all_strings(story):
            assert set(re.findall(r"{(\w*)}", text)) <= SLOTS, text


def test_asides_hold_names_and_numbers(texts: Texts) -> None:
    for aside in texts.asides:
        assert set(re.findall(r"{(\w*)}", aside)) <= {"a", "b", "c", "ticket"}, aside


def test_a_story_answers_only_what_its_call_would_be_asked(texts: Texts, catalog: Catalog) -> None:
    for story in (*texts.whole, *texts.notes):
        kinds = tuple(CallType(each) for each in story.types)
        picked = {"ended": {"picked": story.answers.get("ended", {}).get("picked", [""])[0]}}
        for key in (*story.answers, *story.items):
            question = catalog.questions[key]
            assert (question.shape is Shape.LIST) == (key in story.items), key
            asked = is_asked(question, kinds, {**picked, "objections": [{}]})
            assert asked, (story.types, key)


def test_each_part_has_a_place_in_its_question(texts: Texts, catalog: Catalog) -> None:
    for story in (*texts.whole, *texts.notes):
        told = [*story.answers.items(), *((key, each) for key, entries in story.items.items() for each in entries)]
        for key, value in told:
            assert set(value) - {IN_DAYS} <= {part.name for part in catalog.questions[key].parts}, (key, value)


def test_no_sentence_shouts(texts: Texts) -> None:
    for story in (*texts.whole, *texts.notes):
        assert not [text for text in all_strings(story) if "!" in text]


def test_lessons_are_plans_with_a_skill(texts: Texts, catalog: Catalog) -> None:
    skills = {choice.key for choice in catalog.choice_set("skill")}
    told = [story.lesson for story in (*texts.whole, *texts.notes) if story.lesson]
    assert len(told) >= 25
    for lesson in told:
        assert lesson["if"]
        assert lesson["then"].startswith("I ")
        assert lesson["skill"] in skills


def test_slots_are_filled_in_words_only() -> None:
    value = filled({"text": "{n} days", "picked": ["{n}"], "scale": 4}, {"n": str(Random(1).randint(3, 3))})
    assert value == {"text": "3 days", "picked": ["{n}"], "scale": 4}


def test_what_was_rehearsed_is_the_opening_or_an_objection(texts: Texts) -> None:
    tries = [(story, each) for story in texts.whole for each in story.rehearsed]
    assert tries
    for story, each in tries:
        assert each["of"] == OPENING or 0 <= each["of"] < len(story.items["objections"])
        assert set(each) <= {"of", "text", "seconds", "rated"}
        assert set(each.get("rated", ())) <= set(Rated)
