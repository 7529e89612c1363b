"""Somebody whose words were written to do harm: typed, shown on every page, hovered, and exported.

Arguments: the journal; the folder of what must not be opened; ``opens`` to plant a fault.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget

from forecall.app import Forecall
from forecall.journal import verbs
from forecall.tour.person import Person
from forecall.ui.page import Place
from tests.torture.windows.scene import arguments, in_window, say

PLACES = ("today", "calls", "clients", "lessons", "summary", "find", "guide", "settings")
OF_A_CALL = ("prepare", "call_sheet", "look_back")


def words_of(trap: Path) -> str:
    """Every way known to make a text open something."""
    return (
        f'<img src="{trap}/a.png"> <img src="file://{trap}/b.png"> ![x]({trap}/c.png) ![](file://{trap}/d)'
        f'<link rel="stylesheet" href="{trap}/e.css"><style>@import "{trap}/f.css";</style>'
        f'<img src="http://192.0.2.1/g.png"> ![](http://192.0.2.1/h.png) <iframe src="{trap}/pipe"></iframe>'
        f'<a href="javascript:alert(1)">j</a> [k](file://{trap}/pipe) <img src="{trap}/pipe"> <img src="qrc:/x">'
        f'<object data="{trap}/l"></object><body background="{trap}/m.png"><table background="{trap}/n.png">'
        f"<script>fetch('http://192.0.2.1')</script> <!-- --> %s {{0}} \\n &lt;img src={trap}/o&gt;"
    )


def main(journal: str, trap: str, fault: str = "") -> None:
    """Put the words everywhere, and look at everything."""
    words = words_of(Path(trap))
    if fault == "opens":
        Path(trap, "a.png").exists()
        Path(trap, "a.png").read_bytes()

    def story(me: Person, program: Forecall) -> None:
        call = _written(program, words)
        for page in OF_A_CALL:
            _look(me, program, Place(page, call))
        for page in PLACES:
            _look(me, program, Place(page))
        say(seen=True)

    in_window(Path(journal), story)


def _written(program: Forecall, words: str) -> str:
    def do(verb: object, *given: object) -> object:
        return program.workspace.perform("typist", verb, *given).wait()  # type: ignore[arg-type]

    call = str(do(verbs.start_call, words[:180]))
    do(verbs.rename_call, call, words[:180])
    do(verbs.link_call, call, words)
    for key in ("issue", "opening", "goal", "their_story", "went_well"):
        do(verbs.record_answer, call, key, {"text": words})
    for key in ("points", "ask", "concerns", "promised", "objections"):
        do(verbs.write_item, call, key, f"{key}-1", {"text": words})
    do(verbs.write_lesson, None, {"if": words, "then": words, "text": words})
    return call


def _look(me: Person, program: Forecall, place: Place) -> None:
    me.hands.ask(lambda: program.window.go(place))
    me.rests(0.25)
    me.hands.ask(_hover)
    me.hands.ask(lambda: program.window.grab())
    me.rests(0.1)


def _hover() -> None:
    """Ask every control for its tip."""
    window = QApplication.activeWindow()
    for widget in window.findChildren(QWidget) if window is not None else ():
        if widget.isVisible():
            at = QPoint(2, 2)
            QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))


if __name__ == "__main__":
    main(*arguments())
    sys.exit(0)
