"""What somebody may want to go to: a few of each kind."""

import pytest

from forecall.journal import calls, clients, lessons
from forecall.journal.finding import CALLS, LESSONS, find
from tests.journal.desk import Desk, held

NOW = "2026-11-26T09:00:00Z"


def test_calls_come_newest_first_and_no_more_than_a_few(desk: Desk) -> None:
    made = [held(desk, "Northwind", day, "Late report") for day in range(1, CALLS + 3)]
    found = find(desk.reader, "late north", now=NOW, zone="UTC")
    assert [each.id for each in found.calls] == made[: -CALLS - 1 : -1]
    assert not find(desk.reader, "early", now=NOW, zone="UTC").calls


def test_a_client_of_that_name_goes_before_one_about_whom_the_word_is_known(desk: Desk) -> None:
    held(desk, "Aster", 1)
    desk.do(clients.note_about_client, desk.row("client", name="Aster")["id"], "Knows somebody at Northwind")
    held(desk, "Northwind", 2)
    found = find(desk.reader, "northw", now=NOW, zone="UTC")
    assert [(each.name, each.calls) for each in found.clients] == [("Northwind", 1), ("Aster", 1)]


def test_clients_are_found_in_the_order_of_the_language(desk: Desk) -> None:
    for day, name in enumerate(("Hof Zander", "Hof Ähre", "Hof Asche"), 1):
        held(desk, name, day)
    found = find(desk.reader, "hof", now=NOW, zone="UTC")
    assert [each.name for each in found.clients] == ["Hof Ähre", "Hof Asche", "Hof Zander"]


@pytest.mark.parametrize("of_call", [True, False])
def test_a_lesson_is_found_by_its_own_words(desk: Desk, of_call: bool) -> None:
    call = held(desk, "Northwind", 1, "Late report")
    plan = {"if": "a date slips", "then": "say so first", "why": ""}
    if of_call:
        desk.do(lessons.keep_lesson_of_call, call, plan)
    else:
        desk.do(lessons.write_lesson, None, plan)
    assert [each.then_text for each in find(desk.reader, "date sl", now=NOW, zone="UTC").lessons] == ["say so first"]
    assert not find(desk.reader, "late", now=NOW, zone="UTC").lessons  # the call says it, the lesson does not


def test_few_lessons_the_newest_first(desk: Desk) -> None:
    for number in range(LESSONS + 1):
        desk.do(lessons.write_lesson, None, {"if": "a date slips", "then": f"say {number}", "why": ""})
    found = find(desk.reader, "date", now=NOW, zone="UTC").lessons
    assert len(found) == LESSONS
    assert f"say {LESSONS}" in {each.then_text for each in found}


def test_without_words_what_is_near_in_time_is_found(desk: Desk) -> None:
    old, waiting, coming = held(desk, "Old", 1), held(desk, "Waiting", 25), held(desk, "Coming", 27)
    desk.do(calls.mark_call, old, "left")
    assert [each.id for each in find(desk.reader, " ? ", now=NOW, zone="UTC").calls] == [coming, waiting, old]
