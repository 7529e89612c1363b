"""The head of a page about one call."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from forecall.ui.widgets.call_header import CallHeader
from forecall.ui.widgets.text import LinkButton
from tests.ui.widgets.conftest import Show


def shown(header: CallHeader) -> list[str]:
    return [each.text() for each in header.findChildren(QLabel) if each.isVisible() and each.text()]


def test_it_shows_whom_what_and_how_long_is_left(show: Show) -> None:
    header = CallHeader()
    show(header, width=700)
    header.show_call("Northwind · complaint", "Late report", "in 14 minutes", "Only what fits")
    assert shown(header) == ["Northwind · complaint", "Late report", "in 14 minutes"]


def test_what_is_empty_leaves_no_gap(show: Show) -> None:
    header = CallHeader()
    show(header, width=700)
    header.show_call("Northwind", "Late report")
    assert shown(header) == ["Northwind", "Late report"]
    assert [each.text() for each in header.findChildren(LinkButton) if each.isVisible()] == ["Change"]


def test_its_buttons_ask(show: Show) -> None:
    header = CallHeader()
    show(header, width=700)
    header.show_call("Northwind", "Late report", "", "Only what fits")
    asked: list[str] = []
    header.edit_asked.connect(lambda: asked.append("edit"))
    header.side_asked.connect(lambda: asked.append("side"))
    for button in header.findChildren(LinkButton):
        button.click()
    assert sorted(asked) == ["edit", "side"]


def test_with_little_room_the_time_goes_under_the_title(show: Show) -> None:
    header = CallHeader()
    window = show(header, width=700)
    header.show_call("Northwind", "Late report", "in 14 minutes", "Only what fits")

    def tops() -> tuple[int, int]:
        layout = window.layout()
        assert layout is not None
        layout.activate()
        time = next(each for each in header.findChildren(QLabel) if each.text() == "in 14 minutes")
        return header.title.mapTo(header, QPoint(0, 0)).y(), time.mapTo(header, QPoint(0, 0)).y()

    title, time = tops()
    assert time < title + header.title.height()
    window.resize(300, 400)
    title, time = tops()
    assert time >= title + header.title.height()
