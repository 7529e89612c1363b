"""What a call that needs care says above its first question."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forecall.guide.catalog import Catalog
from forecall.guide.question import CallType
from forecall.ui.widgets.beside import QuietCard


class CareNote(QuietCard):
    """Quiet words for personal circumstances and for abuse; not there for any other call."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""

    def show_for(self, types: Sequence[CallType], catalog: Catalog) -> None:
        """Show what these types ask for."""
        found = [catalog.sheet_phrase(f"care_{each.value}") for each in types]
        self.words = " ".join(words for words in found if words)
        self.show_lines("", [("", self.words)] if self.words else [])
        self.set_name(self.words)
