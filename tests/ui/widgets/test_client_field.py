"""The box for a client's name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.client_field import ClientField
from tests.ui.widgets.conftest import Show, heard


def test_every_change_is_told_and_enter_moves_on(show: Show) -> None:
    field = ClientField("Client")
    show(field)
    told: list[str] = []
    field.edited.connect(told.append)
    field.moved_on.connect(lambda: told.append("on"))
    QTest.keyClicks(field, "No")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["N", "No", "on"]
    assert heard(field)[1] == "Client"


def test_names_are_offered_while_typing_and_taken_by_key(show: Show, qtbot: QtBot) -> None:
    field = ClientField("Client")
    show(field)
    field.setFocus()
    QTest.keyClicks(field, "nor")
    field.offer(["Northwind", "Norse Mills"])
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Northwind"
    assert not popup.isVisible()


def test_nothing_pops_up_over_a_name_that_is_complete_or_elsewhere(show: Show) -> None:
    field, other = ClientField("Client"), ClientField("Other")
    show(field, other)
    other.setFocus()
    field.setText("nor")
    field.offer(["Northwind"])
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is None or not popup.isVisible()


def test_a_long_name_stays_the_name_it_is(show: Show) -> None:
    field = ClientField("Client")
    show(field)
    field.setText("x" * 300)
    assert field.text() == "x" * 300
