"""The opening read aloud: a clock that is told and one plain sentence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forecall.coach.speaking import MOST_SECONDS
from forecall.ui.widgets import reading_aloud
from forecall.ui.widgets.reading_aloud import SHOWN, ReadingAloud
from forecall.ui.widgets.text import Label

OPENING = "Good morning. The report came late, and you heard it from us too late. I have half an hour for a new date."


class Clock:
    now = 50.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reading(qtbot: QtBot, clock: Clock) -> ReadingAloud:
    made = ReadingAloud(clock)
    qtbot.addWidget(made)
    made.show_opening(OPENING, "Last time: 31 seconds")
    made.show()
    made.activateWindow()
    made.focus_first()
    return made


def words(reading: ReadingAloud) -> str:
    return "\n".join(each.text() for each in reading.findChildren(Label) if each.isVisible())


def button(reading: ReadingAloud, name: str) -> QPushButton:
    (found,) = [each for each in reading.findChildren(QPushButton) if each.text() == name]
    return found


def test_before_it_is_read_its_length_is_told(reading: ReadingAloud) -> None:
    assert OPENING in words(reading)
    assert "About 10 seconds when said. Twenty to forty is a good length." in words(reading)
    assert "Last time: 31 seconds" in words(reading)
    assert words(reading).count("Nothing is recorded.") == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_one_key_starts_and_stops_the_clock(reading: ReadingAloud, clock: Clock, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(button(reading, "Start reading"), key)
    assert reading.running
    clock.now += 28.4
    with qtbot.waitSignal(reading.measured) as measured:
        qtbot.keyClick(button(reading, "Stop"), key)
    assert measured.args == [28]
    assert "That took 28 seconds. That is a good length." in words(reading)
    assert "Last time" not in words(reading)
    assert "0:28" in words(reading)
    assert button(reading, "Read it once more").hasFocus()


def test_two_presses_at_once_keep_nothing(reading: ReadingAloud, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(reading.measured):
        button(reading, "Start reading").click()
        button(reading, "Stop").click()
    assert "Start again when you like." in words(reading)


def test_a_clock_that_was_left_running_stops_by_itself(reading: ReadingAloud, clock: Clock, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(reading.measured):
        button(reading, "Start reading").click()
        clock.now += MOST_SECONDS + 1
        qtbot.waitUntil(lambda: not reading.running)
    assert "was stopped" in words(reading)


def test_what_is_half_read_is_let_go_when_it_is_hidden(reading: ReadingAloud, clock: Clock, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(reading.measured):
        button(reading, "Start reading").click()
        clock.now += 10
        reading.hide()
    assert not reading.running
    reading.show()
    assert "About 10 seconds when said." in words(reading)


def test_the_same_words_again_leave_the_clock_alone(reading: ReadingAloud, clock: Clock) -> None:
    button(reading, "Start reading").click()
    clock.now += 5
    reading.show_opening(OPENING, "")
    assert reading.running
    reading.show_opening("Other words.", "")
    assert not reading.running


def test_of_a_text_that_nobody_reads_aloud_only_the_beginning_is_shown(reading: ReadingAloud) -> None:
    reading.show_opening("word " * 200_000, "")
    assert "About 1,538 minutes" in words(reading)
    assert max(len(each.text()) for each in reading.findChildren(Label)) == SHOWN + 1


def test_it_can_be_heard_where_the_system_speaks(qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_aloud, "engines", lambda: ("flite",))
    reading = ReadingAloud(clock)
    qtbot.addWidget(reading)
    reading.show_opening(OPENING, "")
    reading.show()
    heard: list[str] = []
    monkeypatch.setattr(reading._voice, "say", heard.append)
    button(reading, "Hear it").click()
    assert heard == [OPENING]
    reading._voice.failed.emit()
    reading._voice.ended.emit()
    assert "Your system cannot speak at the moment." in words(reading)
    assert not button(reading, "Hear it").isVisible()


def test_where_it_does_not_nothing_is_offered(qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_aloud, "engines", tuple)
    reading = ReadingAloud(clock)
    qtbot.addWidget(reading)
    reading.show_opening(OPENING, "")
    reading.show()
    assert not button(reading, "Hear it").isVisible()
