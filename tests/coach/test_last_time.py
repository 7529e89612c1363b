"""What comes back before the next call with a client."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forecall.coach.last_time import LastTime, read_last_time
from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    yield workspace
    assert workspace.close()


def do(workspace: Workspace, verb: Any, *args: Any, **kwargs: Any) -> Any:
    return workspace.perform(None, verb, *args, **kwargs).wait()


def last_time(workspace: Workspace, call_id: str) -> LastTime:
    def read(connection: Any) -> LastTime:
        call = read_call(connection, call_id)
        assert call is not None
        return read_last_time(connection, call, utc_now())

    return workspace.ask(read).wait()


def test_a_first_call_has_no_last_time(workspace: Workspace) -> None:
    assert not last_time(workspace, do(workspace, verbs.start_call, "Northwind"))


def test_the_last_call_its_promises_and_a_lesson_come_back(workspace: Workspace) -> None:
    before = do(workspace, verbs.start_call, "Northwind", types=[CallType.COMPLAINT], held=True)
    do(workspace, verbs.record_answer, before, "ended", {"picked": ["agreed"]})
    do(workspace, verbs.record_answer, before, "lesson", {"if": "a date slips", "then": "say it"})
    do(workspace, verbs.write_item, before, "promised", "p1", {"text": "Send the plan"}, index=0)
    past = last_time(workspace, do(workspace, verbs.start_call, "northwind", types=[CallType.COMPLAINT]))
    assert past.call is not None
    assert past.call.head.id == before
    assert [each.text for each in past.promises] == ["Send the plan"]
    assert past.lesson is not None
    assert past.lesson.then_text == "say it"


def test_a_promise_that_was_kept_does_not_come_back(workspace: Workspace) -> None:
    before = do(workspace, verbs.start_call, "Northwind", held=True)
    do(workspace, verbs.write_item, before, "promised", "p1", {"text": "Send the plan"}, index=0)
    do(workspace, verbs.tick_item, "p1", True)
    assert last_time(workspace, do(workspace, verbs.start_call, "Northwind")).promises == ()


def test_a_lesson_of_this_very_call_is_no_news(workspace: Workspace) -> None:
    call = do(workspace, verbs.start_call, "Northwind", held=True)
    do(workspace, verbs.record_answer, call, "lesson", {"if": "a date slips", "then": "say it"})
    assert last_time(workspace, call).lesson is None


def test_what_is_known_of_another_client_stays_with_them(workspace: Workspace) -> None:
    before = do(workspace, verbs.start_call, "Northwind", held=True)
    do(workspace, verbs.write_item, before, "promised", "p1", {"text": "Send the plan"}, index=0)
    past = last_time(workspace, do(workspace, verbs.start_call, "Southwind"))
    assert past.call is None
    assert past.promises == ()
