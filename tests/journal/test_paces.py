"""How long answers took is read back newest first, whatever stands in the table."""

from pathlib import Path

import pytest

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.paces import recent_paces, spent_on
from forecall.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path):
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    yield workspace
    assert workspace.close()


def test_seconds_are_added_up_and_read_back(workspace: Workspace) -> None:
    call = workspace.perform(None, verbs.start_call, "Northwind", types=[CallType.COMPLAINT]).wait()
    for key, seconds in (("issue", 40), ("goal", 20), ("issue", 5), ("goal", 0), ("goal", -7)):
        workspace.perform(None, verbs.spend_time, call, key, seconds).wait()
    assert dict(workspace.ask(recent_paces).wait()) == {"issue": 45, "goal": 20}
    assert workspace.ask(spent_on, call).wait() == {"issue": 45, "goal": 20}


def test_the_newest_come_first_and_only_so_many(workspace: Workspace) -> None:
    call = workspace.perform(None, verbs.start_call, "Northwind").wait()
    for number in range(5):
        workspace.perform(None, verbs.spend_time, call, f"q{number}", 10).wait()
    newest = workspace.ask(recent_paces, 2).wait()
    assert [key for key, _seconds in newest] == ["q4", "q3"]
    assert workspace.ask(recent_paces, -1).wait() == ()


def test_a_value_beyond_measure_is_cut_when_it_is_kept(workspace: Workspace) -> None:
    call = workspace.perform(None, verbs.start_call, "Northwind").wait()
    workspace.perform(None, verbs.spend_time, call, "issue", 10**9).wait()
    assert workspace.ask(spent_on, call).wait() == {"issue": 86_400}


def test_nothing_measured_is_nothing(workspace: Workspace) -> None:
    assert workspace.ask(recent_paces).wait() == ()
    assert workspace.ask(spent_on, "no such call").wait() == {}


def test_time_spent_is_no_act_to_undo_and_tells_no_page(workspace: Workspace) -> None:
    call = workspace.perform(None, verbs.start_call, "Northwind").wait()
    heard: list[object] = []
    workspace.listen(lambda changes, _initiator: heard.append(changes))
    workspace.perform(None, verbs.spend_time, call, "issue", 30).wait()
    assert heard == []
    assert workspace.undo().wait().label == "Call started"
