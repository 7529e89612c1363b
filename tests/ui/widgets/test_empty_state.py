from PySide6.QtWidgets import QApplication

from forecall.ui.widgets.empty_state import EmptyState
from tests.ui.widgets.conftest import Show, heard


def test_it_says_what_will_be_here_and_offers_what_fills_it(show: Show) -> None:
    empty = EmptyState("Lessons appear here.", "Note a call", key="Ctrl+J")
    show(empty)
    acted: list[bool] = []
    empty.acted.connect(lambda: acted.append(True))
    empty.button.click()
    assert acted == [True]
    assert heard(empty)[1] == "Lessons appear here."


def test_without_an_action_there_is_no_button(show: Show) -> None:
    empty = EmptyState("Nothing is waiting.")
    show(empty)
    assert not empty.button.isVisible()


def test_it_can_say_something_else_and_offer_nothing(show: Show) -> None:
    empty = EmptyState("", "Note a call")
    show(empty)
    empty.show_words("Nothing is waiting.", offered=False)
    assert not empty.button.isVisible()
    assert heard(empty)[1] == "Nothing is waiting."
    empty.show_words("Lessons appear here.")
    assert empty.button.isVisible()


def test_making_one_opens_no_window(dressed: QApplication) -> None:
    empty = EmptyState("Lessons appear here.", "Note a call")
    assert [window for window in dressed.topLevelWidgets() if window.isVisible()] == []
    del empty
