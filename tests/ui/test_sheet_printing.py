"""The sheet is printed from the questions as it stands, half an answer included, also when the disk hangs."""

import pytest
from PySide6.QtTest import QTest

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.call_sheet import CallSheet
from forecall.ui.page import Place
from forecall.ui.pages.prepare_page import PreparePage
from forecall.workspace.workspace import Task
from tests.ui.conftest import Person
from tests.ui.pages.test_prepare_page import here


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[CallSheet]:
    found: list[CallSheet] = []
    monkeypatch.setattr(
        "forecall.ui.dialogs.printing.print_with_preview", lambda sheet, _page, _paper: found.append(sheet)
    )
    return found


@pytest.fixture
def page(person: Person, printed: list[CallSheet]) -> PreparePage:
    call = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT])
    page = PreparePage(person.desk)
    person.opens(page, Place("prepare", call, "approach"))
    return page


def words(sheet: CallSheet) -> str:
    return "\n".join(entry.text for block in sheet.top for entry in block.entries)


def test_half_an_answer_is_on_it(person: Person, page: PreparePage, printed: list[CallSheet]) -> None:
    QTest.keyClicks(here(), "The report was la")
    page.do_print()
    person.qtbot.waitUntil(lambda: len(printed) == 1)
    assert "The report was la" in words(printed[0])
    assert person.places == []


def test_a_point_that_is_being_written_is_on_it(person: Person, page: PreparePage, printed: list[CallSheet]) -> None:
    page._questions.focus_question("points")
    QTest.keyClicks(here(), "The new da")
    page.do_print()
    person.qtbot.waitUntil(lambda: len(printed) == 1)
    assert "The new da" in words(printed[0])


def test_two_keys_make_one_preview(person: Person, page: PreparePage, printed: list[CallSheet]) -> None:
    page.do_print()
    page.do_print()
    person.settle()
    assert len(printed) == 1


def test_a_disk_that_hangs_is_not_waited_for(
    person: Person, page: PreparePage, printed: list[CallSheet], monkeypatch: pytest.MonkeyPatch
) -> None:
    from concurrent.futures import Future

    never: Future[None] = Future()
    monkeypatch.setattr(person.desk.workspace, "settled", lambda: Task(never, person.desk.bridge.deliver))
    page._printing._late.setInterval(1)
    QTest.keyClicks(here(), "The report was la")
    page.do_print()
    person.qtbot.waitUntil(lambda: len(printed) == 1)
    assert "The report was la" in words(printed[0])
    never.set_result(None)
    monkeypatch.undo()
    person.settle()
    assert len(printed) == 1


def test_before_the_call_is_read_there_is_nothing_to_print(person: Person, printed: list[CallSheet]) -> None:
    page = PreparePage(person.desk)
    person.qtbot.addWidget(page)
    page.do_print()
    person.settle()
    assert printed == []
