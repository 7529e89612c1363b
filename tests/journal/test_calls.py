"""Operations on calls."""

from typing import Any

import pytest

from forecall.guide.question import CallType
from forecall.journal import answers, calls, clients, drafts, items, lessons
from forecall.journal.refusals import Refused
from tests.journal.desk import Desk

DAY, LATER = "2026-11-26T10:00", "2026-12-01T16:30"


def start(desk: Desk, client: str = "Northwind", **more: Any) -> str:
    return str(desk.do(calls.start_call, client, **more))


def call(desk: Desk, call_id: str) -> dict[str, Any]:
    return desk.row("call", id=call_id)


def test_a_call_keeps_wall_time_zone_and_utc(desk: Desk) -> None:
    row = call(desk, start(desk, wall=DAY, zone="Europe/Berlin", types=["complaint"], title=" Late  report "))
    assert (row["planned_wall"], row["planned_zone"]) == (DAY, "Europe/Berlin")
    assert row["planned_utc"] == row["moment"] == "2026-11-26T09:00:00Z"
    assert (row["title"], row["types"], row["length_minutes"]) == ("Late report", "complaint", 30)


def test_a_call_without_a_time_has_the_zone_and_time_of_nothing(desk: Desk) -> None:
    row = call(desk, start(desk))
    assert row["planned_wall"] is row["planned_zone"] is row["planned_utc"] is None
    assert row["moment"] == row["created_at"]


def test_a_call_that_just_happened_is_held(desk: Desk) -> None:
    assert call(desk, start(desk, held=True))["held_at"] is not None


def test_no_zone_means_the_zone_of_this_machine(desk: Desk) -> None:
    assert call(desk, start(desk, wall=DAY))["planned_zone"] == "UTC"


def test_starting_lets_go_of_the_form(desk: Desk) -> None:
    desk.do(drafts.keep_draft, calls.NEW_CALL_DRAFT, "North")
    start(desk)
    assert desk.reader.execute("SELECT count(*) FROM draft").fetchone() == (0,)


def test_several_calls_a_day_with_one_client(desk: Desk) -> None:
    ids = {start(desk, wall=DAY, zone="UTC") for _each in range(3)}
    assert len(ids) == len(desk.documents()) == 3
    assert len(desk.rows("client")) == 1


@pytest.mark.parametrize(
    ("wall", "zone", "utc"),
    [
        ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"),  # skipped by the clock
        ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"),  # there twice: the first
        ("2028-02-29T23:59", "Pacific/Kiritimati", "2028-02-29T09:59:00Z"),
        ("2026-11-26T10:00", "Asia/Kathmandu", "2026-11-26T04:15:00Z"),
    ],
)
def test_odd_times(desk: Desk, wall: str, zone: str, utc: str) -> None:
    row = call(desk, start(desk, wall=wall, zone=zone))
    assert (row["planned_wall"], row["planned_utc"]) == (wall, utc)


def test_a_sloppy_time_is_kept_in_full(desk: Desk) -> None:
    assert call(desk, start(desk, wall="2026-1-5T9:03", zone="UTC"))["planned_wall"] == "2026-01-05T09:03"


@pytest.mark.parametrize(
    "wall",
    [
        *("2026-02-30T10:00", "2026-13-01T10:00", "2026-11-26T24:30", "2026-11-26", "", "soon", "0001-01-01T00:00"),
        *("9999-12-31T23:59", "1899-12-31T10:00", "2026-11-26T10:00\x00", "2026-11-26T10:00:00"),
    ],
)
def test_a_time_that_does_not_exist_is_refused_and_nothing_made(desk: Desk, wall: str) -> None:
    with pytest.raises(Refused, match="is not a time that exists"):
        start(desk, wall=wall, zone="America/Los_Angeles")
    assert desk.dump()["client"] == {}
    call_id = start(desk, wall=DAY, zone="UTC")
    before = desk.dump()
    with pytest.raises(Refused):
        desk.do(calls.move_call, call_id, wall, "America/Los_Angeles")
    assert desk.dump() == before


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "Europe", "Europe/Berlin\x00", "\ud800"])
def test_an_unknown_zone_is_refused_by_its_name(desk: Desk, zone: str) -> None:
    with pytest.raises(Refused, match="is not a time zone"):
        start(desk, wall=DAY, zone=zone)


def test_two_types_at_most_each_once(desk: Desk) -> None:
    call_id = start(desk, types=[CallType.SCOPE, CallType.SCOPE, CallType.ABUSE])
    assert call(desk, call_id)["types"] == "scope,abuse"
    with pytest.raises(Refused, match="two types"):
        desk.do(calls.retype_call, call_id, ["complaint", "scope", "abuse"])
    desk.do(calls.retype_call, call_id, [])
    assert call(desk, call_id)["types"] == ""


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_a_length_outside_a_day_is_refused(desk: Desk, minutes: int) -> None:
    with pytest.raises(Refused):
        start(desk, length_minutes=minutes)
    call_id = start(desk)
    with pytest.raises(Refused):
        desk.do(calls.lengthen_call, call_id, minutes)
    desk.do(calls.lengthen_call, call_id, 1440)
    assert call(desk, call_id)["length_minutes"] == 1440


def test_title_client_links_and_time_change_at_any_moment(desk: Desk) -> None:
    call_id = start(desk, wall=DAY, zone="UTC")
    desk.do(calls.mark_call, call_id, "looked_back_later")
    desk.do(calls.rename_call, call_id, "The late report")
    desk.do(calls.give_call_to, call_id, "Contoso")
    desk.do(calls.move_call, call_id, LATER, "Europe/Berlin")
    desk.do(calls.link_call, call_id, "https://example.org/a\nhttps://example.org/b")
    row = call(desk, call_id)
    assert row["title"] == "The late report"
    assert row["moment"] == row["planned_utc"] == "2026-12-01T15:30:00Z"
    assert {each["name"] for each in desk.rows("client")} == {"Northwind", "Contoso"}
    assert "Contoso" in desk.documents()[call_id]
    assert "Northwind" not in desk.documents()[call_id]
    desk.do(calls.rename_call, call_id, "")
    assert call(desk, call_id)["title"] == ""


def test_both_clients_hear_that_a_call_changed_hands(desk: Desk) -> None:
    call_id = start(desk)
    desk.do(calls.give_call_to, call_id, "Contoso")
    assert desk.images.changes().clients == {row["id"] for row in desk.rows("client")}


def test_a_call_may_lose_its_time(desk: Desk) -> None:
    call_id = start(desk, wall=DAY, zone="UTC")
    desk.do(calls.move_call, call_id, None)
    row = call(desk, call_id)
    assert row["planned_utc"] is None
    assert row["moment"] == row["created_at"]


@pytest.mark.parametrize("title", ["x" * 201, "half \ud83d"])
def test_a_title_that_cannot_be_kept_is_refused(desk: Desk, title: str) -> None:
    with pytest.raises(Refused):
        start(desk, title=title)


@pytest.mark.parametrize("mark", ["held", "left", "did_not_happen", "archived", "deleted"])
def test_a_mark_is_set_and_taken_back(desk: Desk, mark: str) -> None:
    call_id = start(desk, wall=DAY, zone="UTC")
    desk.do(calls.mark_call, call_id, mark)
    assert call(desk, call_id)[f"{mark}_at"] is not None
    desk.do(calls.mark_call, call_id, mark, False)
    assert call(desk, call_id)[f"{mark}_at"] is None


@pytest.mark.parametrize("mark", ["looked_back_now", "looked_back_later", "held"])
def test_what_was_looked_back_on_did_happen(desk: Desk, mark: str) -> None:
    call_id = start(desk)
    desk.do(calls.mark_call, call_id, "did_not_happen")
    desk.do(calls.mark_call, call_id, mark)
    row = call(desk, call_id)
    assert row["held_at"] is not None
    assert row["did_not_happen_at"] is None


def test_reopening_keeps_every_word(desk: Desk) -> None:
    call_id = start(desk)
    desk.do(answers.record_answer, call_id, "issue", {"text": "The report is late"})
    for mark in ("looked_back_now", "looked_back_later", "left", "archived", "did_not_happen"):
        desk.do(calls.mark_call, call_id, mark)
    written = desk.dump()["answer"]
    desk.do(calls.reopen_call, call_id)
    row = call(desk, call_id)
    assert [row[f"{mark}_at"] for mark in ("looked_back_later", "left", "archived", "did_not_happen")] == [None] * 4
    assert row["looked_back_now_at"] is not None
    assert desk.dump()["answer"] == written


def test_a_deleted_call_is_found_no_more_until_undo(desk: Desk) -> None:
    call_id = start(desk, "Æther Café")
    desk.do(calls.mark_call, call_id, "deleted")
    assert desk.documents() == {}
    desk.take_back()
    assert desk.documents() == {call_id: "Æther Café"}


def test_a_copy_takes_the_preparation_and_leaves_the_rest(desk: Desk) -> None:
    old = start(desk, wall=DAY, zone="UTC", title="Scope", types=["scope"], length_minutes=45)
    for key in ("issue", "goal", "ended", "steady"):
        desk.do(answers.record_answer, old, key, {"text": key}, f"{key}?")
    for index, key in enumerate(("points", "points", "promised")):
        desk.do(items.write_item, old, key, f"i{index}", {"text": f"entry {index}"})
    desk.do(items.tick_item, "i0")
    desk.do(lessons.keep_lesson_of_call, old, {"if": "a", "then": "b"})
    before = desk.dump()
    new = desk.do(calls.copy_call, old)
    row = call(desk, new)
    assert (row["title"], row["types"], row["length_minutes"]) == ("Scope", "scope", 45)
    assert row["copied_from"] == old
    assert row["planned_utc"] is row["held_at"] is None
    copied = desk.rows("answer", call_id=new)
    assert {(each["key"], each["wording"]) for each in copied} == {("issue", "issue?"), ("goal", "goal?")}
    taken = desk.rows("item", call_id=new)
    assert [(each["value"], each["done_at"]) for each in taken] == [
        ('{"text":"entry 0"}', None),
        ('{"text":"entry 1"}', None),
    ]
    assert desk.rows("lesson", call_id=new) == []
    for table, kept in before.items():
        assert kept.items() <= desk.dump()[table].items()


def test_the_next_call_carries_open_points_and_promises(desk: Desk) -> None:
    earlier, old, other = start(desk), start(desk, types=["complaint"]), start(desk, "Contoso")
    desk.do(items.write_item, old, "points", "said", {"text": "Said"})
    desk.do(items.write_item, old, "points", "open", {"text": "Not said"})
    desk.do(items.write_item, old, "points", "blank", {"text": ""})
    desk.do(items.write_item, old, "promised", "late", {"text": "Send plan", "due": "2026-12-02"})
    desk.do(items.write_item, earlier, "promised", "soon", {"text": "Call back", "due": "2026-12-01"})
    desk.do(items.write_item, earlier, "promised", "kept", {"text": "Kept"})
    desk.do(items.write_item, other, "promised", "theirs", {"text": "Of another client"})
    desk.do(items.tick_item, "said")
    desk.do(items.tick_item, "kept")
    new = desk.do(calls.next_call, old)
    assert call(desk, new)["types"] == "complaint"
    values = {row["id"]: row["value"] for row in desk.rows("item", call_id=new)}
    assert [values[each] for each in desk.entries(new, "points")] == [
        '{"text":"Not said"}',
        '{"text":"Call back"}',
        '{"text":"Send plan"}',
    ]
    assert len(values) == 3


def test_the_call_after_the_next_carries_nothing_twice(desk: Desk) -> None:
    first = start(desk)
    desk.do(items.write_item, first, "points", "p", {"text": "Not said"})
    desk.do(items.write_item, first, "promised", "q", {"text": "Send plan"})
    third = desk.do(calls.next_call, desk.do(calls.next_call, first))
    assert [row["value"] for row in desk.rows("item", call_id=third)] == [
        '{"text":"Not said"}',
        '{"text":"Send plan"}',
    ]


def test_the_promises_of_a_deleted_call_do_not_come_along(desk: Desk) -> None:
    gone, old = start(desk), start(desk)
    desk.do(items.write_item, gone, "promised", "p", {"text": "Send plan"})
    desk.do(calls.mark_call, gone, "deleted")
    assert desk.entries(desk.do(calls.next_call, old), "points") == []


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        (calls.rename_call, ("x",)),
        (calls.retype_call, ([],)),
        (calls.move_call, (None,)),
        (calls.lengthen_call, (5,)),
        (calls.link_call, ("",)),
        (calls.give_call_to, ("Contoso",)),
        (calls.mark_call, ("deleted",)),
        (calls.reopen_call, ()),
        (calls.copy_call, ()),
        (calls.next_call, ()),
        (answers.record_answer, ("issue", {"text": "x"})),
        (answers.record_answer, ("lesson", {"if": "x"})),
        (items.write_item, ("points", "new", {"text": "x"})),
    ],
)
def test_a_call_that_is_not_there_is_refused(desk: Desk, verb: Any, args: Any) -> None:
    with pytest.raises(Refused, match="no longer in the journal"):
        desk.do(verb, "nowhere", *args)
    assert all(rows == {} for rows in desk.dump().values())


def test_a_call_given_to_an_archived_client_brings_them_back(desk: Desk) -> None:
    call_id, client_id = start(desk), call(desk, start(desk, "Contoso"))["client_id"]
    desk.do(clients.archive_client, client_id)
    desk.do(calls.give_call_to, call_id, "contoso ")
    assert desk.row("client", id=client_id)["archived_at"] is None
