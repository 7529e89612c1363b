"""What the person of the tour writes fits the questions that are asked."""

import pytest

from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.question import CallType, PartKind
from forecall.tour import story
from forecall.tour.story import Answer, Picks
from tests.conftest import RESOURCES

PREPARED = [answer for _step, answers in story.PREPARE for answer in answers]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(RESOURCES)


@pytest.mark.parametrize("answer", [*PREPARED, *story.NOW, *story.LATER, *story.MORE], ids=lambda answer: answer.key)
def test_each_answer_has_the_parts_of_its_question(catalog: Catalog, answer: Answer) -> None:
    question = catalog.question(answer.key)
    parts = {part.name: part for part in question.parts}
    for entry in answer.entries or (answer.parts,):
        for name, given in entry.items():
            assert name in parts
            if isinstance(given, Picks):
                labels = {choice.key: choice.label for choice in parts[name].choices}
                assert tuple(labels[key] for key in given.keys) == given.words
                assert given.many == (parts[name].kind is PartKind.CHOICES)


def test_all_that_a_complaint_is_asked_for_is_prepared(catalog: Catalog) -> None:
    asked = [each.key for each in catalog.worksheet("prepare").asked([CallType.COMPLAINT])]
    assert [answer.key for answer in PREPARED] == [key for key in asked if key != "reset"]


def test_no_sentence_shouts() -> None:
    for answer in PREPARED:
        assert "!" not in str(answer)
