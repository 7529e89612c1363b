"""What came of an import, in words."""

from forecall.journal.arriving import Arrived


def test_it_says_what_was_added_and_what_was_there() -> None:
    assert Arrived(2, 0).sentence == "2 entries were added."
    assert Arrived(1, 3).sentence == "1 entry was added. 3 entries were there already."
    assert Arrived(0, 1).sentence == "Nothing is new. 1 entry was there already."


def test_it_says_that_nothing_was_imported_when_something_differs() -> None:
    told = Arrived(0, 5, ("client “Northwind” 1",)).sentence
    assert told == "1 entry is in the journal with other words. Nothing was imported."
