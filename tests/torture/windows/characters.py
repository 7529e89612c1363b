"""Somebody who pastes every character there is into a box, some at a time, each lot into a call of its own.

Arguments: the journal; the place of each lot as ``first-last`` code points. Tells each call with its lot.
"""

from pathlib import Path

from PySide6.QtCore import QMimeData

from forecall.app import Forecall
from forecall.journal import verbs
from forecall.tour import hands
from forecall.tour.person import Person
from forecall.ui.page import Place
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.box_words import holdable, holds_markers
from tests.torture.rows.every_character import BREAKS, lot
from tests.torture.windows.saving import ISSUE
from tests.torture.windows.scene import arguments, in_window, say


def main(journal: str, *spans: str) -> None:
    """Paste each lot, and wait until it is in the file."""

    def story(me: Person, program: Forecall) -> None:
        for span in spans:
            call = program.workspace.perform("typist", verbs.start_call, f"Client {span}").wait()
            me.hands.ask(lambda call=call: program.window.go(Place("prepare", call)))  # type: ignore[misc]
            me.sees(f"Client {span}")  # until the call is read, the boxes are still those of the call before
            me.is_at(ISSUE)
            me.hands.ask(lambda span=span: _paste(lot(span)))  # type: ignore[misc]
            if holds_markers(lot(span)):
                me.sees("It was left out")
            program.workspace.settled().wait()
            say(call=call, span=span, shown=me.hands.ask(_shown) == holdable(lot(span).translate(BREAKS)))

    in_window(Path(journal), story)


def _paste(words: str) -> None:
    box = hands.focused()
    assert isinstance(box, AnswerField)
    data = QMimeData()
    data.setText(words)
    box.insertFromMimeData(data)
    box.flush()


def _shown() -> str:
    box = hands.focused()
    assert isinstance(box, AnswerField)
    return box.text()


if __name__ == "__main__":
    main(*arguments())
