"""Cards that are only read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.disclosure import DisclosureButton
from forecall.ui.widgets.read_cards import LONGEST, SHORT, RightAfterCard, SideBySideCards
from forecall.ui.widgets.text import Label


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def test_what_is_short_is_read_at_once(qtbot: QtBot) -> None:
    card = RightAfterCard()
    qtbot.addWidget(card)
    card.show_lines_of([], "")
    assert not card.isVisible()
    card.show_lines_of([("It ended", "partly")], "yesterday 10:40")
    card.show()
    assert words(card) == ["Right after the call, yesterday 10:40", "It ended", "partly"]


def test_what_is_long_waits_behind_one_line(qtbot: QtBot) -> None:
    card = RightAfterCard()
    qtbot.addWidget(card)
    card.show_lines_of([("Not to forget", "x" * (SHORT + 1))], "yesterday 10:40")
    card.show()
    assert words(card) == []
    (fold,) = card.findChildren(DisclosureButton)
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert "Not to forget" in words(card)
    card.show_lines_of([("Not to forget", "x" * 1_000_000)], "yesterday 10:40")
    assert max(map(len, words(card))) == LONGEST + 1


def test_columns_stand_side_by_side_where_there_is_room(qtbot: QtBot) -> None:
    cards = SideBySideCards()
    qtbot.addWidget(cards)
    cards.show_both([], [("You used", "a firm no")])
    cards.resize(700, 300)
    cards.show()
    planned, happened = cards._planned, cards._happened
    assert words(planned) == ["Planned", "Nothing was planned."]
    qtbot.waitUntil(lambda: planned.x() < happened.x() and planned.y() == happened.y())
    cards.resize(300, 500)
    qtbot.waitUntil(lambda: planned.x() == happened.x() and planned.y() < happened.y())
    cards.show_both([("You stop at", "15 %")], [])
    assert not cards.isVisible()
