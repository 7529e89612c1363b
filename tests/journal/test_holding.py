"""A call while it is held: begun, noted, ended, and what of it comes into the reflection."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from forecall.journal import answers, calls, holding, items
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord, LiveKind, Stage
from forecall.journal.refusals import Refused
from tests.journal.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path / "journal.db")
    yield opened
    opened.close()


@pytest.fixture
def call(desk: Desk) -> str:
    made: str = desk.do(calls.start_call, "Northwind", types=["complaint"])
    desk.do(items.write_item, made, "objections", "refund", {"text": "We want a refund.", "then": "Two months at 10 %"})
    desk.do(items.write_item, made, "points", "p1", {"text": "We own the delay"})
    return made


def record(desk: Desk, call: str) -> CallRecord:
    found = read_call(desk.reader, call)
    assert found is not None
    return found


def note(desk: Desk, call: str, name: str, kind: LiveKind, at: int, text: str = "", of: str = "") -> None:
    desk.do(holding.note_live, call, name, kind, at, text, of)


def test_a_call_that_begins_is_under_way(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    assert record(desk, call).head.stage is Stage.CALL
    assert record(desk, call).started_at is not None


def test_beginning_twice_changes_nothing(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    before = desk.dump()
    desk.do(holding.begin_call, call)
    assert desk.dump() == before


def test_a_call_that_is_over_cannot_begin(desk: Desk, call: str) -> None:
    desk.do(holding.end_call, call)
    with pytest.raises(Refused, match="over"):
        desk.do(holding.begin_call, call)


def test_a_call_planned_a_week_ago_that_begins_now_is_under_way(desk: Desk, call: str) -> None:
    desk.do(calls.move_call, call, "2026-11-10T10:00", "Asia/Tokyo")
    desk.do(holding.begin_call, call)
    assert record(desk, call).head.stage is Stage.CALL


def test_a_call_that_nobody_ended_is_to_be_looked_back_on_the_next_day(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    found = read_call(desk.reader, call, now="2099-01-01T00:00:00Z")
    assert found is not None
    assert found.head.stage is Stage.REFLECT


def test_notes_come_in_the_order_of_their_time(desk: Desk, call: str) -> None:
    note(desk, call, "late", LiveKind.HEATED, 300)
    note(desk, call, "early", LiveKind.NOTE, 20, "They named May")
    assert [(each.kind, each.at, each.text) for each in record(desk, call).live_notes] == [
        (LiveKind.NOTE, 20, "They named May"),
        (LiveKind.HEATED, 300, ""),
    ]


def test_a_note_is_one_act_while_it_is_typed_and_found_by_search(desk: Desk, call: str) -> None:
    note(desk, call, "n", LiveKind.NOTE, 20, "They named")
    note(desk, call, "n", LiveKind.NOTE, 20, "They named May")
    assert "They named May" in desk.documents()[call]
    assert len(record(desk, call).live_notes) == 1


def test_the_end_carries_what_was_noted_into_the_reflection(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    note(desk, call, "a", LiveKind.OBJECTION, 60, of="refund")
    note(desk, call, "b", LiveKind.RUNG, 70, of="restate")
    note(desk, call, "c", LiveKind.RUNG, 90, of="firm_no")
    note(desk, call, "d", LiveKind.OFFENCE, 95)
    note(desk, call, "e", LiveKind.PROMISE, 760, "New plan by Friday")
    note(desk, call, "f", LiveKind.PROMISE, 3725)
    note(desk, call, "g", LiveKind.SURPRISE, 800, "They knew the date")
    desk.do(holding.end_call, call)
    found = record(desk, call)
    assert found.head.held_at is not None
    assert [item.text for item in found.entries("promised")] == ["New plan by Friday", "Promised at 1:02:05"]
    met = [(item.text, item.value["came"]) for item in found.entries("objections_met")]
    assert met == [("We want a refund.", ["came"]), ("They knew the date", ["surprise"])]
    assert found.picked("limits") == ("restate", "firm_no", "offence")
    assert found.text("keep") == "13:20 They knew the date"


def test_the_end_changes_nothing_that_was_written(desk: Desk, call: str) -> None:
    desk.do(answers.record_answer, call, "keep", {"text": "mine"})
    note(desk, call, "g", LiveKind.SURPRISE, 800, "theirs")
    desk.do(holding.end_call, call)
    assert record(desk, call).text("keep") == "mine"


def test_ending_twice_carries_nothing_twice_and_brings_nothing_back(desk: Desk, call: str) -> None:
    note(desk, call, "e", LiveKind.PROMISE, 760, "New plan by Friday")
    desk.do(holding.end_call, call)
    (made,) = record(desk, call).entries("promised")
    desk.do(items.write_item, call, "promised", made.id, {"text": "Plan by Monday"})
    desk.do(holding.end_call, call)
    assert [item.text for item in record(desk, call).entries("promised")] == ["Plan by Monday"]


def test_the_end_of_a_call_that_nobody_began_is_no_fault(desk: Desk, call: str) -> None:
    desk.do(holding.end_call, call)
    assert record(desk, call).head.stage is Stage.REFLECT


def test_the_end_can_be_taken_back(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    note(desk, call, "e", LiveKind.PROMISE, 760, "New plan by Friday")
    before = desk.dump()
    desk.do(holding.end_call, call)
    desk.take_back()
    assert desk.dump() == before


def test_a_call_that_had_not_begun_is_prepared_again(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    desk.do(holding.not_started, call)
    assert record(desk, call).head.stage is Stage.PREPARE
    assert not record(desk, call).forecast_locked


def test_a_call_that_is_over_had_begun(desk: Desk, call: str) -> None:
    desk.do(holding.end_call, call)
    with pytest.raises(Refused, match="over"):
        desk.do(holding.not_started, call)


def test_seconds_of_an_answer_add_up_and_make_no_act(desk: Desk, call: str) -> None:
    desk.do(holding.spend_time, call, "issue", 40)
    desk.do(holding.spend_time, call, "issue", 20)
    assert [row["seconds"] for row in desk.rows("pace")] == [60]
    assert desk.images.before == {}


def test_time_spent_on_a_call_that_is_gone_is_passed_over(desk: Desk) -> None:
    desk.do(holding.spend_time, "gone", "issue", 40)
    assert desk.rows("pace") == []


def test_a_kind_of_note_that_is_not_known_reads_as_words(desk: Desk, call: str) -> None:
    desk.do(items.write_item, call, "live", "x", {"kind": ["unheard_of"], "at": "soon", "text": "words"})
    (found,) = record(desk, call).live_notes
    assert (found.kind, found.at, found.text) == (LiveKind.NOTE, 0, "words")
    assert json.loads(desk.row("item", id="x")["value"])["text"] == "words"


def test_a_call_has_the_moments_of_the_acts_and_not_of_the_writing(desk: Desk, call: str) -> None:
    begun, ended, looked_back = (f"2026-11-20T09:{minute}:00Z" for minute in ("00", "30", "45"))
    desk.do(holding.begin_call, call, begun)
    (lock,) = record(desk, call).locks
    assert (record(desk, call).started_at, lock.locked_at) == (begun, begun)
    desk.do(holding.end_call, call, ended)
    assert record(desk, call).head.held_at == record(desk, call).head.moment == ended
    desk.do(calls.mark_call, call, "looked_back_now", True, looked_back)
    assert record(desk, call).head.looked_back_now_at == looked_back
    assert record(desk, call).head.held_at == ended
    noted = desk.do(calls.start_call, "Northwind", held=True, at=ended)
    assert record(desk, noted).head.held_at == ended
