"""A journal opened for reading: everything can be looked at, nothing is written and that is said."""

from pathlib import Path

import pytest

from forecall.journal import verbs
from forecall.journal.reading import list_clients
from forecall.journal.sample import make_sample
from forecall.storage.faults import CannotWrite, ReadOnlyPlace
from forecall.workspace.workspace import Workspace


def test_reading_works_and_writing_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    make_sample(path, calls=3)
    before = path.read_bytes()
    workspace = Workspace(path, reading_only=True)
    workspace.open().wait()
    assert workspace.reading_only
    assert workspace.ask(list_clients).wait()
    failures: list[BaseException] = []
    workspace.on_failure = failures.append
    with pytest.raises(ReadOnlyPlace, match="can only be read here"):
        workspace.perform(None, verbs.start_call, "Northwind").wait()
    assert len(failures) == 1  # the task that somebody waits for is told of all the same
    with pytest.raises(ReadOnlyPlace):
        workspace.undo().wait()
    assert workspace.close()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_guard_that_refuses_keeps_the_words_waiting(tmp_path: Path) -> None:
    """Whoever has lost the journal writes nothing, and goes on as soon as it has it back."""
    lost = True

    def guard() -> None:
        if lost:
            raise CannotWrite("Taken over.")

    workspace = Workspace(tmp_path / "journal.db", guard=guard)
    workspace.open().wait()
    told: list[object] = []
    workspace.on_trouble = told.append
    task = workspace.perform(None, verbs.start_call, "Northwind")
    with pytest.raises(TimeoutError):
        task.wait(0.3)
    assert str(told[0]) == "Taken over."
    lost = False
    workspace.try_again()
    assert task.wait()
    assert told[-1] is None
    assert workspace.close()
