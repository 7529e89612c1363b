"""The tone check on a worksheet: listens to the boxes whose words are to be said, and remembers what was left."""

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QWidget

from forecall.journal import verbs
from forecall.journal.reading import read_draft
from forecall.paths import resources_folder
from forecall.ui.page import Desk
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.widgets.text import Label
from forecall.ui.widgets.tone_hint import ToneHints
from forecall.ui.worksheet_view import WorksheetView

if TYPE_CHECKING:
    from forecall.coach.tone import Mark, Tone

LEFT = "tone left"
"""The draft of the journal that holds what was left: its words are the person's, so they belong into their file."""

MOST_LEFT = 2000


class ToneWatch(QObject):
    """Follows the questions of one worksheet. The rules are read beside the window, once they are needed."""

    def __init__(self, desk: Desk, view: WorksheetView) -> None:
        """Every box that ``view`` makes from now on is listened to, if its words are to be said."""
        super().__init__(view)
        self._desk = desk
        self._tone: Tone | None = None
        self._asked = False
        self._left: dict[tuple[str, str], None] = {}
        self._hints: dict[AnswerField, ToneHints] = {}
        self._first: QuestionBlock | None = None
        view.made.connect(self._on_made)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_made(self, block: QuestionBlock) -> None:
        if not block.asked.question.said_parts:
            return
        block.row_made.connect(lambda row: self._listen_to(row, block))
        for row in (block.field, *block.field.findChildren(PartsView)):
            if isinstance(row, PartsView):
                self._listen_to(row, block)
        self._begin(block)

    def _listen_to(self, row: PartsView, block: QuestionBlock) -> None:
        for part in block.asked.question.said_parts:
            field = row.control(part)
            if isinstance(field, AnswerField) and field not in self._hints:
                hints = ToneHints(field, self._is_left, self._says)
                hints.left_as_is.connect(self._on_left)
                hints.entered.connect(self._on_entered)
                self._hints[field] = hints
                field.destroyed.connect(lambda _gone=None, field=field: self._hints.pop(field, None))
                if self._tone is not None and not self._tone.off:
                    hints.marks.listen(_steps(self._tone))

    def _begin(self, block: QuestionBlock) -> None:
        """Read the rules and what was left, the first time that they are needed."""
        if self._tone is not None:
            self._say_if_off(block)
        elif not self._asked:
            self._asked, self._first = True, block
            block.destroyed.connect(self._on_first_gone)
            self._desk.workspace.ask(read_draft, LEFT).then(self._on_left_read)
            self._desk.workspace.ask(_load, _language(self._desk.settings.language)).then(self._on_loaded)

    def _on_left_read(self, text: str) -> None:
        self._left = dict.fromkeys(_pairs(text))

    def _on_loaded(self, tone: "Tone") -> None:
        self._tone = tone
        if self._first is not None:
            self._say_if_off(self._first)
        for hints in list(self._hints.values()) if not tone.off else ():
            hints.marks.listen(_steps(tone))

    def _on_first_gone(self, _gone: QObject | None = None) -> None:
        self._first = None

    def _say_if_off(self, block: QuestionBlock) -> None:
        if self._tone is not None and self._tone.off and block.asked.key == "opening":
            block.add_aid(Label(self._tone.off, "label", block))

    def _is_left(self, words: str, rule: str) -> bool:
        return (words, rule) in self._left

    def _says(self, mark: "Mark") -> str:
        return self._tone.says(mark) if self._tone is not None else ""

    def _on_left(self, words: str, rule: str) -> None:
        self._left[words, rule] = None
        kept = list(self._left)[-MOST_LEFT:]
        self._desk.workspace.perform(self, verbs.keep_draft, LEFT, json.dumps(kept, ensure_ascii=False))
        for hints in list(self._hints.values()):
            hints.marks.again()

    def _on_entered(self, entered: ToneHints) -> None:
        for hints in list(self._hints.values()):
            hints.set_active(hints is entered)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """In another box the band would be in the way; on a button it still stands."""
        if isinstance(now, AnswerField) and now not in self._hints:
            for hints in list(self._hints.values()):
                hints.set_active(False)


def _load(_connection: Any, language: str) -> "Tone":
    from forecall.coach.tone import load_tone

    return load_tone(resources_folder(), language)


def _language(chosen: str) -> str:
    """The language that the person prepares in: that of the program, else of their system."""
    code = chosen if chosen != "system" else QLocale.system().name()
    return "en" if code in ("C", "") else code


def _steps(tone: "Tone") -> Any:
    return lambda text, finished: tone.steps(text, finished=finished)


def _pairs(text: str) -> list[tuple[str, str]]:
    """What was left; nothing when somebody else has written there."""
    try:
        return [(str(words), str(rule)) for words, rule in json.loads(text or "[]")]
    except (ValueError, TypeError):
        return []
