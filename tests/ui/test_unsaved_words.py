"""Words that are not in the file yet stand in their box, wherever the person went meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forecall.journal import verbs
from forecall.journal.reading import read_call, read_client
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Place
from forecall.ui.pages.clients_page import ClientsPage
from forecall.ui.pages.lessons_page import LessonsPage
from forecall.ui.widgets.answer_field import AnswerField
from tests.helpers.refusing_disk import RefusingDisk
from tests.ui.conftest import Person


@pytest.fixture
def disk(person: Person) -> Iterator[RefusingDisk]:
    disk = RefusingDisk(person.desk.workspace)
    yield disk
    disk.again()


def goes(window: MainWindow, person: Person, place: Place) -> None:
    """Go there while the disk refuses: what is asked of the file is answered, what is written waits."""
    window.go(place)
    person.qtbot.waitUntil(lambda: window.page.place[:3] == place[:3])
    for _round in range(4):
        person.desk.workspace.ask(lambda connection: None).wait()
        person.qtbot.wait(10)


def box(window: MainWindow, name: str) -> AnswerField:
    return next(each for each in window.page.findChildren(AnswerField) if name in each.accessibleName())


def test_another_step_and_back(window: MainWindow, person: Person, disk: RefusingDisk) -> None:
    call = str(person.does(verbs.start_call, "Northwind"))
    person.does(verbs.record_answer, call, "issue", {"text": "Known before."})
    issue, other = Place("prepare", call, "issue", "issue"), Place("prepare", call, "client")
    window.go(issue)
    person.settle()
    disk.refuses = True
    person.qtbot.keyClicks(QApplication.focusWidget(), " Typed while it is full.")
    goes(window, person, other)
    goes(window, person, issue)
    assert box(window, "What is the client unhappy about?").text() == "Known before. Typed while it is full."
    person.qtbot.keyClicks(QApplication.focusWidget(), " And after.")
    window.flush()
    disk.again()
    person.settle()
    written = person.asks(read_call, call)
    assert written is not None
    assert written.text("issue") == "Known before. Typed while it is full. And after."


def test_letters_that_follow_an_undo_stay(window: MainWindow, person: Person, disk: RefusingDisk) -> None:
    call = str(person.does(verbs.start_call, "Northwind"))
    person.does(verbs.record_answer, call, "issue", {"text": "One."})
    person.does(verbs.record_answer, call, "goal", {"text": "A plan"})
    window.go(Place("prepare", call, "issue", "issue"))
    person.settle()
    disk.refuses = True
    undone = person.desk.workspace.undo()
    person.qtbot.keyClicks(QApplication.focusWidget(), " Two.")
    window.flush()
    person.qtbot.keyClicks(QApplication.focusWidget(), " Three.")
    disk.again()
    undone.wait()
    person.settle()
    assert box(window, "What is the client unhappy about?").text() == "One. Two. Three."
    window.flush()
    person.settle()
    written = person.asks(read_call, call)
    assert written is not None
    assert (written.text("issue"), written.text("goal")) == ("One. Two. Three.", "")


def test_another_client_and_back(window: MainWindow, person: Person, disk: RefusingDisk) -> None:
    for name in ("Northwind", "Contoso"):
        person.does(verbs.start_call, name)
    window.resize(1300, 800)
    window.go(Place("clients"))
    person.settle()
    page = window.page
    assert isinstance(page, ClientsPage)
    page.list.setCurrentIndex(page.model.index(0))
    person.settle()
    client = page._client_id
    disk.refuses = True
    page._known.setFocus()
    person.qtbot.keyClicks(page._known, "Prefers the phone.")
    for row in (1, 0):
        page.list.setFocus()
        page.list.setCurrentIndex(page.model.index(row))
        goes(window, person, page.place)
    assert page._client_id == client
    assert page._known.text() == "Prefers the phone."
    disk.again()
    person.settle()
    kept = person.asks(read_client, client)
    assert kept is not None
    assert kept.known == "Prefers the phone."


def test_another_lesson_and_back(window: MainWindow, person: Person, disk: RefusingDisk) -> None:
    for words in ("a date slips", "they interrupt"):
        person.does(verbs.write_lesson, None, {"if": words, "then": "call", "skill": ["composure"]})
    window.resize(1300, 800)
    window.go(Place("lessons"))
    person.settle()
    page = window.page
    assert isinstance(page, LessonsPage)
    rows = [row for row in range(page.model.rowCount()) if page.model.flags(page.model.index(row)) & _SELECTABLE]
    page.list.setCurrentIndex(page.model.index(rows[0]))
    lesson = page._lesson_id
    disk.refuses = True
    why = box(window, "Why")
    why.setFocus()
    person.qtbot.keyClicks(why, "They heard it from someone else.")
    for row in (rows[1], rows[0]):
        page.list.setFocus()
        page.list.setCurrentIndex(page.model.index(row))
    assert page._lesson_id == lesson
    assert box(window, "Why").text() == "They heard it from someone else."
    disk.again()
    person.settle()


_SELECTABLE = Qt.ItemFlag.ItemIsSelectable
