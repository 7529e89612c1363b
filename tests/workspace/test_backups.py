"""Backups of an open journal, beside the writing."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from forecall.journal import verbs
from forecall.storage.faults import DamagedJournal, UnreadableJournal
from forecall.workspace.backups import Stopped
from forecall.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(tmp_path / "journal.db")
    opened.open().wait()
    yield opened
    opened.close()


def begin(workspace: Workspace, name: str) -> str:
    return workspace.perform(None, verbs.start_call, name).wait()


def test_one_is_made_when_something_was_written_and_not_again(workspace: Workspace) -> None:
    begin(workspace, "Northwind")
    made = workspace.backups.make_if_due().wait()
    assert made is not None
    assert (made.calls, made.reason) == (1, "start")
    assert workspace.backups.make_if_due().wait() is None
    begin(workspace, "Southwind")
    assert workspace.backups.make_if_due().wait() is not None
    assert [each.calls for each in workspace.backups.look().wait()] == [2]  # of one day the newest stays


def test_a_row_that_was_changed_outside_is_found_where_no_backup_is_due(tmp_path: Path) -> None:
    """Its checksum is the same as in the newest backup: only the row itself tells."""
    path = tmp_path / "journal.db"
    workspace = Workspace(path)
    workspace.open()
    begin(workspace, "Northwind")
    assert workspace.backups.make_if_due().wait() is not None
    workspace.close()
    raw = path.read_bytes()
    assert raw.count(b"Northwind") > 0
    path.write_bytes(raw.replace(b"Northwind", b"Southwind"))
    again = Workspace(path)
    again.open().wait()
    try:
        with pytest.raises(DamagedJournal):
            again.backups.make_if_due().wait()
        with pytest.raises(DamagedJournal):
            again.backups.look_through().wait()
    finally:
        again.close()


def test_words_are_written_while_a_copy_is_made(workspace: Workspace) -> None:
    """The copy waits in the middle; the writing does not."""
    begin(workspace, "Northwind")
    half, go_on = threading.Event(), threading.Event()

    def told(percent: int) -> None:
        half.set()
        assert go_on.wait(10)

    copy = workspace.backups.make(told=told)
    assert half.wait(10)
    begin(workspace, "Southwind")
    go_on.set()
    assert copy.wait().calls in (1, 2)


def test_it_can_be_stopped_and_leaves_nothing(workspace: Workspace) -> None:
    begin(workspace, "Northwind")
    copy = workspace.backups.make(told=lambda percent: workspace.backups.stop())
    with pytest.raises(Stopped):
        copy.wait()
    assert workspace.backups.look().wait() == []
    assert workspace.backups.make().wait().calls == 1


def test_renewing_leaves_one(workspace: Workspace) -> None:
    begin(workspace, "Northwind")
    for reason in ("start", "migration", "restore"):
        workspace.backups.make(reason).wait()
    assert workspace.backups.renew().wait() == 3
    assert [each.reason for each in workspace.backups.look().wait()] == ["renewed"]


def test_a_folder_that_cannot_be_written_to_is_told(workspace: Workspace) -> None:
    workspace.backups.folder.write_text("a file where the folder should be")
    with pytest.raises(UnreadableJournal, match="A backup could not be made"):
        workspace.backups.make().wait()
    assert workspace.backups.look().wait() == []


def test_closing_does_not_wait_for_a_copy(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    begin(workspace, "Northwind")
    begun = threading.Event()
    copy = workspace.backups.make(told=lambda percent: begun.set())
    assert begun.wait(10)
    assert workspace.close()
    with suppress(Stopped):  # it may have been done in time
        copy.wait()
    assert list(workspace.backups.folder.glob(".*")) == []
