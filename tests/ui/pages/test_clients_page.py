"""Clients and their cards: what is known, renaming, merging, archiving, deleting."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from forecall.journal import verbs
from forecall.journal.moments import wall_now
from forecall.journal.reading import list_clients, read_call, read_client
from forecall.ui.dialogs.choose_client import ChooseClient
from forecall.ui.dialogs.confirm import Confirm
from forecall.ui.models.rows import SPOKEN
from forecall.ui.page import Place
from forecall.ui.pages.clients_page import ClientsPage
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.kept_row import KeptRow
from forecall.ui.widgets.text import Label
from tests.ui.conftest import ZONE, Person


@pytest.fixture
def page(person: Person) -> ClientsPage:
    return ClientsPage(person.desk)


def client_of(person: Person, call: str) -> str:
    return str(person.asks(read_call, call).head.client_id)


def shown(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def button(page: QWidget, name: str) -> QPushButton:
    found = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()]
    assert len(found) == 1, name
    return found[0]


def press(person: Person, page: QWidget, name: str) -> None:
    person.qtbot.keyClick(button(page, name), Qt.Key.Key_Space)
    person.settle()


def known(page: ClientsPage) -> AnswerField:
    return next(each for each in page.findChildren(AnswerField) if each.objectName() == "known")


def names(page: ClientsPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def test_says_what_will_be_here(page: ClientsPage, person: Person) -> None:
    person.opens(page)
    press(person, page, "Prepare a call")
    assert person.places == [Place("new_call")]


def test_lists_by_name_with_their_calls_and_shows_a_card(page: ClientsPage, person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    person.does(verbs.start_call, "Alder & Sons")
    person.does(verbs.start_call, "Alder & Sons")
    person.opens(page)
    assert [page.model.index(row).data(SPOKEN) for row in range(2)] == ["Alder & Sons. 2 calls", "Northwind. 1 call"]
    page.focus_first()
    person.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    person.settle()
    assert page._name._label.text() == "Northwind"


def test_the_card_tells_calls_promises_and_what_settled_things(page: ClientsPage, person: Person) -> None:
    soon = (wall_now(ZONE) + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    call = person.does(verbs.start_call, "Northwind", wall=soon, zone=ZONE, title="Late")
    person.does(verbs.write_item, call, "promised", "p", {"text": "Send the plan", "due": "2020-01-02"})
    person.does(verbs.write_item, call, "settled", "s", {"text": "A discount"})
    person.opens(page, Place("clients", client_of(person, call)))
    words = shown(page)
    assert "Send the plan" in words
    assert "2 Jan 2020" in words
    assert "A discount" in words
    press(person, page, "Open: Northwind · Late")
    press(person, page, "Prepare a call with them")
    assert person.places == [Place("prepare", call), Place("new_call", client_of(person, call))]


def test_a_promise_is_kept_on_the_card(page: ClientsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.write_item, call, "promised", "p", {"text": "Send the plan."})
    person.opens(page)
    tick = next(each for each in page.findChildren(QWidget) if each.accessibleName() == "Kept: Send the plan.")
    person.qtbot.keyClick(tick, Qt.Key.Key_Space)
    person.settle()
    assert "Promised, and open" not in shown(page)
    assert "Kept, and what came of it" in shown(page)
    assert person.sentences == [("Kept: Send the plan.", True)]


def test_what_came_of_a_promise_is_told_on_the_card(page: ClientsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.write_item, call, "promised", "p", {"text": "Send the plan."})
    person.does(verbs.keep_promise, "p", "")
    person.opens(page)
    (row,) = page.findChildren(KeptRow)
    person.qtbot.keyClicks(row.field, "They signed it")
    page.flush()
    person.settle()
    assert person.asks(read_call, call).items["promised"][0].value["result"] == "They signed it"
    tick = next(each for each in page.findChildren(QWidget) if each.accessibleName() == "Kept: Send the plan.")
    person.qtbot.keyClick(tick, Qt.Key.Key_Space)
    person.settle()
    assert "Promised, and open" in shown(page)
    assert person.asks(read_call, call).items["promised"][0].value["result"] == "They signed it"


def test_what_is_known_is_kept_as_it_is_typed_for_the_right_client(page: ClientsPage, person: Person) -> None:
    person.does(verbs.start_call, "Alder")
    person.does(verbs.start_call, "Northwind")
    person.opens(page)
    person.qtbot.keyClicks(known(page), "Reads mail late")
    page.list.setCurrentIndex(page.model.index(1))
    person.settle()
    assert known(page).text() == ""
    found = {client.name: client.known for client in person.asks(list_clients)}
    assert found == {"Alder": "Reads mail late", "Northwind": ""}


def test_a_card_that_changes_elsewhere_does_not_touch_the_words_being_typed(page: ClientsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Alder")
    person.opens(page)
    known(page).setFocus()
    person.qtbot.keyClicks(known(page), "half a sen")
    person.does(verbs.rename_call, call, "Another title")
    person.qtbot.keyClicks(known(page), "tence")
    page.flush()
    assert person.asks(read_client, client_of(person, call)).known == "half a sentence"
    assert "Another title" in shown(page)


def test_renames_and_says_in_place_why_not(page: ClientsPage, person: Person) -> None:
    person.does(verbs.start_call, "Alder")
    person.does(verbs.start_call, "Northwind")
    person.opens(page)
    press(person, page, "Rename Alder")
    line = next(each for each in page.findChildren(QLineEdit) if each.accessibleName() == "Name of the client")
    line.setText("northwind")
    person.qtbot.keyClick(line, Qt.Key.Key_Return)
    person.settle()
    assert "There is already a client named northwind" in shown(page)
    line.setText("Alder & Sons")
    person.qtbot.keyClick(line, Qt.Key.Key_Return)
    person.settle()
    assert names(page) == ["Alder & Sons", "Northwind"]
    assert not line.isVisible()
    assert person.failures == []  # said once, at the name
    assert person.undoes() == "Client renamed"
    assert names(page) == ["Alder", "Northwind"]


def test_merges_with_one_that_is_chosen(page: ClientsPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Nordwind")
    kept = person.does(verbs.start_call, "Northwind")
    person.opens(page)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChooseClient)
        line = dialog.findChildren(QLineEdit)[0]
        person.qtbot.keyClicks(line, "nor")
        person.settle()
        assert [dialog._model.index(row).data() for row in range(dialog._model.rowCount())] == ["Northwind"]
        person.qtbot.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    press(person, page, "Merge with…")
    assert names(page) == ["Northwind"]
    assert client_of(person, call) == client_of(person, kept)
    assert person.sentences == [("Nordwind is now Northwind.", True)]
    assert page._name._label.text() == "Northwind"


@pytest.mark.parametrize("agreed", [True, False])
def test_deleting_says_what_goes_with_it(page: ClientsPage, person: Person, agreed: bool) -> None:
    person.does(verbs.start_call, "Alder")
    person.does(verbs.start_call, "Alder")
    person.opens(page)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Confirm)
        assert "2 calls with them are deleted too" in shown(dialog)
        person.qtbot.keyClick(button(dialog, "Delete" if agreed else "Leave it"), Qt.Key.Key_Space)

    QTimer.singleShot(0, answer)
    press(person, page, "Delete")
    assert names(page) == ([] if agreed else ["Alder"])
    if agreed:
        assert person.sentences == [("Alder deleted.", True)]
        person.undoes()
        assert names(page) == ["Alder"]


def test_deletes_by_key_and_goes_on_in_the_list(page: ClientsPage, person: Person) -> None:
    for name in ("Alder", "Birch"):
        person.does(verbs.start_call, name)
    person.opens(page)
    page.focus_first()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Confirm)
        person.qtbot.keyClick(button(dialog, "Delete"), Qt.Key.Key_Space)

    QTimer.singleShot(0, answer)
    person.qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    person.settle()
    assert names(page) == ["Birch"]
    assert page.list.currentIndex().data() == "Birch"
    assert page._name._label.text() == "Birch"


def test_enter_goes_on_to_the_card(page: ClientsPage, person: Person) -> None:
    person.does(verbs.start_call, "Alder")
    person.opens(page)
    page.focus_first()
    person.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is known(page)


def test_archives_and_brings_back(page: ClientsPage, person: Person) -> None:
    person.does(verbs.start_call, "Alder")
    person.opens(page)
    press(person, page, "Archive")
    assert names(page) == []
    page._kept.set_key("archived")
    page._kept.picked.emit("archived")
    person.settle()
    assert names(page) == ["Alder"]
    press(person, page, "Bring back")
    assert person.sentences == [("Alder archived. Their calls stay.", True), ("Alder brought back.", True)]


def test_where_there_is_little_room_the_list_or_the_card(page: ClientsPage, person: Person) -> None:
    person.does(verbs.start_call, "Alder")
    person.opens(page, size=(480, 560))
    assert page.list.isVisible()
    person.qtbot.mouseClick(
        page.list.viewport(), Qt.MouseButton.LeftButton, pos=page.list.visualRect(page.model.index(0)).center()
    )
    person.settle()
    assert not page.list.isVisible()
    assert known(page).isVisible()
    press(person, page, "All clients")
    assert page.list.isVisible()


def test_where_the_list_stands_alone_it_is_walked_and_enter_opens_the_card(page: ClientsPage, person: Person) -> None:
    calls = [person.does(verbs.start_call, name) for name in ("Alder", "Birch")]
    person.opens(page, size=(480, 560))
    page.focus_first()
    assert page.list.currentIndex().data() == "Alder"
    person.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    person.settle()
    assert page.list.hasFocus()
    assert not known(page).isVisible()
    person.does(verbs.start_call, "Birch")
    assert page.list.currentIndex().data() == "Birch"
    person.qtbot.keyClick(page.list, Qt.Key.Key_Return)
    person.settle()
    assert page._name._label.text() == "Birch"
    assert QApplication.focusWidget() is known(page)
    page.open_at(Place("clients", client_of(person, calls[0])))
    page.focus_first()
    person.settle()
    assert QApplication.focusWidget() is known(page)
    press(person, page, "All clients")
    assert page.list.hasFocus()
    assert page.list.currentIndex().data() == "Alder"
    page.resize(904, 560)
    person.settle()
    assert page._name._label.text() == "Alder"


def test_earlier_versions_are_offered_where_a_client_is(page: ClientsPage, person: Person) -> None:
    person.opens(page)
    assert not page.can("earlier")
    page.do_earlier()  # by its key: no dialog about nobody
    call = person.does(verbs.start_call, "Northwind")
    page.open_at(Place("clients", client_of(person, call)))
    person.settle()
    assert page.can("earlier")
