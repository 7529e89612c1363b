"""Bringing in calls: once, all of them or none, and never over what the person wrote."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.brought import BroughtCall, BroughtIn, Promise, brought_id
from forecall.journal.listing import Sieve, list_calls
from forecall.journal.moments import utc_now
from forecall.journal.reading import list_clients, read_call
from forecall.journal.records import Stage
from forecall.journal.refusals import Refused
from forecall.journal.search import search
from forecall.storage.checksums import row_checksum
from forecall.workspace.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    yield workspace
    assert workspace.close()


def a_call(name: str = "a", **fields: Any) -> BroughtCall:
    given: dict[str, Any] = {
        "client": "Northwind",
        "title": "Late delivery",
        "wall": "2031-12-03T10:00",
        "zone": "Europe/Berlin",
        "length_minutes": 45,
        "types": (CallType.COMPLAINT,),
        "links": "https://meet.example/1",
        "answers": {"issue": {"text": "Two days late"}, "facts": {"know": ""}},
        "promises": (Promise("Send the plan", "2031-12-05"), Promise("Call back")),
        "lesson": ("a date slips", "say it first"),
    }
    return BroughtCall(brought_id("test", name), **given | fields)


def bring(journal: Workspace, *calls: BroughtCall, **kwargs: Any) -> BroughtIn:
    return journal.perform(None, verbs.bring_calls, list(calls), **kwargs).wait()


def read(journal: Workspace, call: BroughtCall) -> Any:
    return journal.ask(read_call, call.id).wait()


def test_a_call_comes_in_whole(journal: Workspace) -> None:
    call = a_call()
    assert bring(journal, call) == BroughtIn(added=1, first=call.id)
    found = read(journal, call)
    assert (found.head.client_name, found.head.title, found.head.length_minutes) == ("Northwind", "Late delivery", 45)
    assert (found.head.planned_wall, found.head.planned_utc) == ("2031-12-03T10:00", "2031-12-03T09:00:00Z")
    assert (found.head.stage, found.links) == (Stage.PREPARE, "https://meet.example/1")
    assert found.text("issue") == "Two days late"
    assert "facts" not in found.answers
    assert [(item.text, item.due) for item in found.items["promised"]] == [
        ("Send the plan", "2031-12-05"),
        ("Call back", None),
    ]
    assert (found.lesson.if_text, found.lesson.then_text) == ("a date slips", "say it first")
    assert [hit.id for hit in journal.ask(search, "two days plan slips").wait()] == [call.id]


def test_twice_makes_one(journal: Workspace) -> None:
    call = a_call()
    assert bring(journal, call, call).there == 1
    assert bring(journal, replace(call, title="Other words")) == BroughtIn(there=1)
    assert read(journal, call).head.title == "Late delivery"


def test_clients_are_found_by_name_and_made_once(journal: Workspace) -> None:
    journal.perform(None, verbs.start_call, "NORTHWIND").wait()
    came = bring(
        journal, a_call("a", client=" northwind "), a_call("b", client="Contoso"), a_call("c", client="contoso")
    )
    assert came.added == 3
    assert [client.name for client in journal.ask(list_clients).wait()] == ["Contoso", "NORTHWIND"]


def test_a_client_alone_comes_with_what_is_known(journal: Workspace) -> None:
    alone = a_call(client="Fabrikam", known="Prefers mail", is_call=False)
    assert bring(journal, alone) == BroughtIn(clients=1)
    assert bring(journal, alone) == BroughtIn(there=1)
    (client,) = journal.ask(list_clients).wait()
    assert (client.known, client.calls) == ("Prefers mail", 0)
    bring(journal, replace(alone, known="Pays late"))
    assert journal.ask(list_clients).wait()[0].known == "Prefers mail\nPays late"


def test_a_moved_call_is_moved_and_nothing_else_changes(journal: Workspace) -> None:
    call = a_call()
    bring(journal, call)
    journal.perform(None, verbs.rename_call, call.id, "My own title").wait()
    moved = replace(call, wall="2031-12-04T15:00", title="Theirs")
    assert bring(journal, moved) == BroughtIn(moved=1, first=call.id)
    head = read(journal, call).head
    assert (head.title, head.planned_wall) == ("My own title", "2031-12-04T15:00")


def test_a_deleted_call_comes_back_with_its_words(journal: Workspace) -> None:
    call = a_call()
    bring(journal, call)
    client = journal.ask(list_clients).wait()[0]
    journal.perform(None, verbs.delete_client, client.id).wait()
    assert bring(journal, call).back == 1
    assert read(journal, call).text("issue") == "Two days late"
    assert [client.name for client in journal.ask(list_clients).wait()] == ["Northwind"]


def test_what_was_long_over_asks_for_nothing(journal: Workspace) -> None:
    old, new = a_call("old", wall=None, held="2020-01-05T11:00:00Z"), a_call("new", wall=None, held=utc_now())
    bring(journal, old, new)
    assert read(journal, old).head.stage is Stage.DONE
    assert read(journal, old).head.moment == "2020-01-05T11:00:00Z"
    assert read(journal, new).head.stage is Stage.REFLECT


def test_it_is_one_act_that_can_be_taken_back_and_done_again(journal: Workspace) -> None:
    calls = [a_call(str(number), client=f"Client {number % 7}") for number in range(120)]
    assert bring(journal, *calls).added == 120
    assert journal.undo().wait().label == "Calls brought in"
    assert journal.ask(list_clients).wait() == []
    assert journal.ask(list_calls, Sieve(), utc_now()).wait() == []
    journal.redo().wait()
    assert read(journal, calls[-1]).lesson.then_text == "say it first"


def test_cancelled_or_refused_leaves_nothing(journal: Workspace) -> None:
    def stop(count: int) -> None:
        if count >= 500:
            raise Refused("Stopped")

    with pytest.raises(Refused, match="Stopped"):
        bring(journal, *(a_call(str(number)) for number in range(550)), progress=stop)
    for bad in (a_call("x", client=" "), a_call("x", client="x" * 201), a_call("x", title="\ud800")):
        with pytest.raises(Refused):
            bring(journal, a_call("good"), bad)
    assert journal.ask(list_clients).wait() == []


def test_rows_are_sealed(journal: Workspace) -> None:
    bring(journal, a_call())

    def rows(connection: Any) -> list[dict[str, Any]]:
        found = []
        for table in ("client", "call", "answer", "item", "lesson"):
            cursor = connection.execute(f"SELECT * FROM {table}")
            names = [each[0] for each in cursor.description]
            found += [dict(zip(names, row, strict=True)) for row in cursor]
        return found

    kept = journal.ask(rows).wait()
    assert len(kept) == 6
    assert all(row["checksum"] == row_checksum(row) for row in kept)
