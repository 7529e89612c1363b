"""One thing they may say, and the person's answer to it: first said or typed, then beside what was planned."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.arranging import Bar
from forecall.ui.widgets.beside import QuietCard, SideBySide
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.words import _

SHOWN = 600
"""Characters of what they say and of what was planned; nobody says more in one breath."""

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Trial(Group):
    """``typed`` carries the words of the box, ``rated`` the key of a word; ``said`` and ``plan_asked`` are presses."""

    edited = Signal()
    typed = Signal(str)
    refused = Signal(str)
    said = Signal()
    rated = Signal(str)
    plan_asked = Signal()

    def __init__(
        self, ratings: Sequence[tuple[str, str]], unplanned: str = "", *, key: str = "", parent: QWidget | None = None
    ) -> None:
        """``ratings`` are pairs of the key that ``rated`` carries and the word that is shown.

        ``unplanned`` is the first word where there is no plan to compare with; ``key`` says the answer is finished.
        """
        super().__init__("", parent)
        self._shown = ""
        self._planned = ""
        self._locked = ""
        self._compared = False
        self._who = Label(_("They say"), "label", self)
        self._clock = Label("", "muted", self)
        self._clock.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._words = Label("", "question", self)
        self._last = Label("", "label", self)
        self.field = AnswerField(
            _("What you answer"), lines=2, placeholder=_("Say it aloud, or type it here."), parent=self
        )
        self.field.edited.connect(self.edited)
        self.field.edited.connect(self._show_plan_offer)
        self.field.settled.connect(self.typed)
        self.field.refused.connect(self.refused)
        self._said = PrimaryButton(_("Said it"), key=key, parent=self)
        self._said.clicked.connect(self.said)
        self._yours, self._plan = QuietCard(self), QuietCard(self)
        self._cards = SideBySide(self._yours, self._plan, self)
        self._no_plan = Label("", "muted", self)
        self._take = LinkButton(_("Take my words as the planned answer"), parent=self)
        self._take.clicked.connect(self.plan_asked)
        self._how = Label(_("How was it?"), "label", self)
        self._keys = [name for name, _word in ratings]
        self._planned_word, self._unplanned_word = ratings[0][1], unplanned or ratings[0][1]
        self._ratings = [QuietButton(word, key=str(at), parent=self) for at, (_name, word) in enumerate(ratings, 1)]
        self._name_ratings([word for _name, word in ratings])
        for name, button in zip(self._keys, self._ratings, strict=True):
            button.clicked.connect(lambda _checked=False, name=name: self.rated.emit(name))
        self._lay()

    @property
    def compared(self) -> bool:
        """Whether the answer stands beside the plan."""
        return self._compared

    def ask(self, key: str, objection: str, typed: str, last_time: str) -> None:
        """Show what they say, with the words typed so far; ``key`` tells one trial from another."""
        words = _cut(objection)
        fresh = key != self._shown
        self._shown, self._compared = key, False
        self._words.setText(words)
        self._last.setText(last_time)
        if fresh or (typed != self.field.text() and not self.field.unsettled()):
            self.field.set_text(typed)
        self._fold(last_time=bool(last_time), planned=False)
        if fresh:
            self.set_name(_("They say: {words}").format(words=words))
            self._said.setAccessibleDescription(words)
            self._announce(_("They say: {words}").format(words=words))

    def compare(self, key: str, objection: str, typed: str, planned: str, locked: str) -> None:
        """Show the answer beside the plan; ``locked`` says why no plan can be made any more."""
        was = self._compared and key == self._shown
        self._shown, self._compared, self._planned, self._locked = key, True, planned, locked
        self._words.setText(_cut(objection))
        self.set_name(_("They say: {words}").format(words=_cut(objection)))
        if not self.field.unsettled():
            self.field.set_text(typed)
        yours = _cut(typed) or _("You said it aloud.")
        self._yours.show_lines(_("Your words"), [("", yours)])
        self._plan.show_lines(_("Your plan"), [("", _cut(planned))])
        self._no_plan.setText(_("No answer was planned for this.") + (f" {locked}" if locked else ""))
        first = self._planned_word if planned else self._unplanned_word
        self._name_ratings([first, *(button.text() for button in self._ratings[1:])])
        self._fold(last_time=False, planned=bool(planned))
        if not was:
            self._announce(_("Your plan: {words}").format(words=_cut(planned)) if planned else self._no_plan.text())

    def show_time(self, words: str) -> None:
        """Show how long they have been waiting for the answer."""
        self._clock.setText(words)

    def flush(self) -> None:
        """Send what is being written on its way to the file."""
        self.field.flush()

    def focus_first(self) -> None:
        """The keyboard goes to what a person would press next."""
        (self._ratings[0] if self._compared else self._said).setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """A number picks its word; a letter is the first one in the box. Says whether the key was for either."""
        typed = event.text()
        if event.modifiers() & ~_PLAIN or event.isAutoRepeat() or len(typed) != 1:
            return False
        if self._compared:
            if typed not in "123456789"[: len(self._keys)]:
                return False
            self.rated.emit(self._keys[int(typed) - 1])
            return True
        if typed.isalpha():  # somebody who begins to type need not go to the box first
            self.field.insert_words(typed)
            return True
        return False

    def _show_plan_offer(self) -> None:
        there = self._compared and not self._planned and not self._locked
        self._take.setVisible(there and bool(self.field.text().strip()))

    def _fold(self, *, last_time: bool, planned: bool) -> None:
        """Show what belongs to the question, or to the comparison. Each is shown or hidden once: the cursor stays."""
        compared = self._compared
        for widget, there in (
            (self._last, last_time),
            (self.field, not planned),
            (self._said, not compared),
            (self._cards, compared and planned),
            (self._no_plan, compared and not planned),
            (self._how, compared),
            (self._rated_row, compared),
        ):
            widget.setVisible(there)
        self._show_plan_offer()

    def _name_ratings(self, words: Sequence[str]) -> None:
        for button, word in zip(self._ratings, words, strict=True):
            button.setText(word)
            button.setAccessibleName(_("How was it? {word}").format(word=word))

    def _announce(self, words: str) -> None:
        announce(self, words)

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._who, 1)
        top.addWidget(self._clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self._words)
        column.addWidget(self._last)
        column.addSpacing(px(8))
        column.addWidget(self.field)
        column.addWidget(self._said, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._cards)
        column.addWidget(self._no_plan)
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(8))
        column.addWidget(self._how)
        self._rated_row = Bar(*self._ratings, parent=self)
        column.addWidget(self._rated_row)


def _cut(words: str) -> str:
    return words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
