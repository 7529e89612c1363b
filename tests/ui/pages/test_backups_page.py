"""The page of backups."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from forecall.journal import verbs
from forecall.storage.aside import kept_aside, set_aside
from forecall.tour import hands
from forecall.tour.person import Person as Walker
from forecall.ui.page import Place
from forecall.ui.pages.backups_page import BackupsPage
from forecall.ui.widgets.text import Label
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture
from tests.journeys.test_whole_way import begins
from tests.ui.conftest import Person


@pytest.fixture
def page(person: Person) -> BackupsPage:
    person.does(verbs.start_call, "Northwind")
    return BackupsPage(person.desk)


def shown(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def button(page: QWidget, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisible())


def name_of_first(words: str) -> str:
    window = QApplication.activeWindow()
    assert window is not None
    return button(window, words).accessibleName()


def answers(words: str) -> None:
    """Press a button of the question that is about to come."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            button(dialog, words).click()
        else:
            QTimer.singleShot(10, press)

    QTimer.singleShot(0, press)


def test_an_empty_page_offers_to_make_one(page: BackupsPage, person: Person) -> None:
    person.opens(page)
    person.qtbot.waitUntil(lambda: "appear here" in shown(page))
    button(page, "Back up now").click()
    person.qtbot.waitUntil(lambda: "Today, " in shown(page))
    assert "Backed up and checked: 1 call." in shown(page)
    assert "made when you asked for it · checked" in shown(page)
    assert "appear here" not in shown(page)


def test_restoring_is_asked_once_and_can_be_left(page: BackupsPage, person: Person) -> None:
    made = person.desk.workspace.backups.make().wait()
    person.opens(page)
    person.qtbot.waitUntil(lambda: "Today, " in shown(page))
    asked: list[Path] = []
    page.restore_asked.connect(asked.append)
    answers("Leave it")
    button(page, "Restore…").click()
    assert asked == []
    answers("Restore")
    button(page, "Restore…").click()
    assert asked == [made.path]


def test_renewing_is_asked_and_leaves_one(page: BackupsPage, person: Person) -> None:
    for reason in ("start", "migration"):
        person.desk.workspace.backups.make(reason).wait()
    answers("Renew")
    person.opens(page, Place("backups", step="renew"))
    person.qtbot.waitUntil(lambda: "2 older ones removed" in shown(page))
    assert [each.reason for each in person.desk.workspace.backups.look().wait()] == ["renewed"]


def test_what_was_kept_aside_is_named_and_goes_when_the_person_agrees(page: BackupsPage, person: Person) -> None:
    path = person.desk.workspace.path
    person.desk.workspace.settled().wait()
    kept = set_aside(path)
    person.opens(page)
    person.qtbot.waitUntil(lambda: kept.name in shown(page))
    answers("Leave it")
    button(page, "Remove what was kept aside…").click()
    person.settle()
    assert kept.exists()
    answers("Remove")
    button(page, "Remove what was kept aside…").click()
    person.qtbot.waitUntil(lambda: "removed." in shown(page))
    person.qtbot.waitUntil(lambda: kept.name not in shown(page))
    assert kept_aside(path) == []
    assert path.exists()


def test_nothing_is_said_of_what_is_aside_where_nothing_is(page: BackupsPage, person: Person) -> None:
    person.desk.workspace.backups.make().wait()
    person.opens(page)
    person.qtbot.waitUntil(lambda: "Today, " in shown(page))
    person.settle()
    assert "kept aside" not in shown(page)
    assert not page._remove.isVisible()


def test_a_place_can_begin_a_backup(page: BackupsPage, person: Person) -> None:
    person.opens(page, Place("backups", step="make"))
    person.qtbot.waitUntil(lambda: "Backed up and checked" in shown(page))
    assert len(person.desk.workspace.backups.look().wait()) == 1


def test_the_folder_is_opened(page: BackupsPage, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def no_viewer(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", no_viewer)
    person.opens(page)
    page._folder.click()
    person.desk.workspace.backups.make().wait()
    page._folder.click()
    folder = person.desk.workspace.backups.folder
    assert opened == [str(folder.parent), str(folder)]
    assert person.sentences[-1][0] == f"The folder could not be opened. It is {folder}."


def test_a_backup_is_restored_and_the_journal_of_now_is_kept(
    house: House,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The whole way in the real window: no other backup comes between."""
    monkeypatch.setattr("forecall.ui.safety.Safety.begin", lambda safety: None)

    def story(me: Walker) -> None:
        begins(me, client="Northwind")
        me.type_words("Two days late")
        me.sees("Saved")
        me.press("Ctrl+,")
        me.click("Backups")
        me.click("Back up now")
        me.sees("Backed up and checked: 1 call.")
        begins(me, client="Southwind")
        me.type_words("Too dear")
        me.sees("Saved")
        me.press("Ctrl+,")
        me.click("Backups")
        me.sees("The newest first")
        me.hands.begin(lambda: hands.click(hands.find(name_of_first("Restore…"))))
        me.sees("that copy can be restored in the same way")
        me.click("Restore")
        me.sees("The backup was restored. The journal as it was before is kept.")
        me.press("Ctrl+3")
        me.sees("Northwind")
        me.sees_no("Southwind")

    house.tells(story)
    workspace_names = house.asks(
        lambda connection: [name for (name,) in connection.execute("SELECT name FROM client ORDER BY seq")]
    )
    assert workspace_names == ["Northwind"]
