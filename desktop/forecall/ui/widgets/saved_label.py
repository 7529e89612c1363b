"""Whether what was typed is in the file, in words."""

from PySide6.QtWidgets import QWidget

from forecall.ui.widgets.text import Label
from forecall.words import _


class SavedLabel(Label):
    """*Saved* is only ever shown after it is true."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Says nothing until something was typed."""
        super().__init__("", "label", parent)

    def set_saved(self) -> None:
        """Everything that was typed is in the file."""
        self._say(_("Saved"), "muted")

    def set_saving(self) -> None:
        """Something is on its way."""
        self._say(_("Saving…"), "muted")

    def set_trouble(self, sentence: str = "") -> None:
        """It could not be saved; the words are still on the screen."""
        self._say(sentence or _("Not saved yet. Your words stay on screen."), "caution")

    def clear(self) -> None:
        """Say nothing."""
        self._say("", "muted")

    def _say(self, words: str, ink: str) -> None:
        self.set_ink(ink)
        self.setText(words)
