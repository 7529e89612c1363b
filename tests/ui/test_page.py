"""A page reads when it is shown, and again when something it shows was changed elsewhere."""

import pytest

from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.ui.page import Desk, Page, Place
from tests.ui.conftest import Person


class Counting(Page):
    name = "counting"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Counting")
        self.reads: list[Place] = []
        self.flushed = 0

    def read(self) -> None:
        self.reads.append(self.place)

    def flush(self) -> None:
        self.flushed += 1


@pytest.fixture
def page(person: Person) -> Counting:
    page = Counting(person.desk)
    person.opens(page)
    return page


def test_it_reads_once_for_each_place(page: Counting) -> None:
    page.open_at(Place("counting", "1"))
    assert [place.id for place in page.reads] == ["", "1"]


def test_what_was_typed_is_on_its_way_before_another_place_is_shown(page: Counting) -> None:
    before = page.flushed
    page.open_at(Place("counting", "1"))
    assert page.flushed == before + 1


def test_it_reads_again_after_a_change_by_somebody_else(page: Counting, person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    assert len(page.reads) == 2


def test_its_own_change_is_no_news(page: Counting, person: Person) -> None:
    person.desk.workspace.perform(page, verbs.start_call, "Northwind").wait()
    person.settle()
    assert len(page.reads) == 1


def test_hidden_it_waits_until_it_is_shown(page: Counting, person: Person) -> None:
    page.hide()
    person.does(verbs.start_call, "Northwind")
    assert len(page.reads) == 1
    page.show()
    assert len(page.reads) == 2


def test_before_the_first_frame_it_asks_for_nothing(person: Person) -> None:
    person.desk.awake = False
    page = Counting(person.desk)
    person.opens(page)
    assert page.reads == []
    person.desk.awake = True
    page.catch_up()
    assert len(page.reads) == 1


def test_nothing_changed_concerns_nobody(page: Counting) -> None:
    assert not page.concerns(Changes())
