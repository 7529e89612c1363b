"""What stands in the way takes the window, and leaves nothing else to be done."""

from pytestqt.qtbot import QtBot

from forecall.ui.main_window import MainWindow
from forecall.ui.page import Choice, Desk
from forecall.ui.widgets.text import Label, QuietButton


def test_only_the_choices_are_left(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    done: list[str] = []
    choice = Choice("Open what could be read", "3 calls.", "Open", lambda: done.append("open"))
    window.hinder("This journal is damaged", "It is kept.", (choice,))
    window.hinder("This journal is damaged", "It is kept.", (choice,))  # again, with what was found since
    words = [label.text() for label in window.page.findChildren(Label) if label.isVisible()]
    assert words == ["This journal is damaged", "It is kept.", "Open what could be read", "3 calls."]
    enabled = {name for name, action in window.actions_by_name.items() if action.isEnabled()}
    assert enabled == {"keys", "quit"}
    (button,) = window.page.findChildren(QuietButton)
    assert button.accessibleName() == "Open: Open what could be read"
    button.click()
    assert done == ["open"]
    window.wear(desk.theme)
    assert [each.text() for each in window.page.findChildren(QuietButton)] == ["Open"]
