"""One operation from its verb to the commit."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from forecall.journal import calls, clients, search
from forecall.journal.tables import Answer
from forecall.workspace import performing
from tests.journal.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path / "journal.db")
    yield opened
    opened.close()


def test_an_operation_that_fails_at_its_end_leaves_nothing(desk: Desk) -> None:
    def half(session: Session) -> None:
        calls.start_call(session, "Northwind")
        session.flush()
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        desk.do(half)
    assert all(rows == {} for rows in desk.dump().values())
    desk.do(calls.start_call, "Northwind")


def test_a_row_that_belongs_to_nothing_is_refused_by_the_file(desk: Desk) -> None:
    def orphan(session: Session) -> None:
        row = Answer(id="a", call_id="nowhere", key="issue", value="{}", created_at="", changed_at="")
        session.add(row)

    with pytest.raises(Exception, match="FOREIGN KEY"):
        desk.do(orphan)
    assert desk.rows("answer") == []


def test_words_and_their_index_are_one_commit(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any) -> None:
        raise RuntimeError("index")

    monkeypatch.setattr(performing, "index_call", fail)
    with pytest.raises(RuntimeError, match="index"):
        desk.do(calls.start_call, "Northwind")
    assert desk.rows("call") == []


def test_a_note_about_a_client_does_not_index_all_their_calls(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes with each pause in typing, and a client may have thousands of calls."""
    for _each in range(3):
        desk.do(calls.start_call, "Northwind")
    client_id, indexed = desk.row("client")["id"], list[str]()
    real = search.index_call

    def count(connection: Any, call_id: str) -> None:
        indexed.append(call_id)
        real(connection, call_id)

    monkeypatch.setattr(performing, "index_call", count)
    desk.do(clients.note_about_client, client_id, "Likes mail")
    desk.do(clients.archive_client, client_id)
    assert indexed == []
    desk.do(clients.rename_client, client_id, "Southwind")
    assert len(indexed) == 3
