"""The trash, by keyboard: bringing back, deleting for good, and what it says while it is empty."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from forecall.journal import verbs
from forecall.journal.discarded import read_trash
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.storage.aside import place_aside
from forecall.storage.backup import back_up, list_backups
from forecall.ui.dialogs.delete_for_good import DeleteForGood
from forecall.ui.models.rows import Role
from forecall.ui.page import Desk, Place
from forecall.ui.pages.trash_page import TrashPage
from tests.ui.conftest import Person


@pytest.fixture
def page(desk: Desk) -> TrashPage:
    return TrashPage(desk)


def button(page: TrashPage, words: str) -> QAbstractButton:
    return next(each for each in page.findChildren(QAbstractButton) if each.text() == words and each.isVisible())


def answers(monkeypatch: pytest.MonkeyPatch, agreed: bool, renew: bool = False) -> list[str]:
    """What the dialog is asked about."""
    asked: list[str] = []

    def answer(dialog: DeleteForGood) -> int:
        asked.append(dialog.windowTitle())
        dialog._renew.setChecked(renew)
        return int(DeleteForGood.DialogCode.Accepted if agreed else DeleteForGood.DialogCode.Rejected)

    monkeypatch.setattr(DeleteForGood, "exec", answer)
    return asked


def test_an_empty_trash_says_what_will_be_here_and_where_to_go(person: Person, page: TrashPage) -> None:
    person.opens(page)
    page.focus_first()
    assert page._empty.isVisible()
    person.qtbot.keyClick(page._empty.button, Qt.Key.Key_Space)
    assert person.places == [Place("calls")]


def test_enter_brings_back_and_that_can_be_undone(person: Person, page: TrashPage) -> None:
    call = person.does(verbs.start_call, "Northwind", title="Late report")
    person.does(verbs.mark_call, call, "deleted")
    person.opens(page)
    index = page.list.currentIndex()
    assert (index.data(Role.TITLE), index.data(Role.MORE), index.data(Role.SIDE)) == (
        "Northwind", "Late report", "30 days left"
    )  # fmt: skip
    assert index.data(Role.DETAIL).startswith("Call · deleted today")
    person.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    person.settle()
    assert person.sentences[-1] == ("Brought back.", True)
    assert page._empty.isVisible()
    found = person.asks(read_call, call)
    assert found.head.deleted_at is None
    assert person.undoes() == "Brought back from the trash"
    assert page.model.rowCount() == 1


@pytest.mark.parametrize("agreed", [True, False])
def test_delete_asks_once_and_removes_for_good(
    person: Person, page: TrashPage, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    for name in ("Northwind", "Contoso"):
        person.does(verbs.mark_call, person.does(verbs.start_call, name), "deleted")
    person.opens(page)
    asked = answers(monkeypatch, agreed)
    person.qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    person.settle()
    assert len(asked) == 1
    assert len(person.asks(read_trash, utc_now())) == (1 if agreed else 2)
    assert bool(person.sentences) is agreed
    assert page.list.currentIndex().isValid()


def test_the_backups_are_renewed_on_the_way_where_that_is_wished(
    person: Person, page: TrashPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.does(verbs.mark_call, person.does(verbs.start_call, "Northwind"), "deleted")
    path = person.desk.workspace.path
    old = back_up(path, reason="start")
    person.opens(page)
    answers(monkeypatch, True, renew=True)
    button(page, "Delete for good…").click()
    person.settle()
    person.qtbot.waitUntil(lambda: person.sentences[-1][0] == "Deleted for good, and the backups are renewed.")
    assert [each.path != old for each in list_backups(path)] == [True]


def test_what_was_kept_aside_is_told_of_when_the_backups_are_renewed(
    person: Person, page: TrashPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.does(verbs.mark_call, person.does(verbs.start_call, "Northwind"), "deleted")
    place_aside(person.desk.workspace.path, ".json").write_text("[]")
    person.opens(page)
    answers(monkeypatch, True, renew=True)
    button(page, "Delete for good…").click()
    person.settle()
    person.qtbot.waitUntil(lambda: "may still hold it: Backups names it." in person.sentences[-1][0])
