"""The panel itself: its size, and what a screen reader hears of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent

from forecall.journal import verbs
from forecall.ui.actions import ACTIONS
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Desk
from forecall.ui.palette import Palette
from tests.ui.conftest import Person


@pytest.fixture
def palette(desk: Desk, person: Person) -> Iterator[Palette]:
    for number in range(4):
        person.does(verbs.start_call, f"Northwind {number}")
    window = MainWindow(desk)
    window.resize(1100, 760)
    window.show()
    palette = Palette(window, ACTIONS, of_call=False)
    palette.open()
    person.settle()
    yield palette
    window.close()
    window.deleteLater()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []

    def update(event: Any) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    ears = type("Ears", (), {"updateAccessibility": staticmethod(update)})
    monkeypatch.setattr("forecall.ui.palette.QAccessible", ears)
    return said


def test_it_is_as_high_as_what_it_holds_and_never_higher_than_the_window(palette: Palette, person: Person) -> None:
    window = palette.parentWidget()
    assert window is not None
    full = palette._panel.geometry()
    assert window.rect().contains(full)
    palette.box.setText("northwind 2")
    person.settle()
    low = palette._panel.geometry()
    assert low.height() < full.height()
    assert not palette.list.verticalScrollBar().isVisible()
    palette.box.clear()
    person.settle()
    window.resize(640, 480)
    person.settle()
    assert palette.size() == window.size()
    assert window.rect().contains(palette._panel.geometry())


def test_how_many_there_are_and_where_the_arrows_lead_is_announced(
    palette: Palette, person: Person, heard: list[str]
) -> None:
    palette.box.setText("northwind 2")
    person.settle()
    assert heard == ["3 results"]
    palette._walk(palette.model.next_row(1, 1))
    assert heard[1:] == ["Northwind 2. 1 call"]
    assert palette.box.accessibleDescription() == "Northwind 2. 1 call"
    palette.box.setText("northwind 22")
    person.settle()
    assert heard[-1] == "1 result"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_row_shows_its_icon_before_the_words_and_its_key_after_them(
    palette: Palette, person: Person, direction: Qt.LayoutDirection
) -> None:
    palette.setLayoutDirection(direction)
    palette.box.setText("settings")
    person.settle()
    line = palette.list.visualRect(palette.model.index(3))  # the row of what was written: the current one has a ground
    image = palette.list.viewport().grab().toImage()
    back = image.pixelColor(line.center().x(), line.top())
    forward = direction == Qt.LayoutDirection.LeftToRight

    def drawn(start: int, end: int) -> bool:
        """Whether there is ink between so many pixels from where the line begins."""
        places = (line.left() + at if forward else line.right() - at for at in range(start, end))
        return any(image.pixelColor(x, y) != back for x in places for y in range(line.top() + 8, line.bottom() - 8))

    assert [drawn(12, 32), drawn(35, 42), drawn(44, 90)] == [True, False, True]  # icon, gap, words
    assert drawn(line.width() - 30, line.width() - 12)
