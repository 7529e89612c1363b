"""A window comes back where it stood, as far as there is still a screen."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from forecall.ui.placing import on_screen

USUAL = QSize(1100, 760)


def test_a_first_window_stands_in_the_middle_and_whole(qtbot: QtBot) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    place = on_screen(None, USUAL)
    assert room.contains(place)
    assert (place.width(), place.height()) == (min(USUAL.width(), room.width()), min(USUAL.height(), room.height()))


@pytest.mark.parametrize("wanted", [QRect(-5000, -5000, 600, 500), QRect(9000, 100, 600, 500), QRect(0, 0, 9000, 9000)])
def test_a_window_that_stood_on_a_screen_that_is_gone_comes_back(qtbot: QtBot, wanted: QRect) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(on_screen(wanted, USUAL))


def test_a_window_stands_where_it_was_left(qtbot: QtBot) -> None:
    wanted = QRect(30, 40, 600, 500)
    assert on_screen(wanted, USUAL) == wanted
