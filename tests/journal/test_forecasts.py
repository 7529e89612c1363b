"""What was foreseen is kept as it was when the call began, by the file itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.journal import answers, calls, forecasts, holding, items
from forecall.journal.reading import read_call
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
    desk.do(answers.record_answer, made, "forecast", {"ending": ["agreed"], "sure": ["fairly"]})
    desk.do(answers.record_answer, made, "feelings", {"picked": ["angry"]})
    desk.do(items.write_item, made, "objections", "o1", {"text": "Too late", "likelihood": ["likely"]})
    return made


CHANGES: dict[str, Callable[[Desk, str], object]] = {
    "another answer": lambda desk, call: desk.do(answers.record_answer, call, "forecast", {"ending": ["open"]}),
    "no answer": lambda desk, call: desk.do(answers.record_answer, call, "feelings", {}),
    "a new answer": lambda desk, call: desk.do(answers.record_answer, call, "expects", {"text": "x"}),
    "another entry": lambda desk, call: desk.do(items.write_item, call, "objections", "o1", {"text": "Sure"}),
    "a new entry": lambda desk, call: desk.do(items.write_item, call, "objections", "o2", {"text": "Sure"}),
    "no entry": lambda desk, call: desk.do(items.remove_item, "o1"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_call_that_has_begun_keeps_what_was_foreseen(
    desk: Desk, call: str, change: Callable[[Desk, str], object]
) -> None:
    desk.do(holding.begin_call, call)
    before = desk.dump()
    with pytest.raises(Refused, match="stays as it was"):
        change(desk, call)
    assert desk.dump() == before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_one_that_had_not_begun_can_be_changed(desk: Desk, call: str, change: Callable[[Desk, str], object]) -> None:
    desk.do(holding.begin_call, call)
    desk.do(holding.not_started, call)
    before = desk.dump()
    change(desk, call)
    assert desk.dump() != before


STATEMENTS = (
    "UPDATE answer SET value = '{}' WHERE key = 'forecast'",
    "UPDATE answer SET key = 'other' WHERE key = 'forecast'",
    "DELETE FROM answer WHERE key = 'feelings'",
    "UPDATE item SET value = '{}'",
    "DELETE FROM item",
    "UPDATE forecast_lock SET value = '{}'",
    "UPDATE forecast_lock SET locked_at = '2000-01-01T00:00:00Z'",
    "DELETE FROM forecast_lock",
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_file_refuses_whoever_asks(desk: Desk, call: str, statement: str) -> None:
    desk.do(holding.begin_call, call)
    with pytest.raises(sqlite.IntegrityError, match=forecasts.LOCKED):
        desk.database._writer.execute(statement)


def test_a_lock_that_is_open_again_stays_so(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    desk.do(holding.not_started, call)
    with pytest.raises(sqlite.IntegrityError):
        desk.database._writer.execute("UPDATE forecast_lock SET unlocked_at = NULL")


def test_nothing_is_unlocked_once_the_call_was_held(desk: Desk, call: str) -> None:
    desk.do(holding.end_call, call)
    with pytest.raises(sqlite.IntegrityError):
        desk.database._writer.execute("UPDATE forecast_lock SET unlocked_at = '2026-11-26T10:00:00Z'")


def test_every_lock_is_remembered_with_what_it_held(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    desk.do(holding.not_started, call)
    desk.do(answers.record_answer, call, "forecast", {"ending": ["open"]})
    desk.do(holding.begin_call, call)
    found = read_call(desk.reader, call)
    assert found is not None
    assert [lock.value["forecast"]["ending"] for lock in found.locks] == [["agreed"], ["open"]]
    assert found.locks[0].value["objections"] == [{"text": "Too late", "likelihood": ["likely"]}]
    assert [lock.unlocked_at is None for lock in found.locks] == [False, True]


def test_the_rest_of_the_preparation_can_be_changed(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    desk.do(answers.record_answer, call, "goal", {"text": "Both know"})
    desk.do(items.move_item, "o1", 0)


@pytest.mark.parametrize("mark", ["held", "looked_back_now", "looked_back_later"])
def test_a_call_that_was_held_without_the_live_sheet_locks_too(desk: Desk, call: str, mark: calls.Mark) -> None:
    desk.do(calls.mark_call, call, mark)
    assert len(desk.rows("forecast_lock")) == 1
    desk.take_back()
    assert desk.row("forecast_lock")["unlocked_at"] is not None


def test_who_says_how_it_ended_can_no_longer_foresee_it(desk: Desk, call: str) -> None:
    desk.do(answers.record_answer, call, "ended", {"picked": ["open"]})
    with pytest.raises(Refused):
        desk.do(answers.record_answer, call, "forecast", {"ending": ["open"]})


def test_where_nothing_was_foreseen_looking_back_locks_nothing(desk: Desk) -> None:
    made = desk.do(calls.start_call, "Contoso", held=True)
    desk.do(calls.mark_call, made, "looked_back_now")
    assert desk.rows("forecast_lock") == []


def test_beginning_can_be_taken_back_and_done_again(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    forward = desk.take_back()
    found = read_call(desk.reader, call)
    assert found is not None
    assert (found.started_at, found.forecast_locked) == (None, False)
    desk.take_back(forward)
    found = read_call(desk.reader, call)
    assert found is not None
    assert found.started_at is not None
    assert found.forecast_locked
    assert len(found.locks) == 2


def test_a_call_that_is_deleted_whole_takes_its_lock_along(desk: Desk, call: str) -> None:
    desk.do(holding.begin_call, call)
    desk.database._writer.execute("DELETE FROM call WHERE id = ?", (call,))
    assert desk.rows("forecast_lock") == desk.rows("answer") == desk.rows("item") == []
