"""Puts the page of what stands in the way into a window, and leaves nothing else to be done in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from forecall.ui.page import Choice, Place
from forecall.ui.pages.hindered_page import HinderedPage

if TYPE_CHECKING:
    from forecall.ui.main_window import MainWindow

_LEFT = ("keys", "quit")
"""The actions that are left."""


def hinder(window: "MainWindow", title: str, words: str, choices: Sequence[Choice]) -> None:
    """Show what stands between the person and their journal, and what they may choose."""
    window.desk.hindrance = (title, words, choices)
    for name, action in window.actions_by_name.items():
        action.setEnabled(name in _LEFT)
    if window.page.name != HinderedPage.name:
        window.go(Place(HinderedPage.name), remember=False)
    assert isinstance(window.page, HinderedPage)
    window.page.show_choices(title, words, choices)
