"""What stands beside the question that the cursor is in: why it matters, a thought, a phrase of one's own, another."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from forecall.coach.own_phrases import OwnPhrases, read_own_phrases
from forecall.guide.phrases import Phrase
from forecall.guide.question import CallType
from forecall.journal.changes import Changes
from forecall.ui.page import Desk
from forecall.ui.widgets.coach_column import CoachColumn, CoachSection, from_sources
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.words import _


class QuestionCoach(CoachColumn):
    """The column of a page with questions; the page says which one the person is at."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._own = OwnPhrases()
        self._shown: tuple[QuestionBlock, tuple[CallType, ...], tuple[str, ...]] | None = None
        desk.bridge.changed.connect(self._on_changed)
        self._read()

    def show_question(self, block: QuestionBlock, types: Sequence[CallType] = (), hard: Collection[str] = ()) -> None:
        """Show what goes with a question on a call of these types."""
        self._shown = (block, tuple(types), tuple(hard))
        key, catalog = block.asked.key, self._desk.catalog
        why, tip = block.asked.why, catalog.tip(key, types)
        self.why.show_lines([(why, "body")] if why else [])
        self.tip.show_lines([(tip.text, "body"), (from_sources(tip.sources), "label")] if tip else [])
        found = catalog.phrases_for(key, types, hard, own=self._own.shown, hidden=self._own.hidden)
        _offer(self.own, next((phrase for phrase in found if phrase.own), None), block)
        _offer(self.phrase, next((phrase for phrase in found if not phrase.own), None), block)

    def _read(self) -> None:
        self._desk.workspace.ask(read_own_phrases).then(self._on_own)

    def _on_own(self, own: OwnPhrases) -> None:
        if isValid(self) and own != self._own:
            self._own = own
            if self._shown is not None and isValid(self._shown[0]):
                self.show_question(*self._shown)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.phrases:
            self._read()


def _offer(section: CoachSection, phrase: Phrase | None, block: QuestionBlock) -> None:
    """Offer a phrase for the box of a question."""
    if phrase is None:
        section.show_lines([])
        return
    words = phrase.text
    lines = [(_("“{words}”").format(words=words), "quote"), (from_sources(phrase.sources), "label")]
    section.show_lines(lines, "" if block.held else _("Insert"), lambda: block.insert(words))
