"""A window over a journal that can only be read."""

from PySide6.QtWidgets import QApplication

from forecall.tour.person import Person
from forecall.ui.first_window import FirstWindow
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture
from tests.journeys.test_whole_way import begins

ELSEWHERE = b"4711\nforecall\nanother-machine\n\n\n"


def test_another_machines_journal_is_read_and_then_taken_over(house: House, qapp: QApplication) -> None:  # noqa: F811
    def first(me: Person) -> None:
        begins(me, client="Northwind")
        me.type_words("Two days late")
        me.sees("Saved")

    house.tells(first)
    lock = house.journal.with_name(".journal.db.lock")
    lock.write_bytes(ELSEWHERE)
    before = house.journal.read_bytes()

    def story(me: Person) -> None:
        me.sees("This journal is open elsewhere")
        me.sees("A window on another-machine has it")
        me.click("Read: Open for reading")
        me.sees("This journal can only be read here. What you type is not kept.")
        me.rests(0.5)
        me.press("Ctrl+F")
        me.is_at("Find words")
        me.type_words("days late")
        me.sees("Northwind")
        me.press("Ctrl+3")
        me.sees("Northwind")
        me.press("Ctrl+N")
        me.sees_no("Northwind")
        me.type_words("Southwind")
        me.sees_no("Southwind")
        assert house.journal.read_bytes() == before
        assert lock.read_bytes() == ELSEWHERE

    house.tells(story)
    assert lock.read_bytes() == ELSEWHERE

    def taking_over(me: Person) -> None:
        me.sees("This journal is open elsewhere")
        me.click("Take over: Take over")
        begins(me, client="Southwind")
        me.type_words("Too dear")
        me.sees("Saved")
        assert lock.read_bytes() != ELSEWHERE

    house.tells(taking_over)
    assert not lock.exists()


def test_a_window_that_was_taken_over_stops_writing_and_says_so(house: House) -> None:  # noqa: F811
    def story(me: Person) -> None:
        begins(me, client="Northwind")
        me.type_words("Two days late")
        me.sees("Saved")
        other = FirstWindow(house.journal)
        me.hands.ask(other.take_over)
        me.type_words(" again")
        me.sees("Another window has taken this journal over.")
        me.sees("Two days late again")
        me.hands.ask(other.let_go)
        me.click("Try again")
        me.sees_no("Another window has taken this journal over.")
        me.sees("Saved")

    house.tells(story)
    words = house.asks(lambda connection: connection.execute("SELECT value FROM answer").fetchone()[0])
    assert "Two days late again" in words
