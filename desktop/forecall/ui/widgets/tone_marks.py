"""Marks in a box of words to be said: a quiet dotted line under what may be hard to hear."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from forecall.coach.sentences import lines_of
from forecall.ui.theme import colour
from forecall.ui.widgets.answer_field import AnswerField

if TYPE_CHECKING:  # patterns are not needed to show a box
    from forecall.coach.tone import Mark

PAUSE_MS = 350
STEP_SECONDS = 0.003
"""So long at a time the check may keep the window: typing goes before it."""

MOST = 40
"""Marks in one box. More would help nobody, and Qt draws a thousand for seconds; as some go, the next ones come."""

Steps = Callable[[str, bool], Iterator[Sequence["Mark"]]]
"""The marks of a text, sentence by sentence; the flag says that the last sentence is finished."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in the box. ``place`` selects its words, and follows them while the rest of the text changes."""

    mark: "Mark"
    words: str
    place: QTextCursor

    def stands(self) -> bool:
        """Whether the words are still the ones that were marked."""
        return self.place.selectedText() == self.words


class ToneMarks(QObject):
    """Reads one box a pause after typing, in small steps, and underlines what was found."""

    changed = Signal()

    def __init__(self, field: AnswerField, left: Callable[[str, str], bool]) -> None:
        """``left`` says of words and a rule whether the person wants them to stay as they are."""
        super().__init__(field)
        self._field = field
        self._left = left
        self._steps: Steps | None = None
        self._shown: list[Placed] = []
        self._found: list[Mark] = []
        self._text = ""
        self._lines: list[str] = []
        self._complete: str | None = None  # the text as it stood when the cursor left it
        self._under_way: Iterator[Sequence[Mark]] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)
        field.textChanged.connect(self._on_text_changed)
        field.departed.connect(self._on_departed)
        field.restyled.connect(self._underline)

    def listen(self, steps: Steps) -> None:
        """Begin to check with these rules."""
        self._steps = steps
        self._begin()

    def all(self) -> list[Placed]:
        """The marks that still stand, in the order of the text."""
        return [each for each in self._shown if each.stands()]

    def at_cursor(self) -> Placed | None:
        """The mark that the cursor is in, else the first one."""
        marks, at = self.all(), self._field.textCursor().position()
        around = (each for each in marks if each.place.selectionStart() <= at <= each.place.selectionEnd())
        return next(around, marks[0] if marks else None)

    def again(self) -> None:
        """Check again: the person has left something as it is."""
        self._begin()

    def _on_departed(self) -> None:
        """Where the cursor leaves, the last sentence is finished, full stop or not."""
        self._complete = self._words()
        self._begin()

    def _words(self) -> str:
        """The text, with each character where the document has it."""
        return self._field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _on_text_changed(self) -> None:
        self._stop()
        if self._steps is not None:
            self._pause.start()

    def _stop(self) -> None:
        self._pause.stop()
        self._next.stop()
        self._under_way = None

    def _begin(self) -> None:
        self._stop()
        if self._steps is None:
            return
        self._text, self._found = self._words(), []
        self._lines = lines_of(self._text)
        finished = not self._field.hasFocus() or self._text == self._complete
        self._under_way = self._steps(self._text, finished)
        self._step()

    def _step(self) -> None:
        """Read on for a moment; the rest follows when the window has nothing else to do."""
        until = perf_counter() + STEP_SECONDS
        while self._under_way is not None:
            marks = next(self._under_way, None)
            if marks is None or len(self._found) >= MOST:
                self._stop()
                self._show()
                return
            self._found += [mark for mark in marks if not self._stays(mark)]
            if perf_counter() > until:
                self._next.start()
                return

    def _stays(self, mark: "Mark") -> bool:
        """Whether the person wants these words to stay as they are."""
        return self._left(self._lines[mark.line - 1][mark.start : mark.end], mark.rule)

    def _show(self) -> None:
        units = _Units(self._text, self._lines)
        placed = []
        for mark in self._found[:MOST]:
            place = QTextCursor(self._field.document())
            place.setPosition(units.of(mark.line, mark.start))
            place.setPosition(units.of(mark.line, mark.end), QTextCursor.MoveMode.KeepAnchor)
            placed.append(Placed(mark, place.selectedText(), place))
        self._shown = placed
        self._underline()
        self.changed.emit()

    def _underline(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(colour("caution"))
        lines = []
        for each in self._shown:
            line = QTextEdit.ExtraSelection()
            line.cursor = each.place
            line.format = look
            lines.append(line)
        self._field.setExtraSelections(lines)


class _Units:
    """Turns lines and columns into places of a Qt document, which counts characters beyond the first plane twice."""

    def __init__(self, text: str, lines: Sequence[str]) -> None:
        self._text = text
        self._plain = not text or max(text) <= "\uffff"
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def of(self, line: int, column: int) -> int:
        at = self._starts[line - 1] + column
        return at if self._plain else len(self._text[:at].encode("utf-16-le", "surrogatepass")) // 2
