"""Another window has the journal and cannot be asked: on another machine, or one that does not answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from forecall.ui.first_window import FirstWindow
from forecall.ui.page import Choice
from forecall.words import _

if TYPE_CHECKING:
    from forecall.ui.main_window import MainWindow


def tell_held(window: "MainWindow", hold: FirstWindow, read: Callable[[], None], take_over: Callable[[], None]) -> None:
    """Say who has the journal, and let the person choose."""
    machine = hold.held_by()
    words = _("A window on {machine} has it, or had it when that machine went off without closing it.")
    if not machine:
        words = _("Another window has it, perhaps on another machine, and does not answer.")
    window.hinder(
        _("This journal is open elsewhere"),
        words.format(machine=machine),
        (
            Choice(
                _("Open for reading"),
                _("Everything can be read, searched and exported as it is now. Nothing is written."),
                _("Read"),
                read,
            ),
            Choice(
                _("Take over"),
                _(
                    "You write here. The other window, if there still is one, stops saving and says so. Words that it "
                    "has not saved yet stay on its screen alone."
                ),
                _("Take over"),
                take_over,
            ),
            Choice(
                _("Leave it, and open another journal"), _("Nothing is changed."), _("Choose…"), window.choose_journal
            ),
        ),
    )
