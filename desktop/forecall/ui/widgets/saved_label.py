"""Whether what was typed is in the file, in words."""

from weakref import ref

from PySide6.QtWidgets import QWidget

from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.text import Label
from forecall.words import _


class SavedLabel(Label):
    """*Saved* is only ever shown after it is true."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Says nothing until something was typed."""
        super().__init__("", "label", parent)
        self._told_in: ref[QWidget] | None = None

    def set_saved(self) -> None:
        """Everything that was typed is in the file."""
        self._say(_("Saved"), "muted")
        self._tell_saved()

    def set_saving(self) -> None:
        """Something is on its way."""
        self._say(_("Saving…"), "muted")

    def set_trouble(self, sentence: str = "") -> None:
        """It could not be saved; the words are still on the screen."""
        words = sentence or _("Not saved yet. Your words stay on screen.")
        if words != self.text():
            announce(self, words, at_once=True)
        self._told_in = None  # that it is saved after all is worth a word in the same box
        self._say(words, "caution")

    def clear(self) -> None:
        """Say nothing."""
        self._say("", "muted")

    def _tell_saved(self) -> None:
        """Once a box: each pause in writing saves, and nobody wants to hear of each."""
        at: QWidget | None = self.window().focusWidget()  # Qt gives none where nothing has the keyboard
        told = self._told_in() if self._told_in is not None else None
        if at is not None and at is not told and self.isVisible():
            self._told_in = ref(at)
            announce(self, self.text())

    def _say(self, words: str, ink: str) -> None:
        self.set_ink(ink)
        self.setText(words)
