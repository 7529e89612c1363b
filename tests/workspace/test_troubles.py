"""A disk that is full, in earnest, and a process that is killed."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from forecall.journal import verbs
from forecall.journal.changes import Changes
from forecall.journal.search import search
from forecall.storage.faults import CannotWrite, DamagedJournal
from forecall.workspace.workspace import Workspace
from tests.helpers import checkout
from tests.workspace.doors import LONG, Open, answer, handles, issue, start


def limit(workspace: Workspace, pages: int | None) -> None:
    """Let the file grow by so many pages and no more: SQLite then says that the disk is full."""

    def set_limit() -> None:
        database = workspace._database
        assert database is not None
        now = database._writer.execute("PRAGMA page_count").fetchone()[0]
        most = 2**30 if pages is None else now + pages
        database._writer.execute(f"PRAGMA max_page_count={most}").fetchall()

    if pages is None:
        set_limit()  # the thread is busy trying; the connection is between two tries
        return
    workspace._writing.put(set_limit).result(LONG)


class Trouble:
    def __init__(self) -> None:
        self.faults: list[CannotWrite | None] = []
        self.came, self.went = threading.Event(), threading.Event()

    def __call__(self, fault: CannotWrite | None) -> None:
        self.faults.append(fault)
        (self.went if fault is None else self.came).set()


def test_on_a_full_disk_words_wait_and_are_saved_in_order_once_there_is_room(opened: Open) -> None:
    workspace, trouble = opened(), Trouble()
    workspace.on_trouble = trouble
    call_id = start(workspace)
    answer(workspace, call_id, "small")
    heard: list[Changes] = []
    workspace.listen(lambda changes, _initiator: heard.append(changes))
    limit(workspace, 2)
    big = workspace.perform(None, verbs.record_answer, call_id, "issue", {"text": "x" * 100_000})
    then = workspace.perform(None, verbs.record_answer, call_id, "goal", {"text": "after"})
    assert trouble.came.wait(LONG)
    assert workspace.unsaved() == 2
    assert heard == []
    assert issue(workspace, call_id) == "small"  # reading goes on
    assert trouble.faults[0] is not None
    assert "disk is full" in trouble.faults[0].sentence
    limit(workspace, None)
    workspace.try_again()
    big.wait(LONG)
    then.wait(LONG)
    assert trouble.went.wait(LONG)
    assert trouble.faults[-1] is None
    assert issue(workspace, call_id) == "x" * 100_000
    assert issue(workspace, call_id, "goal") == "after"
    assert [changes.calls for changes in heard] == [{call_id}, {call_id}]
    assert [workspace.undo().wait(LONG).label for _each in range(2)] == ["Answer changed"] * 2
    assert issue(workspace, call_id) == ""  # what was typed in one box is one act


def test_closing_on_a_full_disk_says_so_and_keeps_what_was_saved(opened: Open) -> None:
    workspace, trouble = opened(), Trouble()
    workspace.on_trouble = trouble
    call_id = start(workspace)
    limit(workspace, 1)
    big = workspace.perform(None, verbs.record_answer, call_id, "issue", {"text": "x" * 100_000})
    assert trouble.came.wait(LONG)
    assert workspace.close(0.05) is False
    with pytest.raises(CannotWrite):
        big.wait(LONG)
    assert handles(workspace.path.parent) == []
    again = opened()
    assert issue(again, call_id) == ""
    assert again.ask(lambda reader: reader.execute("PRAGMA integrity_check").fetchone()).wait(LONG) == ("ok",)


REAL_LIMIT = """
import resource, sys, threading
from pathlib import Path
from forecall.journal import reading, verbs
from forecall.workspace.workspace import Workspace
came, sentences = threading.Event(), []
def trouble(fault):
    if fault is not None:
        sentences.append(fault.sentence)
        came.set()
workspace = Workspace(Path(sys.argv[1]))
workspace.on_trouble = trouble
workspace.open().wait(20)
call_id = workspace.perform(None, verbs.start_call, "Northwind").wait(20)
_soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
tasks = [workspace.perform(None, verbs.record_answer, call_id, f"q{n}", {"text": str(n) * 60_000}) for n in range(9)]
assert came.wait(20)
assert workspace.unsaved() > 0
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
for task in tasks:
    task.wait(20)
call = workspace.ask(reading.read_call, call_id).wait(20)
assert [call.text(f"q{n}") for n in range(9)] == [str(n) * 60_000 for n in range(9)]
assert workspace.close(20)
print(sentences[0])
"""


def test_a_file_that_may_not_grow_is_told_and_resumes_by_itself(path: Path) -> None:
    """The system itself refuses the write, in a process of its own."""
    place = os.environ | {"PYTHONPATH": str(checkout.CHECKOUT / "desktop")}
    done = subprocess.run(
        [sys.executable, "-c", REAL_LIMIT, str(path)], env=place, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert "Your words stay on screen" in done.stdout


KILLED = """
import os, signal, sys
from pathlib import Path
from forecall.journal import verbs
from forecall.workspace.workspace import Workspace
workspace = Workspace(Path(sys.argv[1]))
workspace.open().wait(20)
call_id = workspace.perform(None, verbs.start_call, "Northwind").wait(20)
print(call_id, flush=True)
saved = 0
def tell(_result):
    global saved
    saved += 1
    os.write(1, f"{saved}\\n".encode())
    if saved == 40:
        os.kill(os.getpid(), signal.SIGKILL)
for n in range(1, 100):
    workspace.perform(None, verbs.record_answer, call_id, "issue", {"text": str(n)}).then(tell)
workspace.settled().wait(20)
"""


def test_what_was_shown_as_saved_outlives_a_kill(opened: Open, path: Path) -> None:
    place = os.environ | {"PYTHONPATH": str(checkout.CHECKOUT / "desktop")}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)], env=place, capture_output=True, text=True, timeout=60
    )
    call_id, *told = done.stdout.split()
    assert (done.returncode, told[-1]) == (-9, "40")
    workspace = opened()
    assert issue(workspace, call_id) == "40"
    assert [hit.id for hit in workspace.ask(search, "northwind 40").wait(LONG)] == [call_id]
    assert workspace.ask(lambda reader: reader.execute("PRAGMA integrity_check").fetchone()).wait(LONG) == ("ok",)


def test_an_operation_that_stumbles_over_a_damaged_file_says_that_it_is_damaged(opened: Open, path: Path) -> None:
    """And nothing of it, nor of the closing, touches the file: it can be kept as it was found."""

    def stumbles(session: Any) -> None:
        raise TypeError("a size that is no number")

    workspace = opened()
    start(workspace)
    with pytest.raises(TypeError):
        workspace.perform(None, stumbles).wait(LONG)
    workspace.close()
    path.write_bytes(path.read_bytes().replace(b"Northwind", b"Southwind"))
    before = path.read_bytes()
    workspace = opened()
    with pytest.raises(DamagedJournal):
        workspace.perform(None, stumbles).wait(LONG)
    start(workspace, "Somebody new")
    workspace.close()
    assert path.read_bytes() == before
