"""What the first screen and the list of calls show."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from forecall.guide.question import CallType
from forecall.journal import answers, calls, holding, items, lessons
from forecall.journal.listing import (
    Sieve,
    calls_under_way,
    heads_of,
    last_call_with,
    lessons_for,
    list_calls,
    next_calls,
    open_promises,
    promises_around,
    unplanned_calls,
    waiting_calls,
)
from forecall.journal.moments import from_utc, utc_now, utc_text
from forecall.journal.records import Stage
from forecall.journal.sample import make_sample
from forecall.storage.database import connect
from tests.journal.desk import Desk

NOW = "2026-11-26T09:00:00Z"  # a Thursday
ZONE = "UTC"


def planned(desk: Desk, wall: str, client: str = "Northwind", **more: Any) -> str:
    return str(desk.do(calls.start_call, client, wall=wall, zone=ZONE, **more))


def set_moment(desk: Desk, call_id: str, **moments: str) -> None:
    """Put moments of a life where the clock of a test cannot."""
    writer = desk.database._writer
    sets = ", ".join(f"{name} = ?" for name in moments)
    writer.execute(f"UPDATE call SET {sets} WHERE id = ?", (*moments.values(), call_id))


def ids(heads: list[Any]) -> list[str]:
    return [each.id for each in heads]


@pytest.fixture
def life(desk: Desk) -> dict[Stage, str]:
    """One call in each stage."""
    found = {
        Stage.PREPARE: planned(desk, "2026-11-27T10:00"),
        Stage.CALL: planned(desk, "2026-11-26T08:45"),
        Stage.REFLECT: planned(desk, "2026-11-25T10:00"),
        Stage.DONE: planned(desk, "2026-11-20T10:00"),
        Stage.DID_NOT_HAPPEN: planned(desk, "2026-11-19T10:00"),
    }
    desk.do(holding.begin_call, found[Stage.CALL])
    desk.do(calls.mark_call, found[Stage.DONE], "left")
    desk.do(calls.mark_call, found[Stage.DID_NOT_HAPPEN], "did_not_happen")
    return found


@pytest.mark.parametrize("stage", list(Stage))
def test_each_stage_lists_its_calls(desk: Desk, life: dict[Stage, str], stage: Stage) -> None:
    assert ids(list_calls(desk.reader, Sieve(stage=stage), NOW)) == [life[stage]]


def test_stages_agree_with_the_whole_list(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.db", 250, now=NOW)
    connection = connect(tmp_path / "s.db")
    whole = list_calls(connection, Sieve(), NOW, limit=1000)
    for stage in Stage:
        some = list_calls(connection, Sieve(stage=stage), NOW, limit=1000)
        assert some == [each for each in whole if each.stage is stage]
    connection.close()


def test_pages_go_on_where_the_last_one_ended(desk: Desk) -> None:
    walls = ["2026-11-26T10:00", "2026-11-25T10:00", "2026-11-25T10:00", "2026-11-25T10:00", "2026-11-24T10:00"]
    made = [planned(desk, wall) for wall in walls]
    paged: list[str] = []
    after = None
    while page := list_calls(desk.reader, Sieve(), NOW, after=after, limit=2):
        paged += ids(page)
        after = (page[-1].moment, page[-1].id)
    assert paged == [made[0], made[3], made[2], made[1], made[4]]


def test_what_is_to_come_can_be_listed_soonest_first_page_by_page(desk: Desk) -> None:
    walls = ["2026-11-26T10:00", "2026-11-25T10:00", "2026-11-25T10:00", "2026-11-24T10:00"]
    made = [planned(desk, wall) for wall in walls]
    paged: list[str] = []
    after = None
    while page := list_calls(desk.reader, Sieve(soonest_first=True), NOW, after=after, limit=2):
        paged += ids(page)
        after = (page[-1].moment, page[-1].id)
    assert paged == [made[3], made[1], made[2], made[0]]


@pytest.mark.parametrize(
    ("sieve", "index"),
    [
        (Sieve(), "call_moment"),
        (Sieve(archived=True), "call_archived"),
        (Sieve(stage=Stage.PREPARE), "call_ahead"),
        (Sieve(stage=Stage.CALL, soonest_first=True), "call_ahead"),
        (Sieve(stage=Stage.REFLECT), "call_undecided"),
        (Sieve(stage=Stage.DID_NOT_HAPPEN), "call_cancelled"),
        (Sieve(client_id="x"), "call_client_moment"),
    ],
)
def test_a_rare_call_is_no_walk_through_the_whole_journal(desk: Desk, sieve: Sieve, index: str) -> None:
    said: list[str] = []

    class Explaining:
        def execute(self, query: str, named: Any = ()) -> Any:
            said.extend(row[3] for row in desk.reader.execute(f"EXPLAIN QUERY PLAN {query}", named))
            return desk.reader.execute(query, named)

    list_calls(Explaining(), sieve, NOW)
    assert index in said[0].split()


def test_a_sieve_lets_through_what_fits(desk: Desk) -> None:
    first = planned(desk, "2026-11-20T10:00", types=["complaint", "scope"])
    second = planned(desk, "2026-11-22T10:00", client="Halden", types=["scope"])
    third = planned(desk, "2026-11-24T10:00")
    desk.do(calls.mark_call, third, "archived")
    gone = planned(desk, "2026-11-24T10:00")
    desk.do(calls.mark_call, gone, "deleted")
    halden = desk.row("client", name="Halden")["id"]

    def listed(**sieve: Any) -> list[str]:
        return ids(list_calls(desk.reader, Sieve(**sieve), NOW))

    assert listed() == [second, first]
    assert listed(archived=True) == [third]
    assert listed(type=CallType.SCOPE) == [second, first]
    assert listed(type=CallType.COMPLAINT) == [first]
    assert listed(client_id=halden) == [second]
    assert listed(since="2026-11-22T10:00:00Z") == [second]
    assert listed(until="2026-11-22T10:00:00Z") == [first]


def test_heads_come_in_the_order_asked_for(desk: Desk, life: dict[Stage, str]) -> None:
    wanted = [life[Stage.DONE], "nowhere", life[Stage.PREPARE]]
    assert ids(heads_of(desk.reader, wanted, NOW)) == [life[Stage.DONE], life[Stage.PREPARE]]


def test_next_calls_are_soonest_first_and_one_that_has_begun_still_counts(desk: Desk, life: dict[Stage, str]) -> None:
    assert ids(next_calls(desk.reader, NOW)) == [life[Stage.CALL], life[Stage.PREPARE]]
    assert ids(next_calls(desk.reader, NOW, limit=1)) == [life[Stage.CALL]]


def test_calls_without_a_time_are_listed_for_a_month(desk: Desk) -> None:
    call_id, old = (str(desk.do(calls.start_call, "Northwind")) for _each in range(2))
    set_moment(desk, call_id, moment="2026-11-20T10:00:00Z")
    set_moment(desk, old, moment="2026-10-01T10:00:00Z")
    assert ids(unplanned_calls(desk.reader, NOW)) == [call_id]


def test_a_call_waits_until_it_was_looked_back_on(desk: Desk) -> None:
    untouched = planned(desk, "2026-11-25T16:00")
    noted_today = planned(desk, "2026-11-26T08:00")
    noted_before = planned(desk, "2026-11-25T09:00")
    planned(desk, "2026-11-10T09:00")  # folded away after a week
    set_moment(desk, noted_today, held_at="2026-11-26T08:20:00Z", looked_back_now_at="2026-11-26T08:22:00Z")
    set_moment(desk, noted_before, held_at="2026-11-25T09:20:00Z", looked_back_now_at="2026-11-25T09:22:00Z")
    assert ids(waiting_calls(desk.reader, NOW, ZONE)) == [untouched, noted_before]
    assert ids(waiting_calls(desk.reader, NOW, ZONE, limit=1)) == [untouched]
    assert ids(waiting_calls(desk.reader, "2026-11-27T08:00:00Z", ZONE)) == [noted_today, untouched, noted_before]


@pytest.fixture
def promises(desk: Desk) -> dict[str, str]:
    """Promises to two clients; the names tell the order they are expected in."""
    north, halden = planned(desk, "2026-11-20T10:00"), planned(desk, "2026-11-21T10:00", client="Halden")
    for call_id, item_id, due in (
        (north, "later", "2026-12-24"),
        (halden, "soon", "2026-11-27"),
        (north, "someday", ""),
        (halden, "overdue", "2026-11-24"),
    ):
        desk.do(items.write_item, call_id, "promised", item_id, {"text": f"Do it {item_id}", "due": due})
    desk.do(items.write_item, north, "promised", "empty", {"text": " "})
    desk.do(items.write_item, north, "points", "no promise", {"text": "Say it"})
    desk.do(answers.record_answer, north, "check_back", {"date": "2026-11-30"})
    return {"north": north, "halden": halden}


def texts(found: list[Any]) -> list[str]:
    return [each.text.removeprefix("Do it ") for each in found]


CHECKING = "Ask whether they are content"


def test_promises_of_some_days_the_latest_first(desk: Desk, promises: dict[str, str]) -> None:
    assert texts(open_promises(desk.reader, since="2026-11-27")) == ["soon", CHECKING, "later"]
    assert texts(open_promises(desk.reader, latest_first=True, limit=2)) == ["later", CHECKING]
    assert texts(open_promises(desk.reader, latest_first=True))[-1] == "someday"


def test_promises_come_by_their_day(desk: Desk, promises: dict[str, str]) -> None:
    assert texts(open_promises(desk.reader)) == ["overdue", "soon", CHECKING, "later", "someday"]
    assert texts(open_promises(desk.reader, limit=2)) == ["overdue", "soon"]
    assert texts(open_promises(desk.reader, until="2026-11-30")) == ["overdue", "soon", CHECKING]


def test_promises_around_a_day_leave_room_for_what_is_due(desk: Desk) -> None:
    north = planned(desk, "2026-11-20T10:00")
    for day in (3, 5, 12, 20, 26, 27, 28, 29):
        promise = {"text": str(day), "due": f"2026-11-{day:02}"}
        desk.do(items.write_item, north, "promised", f"on {day}", promise)

    def around(day: str, limit: int = 5) -> list[str]:
        return texts(promises_around(desk.reader, day, "2026-11-28", limit))

    assert around("2026-11-26") == ["12", "20", "26", "27", "28"]
    assert around("2026-11-28") == ["12", "20", "26", "27", "28"]
    assert around("2026-11-26", 4) == ["12", "20", "26", "27"]
    assert around("2026-11-01", 3) == ["3", "5", "12"]
    assert around("2026-12-05") == ["20", "26", "27", "28", "29"]


def test_promises_without_a_day_come_after_those_with_one(desk: Desk) -> None:
    north = planned(desk, "2026-11-20T10:00")

    def promise(text: str, due: str = "") -> None:
        desk.do(items.write_item, north, "promised", f"item {text}", {"text": text, "due": due})

    def around(limit: int = 4) -> list[str]:
        return texts(promises_around(desk.reader, "2026-11-26", "2026-11-28", limit))

    promise("first")
    promise("last")
    assert around() == ["last", "first"]
    for day in (21, 22, 23, 24):
        promise(str(day), f"2026-11-{day}")
    assert around() == ["22", "23", "24", "last"]  # what is long past leaves a place
    promise("26", "2026-11-26")
    assert around() == ["23", "24", "26", "last"]
    promise("27", "2026-11-27")
    assert around() == ["24", "26", "27", "last"]
    promise("28", "2026-11-28")
    assert around() == ["24", "26", "27", "last"]
    assert around(1) == ["last"]
    assert texts(open_promises(desk.reader, dayless=True, limit=1)) == ["last"]


@pytest.mark.parametrize("asked", [{}, {"latest_first": True}, {"dayless": True}, {"done": True}])
def test_a_short_list_of_promises_is_a_short_walk(desk: Desk, asked: dict[str, Any]) -> None:
    class Planner:
        def execute(self, statement: str, named: Any) -> list[Any]:
            plan = [row[3] for row in desk.reader.execute(f"EXPLAIN QUERY PLAN {statement}", named)]
            assert any("INDEX item_due (key=? AND done_at" in step for step in plan)
            assert not any(step in ("SCAN item", "SCAN call") for step in plan)
            assert sum("TEMP B-TREE FOR ORDER BY" in step for step in plan) == 1  # only what was found is sorted
            return []

    assert open_promises(Planner(), limit=3, **asked) == []


def test_promises_of_one_client(desk: Desk, promises: dict[str, str]) -> None:
    halden = desk.row("client", name="Halden")["id"]
    found = open_promises(desk.reader, client_id=halden)
    assert texts(found) == ["overdue", "soon"]
    assert {each.client_name for each in found} == {"Halden"}


def test_kept_promises_are_apart_the_last_one_first(desk: Desk, promises: dict[str, str]) -> None:
    writer = desk.database._writer
    writer.execute("UPDATE item SET done_at = '2026-11-25T10:00:00Z' WHERE id = 'later'")
    writer.execute("UPDATE item SET done_at = '2026-11-26T10:00:00Z' WHERE id = 'soon'")
    assert texts(open_promises(desk.reader, done=True)) == ["soon", "later"]
    assert texts(open_promises(desk.reader)) == ["overdue", CHECKING, "someday"]


def test_promises_of_deleted_calls_are_left_out(desk: Desk, promises: dict[str, str]) -> None:
    desk.do(calls.mark_call, promises["halden"], "deleted")
    assert texts(open_promises(desk.reader)) == [CHECKING, "later", "someday"]


def test_lessons_from_the_same_client_come_first_then_of_the_same_type(desk: Desk) -> None:
    def learned(client: str, types: list[str], plan: str) -> str:
        call_id = planned(desk, "2026-11-20T10:00", client=client, types=types)
        desk.do(answers.record_answer, call_id, "lesson", {"if": "x", "then": plan})
        return str(desk.row("lesson", then_text=plan)["id"])

    learned("Other", ["abuse"], "unfitting")
    helped = learned("Other", ["complaint"], "same type, helped")
    learned("Other", ["complaint"], "same type")
    learned("Northwind", ["abuse"], "same client")
    desk.do(lessons.write_lesson, None, {"if": "x", "then": "any call"})
    desk.do(lessons.count_help, helped)
    north = desk.row("client", name="Northwind")["id"]
    found = lessons_for(desk.reader, (CallType.COMPLAINT,), north, limit=9)
    assert [each.then_text for each in found] == ["same client", "same type, helped", "same type", "any call"]


def test_the_last_call_with_a_client(desk: Desk) -> None:
    first, second = planned(desk, "2026-11-20T10:00"), planned(desk, "2026-11-22T10:00")
    third = planned(desk, "2026-11-27T10:00")
    for call_id in (first, second):
        desk.do(calls.mark_call, call_id, "held")
    client = desk.row("client")["id"]
    last = last_call_with(desk.reader, client, third, NOW)
    assert last is not None
    assert last.id == second
    assert last_call_with(desk.reader, "nobody", third, NOW) is None


def test_the_last_call_is_one_before(tmp_path: Path) -> None:
    from forecall.journal import listing, verbs
    from forecall.workspace.workspace import Workspace

    workspace = Workspace(tmp_path / "order.db")
    workspace.open().wait()
    ids = []
    for day in ("2026-11-02", "2026-11-09", "2026-11-16"):
        call = workspace.perform(None, verbs.start_call, "Northwind", wall=f"{day}T10:00", zone="UTC").wait()
        workspace.perform(None, verbs.mark_call, call, "held").wait()
        ids.append(call)
    client = workspace.ask(listing.list_calls, listing.Sieve(), "2026-11-20T00:00:00Z").wait()[0].client_id

    def before(call: str) -> str | None:
        head = workspace.ask(listing.last_call_with, client, call, "2026-11-20T00:00:00Z").wait()
        return head.id if head else None

    assert [before(call) for call in ids] == [None, ids[0], ids[1]]
    assert workspace.close()


@pytest.mark.parametrize(
    ("wall", "moments", "asked"),
    [
        ("2026-11-16T10:00", {"held_at": "2026-11-26T08:30:00Z"}, True),  # ten days late
        ("2026-12-10T10:00", {"held_at": "2026-11-26T08:30:00Z"}, True),  # two weeks early
        ("2026-11-16T10:00", {"started_at": "2026-11-25T08:30:00Z"}, True),  # late, and never ended
        ("2026-11-16T10:00", {"started_at": "2026-11-26T08:30:00Z"}, False),  # it is under way
        ("2026-11-26T08:00", {"started_at": "2026-11-26T08:01:00Z"}, False),  # longer than it was planned
        ("2026-11-25T10:00", {"held_at": "2026-11-18T08:59:00Z"}, False),  # early, and more than a week ago
    ],
)
def test_when_a_call_was_held_counts_and_not_when_it_was_planned(
    desk: Desk, wall: str, moments: dict[str, str], asked: bool
) -> None:
    call = planned(desk, wall)
    set_moment(desk, call, **moments)
    assert ids(waiting_calls(desk.reader, NOW, ZONE)) == [call] * asked


def test_a_call_without_a_time_that_was_never_ended_is_looked_back_on_and_prepared_no_more(desk: Desk) -> None:
    call = str(desk.do(calls.start_call, "Northwind"))
    set_moment(desk, call, started_at="2026-11-25T08:30:00Z", moment="2026-11-25T08:00:00Z")
    assert ids(waiting_calls(desk.reader, NOW, ZONE)) == [call]
    assert unplanned_calls(desk.reader, NOW) == []


def test_the_next_working_morning_is_the_person_s_own(desk: Desk) -> None:
    call = planned(desk, "2026-11-26T09:00")
    noted = "2026-11-26T12:00:00Z"  # on Friday in Auckland, on Thursday in Los Angeles
    set_moment(desk, call, held_at=noted, looked_back_now_at=noted)
    for zone, before, from_then in (
        ("Pacific/Auckland", "2026-11-29T18:59:59Z", "2026-11-29T19:00:00Z"),  # Monday at eight
        ("America/Los_Angeles", "2026-11-27T15:59:59Z", "2026-11-27T16:00:00Z"),  # Friday at eight
    ):
        assert waiting_calls(desk.reader, before, zone) == []
        assert ids(waiting_calls(desk.reader, from_then, zone)) == [call]


def test_calls_under_way_are_those_that_have_begun(desk: Desk) -> None:
    now = utc_now()
    first, second, over, not_yet = (str(desk.do(calls.start_call, name)) for name in ("A", "B", "C", "D"))
    for call in (first, second, over, not_yet):
        desk.do(holding.begin_call, call)
    desk.do(holding.end_call, over)
    desk.do(holding.not_started, not_yet)
    desk.do(calls.mark_call, str(desk.do(calls.start_call, "E")), "deleted")
    set_moment(desk, first, started_at=utc_text(from_utc(now) - timedelta(minutes=20)))
    assert ids(calls_under_way(desk.reader, now)) == [second, first]
    assert ids(calls_under_way(desk.reader, now, 1)) == [second]
    tomorrow = utc_text(from_utc(now) + timedelta(hours=13))
    assert ids(calls_under_way(desk.reader, tomorrow)) == []
