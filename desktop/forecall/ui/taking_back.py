"""Undo and redo, with the sentence that says what was taken back and offers the way round."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from forecall.ui.page import Desk
from forecall.words import _, in_a_sentence

if TYPE_CHECKING:
    from forecall.workspace.undo_stack import Turned

Say = Callable[[str, str, Callable[[], None] | None], None]
"""Shows a sentence with the words of a button and what that does."""


class TakingBack:
    """For one window. ``flush`` sends what is being written on its way first."""

    def __init__(
        self, desk: Desk, flush: Callable[[], None], say: Say, show: "Callable[[Turned], None] | None" = None
    ) -> None:
        """``show`` goes to where the act happened, in a window with more than one place."""
        self._desk = desk
        self._flush = flush
        self._say = say
        self._show = show

    def undo(self) -> None:
        """Take the last act back."""
        self._flush()
        self._desk.workspace.undo().then(self._on_undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._flush()
        self._desk.workspace.redo().then(self._on_redone)

    def _on_undone(self, turned: "Turned") -> None:
        if turned.label:
            self._go(turned)
            self._say(_("Taken back: {act}.").format(act=in_a_sentence(turned.label)), _("Do it again"), self.redo)
        else:
            self._say(_("There is nothing to undo."), "", None)

    def _on_redone(self, turned: "Turned") -> None:
        if turned.label:
            self._go(turned)
            self._say(_("Done again: {act}.").format(act=in_a_sentence(turned.label)), _("Undo"), self.undo)
        else:
            self._say(_("There is nothing to do again."), "", None)

    def _go(self, turned: "Turned") -> None:
        if self._show is not None:
            self._show(turned)
