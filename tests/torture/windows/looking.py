"""Somebody who opens the window, reads what it says and goes to the clients. Arguments: the journal; a name."""

from pathlib import Path

from forecall.app import Forecall
from forecall.tour.hands import NotThere
from forecall.tour.person import Person
from forecall.ui.page import Place
from tests.torture.windows.scene import arguments, in_window, say

BANNER = "This journal can only be read here."


def main(journal: str, name: str) -> None:
    """Look for the banner and for a name that stands in the journal."""

    def story(me: Person, program: Forecall) -> None:
        found = []
        for words, before in ((BANNER, lambda: None), (name, lambda: program.window.go(Place("clients")))):
            me.hands.ask(before)
            try:
                me.sees(words)
            except NotThere:
                continue
            found.append(words)
        say(banner=BANNER in found, name=name in found)

    in_window(Path(journal), story)


if __name__ == "__main__":
    main(*arguments())
