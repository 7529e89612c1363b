"""What the call left behind, as a card."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forecall.coach.from_call import FromCall, Noted
from forecall.journal.records import ItemRecord
from forecall.ui.widgets.disclosure import DisclosureButton
from forecall.ui.widgets.from_call_card import FromCallCard
from forecall.ui.widgets.text import Label


def point(name: str) -> ItemRecord:
    return ItemRecord(name, "call", "points", 0, {"text": f"Point {name}"})


def shown(qtbot: QtBot, told: FromCall) -> FromCallCard:
    card = FromCallCard()
    qtbot.addWidget(card)
    card.show_call(told, (), ())
    card.resize(600, 400)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    return card


def words(card: FromCallCard) -> list[str]:
    return [label.text() for label in card.findChildren(Label) if label.isVisible()]


def focused() -> str:
    at = QApplication.focusWidget()
    return at.accessibleName() if at is not None else ""


TOLD = FromCall((point("a"),), (point("b"), point("c")), (Noted("0:05", "heated"),))


def test_nothing_noted_shows_nothing(qtbot: QtBot) -> None:
    card = FromCallCard()
    qtbot.addWidget(card)
    card.show_call(None, (), ())
    assert not card.isVisible()


def test_it_tells_what_was_said_and_what_was_not(qtbot: QtBot) -> None:
    card = shown(qtbot, TOLD)
    assert words(card) == [
        "From the call",
        "Said",
        "Point a",
        "Not said",
        "Point b",
        "Point c",
        "Noted",
        "0:05  heated",
    ]


def test_one_key_takes_a_point_along_and_the_keyboard_goes_on(qtbot: QtBot) -> None:
    card = shown(qtbot, TOLD)
    promised: list[str] = []
    taken: list[str] = []
    card.promise_asked.connect(promised.append)
    card.next_asked.connect(taken.append)
    first = card._unsaid_rows["b"].promise
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_P)
    qtbot.keyClick(first, Qt.Key.Key_N)
    assert (promised, taken) == (["b"], ["b"])
    card.show_call(TOLD, {"b"}, ())
    assert focused() == "Promise it: Point c"
    assert "promised" in words(card)
    card.show_call(TOLD, {"b"}, {"b"})
    assert "promised, and on the next call" in words(card)


def test_after_the_last_point_the_keyboard_leaves(qtbot: QtBot) -> None:
    card = shown(qtbot, TOLD)
    card._unsaid_rows["c"].next.setFocus()
    with qtbot.waitSignal(card.left):
        card.show_call(TOLD, (), {"c"})
    qtbot.keyClick(card._unsaid_rows["c"].promise, Qt.Key.Key_N)  # it is on the next call already
    assert not card._unsaid_rows["c"].next.isVisible()


def test_what_was_taken_back_can_be_taken_along_again(qtbot: QtBot) -> None:
    card = shown(qtbot, TOLD)
    card.show_call(TOLD, {"b"}, ())
    card.show_call(TOLD, (), ())
    assert card._unsaid_rows["b"].promise.isVisible()
    assert "promised" not in words(card)


def test_many_notes_are_folded(qtbot: QtBot) -> None:
    card = shown(qtbot, FromCall((), (), tuple(Noted(f"0:{at:02}", "heated") for at in range(10, 20))))
    assert "0:15  heated" in words(card)
    assert "0:16  heated" not in words(card)
    (more,) = card.findChildren(DisclosureButton)
    assert more.text() == "4 more notes"
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert any(text.endswith("0:19  heated") for text in words(card))
