"""Minds change: the type of a call, its place in the list of calls, the order of what is said."""

from forecall.guide.question import CallType
from forecall.journal.listing import Sieve, list_calls
from forecall.journal.reading import read_call, read_items
from forecall.tour.person import Person
from tests.journeys.conftest import House
from tests.journeys.test_whole_way import ISSUE, begins

LATER = "2100-01-01T00:00:00Z"


def test_another_type_in_the_middle_loses_no_answer(house: House) -> None:
    """What abuse does not ask for stays in the journal, and is on screen again when the type goes back."""

    def story(me: Person) -> None:
        begins(me)
        me.type_words("They shouted.")
        me.press("Ctrl+PgDown")
        me.sees("How would they tell it?")
        me.go_to("How would they tell it?")
        me.type_words("I was left waiting.")
        me.sees("Saved")
        _change_type(me, "abuse or disrespect")
        me.sees_no("How would they tell it?")
        _change_type(me, "abuse or disrespect")
        me.sees("I was left waiting.")
        _change_type(me, "complaint")

    house.tells(story)

    def read(connection: object) -> tuple[tuple[CallType, ...], dict[str, object]]:
        (head,) = list_calls(connection, Sieve(), LATER)
        call = read_call(connection, head.id, LATER)
        assert call is not None
        return tuple(head.types), {key: each.value["text"] for key, each in call.answers.items()}

    types, answers = house.asks(read)
    assert types == (CallType.COMPLAINT,)
    assert answers == {"issue": "They shouted.", "their_story": "I was left waiting."}


def _change_type(me: Person, words: str) -> None:
    me.press("F2")
    me.sees(words)
    me.click(words)
    me.click("Keep")
    me.sees_no("Change the call")


def test_a_deleted_call_comes_back_whole(house: House) -> None:
    """Delete in the list, Undo beside the sentence."""

    def story(me: Person) -> None:
        begins(me)
        me.type_words("The report came late.")
        me.sees("Saved")
        me.press("Ctrl+2")
        me.sees("Northwind")
        me.press("Delete")
        me.sees("Undo")
        me.sees_no("The report came late")
        me.click("Undo")
        me.sees("The report came late")
        me.click_row("Northwind")
        me.is_at(ISSUE)
        me.sees("The report came late.")

    house.tells(story)


def test_the_last_entry_taken_out_is_put_back_by_undo(house: House) -> None:
    """In a list, a removed line is one act; Ctrl+Z outside of a box brings it back."""

    def story(me: Person) -> None:
        begins(me)
        me.go_to("What worries them most? 1")
        me.type_words("Their board")
        me.press("Return")
        me.type_words("Their name")
        me.press("Return")
        me.sees("Saved")
        me.go_to("What worries them most? 1", back=True)
        me.press("Ctrl+Shift+Backspace")
        me.sees_no("Their board")
        me.sees("Saved")
        me.go_to("Next: client")
        me.press("Ctrl+Z")
        me.sees("Their board")

    house.tells(story)

    def read(connection: object) -> list[str]:
        (head,) = list_calls(connection, Sieve(), LATER)
        return [item.text for item in read_items(connection, head.id)["concerns"]]

    assert house.asks(read) == ["Their board", "Their name"]
