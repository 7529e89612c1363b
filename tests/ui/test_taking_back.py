"""Undo says what it took back and offers the way round."""

from collections.abc import Callable

from forecall.journal import verbs
from forecall.ui.page import Desk
from forecall.ui.taking_back import TakingBack
from tests.ui.conftest import Person


def test_undo_and_redo_offer_each_other(desk: Desk, person: Person) -> None:
    said: list[tuple[str, str, Callable[[], None] | None]] = []
    flushed: list[bool] = []
    taking = TakingBack(desk, lambda: flushed.append(True), lambda *words: said.append(words))
    taking.undo()
    person.settle()
    assert said.pop()[0] == "There is nothing to undo."
    person.does(verbs.start_call, "Northwind")
    taking.undo()
    person.settle()
    words, button, again = said.pop()
    assert (words, button) == ("Taken back: call started.", "Do it again")
    assert again is not None
    again()
    person.settle()
    words, button, _back = said.pop()
    assert (words, button) == ("Done again: call started.", "Undo")
    taking.redo()
    person.settle()
    assert said.pop()[0] == "There is nothing to do again."
    assert len(flushed) == 4
