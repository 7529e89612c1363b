"""The comparison afterwards must be able to find what is wrong."""

from datetime import date
from typing import Any

import pytest

from forecall.tour import story
from forecall.tour.checking import _Call, _documents
from forecall.tour.story import Answer, Day, Picks, Words

DAY = date(2026, 11, 23)
ASKED = Answer("goal", "What end?", {"text": Words("A new date"), "picked": Picks(("open",), ("open",))})
PROMISED = Answer("promised", "What?", entries=({"text": Words("Send it"), "due": Day("tomorrow", 1)},))


def call(**answers: Any) -> _Call:
    items = [{"call_id": "c", "key": "promised", "position": 0, "value": {"text": "Send it"}, "due": "2026-11-24"}]
    kept = [{"call_id": "c", "key": key, "value": value} for key, value in answers.items()]
    return _Call({"answers": kept, "items": items, "lessons": []}, "c", DAY)


def test_what_is_as_it_was_typed_is_found() -> None:
    assert call(goal={"text": "A new date", "picked": ["open"]}).check(ASKED).wrong == ""
    assert call().check(PROMISED).wrong == ""


@pytest.mark.parametrize(
    "held",
    [
        {"text": "A new dat", "picked": ["open"]},
        {"text": "a new date", "picked": ["open"]},
        {"text": "A new date", "picked": []},
        {"text": "A new date"},
        {},
    ],
)
def test_one_letter_or_one_pick_too_few_is_told(held: dict[str, Any]) -> None:
    assert call(goal=held).check(ASKED).wrong


def test_an_answer_that_is_not_there_is_told() -> None:
    assert call().check(ASKED).wrong


def test_another_day_is_told() -> None:
    later = Answer("promised", "What?", entries=({"text": Words("Send it"), "due": Day("in 2 days", 2)},))
    assert "due" in call().check(later).wrong


def test_one_entry_too_many_is_told() -> None:
    two = Answer("promised", "What?", entries=(*PROMISED.entries, {"text": Words("More")}))
    assert call().check(two).wrong == "1 entries instead of 2"


def test_a_document_that_is_missing_is_told(tmp_path: Any) -> None:
    assert all(check.wrong for check in _documents(tmp_path))


def test_the_points_are_compared_in_the_order_they_were_put_into() -> None:
    typed = [str(entry["text"].kept) for entry in story.APPROACH[1].entries]  # type: ignore[union-attr]
    assert sorted([*typed, story.CAUSE]) == sorted(story.POINTS_AFTER)
    assert typed != list(story.POINTS_AFTER[: len(typed)])
