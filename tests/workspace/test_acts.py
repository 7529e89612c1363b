"""Acts in the file: bounded, in order, and there after a restart; nothing between an act and its operation."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlite

from forecall.journal import calls, reading, verbs
from forecall.journal.arrivals import bring_in
from forecall.storage.database import Connection, Database
from forecall.words import use_language
from forecall.workspace import acts, performing
from forecall.workspace.acts import Acts
from forecall.workspace.performing import perform_on, turn_on
from forecall.workspace.undo import Images
from tests.helpers import checkout
from tests.helpers.archives import archive, write
from tests.workspace.doors import LONG, Open, answer, issue, start


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    database = Database(path)
    yield database._writer
    database.close()


def touched(*ids: str) -> Images:
    return Images(before={("Answer", each): {"value": each} for each in ids})


def push(kept: Acts, connection: Connection, verb: str, *args: object, images: Images | None = None) -> None:
    kept.push(connection, verb, args, images or touched(str(args)))
    kept.settle()


def count(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM act").fetchone()[0])


def test_typing_in_one_box_joins_and_keeps_the_oldest_image(connection: Connection) -> None:
    kept = Acts()
    push(kept, connection, "record_answer", "call", "issue", images=Images(before={("Answer", "a"): None}))
    later = Images(before={("Answer", "a"): {"value": "x"}, ("Item", "i"): None})
    push(kept, connection, "record_answer", "call", "issue", images=later)
    assert count(connection) == 1
    act = kept.last(connection)
    assert act is not None
    assert act.images.before == {("Answer", "a"): None, ("Item", "i"): None}
    push(kept, connection, "record_answer", "call", "goal")
    push(kept, connection, "record_answer", "call", "issue")
    assert count(connection) == 3


def test_what_touched_nothing_or_is_no_act_leaves_none(connection: Connection) -> None:
    kept = Acts()
    kept.push(connection, "rename_call", ("call", "x"), Images())
    kept.push(connection, "spend_time", ("call", "issue", 4), touched("a"))
    assert kept.last(connection) is None


def test_only_so_many_acts_are_kept(connection: Connection) -> None:
    kept = Acts()
    for number in range(500):
        push(kept, connection, "start_call", str(number))
    last = kept.last(connection)
    assert last is not None
    assert ("Answer", "('499',)") in last.images.before
    assert count(connection) == acts.MOST


def test_the_oldest_go_when_they_are_too_large_but_never_the_last(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "MOST_BYTES", 3000)
    kept = Acts()
    for number in range(6):
        push(kept, connection, "start_call", str(number), images=touched("x" * 500))
    assert count(connection) == 3
    push(kept, connection, "start_call", "huge", images=touched("x" * 9000))
    push(kept, connection, "start_call", "after")
    assert count(connection) == 1


def test_an_operation_that_is_not_committed_is_no_act_to_type_on(connection: Connection) -> None:
    kept = Acts()
    push(kept, connection, "record_answer", "call", "issue")
    connection.execute("BEGIN")
    kept.push(connection, "record_answer", ("call", "goal"), touched("b"))
    connection.execute("ROLLBACK")  # a full disk
    push(kept, connection, "record_answer", "call", "goal", images=touched("b"))
    assert count(connection) == 2


def test_undo_and_redo_outlive_the_window(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)
    answer(workspace, call_id, "The report is late")
    answer(workspace, call_id, "A date", "goal")
    workspace.perform(None, verbs.mark_call, call_id, "deleted").wait(LONG)
    workspace.undo().wait(LONG)
    workspace.close()
    again = opened()
    assert again.redo().wait(LONG).label == "Call deleted"
    again.close()
    third = opened()
    said = [third.undo().wait(LONG) for _each in range(5)]
    assert [each.label for each in said] == ["Call deleted", "Answer changed", "Answer changed", "Call started", ""]
    assert (said[1].place.call, said[1].place.key) == (call_id, "goal")
    assert (said[3].place.call, said[3].place.gone) == ("", call_id)
    assert third.ask(reading.read_call, call_id).wait(LONG) is None
    for _each in range(3):
        third.redo().wait(LONG)
    assert issue(third, call_id) == "The report is late"


def test_typing_after_a_restart_is_an_act_of_its_own(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)
    answer(workspace, call_id, "first")
    workspace.close()
    again = opened()
    answer(again, call_id, "second")
    again.undo().wait(LONG)
    assert issue(again, call_id) == "first"


def test_names_are_told_in_the_language_of_the_day(opened: Open, tmp_path: Path) -> None:
    workspace = opened()
    start(workspace)
    row = workspace.ask(lambda reader: reader.execute("SELECT verb, detail FROM act").fetchall()).wait(LONG)
    assert row == [("start_call", "")]
    use_language(checkout.CHECKOUT / "resources" / "languages", "de")
    try:
        assert workspace.undo().wait(LONG).label not in ("", "Call started")
    finally:
        use_language(checkout.CHECKOUT / "resources" / "languages", "en")


def test_an_act_that_would_change_nothing_is_passed_over(opened: Open) -> None:
    """Undo in the box took the words back already."""
    workspace = opened()
    call_id = start(workspace)
    answer(workspace, call_id, "kept", "goal")
    answer(workspace, call_id, "typed")
    answer(workspace, call_id, "")
    assert workspace.undo().wait(LONG).place.key == "goal"


def test_two_hundred_acts_go_back_and_forth(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)
    states = []
    for number in range(acts.MOST):
        workspace.perform(None, verbs.rename_call, call_id, f"Title {number}")
        states.append(f"Title {number}")
    labels = [workspace.undo() for _each in range(acts.MOST + 1)]
    assert [each.wait(LONG).label for each in labels] == ["Call renamed"] * acts.MOST + [""]
    for _each in range(acts.MOST):
        workspace.redo()
    workspace.settled().wait(LONG)
    found = workspace.ask(reading.read_call, call_id).wait(LONG)
    assert found is not None
    assert found.head.title == states[-1]


def test_two_acts_and_two_undos_queued_at_once_are_done_in_order(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)
    tasks = [
        workspace.perform(None, verbs.rename_call, call_id, "One"),
        workspace.perform(None, verbs.mark_call, call_id, "deleted"),
    ]
    undone = [workspace.undo(), workspace.undo()]
    for each in tasks:
        each.wait(LONG)
    assert [each.wait(LONG).label for each in undone] == ["Call deleted", "Call renamed"]


def test_undo_while_words_for_another_box_are_on_their_way_takes_those_back_first(opened: Open) -> None:
    workspace = opened()
    call_id = start(workspace)
    workspace.perform(None, verbs.mark_call, call_id, "archived")
    workspace.perform(None, verbs.record_answer, call_id, "goal", {"text": "typed elsewhere"})
    assert workspace.undo().wait(LONG).place.key == "goal"
    workspace.perform(None, verbs.record_answer, call_id, "issue", {"text": "typed on"}).wait(LONG)
    assert issue(workspace, call_id) == "typed on"


def test_undo_while_the_disk_is_full_waits_and_is_done_once(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = opened()
    call_id = start(workspace)
    workspace.perform(None, verbs.rename_call, call_id, "One").wait(LONG)
    workspace.perform(None, verbs.rename_call, call_id, "Two").wait(LONG)
    real, left = performing._index, [2]

    def full(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        if left[0]:
            left[0] -= 1
            error = sqlite.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error

    monkeypatch.setattr(performing, "_index", full)
    undone = workspace.undo()
    while left[0]:
        workspace.try_again()
    assert undone.wait(LONG).label == "Call renamed"
    found = workspace.ask(reading.read_call, call_id).wait(LONG)
    assert found is not None
    assert found.head.title == "One"


def test_a_whole_import_is_one_act(path: Path, tmp_path: Path) -> None:
    """Also of a call that is locked: its forecast goes with it, and comes back with it, lock and pace included."""
    from forecall.exchange.read.archive import read_archive
    from tests.journal.desk import Desk

    desk, kept = Desk(path), Acts()
    before = desk.dump()
    arrival = read_archive(write(tmp_path / "in.json", archive()))
    perform_on(desk.database, bring_in, (arrival,), {}, kept)
    desk.assert_sound()
    after = desk.dump()
    assert turn_on(desk.database, kept, back=True)[0].label == "Journal brought in"
    desk.assert_sound()
    assert desk.dump() == before
    assert turn_on(desk.database, kept, back=False)[0].label == "Journal brought in"
    desk.assert_sound()
    assert desk.dump() == after
    desk.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from forecall.journal import calls
from forecall.storage.database import Database
from forecall.workspace import acts, performing
database, kept = Database(Path(sys.argv[1])), acts.Acts()
if sys.argv[2] == "before":
    acts._thin = lambda *given: os.kill(os.getpid(), signal.SIGKILL)
else:
    acts.Acts.settle = lambda self: os.kill(os.getpid(), signal.SIGKILL)
performing.perform_on(database, calls.start_call, ("Northwind",), {}, kept)
"""


@pytest.mark.parametrize(("moment", "left"), [("before", 0), ("after", 1)])
def test_a_kill_leaves_the_operation_and_its_act_or_neither(path: Path, moment: str, left: int) -> None:
    Database(path).close()
    place = os.environ | {"PYTHONPATH": str(checkout.CHECKOUT / "desktop")}
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), moment], env=place)
    assert done.returncode == -signal.SIGKILL
    database = Database(path)
    found = [database._writer.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("call", "act")]
    database.close()
    assert found == [left, left]


def test_nothing_is_loaded_when_a_journal_is_opened(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from forecall.workspace.workspace import Workspace\n"
        "w = Workspace(Path(sys.argv[1])); w.open().wait(); print('forecall.workspace.acts' in sys.modules)"
    )
    place = os.environ | {"PYTHONPATH": str(checkout.CHECKOUT / "desktop")}
    said = subprocess.run([sys.executable, "-c", code, str(path)], env=place, capture_output=True, text=True)
    assert said.stdout.strip() == "False"


def test_images_are_plain_json(connection: Connection) -> None:
    kept = Acts()
    push(kept, connection, "start_call", "x", images=Images(before={("Call", "c"): None}))
    (text,) = connection.execute("SELECT images FROM act").fetchone()
    assert json.loads(text) == [["Call", "c", None]]
    assert calls.start_call.__name__ == "start_call"
