"""What the sheet holds, in words: the person's own, never a number of what is missing."""

from dataclasses import replace

import pytest

from forecall.coach.sheet_words import are_there, points_words, sheet_words
from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.question import CallType, Value
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.records import AnswerRecord, CallHead, CallRecord, ItemRecord, Stage
from tests.conftest import RESOURCES

HEAD = CallHead("c", "n", "Northwind", "", (), Stage.PREPARE, "2026-11-25T09:00:00Z", None, None, None, 30)
AIM: dict[str, Value] = {"goal": {"text": "A new date."}}
OPENING: dict[str, Value] = {"opening": {"text": "The report was late."}}
READY = " Your line is a ready phrase so far."


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(RESOURCES)


def said(catalog: Catalog, answers: dict[str, Value], items: dict[str, int] | None = None, *types: CallType) -> str:
    call = CallRecord(
        replace(HEAD, types=types),
        answers={key: AnswerRecord(key, value) for key, value in answers.items()},
        items={
            key: tuple(ItemRecord(f"{key}{n}", "c", key, n, {"text": f"{key} {n}"}) for n in range(count))
            for key, count in (items or {}).items()
        },
    )
    return sheet_words(build_call_sheet(call, catalog))


def test_nothing_yet(catalog: Catalog) -> None:
    assert said(catalog, {}) == "Your sheet holds ready phrases so far."


def test_aim_and_opening(catalog: Catalog) -> None:
    assert said(catalog, AIM) == "Aim is there." + READY
    assert said(catalog, AIM | OPENING) == "Aim and opening are there." + READY


def test_points_and_answers_are_told_by_their_number(catalog: Catalog) -> None:
    assert said(catalog, AIM | OPENING, {"points": 3}) == "Aim, opening and three points are there." + READY
    assert said(catalog, {}, {"points": 1}) == "One point is there." + READY
    assert said(catalog, {}, {"points": 5}) == "Five points are there." + READY
    assert said(catalog, AIM, {"objections": 1}) == "Aim and an answer to an objection are there." + READY
    assert said(catalog, AIM, {"objections": 5}) == "Aim and answers to objections are there." + READY


def test_a_line_of_ones_own(catalog: Catalog) -> None:
    line: dict[str, Value] = {"ladder": {"firm_no": "Not today."}}
    assert said(catalog, AIM | line) == "Aim and your line are there."
    assert said(catalog, line) == "Your line is there."


def test_bad_news_begins_the_opening_with_the_news(catalog: Catalog) -> None:
    news: dict[str, Value] = {"issue": {"text": "The launch moves to March."}}
    assert said(catalog, news, None, CallType.BAD_NEWS) == "Opening is there." + READY


def test_an_answer_that_says_nothing_is_not_there(catalog: Catalog) -> None:
    assert said(catalog, {"goal": {"text": "   "}}) == "Your sheet holds ready phrases so far."


def test_what_the_type_leaves_out_is_not_told(catalog: Catalog) -> None:
    assert "offers" not in said(catalog, AIM, {"options": 2}, CallType.ABUSE)
    assert said(catalog, AIM, {"options": 2}, CallType.SCOPE) == "Aim and offers are there." + READY


@pytest.mark.parametrize(("count", "words"), [(1, "one point"), (3, "three points"), (7, "7 points")])
def test_points(count: int, words: str) -> None:
    assert points_words(count) == words


def test_a_sentence_of_parts() -> None:
    assert are_there([("aim", 1)]) == "Aim is there."
    assert are_there([("points", 2)]) == "Points are there."
    assert are_there([("aim", 1), ("opening", 1), ("offers", 2)]) == "Aim, opening and offers are there."
