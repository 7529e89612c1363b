"""A call that was broken off is nobody's to carry alone: looking back asks who will be told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from forecall.journal import verbs
from forecall.ui.page import Place
from forecall.ui.pages.look_back_page import LookBackPage
from forecall.ui.widgets.text import Label
from tests.ui.conftest import Person

WHO = "Who will you tell today?"


def asked(page: LookBackPage) -> bool:
    return any(label.text() == WHO and label.isVisible() for label in page.findChildren(Label))


@pytest.mark.parametrize(
    ("key", "tells"), [("they_ended", True), ("you_ended", True), ("agreed", False), ("partly", False)]
)
def test_the_ending_that_was_pressed_decides(person: Person, key: str, tells: bool) -> None:
    call = person.does(verbs.start_call, "Northwind", types=["complaint"], held=True)
    page = LookBackPage(person.desk)
    person.opens(page, Place("look_back", call, "now"))
    assert not asked(page)
    ending = next(each.label for each in person.desk.catalog.choice_set("ending") if each.key == key)
    (button,) = [each for each in page.findChildren(QAbstractButton) if each.accessibleName() == ending]
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    person.settle()
    assert asked(page) is tells
    again = LookBackPage(person.desk)
    person.opens(again, Place("look_back", call, "now"))
    assert asked(again) is tells
