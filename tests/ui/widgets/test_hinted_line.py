"""A hint that is never cut."""

from pytestqt.qtbot import QtBot

from forecall.ui.widgets.hinted_line import HintedLine, hint_room

LONG, SHORT = "today 16:00, in 15 min, or leave it open", "today 16:00"


def test_the_longest_hint_that_fits_stands_there(qtbot: QtBot) -> None:
    line = HintedLine(LONG, SHORT)
    qtbot.addWidget(line)
    line.resize(800, 40)
    line.show()
    assert line.placeholderText() == LONG
    line.resize(line.fontMetrics().horizontalAdvance(LONG), 40)
    assert line.placeholderText() == SHORT
    assert hint_room(line) < line.fontMetrics().horizontalAdvance(LONG)
    line.resize(10, 40)
    assert line.placeholderText() == SHORT


def test_larger_text_takes_more_room(qtbot: QtBot) -> None:
    line = HintedLine(LONG, SHORT)
    qtbot.addWidget(line)
    line.resize(line.fontMetrics().horizontalAdvance(LONG) + 40, 40)
    line.show()
    assert line.placeholderText() == LONG
    font = line.font()
    font.setPixelSize(line.fontInfo().pixelSize() * 2)
    line.setFont(font)
    assert line.placeholderText() == SHORT
