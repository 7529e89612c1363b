"""Lessons: reading, adding, changing in place, putting away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from forecall.journal import verbs
from forecall.journal.reading import list_lessons
from forecall.ui.models.rows import SPOKEN, Role
from forecall.ui.page import Place
from forecall.ui.pages.lessons_page import LessonsPage
from forecall.ui.widgets.answer_field import AnswerField
from tests.ui.conftest import Person


@pytest.fixture
def page(person: Person) -> LessonsPage:
    return LessonsPage(person.desk)


def lesson(person: Person, cue: str, plan: str = "wait", skill: str = "composure") -> str:
    return str(person.does(verbs.write_lesson, None, {"if": cue, "then": plan, "skill": [skill]}))


def rows(page: LessonsPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def press(person: Person, page: QWidget, name: str) -> None:
    found = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()]
    assert len(found) == 1, name
    person.qtbot.keyClick(found[0], Qt.Key.Key_Space)
    person.settle()


def field(page: LessonsPage, part: str) -> AnswerField:
    found = page._form.control(part)
    assert isinstance(found, AnswerField)
    return found


def test_says_what_will_be_here(page: LessonsPage, person: Person) -> None:
    person.opens(page)
    press(person, page, "Note a call")
    assert person.places == [Place("note_call")]


def test_the_first_lesson_can_be_written_down_at_once(page: LessonsPage, person: Person) -> None:
    person.opens(page)
    press(person, page, "Write one down now")
    assert field(page, "if").hasFocus()
    person.qtbot.keyClicks(field(page, "if"), "a date slips")
    page.flush()
    field(page, "then").setFocus()
    person.qtbot.keyClicks(field(page, "then"), "say it first")
    page.flush()
    person.settle()
    kept = person.asks(list_lessons)
    assert [(each.if_text, each.then_text) for each in kept] == [("a date slips", "say it first")]
    assert field(page, "then").hasFocus()
    assert rows(page) == ["Without a skill", "If a date slips, I will say it first."]


def test_lists_by_skill_with_where_it_comes_from(page: LessonsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", types=["complaint"], held=True)
    person.does(verbs.record_answer, call, "lesson", {"if": "they shout", "then": "wait", "skill": ["composure"]}, "")
    lesson(person, "a date slips", "say it", "preparation")
    person.opens(page)
    assert rows(page) == ["Preparation", "If a date slips, I will say it.", "Composure", "If they shout, I will wait."]
    assert "Northwind · complaint in" in page.model.index(3).data(Role.DETAIL)
    assert "Composure" in page.model.index(3).data(SPOKEN)
    assert not page.model.flags(page.model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_opens_the_call_it_comes_from_and_the_summary(page: LessonsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", held=True)
    person.does(verbs.record_answer, call, "lesson", {"if": "they shout", "then": "wait"}, "")
    person.opens(page)
    press(person, page, "Open the call it comes from")
    press(person, page, "Lessons summary")
    assert person.places == [Place("look_back", call, "later"), Place("summary")]


def test_changes_in_place_and_keeps_the_cursor(page: LessonsPage, person: Person) -> None:
    lesson(person, "a date slips")
    person.opens(page)
    field(page, "then").setFocus()
    person.qtbot.keyClick(field(page, "then"), Qt.Key.Key_End)
    person.qtbot.keyClicks(field(page, "then"), " and br")
    page._form.flush()
    person.settle()
    person.qtbot.keyClicks(field(page, "then"), "eathe")
    page.flush()
    person.settle()
    assert person.asks(list_lessons)[0].then_text == "wait and breathe"
    assert rows(page)[1] == "If a date slips, I will wait and breathe."
    assert person.undoes() == "Lesson changed"
    assert person.asks(list_lessons)[0].then_text == "wait"


def test_words_go_to_the_lesson_they_were_written_in(page: LessonsPage, person: Person) -> None:
    first, second = lesson(person, "one"), lesson(person, "two")
    person.opens(page, Place("lessons", first))
    person.qtbot.keyClicks(field(page, "why"), "because")
    page.list.setCurrentIndex(page.model.index(page.model.row_of(second)))
    person.settle()
    assert {each.id: each.why for each in person.asks(list_lessons)} == {first: "because", second: ""}
    assert field(page, "why").text() == ""


def test_narrows_to_a_skill(page: LessonsPage, person: Person) -> None:
    lesson(person, "one")
    lesson(person, "two", skill="learning")
    person.opens(page)
    page._skill.set_key("learning")
    page._skill.picked.emit("learning")
    person.settle()
    assert rows(page) == ["Learning", "If two, I will wait."]


@pytest.mark.parametrize(("act", "sentence"), [("Archive", "Lesson archived."), ("Delete", "Lesson deleted.")])
def test_puts_away_and_takes_it_back(page: LessonsPage, person: Person, act: str, sentence: str) -> None:
    lesson(person, "one")
    lesson(person, "two")
    person.opens(page)
    press(person, page, act)
    assert len(rows(page)) == 2
    assert person.sentences == [(sentence, True)]
    person.undoes()
    assert len(rows(page)) == 3


def test_enter_goes_on_to_the_lesson(page: LessonsPage, person: Person) -> None:
    person.does(verbs.write_lesson, None, {"if": "they shout", "then": "breathe", "why": ""})
    page.focus_first()
    person.opens(page)
    person.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page._form.control("if").hasFocus()


def test_where_the_list_stands_alone_it_is_walked_and_enter_opens_the_lesson(page: LessonsPage, person: Person) -> None:
    lesson(person, "one")
    lesson(person, "two")
    person.opens(page, size=(480, 560))
    page.focus_first()
    first = page.list.currentIndex().row()
    person.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    second = page.list.currentIndex().row()
    assert 0 < first < second
    assert page.list.hasFocus()
    assert not page._form.isVisible()
    page.read_again()
    person.settle()
    assert page.list.currentIndex().row() == second
    person.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    person.settle()
    assert field(page, "if").hasFocus()
    page.focus_first()
    assert field(page, "if").hasFocus()
    press(person, page, "All lessons")
    assert page.list.hasFocus()
    page.resize(904, 560)
    person.settle()
    assert page._form.isVisible()


def test_deletes_by_key(page: LessonsPage, person: Person) -> None:
    lesson(person, "one")
    person.opens(page)
    page.focus_first()
    person.qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    person.settle()
    assert person.asks(list_lessons) == []


def test_many_lessons_are_handed_out_in_pages(page: LessonsPage, person: Person) -> None:
    for number in range(130):
        person.desk.workspace.perform(None, verbs.write_lesson, None, {"if": f"{number}", "then": "wait"})
    person.settle()
    person.opens(page)
    assert page.model.rowCount() == 100
    page.list.scrollToBottom()
    person.settle()
    assert page.model.rowCount() == 131


def test_a_lesson_that_was_used_can_be_noted_as_one_that_helped(page: LessonsPage, person: Person) -> None:
    made = person.does(verbs.write_lesson, None, {"if": "they shout", "then": "breathe"})
    person.opens(page)
    page.focus_first()
    person.settle()
    assert page._helped.isHidden()
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.use_lesson, made, call)
    assert not page._helped.isHidden()
    page._helped.click()
    person.settle()
    assert [(each.used, each.helped) for each in person.asks(list_lessons)] == [(1, 1)]
    assert page._helped.isHidden()
