"""The sheet on the screen and on its way to paper."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.moments import wall_now
from forecall.ui.page import Place
from forecall.ui.pages.call_sheet_page import CallSheetPage
from forecall.ui.widgets.paper import Paper
from tests.ui.conftest import ZONE, Person


@pytest.fixture
def call(person: Person) -> str:
    made = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT])
    person.does(verbs.record_answer, made, "goal", {"text": "One new date"})
    person.does(verbs.write_item, made, "points", "p1", {"text": "We own the delay"}, index=0)
    assert isinstance(made, str)
    return made


@pytest.fixture
def page(person: Person, call: str) -> CallSheetPage:
    page = CallSheetPage(person.desk)
    person.opens(page, Place("call_sheet", call))
    return page


def words(page: QWidget) -> str:
    paper = page.findChild(Paper)
    assert paper is not None
    return paper.toPlainText()


def press(person: Person, page: QWidget, name: str) -> None:
    (button,) = [
        each for each in page.findChildren(QPushButton) if each.accessibleName() == name and not each.isHidden()
    ]
    button.click()
    person.settle()


def test_it_holds_what_was_prepared(page: CallSheetPage) -> None:
    assert "One new date" in words(page)
    assert "We own the delay" in words(page)


def test_it_follows_what_is_written_elsewhere(person: Person, page: CallSheetPage, call: str) -> None:
    person.does(verbs.record_answer, call, "goal", {"text": "Two dates to choose from"})
    assert "Two dates to choose from" in words(page)


def test_it_is_copied_as_text(person: Person, page: CallSheetPage) -> None:
    press(person, page, "Copy as text")
    assert "We own the delay" in QGuiApplication.clipboard().text()
    assert person.sentences == [("Copied.", False)]


@pytest.mark.parametrize("ending", ["md", "html", "pdf"])
def test_it_is_written_as_a_file(person: Person, page: CallSheetPage, tmp_path: Path, ending: str) -> None:
    assert page.save_to(tmp_path / f"sheet.{ending}")
    assert (tmp_path / f"sheet.{ending}").stat().st_size > 0
    assert person.sentences == [(f"Saved as sheet.{ending}.", False)]


def test_a_file_that_cannot_be_written_is_told(person: Person, page: CallSheetPage, tmp_path: Path) -> None:
    assert not page.save_to(tmp_path / "nowhere" / "sheet.md")
    ((sentence, _undo),) = person.sentences
    assert sentence
    assert not sentence.startswith("Saved")


def test_the_ways_on_and_back(person: Person, page: CallSheetPage, call: str) -> None:
    press(person, page, "Prepare")
    press(person, page, "Look back")
    assert person.places == [Place("prepare", call), Place("look_back", call, "now")]


def test_one_column_where_there_is_no_room_for_two(person: Person, call: str) -> None:
    page = CallSheetPage(person.desk)
    person.opens(page, Place("call_sheet", call), size=(480, 700))
    paper = page.findChild(Paper)
    assert paper is not None
    assert paper.document().size().width() <= paper.viewport().width() + 1


def test_the_buttons_stand_on_one_line_in_a_small_window(person: Person, call: str) -> None:
    page = CallSheetPage(person.desk)
    person.opens(page, Place("call_sheet", call), size=(604, 560))

    def shown() -> list[QPushButton]:
        return [each for each in page._foot.findChildren(QPushButton) if each.isVisible()]

    def tops() -> set[int]:
        return {each.mapTo(page, QPoint(0, 0)).y() for each in shown()}

    assert [each.text() for each in shown()] == ["More…", "Look back", "Begin the call"]
    assert len(tops()) == 1
    person.does(verbs.begin_call, call)
    person.does(verbs.end_call, call)
    assert len(tops()) == 1
    page.resize(1000, 560)
    person.settle()
    assert [each.text() for each in shown()] == ["Prepare", "Copy as text", "Save as…", "Print…", "Look back"]
    assert len(tops()) == 1


def test_no_cursor_stands_on_the_sheet(page: CallSheetPage) -> None:
    paper = page.findChild(Paper)
    assert paper is not None
    assert paper.cursorWidth() == 0


def test_the_way_on_is_the_call_and_after_it_the_look_back(person: Person, page: CallSheetPage, call: str) -> None:
    asked: list[tuple[str, bool]] = []
    page.live_asked.connect(lambda call_id, begin: asked.append((call_id, begin)))
    press(person, page, "Begin the call")
    assert asked == [(call, True)]
    person.does(verbs.begin_call, call)
    press(person, page, "Go on with the call")
    person.does(verbs.end_call, call)
    shown = [each.accessibleName() for each in page.findChildren(QPushButton) if not each.isHidden()]
    assert "Go on with the call" not in shown
    press(person, page, "Look back")
    assert person.places == [Place("look_back", call, "now")]


def test_the_time_left_can_be_hidden(person: Person, page: CallSheetPage, call: str) -> None:
    wall = (wall_now(ZONE) + timedelta(minutes=40)).strftime("%Y-%m-%dT%H:%M")
    person.does(verbs.move_call, call, wall, ZONE)
    assert page._time.text().endswith("minutes")
    person.desk.settings.countdown_shown = False
    page.read_again()
    person.settle()
    assert page._time.text() == ""
