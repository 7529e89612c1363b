"""Back, and going on where one stopped."""

import json

import pytest

from forecall.journal import verbs
from forecall.journal.reading import read_draft
from forecall.ui.page import Desk, Place
from forecall.ui.trail import PLACE_DRAFT, Trail
from tests.ui.conftest import Person


@pytest.fixture
def trail(desk: Desk) -> Trail:
    trail = Trail(desk, "the window")
    trail.went_to(Place("today"))
    return trail


def taken_up(person: Person) -> list[Place]:
    """Where a window that is opened now would go on."""
    went: list[Place] = []
    trail = Trail(person.desk, "the window")
    trail.went_to(Place("today"))
    trail.take_up(went.append)
    person.settle()
    return went


def test_back_goes_from_place_to_place_and_stops_at_the_first(trail: Trail) -> None:
    for place in (Place("calls"), Place("calls"), Place("lessons")):
        trail.went_to(place)
    assert [trail.back().page for _each in range(4)] == ["calls", "today", "today", "today"]


def test_a_call_is_gone_on_with(trail: Trail, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    trail.went_to(Place("prepare", call, "client"))
    person.settle()
    assert taken_up(person) == [Place("prepare", call, "client")]


def test_the_question_is_kept_when_the_window_closes(trail: Trail, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    trail.went_to(Place("prepare", call, "client"))
    trail.stopped_at(Place("prepare", call, "client", "their_story"))
    person.settle()
    assert taken_up(person) == [Place("prepare", call, "client", "their_story")]


def test_the_question_of_another_place_is_not(trail: Trail, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    trail.went_to(Place("prepare", call, "client"))
    trail.stopped_at(Place("look_back", call, "now", "keep"))
    person.settle()
    assert taken_up(person) == [Place("prepare", call, "client")]


def test_whoever_stopped_at_a_list_begins_at_the_first_screen(trail: Trail, person: Person) -> None:
    trail.went_to(Place("prepare", person.does(verbs.start_call, "Northwind")))
    trail.went_to(Place("calls"))
    person.settle()
    assert taken_up(person) == []


def test_a_call_that_is_gone_is_not_gone_on_with(trail: Trail, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    trail.went_to(Place("prepare", call))
    person.does(verbs.mark_call, call, "deleted")
    assert taken_up(person) == []


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"page": "nowhere"}', '{"sheet": "prepare"}', '"prepare"'])
def test_a_place_that_makes_no_sense_is_left_alone(person: Person, kept: str) -> None:
    person.does(verbs.keep_draft, PLACE_DRAFT, kept)
    assert taken_up(person) == []
    assert person.failures == []


def test_who_has_moved_on_is_not_called_back(trail: Trail, person: Person) -> None:
    trail.went_to(Place("prepare", person.does(verbs.start_call, "Northwind")))
    person.settle()
    went: list[Place] = []
    other = Trail(person.desk, "the window")
    other.went_to(Place("today"))
    other.take_up(went.append)
    other.went_to(Place("calls"))
    person.settle()
    assert went == []


def test_the_place_is_in_the_journal_at_once(trail: Trail, person: Person) -> None:
    trail.went_to(Place("new_call"))
    person.settle()
    assert json.loads(person.asks(read_draft, PLACE_DRAFT))["page"] == "new_call"
