"""The page of choices: none of them is made by accident."""

from functools import partial

from PySide6.QtCore import Qt

from forecall.ui.page import Choice, Desk
from forecall.ui.pages.hindered_page import HinderedPage
from forecall.ui.widgets.text import QuietButton
from tests.ui.conftest import Person


def test_enter_chooses_nothing_and_each_button_says_what_it_does(person: Person, desk: Desk) -> None:
    page = HinderedPage(desk)
    person.opens(page)
    done: list[str] = []
    page.show_choices(
        "Title",
        "Words.",
        [Choice(f"Choice {name}", "About it.", "Do", partial(done.append, name)) for name in "ab"],
    )
    person.qtbot.keyClick(page, Qt.Key.Key_Return)
    assert done == []
    first, second = page.findChildren(QuietButton)
    second.click()
    first.click()
    assert done == ["b", "a"]
    assert page.accessibleName() == "Title"
