"""What was not said is taken along."""

from typing import Any

import pytest

from forecall.journal import calls, carrying, items
from forecall.journal.moments import local_zone
from forecall.journal.reading import read_call, read_taken_along
from forecall.journal.refusals import Refused
from tests.journal.desk import Desk


@pytest.fixture
def call(desk: Desk) -> str:
    made: str = desk.do(calls.start_call, "Northwind", types=["complaint"], held=True)
    desk.do(items.write_item, made, "points", "one", {"text": "One contact from now on"})
    desk.do(items.write_item, made, "points", "two", {"text": "The reviewer joins on Monday"})
    return made


def texts(desk: Desk, call: str, key: str) -> list[str]:
    record = read_call(desk.reader, call)
    assert record is not None
    return [item.text for item in record.entries(key)]


def taken(desk: Desk, call: str) -> set[str]:
    record = read_call(desk.reader, call)
    assert record is not None
    return set(read_taken_along(desk.reader, record))


def test_a_point_becomes_a_promise_once_and_waits_for_a_day(desk: Desk, call: str) -> None:
    desk.do(carrying.carry_to_promises, "one")
    before = desk.dump()
    desk.do(carrying.carry_to_promises, "one")
    assert desk.dump() == before
    assert texts(desk, call, "promised") == ["One contact from now on"]
    assert desk.row("item", call_id=call, key="promised")["due"] is None
    assert texts(desk, call, "points") == ["One contact from now on", "The reviewer joins on Monday"]


def test_a_promise_that_was_worded_anew_stays_so(desk: Desk, call: str) -> None:
    desk.do(carrying.carry_to_promises, "one")
    promise = desk.row("item", call_id=call, key="promised")["id"]
    desk.do(items.write_item, call, "promised", promise, {"text": "Name the contact", "due": "2026-12-01"})
    desk.do(carrying.carry_to_promises, "one")
    assert texts(desk, call, "promised") == ["Name the contact"]


def test_both_can_be_taken_back(desk: Desk, call: str) -> None:
    before = desk.dump()
    desk.do(carrying.carry_to_promises, "one")
    desk.take_back()
    assert desk.dump() == before
    desk.do(carrying.carry_to_next_call, "one")
    desk.take_back()
    assert desk.dump() == before
    assert taken(desk, call) == set()


def test_where_no_call_is_planned_one_begins_and_takes_all_of_them(desk: Desk, call: str) -> None:
    first = desk.do(carrying.carry_to_next_call, "one")
    second = desk.do(carrying.carry_to_next_call, "two")
    assert first == second != call
    assert desk.row("call", id=first)["copied_from"] == call
    assert texts(desk, first, "points") == ["One contact from now on", "The reviewer joins on Monday"]
    before = desk.dump()
    assert desk.do(carrying.carry_to_next_call, "one") == first
    assert desk.dump() == before
    assert taken(desk, call) == {"one", "two"}


def test_the_soonest_planned_call_with_the_client_is_the_next(desk: Desk, call: str) -> None:
    zone = local_zone()
    desk.do(calls.start_call, "Contoso", wall="2090-01-01T10:00", zone=zone)
    desk.do(calls.start_call, "Northwind", wall="2091-01-01T10:00", zone=zone)
    soonest = desk.do(calls.start_call, "Northwind", wall="2090-06-01T10:00", zone=zone)
    gone = desk.do(calls.start_call, "Northwind", wall="2090-01-01T10:00", zone=zone)
    desk.do(calls.mark_call, gone, "deleted")
    desk.do(calls.start_call, "Northwind", wall="2020-01-01T10:00", zone=zone)
    assert desk.do(carrying.carry_to_next_call, "one") == soonest


def test_a_point_whose_next_call_was_deleted_is_taken_along_anew(desk: Desk, call: str) -> None:
    first = desk.do(carrying.carry_to_next_call, "one")
    desk.do(calls.mark_call, first, "deleted")
    assert taken(desk, call) == set()
    second = desk.do(carrying.carry_to_next_call, "one")
    assert second not in (first, call)
    assert taken(desk, call) == {"one"}


@pytest.mark.parametrize("carry", [carrying.carry_to_promises, carrying.carry_to_next_call])
def test_what_is_no_point_is_refused(desk: Desk, call: str, carry: Any) -> None:
    desk.do(items.write_item, call, "ask", "question", {"text": "Who reads it?"})
    desk.do(items.write_item, call, "points", "empty", {"text": "  "})
    for item in ("question", "empty", "never"):
        with pytest.raises(Refused):
            desk.do(carry, item)
