"""How often a forecast was locked, folded until somebody wants to know."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forecall.ui.widgets.arranging import stacked
from forecall.ui.widgets.disclosure import Disclosure
from forecall.ui.widgets.text import Label
from forecall.words import _, ngettext


class LockHistory(QWidget):
    """Hidden unless there were two locks at least: one is what is shown anyway."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = Disclosure("", parent=self)
        self._lines = Label("", "muted")
        self._fold.add(self._lines)
        stacked(self._fold, steps=0, parent=self)
        self.hide()

    def show_locks(self, lines: Sequence[str]) -> None:
        """Tell each lock on a line of its own."""
        count = len(lines)
        twice = _("Locked twice") if count == 2 else ngettext("Locked {count} time", "Locked {count} times", count)
        self._fold.button.set_words(twice)
        self._lines.setText("\n".join(lines))
        self.setVisible(count > 1)
