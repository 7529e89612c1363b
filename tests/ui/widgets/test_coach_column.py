"""What stands beside the questions."""

from PySide6.QtWidgets import QLabel, QPushButton

from forecall.ui.widgets.coach_column import ROOM_FROM, CoachColumn, CoachSection, from_sources
from tests.ui.widgets.conftest import Show


def lines(section: CoachSection) -> list[str]:
    return [each.text() for each in section.findChildren(QLabel) if not each.isHidden()]


def test_a_section_shows_its_lines_and_does_one_thing(show: Show) -> None:
    section = CoachSection("A phrase")
    show(section)
    done: list[bool] = []
    section.show_lines([("Words to say", "quote"), ("", "label")], "Insert", lambda: done.append(True))
    assert lines(section) == ["A phrase", "Words to say"]
    (button,) = [each for each in section.findChildren(QPushButton) if not each.isHidden()]
    button.click()
    assert done == [True]


def test_without_lines_it_is_not_there(show: Show) -> None:
    section = CoachSection("A phrase")
    show(section)
    section.show_lines([("Words", "body")])
    section.show_lines([])
    assert section.isHidden()


def test_another_title_takes_the_place_of_the_first(show: Show) -> None:
    section = CoachSection("Last time")
    show(section)
    section.show_lines([("It ended in agreement.", "body")], title="Last time with Northwind")
    assert lines(section)[0] == "Last time with Northwind"


def test_markup_is_shown_as_characters(show: Show) -> None:
    section = CoachSection("Last time")
    show(section)
    section.show_lines([('<img src="/etc/hostname">', "body")])
    assert lines(section)[1] == '<img src="/etc/hostname">'


def test_the_column_is_there_from_a_certain_width(show: Show) -> None:
    column = CoachColumn()
    show(column)
    assert column.has_room(ROOM_FROM)
    assert not column.has_room(ROOM_FROM - 1)


def test_sources_are_named() -> None:
    assert from_sources(["One", "Two"]) == "From: One, Two"
    assert from_sources([]) == ""
