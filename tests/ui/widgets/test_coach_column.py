"""The column beside the questions."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.coach_column import ROOM_FROM, WIDTH, CoachColumn, CoachSection, from_sources
from forecall.ui.widgets.text import Label, LinkButton


def words(section: CoachSection) -> list[str]:
    QApplication.processEvents()  # what is put into a visible section is shown a little later
    return [label.text() for label in section.findChildren(Label) if not label.isHidden()]


def test_a_section_without_lines_is_not_there(qtbot: QtBot) -> None:
    section = CoachSection("A phrase")
    qtbot.addWidget(section)
    assert section.isHidden()
    section.show_lines([("“Please go on.”", "quote"), ("", "label")])
    assert not section.isHidden()
    assert words(section) == ["A phrase", "“Please go on.”"]
    section.show_lines([])
    assert section.isHidden()


def test_new_lines_take_the_place_of_the_old_ones(qtbot: QtBot) -> None:
    section = CoachSection("Last time")
    qtbot.addWidget(section)
    pressed: list[str] = []
    section.show_lines([("One", "body")], "Use again", lambda: pressed.append("one"))
    section.show_lines([("Two", "body")], "Use again", lambda: pressed.append("two"), "Last time with Northwind")
    assert words(section) == ["Last time with Northwind", "Two"]
    (button,) = (each for each in section.findChildren(LinkButton) if not each.isHidden())
    button.click()
    assert pressed == ["two"]


def test_nothing_in_it_is_markup(qtbot: QtBot) -> None:
    section = CoachSection("A phrase")
    qtbot.addWidget(section)
    section.show_lines([("<b>bold</b>", "body")])
    assert words(section)[-1] == "<b>bold</b>"


def test_the_column_needs_room(qtbot: QtBot) -> None:
    column = CoachColumn()
    qtbot.addWidget(column)
    assert column.width() == WIDTH
    assert column.has_room(ROOM_FROM)
    assert not column.has_room(ROOM_FROM - 1)


def test_names_where_a_thought_is_from() -> None:
    assert from_sources(["A text", "Another"]) == "From: A text, Another"
    assert from_sources([]) == ""
