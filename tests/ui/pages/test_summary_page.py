"""The lessons summary: choosing, ordering, wording, and the document it gives."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from forecall.journal import verbs
from forecall.journal.reading import list_lessons, read_draft
from forecall.ui.models.summary_choice import DRAFT, chosen_from
from forecall.ui.pages.summary_page import SummaryPage
from tests.ui.conftest import Person


@pytest.fixture
def page(person: Person) -> SummaryPage:
    return SummaryPage(person.desk)


def lessons(person: Person, *cues: str) -> list[str]:
    return [str(person.does(verbs.write_lesson, None, {"if": cue, "then": "wait"})) for cue in cues]


def rows(page: SummaryPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def sentences(page: SummaryPage) -> list[str]:
    page._on_draw()
    assert page.summary is not None
    return [lesson.sentence for group in page.summary.groups for lesson in group.lessons]


def test_shows_the_lessons_of_this_year_newest_first(page: SummaryPage, person: Person) -> None:
    lessons(person, "one", "two")
    person.opens(page)
    assert rows(page) == ["If two, I will wait.", "If one, I will wait."]
    assert sentences(page) == rows(page)
    assert page.summary is not None
    assert page.summary.title.startswith("Lessons from my client calls, 20")
    assert "If two, I will wait." in page._paper.toPlainText()


def test_an_empty_journal_has_a_summary_too(page: SummaryPage, person: Person) -> None:
    person.opens(page)
    assert page._none.isVisible()
    assert sentences(page) == []


def test_leaves_out_and_takes_in_by_key(page: SummaryPage, person: Person) -> None:
    lessons(person, "one", "two")
    person.opens(page)
    page.focus_first()
    person.qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert sentences(page) == ["If one, I will wait."]
    assert "left out" in page.model.index(0).data(257 + 3)
    person.qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert len(sentences(page)) == 2


def test_leaves_out_with_a_click_on_the_tick_only(page: SummaryPage, person: Person) -> None:
    lessons(person, "one", "two")
    person.opens(page)
    rect = page.list.visualRect(page.model.index(0))
    person.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert len(sentences(page)) == 2
    at = rect.topLeft()
    at.setX(at.x() + 20)
    at.setY(at.y() + 20)
    person.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sentences(page) == ["If one, I will wait."]


def test_orders_by_key(page: SummaryPage, person: Person) -> None:
    lessons(person, "one", "two", "three")
    person.opens(page)
    page.focus_first()
    for _step in range(2):
        person.qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [words.split(",")[0] for words in sentences(page)] == ["If two", "If one", "If three"]
    assert page.list.currentIndex().row() == 2
    person.qtbot.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [words.split(",")[0] for words in rows(page)] == ["If two", "If three", "If one"]


def test_words_for_the_document_leave_the_journal_as_it_is(page: SummaryPage, person: Person) -> None:
    lessons(person, "one")
    person.opens(page)
    page._words.setFocus()
    page._words.selectAll()
    person.qtbot.keyClicks(page._words, "Wait first.")
    page.flush()
    person.settle()
    assert sentences(page) == ["Wait first."]
    assert [each.if_text for each in person.asks(list_lessons)] == ["one"]
    person.qtbot.mouseClick(page._own, Qt.MouseButton.LeftButton)
    assert sentences(page) == ["If one, I will wait."]
    assert page._words.text() == "If one, I will wait."


def test_up_to_five_are_kept_in_mind(page: SummaryPage, person: Person) -> None:
    lessons(person, *"abcdef")
    person.opens(page)
    page.focus_first()
    for row in range(6):
        page.list.setCurrentIndex(page.model.index(row))
        person.qtbot.keyClick(page._mind, Qt.Key.Key_Space)
    page._on_draw()
    assert page.summary is not None
    assert len(page.summary.keep_in_mind.lessons) == 5
    assert not page._mind.isChecked()
    assert person.sentences == [("Up to five can be kept in mind. Let go of one first.", False)]


def test_the_choice_is_there_again(page: SummaryPage, person: Person) -> None:
    first, _second = lessons(person, "one", "two")
    person.opens(page)
    page._on_ticked(first, False)
    page._by.set_key("month")
    page._by.picked.emit("month")
    page.flush()
    person.settle()
    kept = chosen_from(person.asks(read_draft, DRAFT))
    assert (kept.left_out, kept.by) == ((first,), "month")
    again = SummaryPage(person.desk)
    person.opens(again)
    assert again._by.key() == "month"
    assert sentences(again) == ["If two, I will wait."]


def test_a_span_of_ones_own(page: SummaryPage, person: Person) -> None:
    lessons(person, "one")
    person.opens(page)
    page._span.set_key("pick")
    page._span.picked.emit("pick")
    page._on_since("2001-01-01")
    page._on_until("2001-12-31")
    person.settle()
    assert page._days.isVisible()
    assert rows(page) == []
    page._span.set_key("all")
    page._span.picked.emit("all")
    person.settle()
    assert rows(page) == ["If one, I will wait."]


def test_only_what_two_pages_hold_is_taken_by_itself(page: SummaryPage, person: Person) -> None:
    lessons(person, *(f"number {number}" for number in range(30)))
    person.opens(page)
    assert len(sentences(page)) == 24
    page._on_ticked(page.model.index(29).data(257).id, True)
    assert len(sentences(page)) == 25


@pytest.mark.parametrize("ending", [".md", ".html", ".pdf"])
def test_writes_each_format(page: SummaryPage, person: Person, tmp_path: Path, ending: str) -> None:
    lessons(person, "one")
    person.opens(page)
    page.save_to(tmp_path / f"summary{ending}")
    person.settle()
    assert (tmp_path / f"summary{ending}").stat().st_size > 100
    assert person.sentences == [(f"Saved as summary{ending}.", False)]


@pytest.mark.parametrize("name", ["nowhere/summary.md", "nowhere/summary.pdf", "summary.doc"])
def test_says_why_it_cannot_write(page: SummaryPage, person: Person, tmp_path: Path, name: str) -> None:
    person.opens(page)
    page.save_to(tmp_path / name)
    person.settle()
    assert len(person.sentences) == 1
    assert "Saved" not in person.sentences[0][0]
    assert person.failures == []


def test_words_in_the_document_are_never_markup(page: SummaryPage, person: Person) -> None:
    lessons(person, "<img src='x.png'><b>one</b>")
    person.opens(page)
    assert "<img src='x.png'><b>one</b>" in page._paper.toPlainText()
