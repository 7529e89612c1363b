"""Preparing: the steps, what is kept as it is typed, what fits, and what stands beside."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.moments import wall_now
from forecall.journal.reading import read_call
from forecall.ui.page import Place
from forecall.ui.pages.prepare_page import PreparePage
from forecall.ui.widgets.text import Label
from tests.ui.conftest import ZONE, Person


@pytest.fixture
def call(person: Person) -> str:
    wall = (wall_now(ZONE) + timedelta(minutes=40)).strftime("%Y-%m-%dT%H:%M")
    made = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT], wall=wall, zone=ZONE)
    assert isinstance(made, str)
    return made


@pytest.fixture
def page(person: Person, call: str) -> PreparePage:
    page = PreparePage(person.desk)
    person.opens(page, Place("prepare", call))
    return page


def shown(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def here() -> QWidget:
    """What the keyboard is on."""
    at = QApplication.focusWidget()
    assert at is not None
    return at


def where() -> str:
    return here().accessibleName()


def press(person: Person, page: QWidget, name: str) -> None:
    (button,) = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()]
    button.click()
    person.settle()


def test_the_cursor_is_in_the_first_question(page: PreparePage) -> None:
    assert where() == "What is the client unhappy about?"
    assert "in 40 minutes" in shown(page) or "in 39 minutes" in shown(page)


def test_what_is_typed_is_in_the_file_and_gives_the_title(person: Person, page: PreparePage, call: str) -> None:
    QTest.keyClicks(here(), "The report came late.")
    page.flush()
    person.settle()
    assert person.asks(read_call, call).text("issue") == "The report came late."
    assert "The report came late" in shown(page).splitlines()
    assert "Saved" in shown(page)


def test_a_step_is_a_place_of_its_own(person: Person, page: PreparePage, call: str) -> None:
    page.do_next_step()
    assert person.places == [Place("prepare", call, "client")]
    page.open_at(person.places[0])
    person.settle()
    assert "How would they tell it?" in shown(page)
    page.do_earlier_step()
    assert person.places[-1] == Place("prepare", call, "issue")


def test_after_the_last_step_comes_the_sheet(person: Person, page: PreparePage, call: str) -> None:
    page.open_at(Place("prepare", call, "settle"))
    person.settle()
    page.do_next_step()
    assert person.places == [Place("call_sheet", call)]


def test_a_place_with_a_question_puts_the_cursor_there(person: Person, page: PreparePage, call: str) -> None:
    page.open_at(Place("prepare", call, "client", "their_story"))
    person.settle()
    assert where() == "How would they tell it?"
    assert page.stopped_at().key == "their_story"


def test_only_what_fits_folds_and_more_unfolds(person: Person, page: PreparePage) -> None:
    page.do_only_what_fits()
    person.settle()
    assert "Only what fits in 15 minutes." in shown(page)
    assert "What worries them most?" not in shown(page)
    press(person, page, "More questions")
    assert "What worries them most?" in shown(page)
    page.do_only_what_fits()
    person.settle()
    assert "Only what fits in 15 minutes." not in shown(page)


def test_words_changed_elsewhere_come_in_but_not_over_those_being_written(
    person: Person, page: PreparePage, call: str
) -> None:
    QTest.keyClicks(here(), "being wri")
    person.does(verbs.record_answer, call, "issue", {"text": "from elsewhere"})
    person.does(verbs.record_answer, call, "goal", {"text": "a new date"})
    block = page._questions.block("issue")
    goal = page._questions.block("goal")
    assert block is not None
    assert goal is not None
    assert block.field.value() == {"text": "being wri"}  # type: ignore[attr-defined]
    assert goal.field.value() == {"text": "a new date"}  # type: ignore[attr-defined]
    page.flush()
    person.settle()


def test_undo_wins_over_the_box(person: Person, page: PreparePage, call: str) -> None:
    QTest.keyClicks(here(), "first")
    page.flush()
    person.settle()
    person.undoes()
    block = page._questions.block("issue")
    assert block is not None
    assert block.field.value() == {}  # type: ignore[attr-defined]


def test_last_time_is_there_and_its_lesson_is_used_again(person: Person, call: str) -> None:
    before = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT], held=True)
    person.does(verbs.record_answer, before, "lesson", {"if": "a date slips", "then": "say it first"})
    person.does(verbs.write_item, before, "promised", "p1", {"text": "Send the plan"}, index=0)
    page = PreparePage(person.desk)
    person.opens(page, Place("prepare", call))
    words = shown(page)
    assert "Last time with Northwind" in words
    assert "You promised: Send the plan" in words
    press(person, page, "Use again")
    assert [item.text for item in person.asks(read_call, call).entries("points")] == ["Say it first"]
    assert "Use again" not in [each.accessibleName() for each in page.findChildren(QPushButton) if each.isVisible()]


def test_last_time_moves_into_a_narrow_page(person: Person, call: str) -> None:
    before = person.does(verbs.start_call, "Northwind", held=True)
    person.does(verbs.write_item, before, "promised", "p1", {"text": "Send the plan"}, index=0)
    page = PreparePage(person.desk)
    person.opens(page, Place("prepare", call), size=(600, 700))
    assert "You promised: Send the plan" in shown(page)
    assert "Why this matters" not in shown(page)


def test_the_time_left_can_be_hidden(person: Person, call: str) -> None:
    person.desk.settings.countdown_shown = False
    page = PreparePage(person.desk)
    person.opens(page, Place("prepare", call))
    assert "minutes" not in shown(page).splitlines()[1]
    assert "in 40 minutes" not in shown(page)


def test_a_call_that_was_deleted_meanwhile_leaves_the_page_as_it_is(
    person: Person, page: PreparePage, call: str
) -> None:
    person.does(verbs.mark_call, call, "deleted")
    assert person.failures == []


def test_what_is_typed_before_another_call_is_there_belongs_to_that_call(
    person: Person, page: PreparePage, call: str
) -> None:
    person.qtbot.keyClicks(QApplication.focusWidget(), "for alpha")
    other = person.does(verbs.start_call, "Contoso")
    page.open_at(Place("prepare", other))
    page.focus_first()
    for letter in "for beta":  # in the same turn of the event loop: nothing of the other call was read yet
        person.qtbot.keyClick(QApplication.focusWidget(), letter)
    person.settle()
    person.qtbot.keyClicks(QApplication.focusWidget(), ", later")
    page.flush()
    person.settle()
    said = [person.asks(read_call, each).text("issue") for each in (call, other)]
    assert said == ["for alpha", "for beta, later"]
