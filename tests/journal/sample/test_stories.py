"""The texts of sample journals."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest

from forecall.coach.rehearsal import OPENING, Rated
from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.question import CallType, Shape
from forecall.guide.worksheet import is_asked
from forecall.journal.sample.stories import IN_DAYS, Story, Texts, extract, filled, load_texts
from forecall.words import use_language

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


@pytest.fixture
def german(resources: Path) -> Iterator[Texts]:
    use_language(resources / "languages", "de")
    yield load_texts(resources / "samples")
    use_language(resources / "languages", "en")


def test_every_text_is_collected_for_translators(resources: Path, texts: Texts) -> None:
    """And no key of a choice, which is no word of anybody's."""
    found: set[str] = set()
    for file in (resources / "samples").glob("*.toml"):
        found |= {text for _line, _name, text, _comments in extract(BytesIO(file.read_bytes()), (), (), {})}
    said = {text for text in _said(texts) if text}
    assert found == said
    assert not {"let_down", "agreed", "complaint", "communication"} & found


def test_the_stories_are_told_in_the_language_of_the_day(texts: Texts, german: Texts) -> None:
    both = list(zip(_said(texts), _said(german), strict=True))
    same = {english for english, other in both if english == other and english}
    assert len(same) < 10, same  # names of things that are called the same in both
    assert ("a date slips", "sich ein Termin verschiebt") in both
    assert german.whole[0].types == texts.whole[0].types
    assert german.whole[0].answers["hard"] == texts.whole[0].answers["hard"]


def test_what_a_story_is_about_is_a_product_in_every_language(german: Texts) -> None:
    known = {*german.names.product}
    assert {"Bestandsbericht", "Preisliste"} <= known
    assert "Bestandsbericht" in german.whole[0].about


def _said(texts: Texts) -> list[str]:
    """The words of all stories, in their order; what a list in an answer holds are keys."""
    found = [*texts.names.product, *texts.names.day, *texts.names.month, *texts.asides]
    found += [phrase["text"] for phrase in texts.phrases if "text" in phrase]
    for story in (*texts.whole, *texts.notes):
        found += [story.known, *story.about]
        parts = [*story.answers.values(), *(entry for entries in story.items.values() for entry in entries)]
        parts += [{"text": each.get("text", "")} for each in story.rehearsed]
        found += [part for each in parts for part in each.values() if isinstance(part, str)]
        found += [text for name, text in story.lesson.items() if name != "skill"]
    return found
