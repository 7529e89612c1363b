"""When a call is: typed, pressed, picked, or left open."""

from datetime import datetime

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QPushButton

from forecall.ui.widgets.text import Label
from forecall.ui.widgets.time_field import TimeField
from tests.ui.widgets.conftest import Show

NOW = datetime(2026, 11, 23, 15, 30)


@pytest.fixture
def field(show: Show) -> TimeField:
    field = TimeField("Europe/Berlin", now=lambda: NOW)
    show(field)
    return field


@pytest.fixture
def chosen(field: TimeField) -> list[object]:
    chosen: list[object] = []
    field.chosen.connect(chosen.append)
    return chosen


def said(field: TimeField) -> str:
    return "\n".join(each.text() for each in field.findChildren(Label) if each.isVisible())


def press(field: TimeField, words: str) -> None:
    (button,) = [each for each in field.findChildren(QPushButton) if each.text() == words]
    button.click()


def test_typed_words_become_a_time_after_a_pause(field: TimeField, chosen: list[object]) -> None:
    QTest.keyClicks(field.line, "in 15 min")
    field.flush()
    assert chosen[-1] == "2026-11-23T15:45"
    assert field.wall() == "2026-11-23T15:45"
    assert "today 15:45" in said(field)


def test_words_that_are_no_time_are_kept_and_told(field: TimeField, chosen: list[object]) -> None:
    field.line.setText("when the moon is full")
    assert not field.understood()
    assert field.text() == "when the moon is full"
    assert "That is not a time yet." in said(field)
    assert chosen == []


def test_a_day_that_does_not_exist_is_named(field: TimeField) -> None:
    field.line.setText("30 feb 10:00")
    assert not field.understood()
    assert "30 February does not exist." in said(field)


def test_no_time_is_fine(field: TimeField) -> None:
    assert field.understood()
    assert field.wall() is None
    assert "No time yet. That is fine." in said(field)


@pytest.mark.parametrize(
    ("words", "wall"),
    [("now", "2026-11-23T15:30"), ("in 15 minutes", "2026-11-23T15:45"), ("tomorrow at ten", "2026-11-24T10:00")],
)
def test_the_near_times_are_one_press_away(field: TimeField, chosen: list[object], words: str, wall: str) -> None:
    press(field, words)
    assert chosen[-1] == wall


def test_a_day_from_the_calendar_keeps_the_hour(field: TimeField, chosen: list[object]) -> None:
    field.set_time("2026-11-24T16:30")
    press(field, "pick a day")
    (calendar,) = field.findChildren(QCalendarWidget)
    calendar.clicked.emit(QDate(2026, 12, 1))
    assert chosen[-1] == "2026-12-01T16:30"


def test_taking_the_words_away_takes_the_time_away(field: TimeField, chosen: list[object]) -> None:
    field.set_time("2026-11-24T16:30")
    field.line.clear()
    field.flush()
    assert chosen == [None]


def test_a_time_that_is_set_is_no_choice_of_the_persons(field: TimeField, chosen: list[object]) -> None:
    field.set_time("2026-11-24T16:30")
    field.set_text("tomorrow 10:00")
    assert field.wall() == "2026-11-24T10:00"
    assert chosen == []
