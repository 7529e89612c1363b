"""What a look back only shows: what was written right after the call, and limits beside what was given."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forecall.ui.widgets.arranging import Columns, stacked
from forecall.ui.widgets.beside import QuietCard
from forecall.ui.widgets.disclosure import Disclosure
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import Label
from forecall.words import _

SHORT = 420
"""Characters that are read without unfolding them."""

LONGEST = 4000
"""Characters of one answer; the answer itself is one key away."""

Lines = Sequence[tuple[str, str]]


class RightAfterCard(QWidget):
    """A card where it is short; behind one line where it is long."""

    spoken_role = Role.Grouping

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until there is something to show."""
        super().__init__(parent)
        self.setAccessibleName(_("What you wrote right after the call"))
        self._card = QuietCard()
        self._fold = Disclosure(_("What you wrote right after the call"))
        self._folded = QuietCard()
        self._fold.add(self._folded)
        stacked(self._card, self._fold, steps=0, parent=self)
        self.hide()

    def show_lines_of(self, lines: Lines, when: str) -> None:
        """Show lines of a label and words, written at the moment ``when``; none hide it."""
        long = sum(len(words) for _label, words in lines) > SHORT
        lines = [(label, words if len(words) <= LONGEST else f"{words[:LONGEST]}…") for label, words in lines]
        title = _("Right after the call, {when}").format(when=when)
        self._card.show_lines(title, () if long else lines)
        self._folded.show_lines(title, lines if long else ())
        self._fold.setVisible(long)
        self.setVisible(bool(lines))


class SideBySideCards(QWidget):
    """What was planned and what happened: two columns, or one where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until something has happened."""
        super().__init__(parent)
        self.setAccessibleName(_("Limits, and what was given"))
        self._planned, self._happened = QuietCard(), QuietCard()
        columns = Columns(self._planned, self._happened, least=520, steps=2)
        stacked(Label(_("Limits, and what was given"), "question"), columns, steps=1.5, parent=self)
        self.hide()

    def show_both(self, planned: Lines, happened: Lines) -> None:
        """Show both columns as long as something happened."""
        self._planned.show_lines(_("Planned"), planned or [("", _("Nothing was planned."))])
        self._happened.show_lines(_("Happened"), happened)
        self.setVisible(bool(happened))
