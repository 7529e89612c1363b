"""Going back to a version that is gone, or whose entries stand elsewhere."""

from pathlib import Path

import pytest

from forecall.journal import calls, items, versions
from forecall.journal.refusals import Refused
from forecall.journal.visits import Visits
from tests.journal.desk import Desk


def test_a_version_that_is_gone_is_refused(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "journal.db")
    with pytest.raises(Refused, match="no longer"):
        desk.do(versions.use_version, "nowhere")
    desk.close()


def test_every_row_is_sealed_and_undone_whole(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "journal.db")
    call = desk.do(calls.start_call, "Northwind")
    desk.do(items.write_item, call, "points", "one", {"text": "One"})
    desk.do(items.remove_item, "one")
    before = desk.dump()
    desk.do(versions.use_version, desk.row("revision")["id"])
    assert desk.entries(call, "points") == ["one"]
    desk.take_back()
    assert desk.dump() == before
    assert Visits().of("x")
    desk.close()
