"""Bring in: looked at first, asked where it can mean two things, and brought in as one act."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from forecall.exchange.read.cells import DateOrder
from forecall.journal import verbs
from forecall.journal.listing import Sieve, list_calls
from forecall.journal.moments import utc_now
from forecall.journal.reading import list_clients
from forecall.ui.pages import bring_in_page
from forecall.ui.pages.bring_in_page import BringInPage
from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.text import Label
from tests.helpers.archives import archive
from tests.helpers.archives import write as write_archive
from tests.helpers.imports import INVITATION, NOTE
from tests.ui.conftest import Person

TABLE = "Customer,Day,Subject\nContoso,2031-11-26,Price\nFabrikam,2031-02-30,Scope\n"


@pytest.fixture
def page(person: Person) -> BringInPage:
    page = BringInPage(person.desk)
    person.opens(page)
    return page


def take(page: BringInPage, person: Person, folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    page.take([path])
    person.settle()
    return path


def press(page: BringInPage, person: Person) -> None:
    person.qtbot.mouseClick(page._go, Qt.MouseButton.LeftButton)
    person.settle()


def said(page: BringInPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def titles(person: Person) -> list[str]:
    return [call.title for call in person.asks(list_calls, Sieve(), utc_now())]


def test_says_what_can_come_in(page: BringInPage) -> None:
    assert ".ics" in said(page)
    assert not page._go.isVisible()


def test_an_invitation_comes_in_with_the_client_that_is_chosen(
    page: BringInPage, person: Person, tmp_path: Path
) -> None:
    take(page, person, tmp_path, "a.ics", INVITATION.partition("BEGIN:VEVENT\nUID:second")[0] + "END:VCALENDAR\n")
    assert (page._go.text(), page._go.isEnabled(), page._go.hasFocus()) == ("Import 1 call", True, True)
    assert titles(person) == []
    other = next(chip for chip in page.findChildren(Chip) if chip.text() == "Me Myself")
    person.qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    press(page, person)
    assert titles(person) == ["Late delivery"]
    assert [client.name for client in person.asks(list_clients)] == ["Me Myself"]
    assert person.sentences == [("1 call was added.", True)]
    person.undoes()
    assert titles(person) == []


def test_a_moved_invitation_moves_the_call(page: BringInPage, person: Person, tmp_path: Path) -> None:
    one = INVITATION.partition("BEGIN:VEVENT\nUID:second")[0] + "END:VCALENDAR\n"
    one = one.replace("RRULE", "X-RULE")
    take(page, person, tmp_path, "a.ics", one)
    press(page, person)
    take(page, person, tmp_path, "a.ics", one)
    assert (page._go.text(), page._go.isEnabled()) == ("Nothing is new", False)
    assert "1 is there already" in said(page)
    take(page, person, tmp_path, "a.ics", one.replace("20311203T1", "20311204T1"))
    assert "Moves, it was" in said(page)
    press(page, person)
    assert person.sentences[-1] == ("1 call was moved.", True)
    assert person.asks(list_calls, Sieve(), utc_now())[0].planned_wall == "2031-12-04T10:00"


def test_of_several_events_those_that_were_chosen(page: BringInPage, person: Person, tmp_path: Path) -> None:
    take(page, person, tmp_path, "a.ics", INVITATION)
    assert (page._go.text(), page._go.isEnabled()) == ("Nothing is chosen", False)
    assert page._view is not None
    assert page._view._events is not None
    page._view._events._ticks[0].setChecked(True)
    assert page._go.text() == "Import 1 call"
    press(page, person)
    assert titles(person) == ["Late delivery"]


def test_bad_rows_stay_out_only_by_choice(page: BringInPage, person: Person, tmp_path: Path) -> None:
    take(page, person, tmp_path, "a.csv", TABLE)
    assert "Row 3 has a date that does not exist." in said(page)
    assert (page._go.text(), page._go.isEnabled()) == ("Import 1 call", False)
    assert page._view is not None
    assert page._view._leave is not None
    page._view._leave.setChecked(True)
    assert page._go.isEnabled()
    press(page, person)
    assert titles(person) == ["Price"]


def test_a_date_that_can_mean_two_days_is_asked_about(page: BringInPage, person: Person, tmp_path: Path) -> None:
    take(page, person, tmp_path, "a.csv", "client,date\nAnn,03/04/2031\n")
    assert "03/04/2031 can mean two days" in said(page)
    assert not page._go.isEnabled()
    assert page._view is not None
    page._view._on_order([str(DateOrder.MONTH_FIRST)])
    person.settle()
    assert page._go.isEnabled()
    press(page, person)
    assert person.asks(list_calls, Sieve(), utc_now())[0].planned_wall == "2031-03-04T09:00"


def test_columns_are_told_and_a_client_is_asked_for(page: BringInPage, person: Person, tmp_path: Path) -> None:
    take(page, person, tmp_path, "a.csv", "Who,What\nAnn,Late\nBo,Price\n")
    view = page._view
    assert view is not None
    assert "Row 2 has no client." in said(page)
    view._client.setText("Northwind")
    assert page._go.isEnabled()
    view._client.setText("")
    assert not page._go.isEnabled()
    assert view._columns is not None
    view._columns._pills[0].picked.emit("client")
    person.settle()
    assert (page._go.text(), page._go.isEnabled()) == ("Import 2 clients", True)
    view._columns._pills[1].picked.emit("title")
    person.settle()
    press(page, person)
    assert sorted(titles(person)) == ["Late", "Price"]


def test_a_first_row_can_be_a_row_like_others(page: BringInPage, person: Person, tmp_path: Path) -> None:
    take(page, person, tmp_path, "a.csv", "Client,Title\nAnn,Late\n")
    view = page._view
    assert view is not None
    view._names.setChecked(False)
    person.settle()
    assert "2 rows" in said(page)


def test_notes_and_several_files(page: BringInPage, person: Person, tmp_path: Path) -> None:
    for name in ("2025-11-20 Call with Contoso.md", "note.md"):
        (tmp_path / name).write_text(NOTE if name == "note.md" else "words", "utf-8")
    page.take([tmp_path])
    person.settle()
    assert page._go.text() == "Import 2 calls"
    press(page, person)
    assert sorted(titles(person)) == ["Call with Contoso", "Late delivery"]


def test_an_archive_comes_in_too(page: BringInPage, person: Person, tmp_path: Path) -> None:
    page.take([write_archive(tmp_path / "a.json", archive())])
    person.settle()
    count = page._go.text().removeprefix("Import ").removesuffix(" entries")
    assert int(count) >= 8
    press(page, person)
    assert f"{count} entries were added." in said(page)
    assert titles(person) == ["Late report"]


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", ""), ("a.ics", "x"), ("a.md", "x"), ("a.json", "{"), ("a.exe", "")]
)
def test_what_cannot_come_in_is_told_and_the_way_on_is_there(
    page: BringInPage, person: Person, tmp_path: Path, name: str, text: str
) -> None:
    take(page, person, tmp_path, name, text)
    assert "Nothing was imported." in said(page)
    assert page._file.isVisible()
    assert person.failures == []


def test_it_can_be_stopped_and_nothing_is_left(page: BringInPage, person: Person, tmp_path: Path) -> None:
    rows = "".join(f"Client {number},Call {number}\n" for number in range(200))
    take(page, person, tmp_path, "a.csv", f"client,title\n{rows}")
    page._bringing._cancelled = True
    page._run(True)
    assert page._view is not None
    calls = page._view.chosen()
    task = person.desk.workspace.perform(None, verbs.bring_calls, calls, page._bringing._progress)
    task.then(page._bringing.ended.emit, page._bringing._on_failed, tells=Exception)
    person.settle()
    assert "Stopped. Nothing was imported." in said(page)
    assert page._go.isEnabled()
    assert titles(person) == []


def test_files_are_chosen_in_a_dialog(
    page: BringInPage, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TABLE)
    offered: list[str] = []

    def choose(_parent: object, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        offered.append(kinds)
        return [str(path)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: "")
    page.choose_folder()
    person.qtbot.mouseClick(page._file, Qt.MouseButton.LeftButton)
    person.settle()
    assert "*.ics" in offered[0].partition(";;")[0]
    assert "a.csv" in said(page)


def test_what_cannot_be_undone_is_said_before(
    page: BringInPage, person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_archive(tmp_path / "a.json", archive())
    page.take([path])
    person.settle()
    assert "cannot be undone" not in said(page)
    monkeypatch.setattr(bring_in_page, "UNDOABLE", 3)
    page.take([path])
    person.settle()
    assert "With more than 5,000 new entries this cannot be undone afterwards" in said(page)
    assert page._go.isEnabled()


def test_an_archive_that_differs_changes_nothing(page: BringInPage, person: Person, tmp_path: Path) -> None:
    path = write_archive(tmp_path / "a.json", archive())
    page.take([path])
    person.settle()
    press(page, person)
    person.does(verbs.rename_client, person.asks(list_clients)[0].id, "Another name")
    page.take([path])
    person.settle()
    press(page, person)
    assert "Nothing was imported." in said(page)
    assert person.asks(list_clients)[0].name == "Another name"
    page.take([write_archive(tmp_path / "b.json", "{}")])
    person.settle()
    assert "Nothing was imported." in said(page)
    assert person.failures == []
