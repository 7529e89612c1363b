"""Choosing one of the clients there are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from forecall.journal import verbs
from forecall.journal.reading import list_clients
from forecall.ui.dialogs.choose_client import ChooseClient
from tests.ui.conftest import Person


def opened(person: Person, but: str = "") -> tuple[ChooseClient, QLineEdit]:
    dialog = ChooseClient(person.desk, "Calls with…", "Show", but=but)
    person.qtbot.addWidget(dialog)
    dialog.show()
    person.settle()
    return dialog, dialog.findChildren(QLineEdit)[0]


def names(dialog: ChooseClient) -> list[str]:
    return [dialog._model.index(row).data() for row in range(dialog._model.rowCount())]


def test_narrows_as_it_is_typed_and_is_walked_from_the_box(person: Person) -> None:
    for name in ("Northwind", "Nordlicht", "Alder & North", "Zett"):
        person.does(verbs.start_call, name)
    dialog, line = opened(person)
    assert len(names(dialog)) == 4
    person.qtbot.keyClicks(line, "nor")
    person.settle()
    assert names(dialog) == ["Alder & North", "Nordlicht", "Northwind"]
    person.qtbot.keyClick(line, Qt.Key.Key_Down)
    person.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.client is not None
    assert dialog.client.name == "Nordlicht"
    assert not dialog.isVisible()


def test_one_is_not_offered(person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    dialog, line = opened(person, but=person.asks(list_clients)[0].id)
    assert names(dialog) == []
    person.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.client is None
    assert dialog.isVisible()


def test_leaving_chooses_nobody(person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    dialog, _line = opened(person)
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Leave it")
    person.qtbot.keyClick(button, Qt.Key.Key_Space)
    assert dialog.client is None
    assert not dialog.isVisible()
