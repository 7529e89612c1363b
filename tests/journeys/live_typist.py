"""A note in the live sheet that is typed by a timer, without a pause, until it is killed: started by a test."""

import sys
from pathlib import Path

import forecall.app
from forecall.tour.hands import Hands, act
from forecall.tour.person import Person
from tests.journeys.test_live import opens_live
from tests.journeys.typist import Typist


def main(journal: str, settings: str) -> None:
    """Begin a call, open its sheet, and type a note until the end."""
    vars(forecall.app)["settings_file"] = lambda: Path(settings)
    app, program = forecall.app.build(["forecall"], Path(journal))
    program.show()
    program.window.activateWindow()
    eyes = Hands()

    def story(me: Person) -> None:
        opens_live(me)
        me.press("1", "H")
        me.is_at("Note")
        me.type_words("loud")
        me.press("Return", "N")
        me.is_at("Note")

    act(lambda: story(Person(eyes, lambda: program.window)), eyes)
    typist = Typist()
    app.exec()
    del typist


if __name__ == "__main__":
    main(*sys.argv[1:])
