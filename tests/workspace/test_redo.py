"""What was taken back can be done again, until something else is done."""

from pathlib import Path

from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.workspace.workspace import Workspace


def _said(workspace: Workspace, call: str, key: str) -> str:
    found = workspace.ask(read_call, call).wait()
    assert found is not None
    return found.text(key)


def test_acts_go_back_and_forth_in_their_order(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    call = workspace.perform(None, verbs.start_call, "Northwind").wait()
    workspace.perform(None, verbs.record_answer, call, "issue", {"text": "late"}).wait()
    workspace.perform(None, verbs.record_answer, call, "goal", {"text": "a date"}).wait()
    assert workspace.undo().wait().label == workspace.undo().wait().label == "Answer changed"
    assert (_said(workspace, call, "issue"), _said(workspace, call, "goal")) == ("", "")
    workspace.redo().wait()
    assert (_said(workspace, call, "issue"), _said(workspace, call, "goal")) == ("late", "")
    workspace.redo().wait()
    assert _said(workspace, call, "goal") == "a date"
    assert workspace.redo().wait().label == ""
    workspace.undo().wait()
    assert _said(workspace, call, "goal") == ""
    assert workspace.close()


def test_a_call_that_was_undone_comes_back_with_every_word(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    call = workspace.perform(None, verbs.start_call, "Northwind").wait()
    workspace.perform(None, verbs.write_item, call, "points", "one", {"text": "We own the delay"}).wait()
    for _each in range(3):
        workspace.undo().wait()
    assert workspace.ask(read_call, call).wait() is None
    for _each in range(3):
        workspace.redo().wait()
    found = workspace.ask(read_call, call).wait()
    assert found is not None
    assert [item.text for item in found.entries("points")] == ["We own the delay"]
    assert workspace.close()


def test_something_new_ends_what_could_be_done_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    call = workspace.perform(None, verbs.start_call, "Northwind").wait()
    workspace.perform(None, verbs.record_answer, call, "issue", {"text": "late"}).wait()
    workspace.undo().wait()
    workspace.perform(None, verbs.record_answer, call, "goal", {"text": "a date"}).wait()
    assert workspace.redo().wait().label == ""
    assert _said(workspace, call, "issue") == ""
    assert workspace.close()
