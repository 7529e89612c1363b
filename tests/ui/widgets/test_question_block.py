"""One question with its answer."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from forecall.guide.catalog import load_catalog
from forecall.guide.question import Asked, CallType
from forecall.journal.records import AnswerRecord, CallRecord, ItemRecord
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.widgets.text import Label
from tests.conftest import RESOURCES
from tests.ui.test_call_words import CALL
from tests.ui.widgets.conftest import Show


@pytest.fixture(scope="module")
def asked() -> dict[str, Asked]:
    sheets = load_catalog(RESOURCES)
    return {each.key: each for each in sheets.worksheet("prepare").asked([CallType.COMPLAINT])}


def entries(*words: str) -> CallRecord:
    items = tuple(ItemRecord(f"i{n}", "c", "points", n, {"text": text}) for n, text in enumerate(words))
    return CallRecord(head=CALL, items={"points": items})


def type_into(words: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def test_it_asks_and_shows_what_was_answered(show: Show, asked: dict[str, Asked]) -> None:
    block = QuestionBlock(asked["issue"])
    show(block)
    call = CallRecord(head=CALL, answers={"issue": AnswerRecord("issue", {"text": "late"})})
    block.show_answer(call, asked["issue"].wording)
    words = [each.text() for each in block.findChildren(Label) if each.isVisible()]
    assert words == [asked["issue"].wording, asked["issue"].hint]
    assert isinstance(block.field, PartsView)
    assert block.field.value() == {"text": "late"}
    assert block.objectName() == "question_issue"


def test_what_is_typed_is_told_when_it_settles(show: Show, asked: dict[str, Asked]) -> None:
    block = QuestionBlock(asked["issue"])
    show(block)
    told: list[object] = []
    block.edited.connect(lambda: told.append("edited"))
    block.answered.connect(told.append)
    block.focus_answer()
    type_into("la")
    block.flush()
    assert told == ["edited", "edited", {"text": "la"}]


def test_a_list_begins_where_its_entries_end(show: Show, asked: dict[str, Asked]) -> None:
    block = QuestionBlock(asked["points"])
    show(block)
    block.show_answer(entries("one", "two"), asked["points"].wording)
    told: list[tuple[object, int]] = []
    block.entry_written.connect(lambda entry, value, index: told.append((value, index)))
    block.focus_answer()
    type_into("three")
    block.flush()
    assert told == [({"text": "three"}, 2)]


def test_a_phrase_is_inserted_at_the_cursor_or_as_an_entry(show: Show, asked: dict[str, Asked]) -> None:
    box, rows = QuestionBlock(asked["issue"]), QuestionBlock(asked["points"])
    show(box, rows)
    box.insert("I hear you.")
    rows.insert("We own it")
    assert isinstance(box.field, PartsView)
    assert box.field.value() == {"text": "I hear you."}
    assert isinstance(rows.field, OrderedList)
    assert [value for _id, value in rows.field.entries()] == [{"text": "We own it"}]
    box.flush()
    rows.flush()


def test_a_suggestion_becomes_an_entry_and_is_offered_no_more(show: Show, asked: dict[str, Asked]) -> None:
    block = QuestionBlock(asked["points"])
    show(block)
    block.show_answer(entries("one"), asked["points"].wording)
    told: list[object] = []
    block.entry_written.connect(lambda entry, value, index: told.append(value))
    block.suggest([{"text": "one"}, {"text": "two"}])
    (button,) = [each for each in block.findChildren(QPushButton) if each.text().startswith("+")]
    assert button.text() == "+ two"
    button.click()
    assert told == [{"text": "two"}]
    assert button.isHidden()
