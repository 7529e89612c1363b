"""The one door to a journal."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.journal import reading, verbs
from forecall.journal.answers import record_answer
from forecall.journal.changes import Changes
from forecall.journal.refusals import Refused
from forecall.journal.search import search
from forecall.storage.database import Database, connect
from forecall.storage.faults import CannotWrite, ForeignFile, JournalFault, NewerJournal, UnreadableJournal
from forecall.workspace.workspace import Workspace
from tests.workspace.doors import LONG, Open, answer, handles, issue, start


def test_what_is_written_is_there_after_reopening(opened: Open) -> None:
    first = opened()
    call_id = start(first)
    answer(first, call_id, "The report is late")
    assert first.close(LONG)
    assert issue(opened(), call_id) == "The report is late"


def test_listeners_hear_after_the_commit_with_the_initiator(opened: Open, path: Path) -> None:
    workspace, me, heard = opened(), object(), list[tuple[Changes, object]]()

    def listen(changes: Changes, initiator: object) -> None:
        reader = connect(path)
        assert reader.execute("SELECT count(*) FROM call").fetchone() == (1,)
        reader.close()
        heard.append((changes, initiator))

    failures: list[BaseException] = []
    workspace.on_failure = failures.append
    workspace.listen(listen)
    call_id = workspace.perform(me, verbs.start_call, "Northwind").wait(LONG)
    workspace.perform(me, verbs.rename_call, call_id, "").wait(LONG)
    workspace.undo().wait(LONG)
    assert [initiator for _changes, initiator in heard[:1]] == [me]
    assert heard[0][0].calls == {call_id}
    assert failures == [] or isinstance(failures[0], AssertionError)  # the undo took the only call away


def test_an_operation_that_changes_nothing_is_told_to_nobody(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)
    answer(workspace, call_id, "x")
    heard: list[Changes] = []
    workspace.listen(lambda changes, _initiator: heard.append(changes))
    answer(workspace, call_id, "x")
    assert heard == []


def test_a_listener_that_fails_neither_undoes_nor_repeats(opened: Open) -> None:
    workspace, failures = opened(), list[BaseException]()
    workspace.on_failure = failures.append

    def broken(_changes: Changes, _initiator: object) -> None:
        error = sqlite.OperationalError("as if the disk were full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    workspace.listen(broken)
    call_id = start(workspace)
    assert issue(workspace, call_id) == ""
    assert workspace.ask(lambda reader: reader.execute("SELECT count(*) FROM call").fetchone()).wait(LONG) == (1,)
    assert len(failures) == 1


def test_results_and_errors_are_delivered_where_listeners_live(opened: Open) -> None:
    queue: list[Callable[[], None]] = []
    ready = threading.Semaphore(0)

    def deliver(callback: Callable[[], None]) -> None:
        queue.append(callback)
        ready.release()

    workspace = opened(deliver=deliver)
    failures: list[BaseException] = []
    done: list[str] = []
    failed: list[BaseException] = []
    workspace.on_failure = failures.append
    workspace.perform(None, verbs.start_call, "Northwind").then(done.append, failed.append)
    workspace.perform(None, verbs.start_call, "").then(done.append, failed.append, tells=Refused)
    workspace.settled().wait(LONG)
    for _each in range(3):  # the call, the refusal to its asker, and whether it is told by them
        assert ready.acquire(timeout=LONG)
    assert (done, failed, failures) == ([], [], [])
    for callback in queue:
        callback()
    assert len(done) == 1
    assert [type(error) for error in failed] == [Refused]
    assert failures == []


def test_a_failure_is_told_once_by_its_asker_or_to_all(opened: Open) -> None:
    queue: list[Callable[[], None]] = []
    workspace = opened(deliver=queue.append)
    failures: list[BaseException] = []
    failed: list[str] = []
    workspace.on_failure = failures.append
    told = {"tells refusals": Refused, "tells others": OSError, "only tidies": None}
    for name, tells in told.items():
        task = workspace.perform(None, verbs.start_call, "")
        task.then(lambda _done: None, lambda _error, name=name: failed.append(name), tells=tells)  # type: ignore[misc]
    workspace.settled().wait(LONG)
    for callback in queue:
        callback()
    assert failed == list(told)
    assert [type(error) for error in failures] == [Refused, Refused]


def test_a_late_asker_is_told_too(opened: Open) -> None:
    task = opened().perform(None, verbs.start_call, "Northwind")
    call_id, heard = task.wait(LONG), list[str]()
    assert task.then(heard.append) is task
    assert heard == [call_id]


def test_an_unknown_operation_is_a_failure_and_nothing_more(opened: Open) -> None:
    workspace = opened()
    with pytest.raises(LookupError):
        workspace.perform(None, verbs.fly_to_the_moon).wait(LONG)  # type: ignore[attr-defined]
    start(workspace)


def test_a_thousand_acts_at_once_are_done_in_order(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)
    for n in range(1000):
        workspace.perform(None, verbs.record_answer, call_id, "issue", {"text": "x" * n})
    workspace.settled().wait(LONG)
    assert workspace.unsaved() == 0
    assert issue(workspace, call_id) == "x" * 999
    assert workspace.undo().wait(LONG).label == "Answer changed"
    assert issue(workspace, call_id) == ""


def test_undo_goes_back_act_by_act_and_says_which(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace, "Northwind")
    answer(workspace, call_id, "a")
    answer(workspace, call_id, "ab")
    answer(workspace, call_id, "g", "goal")
    workspace.perform(None, verbs.mark_call, call_id, "deleted").wait(LONG)
    assert workspace.ask(search, "ab").wait(LONG) == []
    said = [workspace.undo().wait(LONG).label]
    assert [hit.id for hit in workspace.ask(search, "ab northw").wait(LONG)] == [call_id]
    said += [workspace.undo().wait(LONG).label for _each in range(4)]
    assert said == ["Call deleted", "Answer changed", "Answer changed", "Call started", ""]
    assert workspace.ask(reading.list_clients).wait(LONG) == []


def test_clearing_a_box_and_typing_anew_can_be_taken_back(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)
    answer(workspace, call_id, "first")
    answer(workspace, call_id, "other box", "goal")
    answer(workspace, call_id, "")
    answer(workspace, call_id, "second")
    assert workspace.undo().wait(LONG).label == "Answer changed"
    assert issue(workspace, call_id) == "first"


def test_reading_sees_one_state_while_writing_goes_on(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)

    def twice(reader: Any) -> tuple[object, object]:
        first = reader.execute("SELECT count(*) FROM answer").fetchone()
        workspace.perform(None, verbs.record_answer, call_id, "issue", {"text": "x"}).wait(LONG)
        return first, reader.execute("SELECT count(*) FROM answer").fetchone()

    first, second = workspace.ask(twice).wait(LONG)
    assert first == second == (0,)
    assert issue(workspace, call_id) == "x"


def test_a_question_that_fails_leaves_the_next_ones_be(opened: Open) -> None:
    workspace = opened()
    with pytest.raises(sqlite.OperationalError):
        workspace.ask(lambda reader: reader.execute("SELECT nonsense")).wait(LONG)
    assert workspace.ask(reading.list_clients).wait(LONG) == []


def test_two_workspaces_on_one_file_see_each_other(opened: Open) -> None:
    one, two = opened(), opened()
    call_id = start(one)
    for n in range(20):
        one.perform(None, verbs.record_answer, call_id, "issue", {"text": f"one {n}"})
        two.perform(None, verbs.record_answer, call_id, "goal", {"text": f"two {n}"})
    one.settled().wait(LONG)
    two.settled().wait(LONG)
    assert issue(two, call_id) == "one 19"
    assert issue(one, call_id, "goal") == "two 19"


def foreign(workspace: Workspace, verb: Any, *args: Any) -> None:
    """A change that is no act of this journal's, as another program would make it."""
    with Database(workspace.path).session() as session:
        verb(session, *args)


def test_what_another_wrote_on_a_new_call_is_not_taken_away_with_it(opened: Open) -> None:
    one = opened()
    call_id = start(one)
    foreign(one, record_answer, call_id, "issue", {"text": "theirs"})
    with pytest.raises(Refused, match="more was written"):
        one.undo().wait(LONG)
    assert issue(one, call_id) == "theirs"
    assert one.undo().wait(LONG).label == ""


def test_what_another_changed_since_is_not_forced_back(opened: Open) -> None:
    one = opened()
    call_id = start(one)
    answer(one, call_id, "mine")
    answer(one, call_id, "elsewhere", "goal")
    answer(one, call_id, "")
    foreign(one, record_answer, call_id, "issue", {"text": "theirs"})
    with pytest.raises(Refused, match="changed elsewhere"):
        one.undo().wait(LONG)
    assert issue(one, call_id) == "theirs"
    assert one.undo().wait(LONG).label == "Answer changed"


@pytest.mark.parametrize("words", [b"", b"Dear diary"])
def test_a_faulty_file_fails_everything_with_its_fault_and_hangs_nothing(path: Path, words: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(words)
    workspace, failures = Workspace(path), list[BaseException]()
    workspace.on_failure = failures.append
    with pytest.raises(ForeignFile):
        workspace.open().wait(LONG)
    for task in (workspace.perform(None, verbs.start_call, "x"), workspace.ask(reading.list_clients)):
        with pytest.raises(ForeignFile):
            task.wait(LONG)
    with pytest.raises(ForeignFile):
        workspace.undo().wait(LONG)
    assert workspace.close(LONG)
    assert len(failures) == 3
    assert path.read_bytes() == words


def test_a_newer_file_and_a_place_that_cannot_be(path: Path) -> None:
    Workspace(path).close()
    workspace = Workspace(path)
    workspace.open().wait(LONG)
    assert workspace.close(LONG)
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for place, fault in ((path, NewerJournal), (path / "inside.db", UnreadableJournal)):
        refused = Workspace(place)
        with pytest.raises(fault):
            refused.open().wait(LONG)
        assert refused.close(LONG)


def test_a_disk_without_room_for_a_new_journal_is_told_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from forecall.storage import database

    def full(_path: Path) -> None:
        error = sqlite.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(database, "_build", full)
    workspace = Workspace(path)
    with pytest.raises(JournalFault, match="cannot be made"):
        workspace.open().wait(LONG)
    assert workspace.close(LONG)


def test_closing_is_done_once_and_refuses_what_comes_after(opened: Open) -> None:
    workspace = opened()
    start(workspace)
    assert workspace.close(LONG)
    assert workspace.close(LONG)
    for task in (
        workspace.perform(None, verbs.start_call, "x"),
        workspace.ask(reading.list_clients),
        workspace.undo(),
        workspace.settled(),
    ):
        with pytest.raises(CannotWrite, match="closed"):
            task.wait(LONG)


def test_one_that_was_never_opened_closes(path: Path) -> None:
    assert Workspace(path).close(LONG)
    assert not path.exists()


def test_closing_lets_go_of_file_and_handles(opened: Open, path: Path) -> None:
    workspace = opened()
    start(workspace)
    assert handles(path.parent) or not Path("/proc/self/fd").is_dir()
    assert workspace.close(LONG)
    assert handles(path.parent) == []
    assert [each.name for each in path.parent.iterdir()] == ["journal.db"]
