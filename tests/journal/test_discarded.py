"""What is in the trash, and what may leave it by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forecall.journal import answers, calls, clients, lessons, phrases, trash
from forecall.journal.discarded import MERGED, read_overdue, read_trash
from tests.journal.desk import Desk

NOW = "2030-01-31T12:00:00Z"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    opened = Desk(tmp_path / "journal.db")
    yield opened
    opened.close()


def fill(desk: Desk, monkeypatch: pytest.MonkeyPatch, at: str) -> str:
    for module in (calls, clients, lessons, phrases):
        monkeypatch.setattr(module, "utc_now", lambda: at)
    call = desk.do(calls.start_call, "Northwind", title="Late report")
    desk.do(calls.start_call, "Contoso")
    desk.do(calls.mark_call, call, "deleted")
    desk.do(clients.delete_client, desk.row("client", name="Contoso")["id"])
    desk.do(lessons.delete_lesson, desk.do(lessons.write_lesson, None, {"if": "If", "then": "then"}))
    desk.do(phrases.write_phrase, "own", {"text": "Good that you called"})
    desk.do(phrases.delete_phrase, "own")
    return str(call)


def test_each_kind_is_listed_with_what_goes_along_and_the_days_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(desk, monkeypatch, "2030-01-11T12:00:00Z")
    found = {(each.kind, each.name, each.more, each.calls, each.days_left) for each in read_trash(desk.reader, NOW)}
    assert found == {
        ("call", "Northwind", "", 0, 10),
        ("client", "Contoso", "", 1, 10),
        ("lesson", "If", "then", 0, 10),
        ("phrase", "Good that you called", "", 0, 10),
    }


def test_a_call_is_called_after_its_issue_as_everywhere(desk: Desk) -> None:
    named, unnamed, bare = (str(desk.do(calls.start_call, "Northwind", title=title)) for title in ("Late", "", ""))
    for call in (named, unnamed):
        desk.do(answers.record_answer, call, "issue", {"text": "The crates came twice. They are cross."})
    for call in (named, unnamed, bare):
        desk.do(calls.mark_call, call, "deleted")
    titles = {each.id: each.call.title for each in read_trash(desk.reader, NOW) if each.call is not None}
    assert titles == {named: "Late", unnamed: "The crates came twice", bare: ""}


def test_a_client_who_was_merged_is_listed_with_whom_their_calls_are_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Contoso", "Fabrikam", "Northwind"):
        desk.do(calls.start_call, name)
    ids = {name: str(desk.row("client", name=name)["id"]) for name in ("Contoso", "Fabrikam", "Northwind")}
    desk.do(clients.merge_clients, ids["Contoso"], ids["Northwind"])
    desk.do(clients.delete_client, ids["Fabrikam"])
    desk.do(clients.rename_client, ids["Northwind"], "Northwind Traders")
    assert told(desk) == {"Contoso": "Northwind Traders", "Fabrikam": ""}
    desk.do(trash.bring_back, "client", ids["Contoso"])
    monkeypatch.setattr(clients, "utc_now", lambda: "2030-01-11T12:00:00Z")
    desk.do(clients.delete_client, ids["Contoso"])  # this time for another reason
    assert told(desk)["Contoso"] == ""


def test_that_a_client_was_merged_is_forgotten_with_them(desk: Desk) -> None:
    for name in ("Contoso", "Northwind"):
        desk.do(calls.start_call, name)
    gone = str(desk.row("client", name="Contoso")["id"])
    desk.do(clients.merge_clients, gone, str(desk.row("client", name="Northwind")["id"]))
    assert gone in noted(desk)
    desk.do(trash.purge, [("client", gone)])
    assert gone not in noted(desk)


def noted(desk: Desk) -> str:
    (found,) = desk.reader.execute("SELECT value FROM draft WHERE name = ?", (MERGED,)).fetchone()
    return str(found)


def told(desk: Desk) -> dict[str, str]:
    return {each.name: each.more for each in read_trash(desk.reader, NOW)}


def test_nothing_leaves_before_thirty_days(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(desk, monkeypatch, "2030-01-02T12:00:00Z")
    assert read_overdue(desk.reader, NOW) == ([], False)


def test_a_clock_that_jumped_ahead_empties_nothing_on_its_own(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(desk, monkeypatch, "2029-12-01T12:00:00Z")
    assert read_overdue(desk.reader, NOW) == ([], True)  # overdue, and seen so for the first time
    desk.do(trash.note_used_day, NOW[:10])
    assert read_overdue(desk.reader, NOW) == ([], True)
    assert read_overdue(desk.reader, "2030-02-01T11:00:00Z") == ([], True)  # less than a day later
    things, waiting = read_overdue(desk.reader, "2030-02-02T12:00:00Z")
    assert waiting
    assert {kind for kind, _id in things} == {"call", "client", "lesson", "phrase"}


def test_a_day_that_lies_ahead_counts_for_nothing_once_the_clock_is_right(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(desk, monkeypatch, "2030-01-20T12:00:00Z")
    desk.do(trash.note_used_day, "2049-06-01")
    assert read_overdue(desk.reader, NOW) == ([], False)
    desk.do(trash.note_used_day, NOW[:10])
    assert desk.reader.execute("SELECT day FROM used_day").fetchall() == [(NOW[:10],)]
