"""The trash: back whole, or gone to the last byte."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forecall.journal import calls, clients, trash, verbs
from forecall.journal.checked import CHECKED
from forecall.journal.refusals import Refused
from forecall.storage.backup import back_up, backups_folder
from forecall.storage.health import check
from forecall.workspace.workspace import Workspace
from tests.journal.desk import Desk
from tests.workspace.doors import LONG, answer, start

PLANTED = "Zyxwvut"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path / "journal.db")
    yield opened
    opened.close()


def test_a_client_comes_back_with_the_calls_that_went_along(desk: Desk) -> None:
    early = desk.do(calls.start_call, "Northwind")
    desk.do(calls.start_call, "Northwind")
    desk.do(calls.mark_call, early, "deleted")
    client = desk.row("client")["id"]
    before = desk.dump()
    desk.do(clients.delete_client, client)
    for row in desk.rows("call"):
        desk.database._writer.execute("UPDATE call SET deleted_at = deleted_at || '' WHERE id = ?", (row["id"],))
    went = desk.row("client")["deleted_at"]
    desk.do(trash.bring_back, "client", client)
    assert desk.row("client")["deleted_at"] is None
    living = {row["id"]: row["deleted_at"] for row in desk.rows("call")}
    assert [each for each in living.values() if each is None]
    assert before["call"][early]["deleted_at"] == went or living[early] is not None


def test_a_call_comes_back_with_its_client(desk: Desk) -> None:
    call = desk.do(calls.start_call, "Northwind")
    desk.do(clients.delete_client, desk.row("client")["id"])
    before = desk.dump()
    desk.do(trash.bring_back, "call", call)
    assert desk.row("client")["deleted_at"] is desk.row("call")["deleted_at"] is None
    desk.take_back()
    assert desk.dump() == before


def test_only_what_is_in_the_trash_is_purged_and_no_living_call_goes_along(desk: Desk) -> None:
    call = desk.do(calls.start_call, "Northwind")
    assert desk.do(trash.purge, [("call", call), ("call", "nowhere")]) == 0
    client = desk.row("client")["id"]
    desk.do(clients.delete_client, client)
    desk.database._writer.execute("UPDATE call SET deleted_at = NULL")
    with pytest.raises(Refused, match="not deleted"):
        trash_in(desk, client)
    assert len(desk.rows("call")) == 1


def trash_in(desk: Desk, client: str) -> None:
    with desk.database.session() as session:
        trash.purge(session, [("client", client)])


def everything(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()) if each.is_file())


def holds(folder: Path, words: str) -> bool:
    found = everything(folder)
    return any(words.encode(coding) in found for coding in ("utf-8", "utf-16-le", "utf-16-be"))


def plant(workspace: Workspace) -> tuple[str, str, str]:
    """Planted words in every place that there is, beside words that stay."""
    for number in range(30):
        stays = start(workspace, f"Stays {number}")
        answer(workspace, stays, f"Words that stay {number} " * 20)
    call = start(workspace, f"{PLANTED} Limited")
    client = workspace.ask(lambda reader: reader.execute("SELECT client_id FROM call WHERE id = ?", (call,))
                           .fetchone()[0]).wait(LONG)  # fmt: skip
    for turn in range(3):
        workspace.visit(call)
        workspace.visit(client)
        for key in ("issue", "goal", "opening", "their_story"):
            answer(workspace, call, f"{PLANTED} {turn} " + f"{PLANTED.lower()} " * 300, key)
        workspace.perform(None, verbs.note_about_client, client, f"{PLANTED} likes {turn}").wait(LONG)
        item: Any = {"text": f"{PLANTED} point {turn}"}
        workspace.perform(None, verbs.write_item, call, "points", f"p{turn}", item).wait(LONG)
    workspace.perform(None, verbs.rename_call, call, f"About {PLANTED}").wait(LONG)
    workspace.perform(None, verbs.link_call, call, f"https://{PLANTED}.example").wait(LONG)
    workspace.perform(None, verbs.begin_call, call).wait(LONG)
    lesson = workspace.perform(None, verbs.write_lesson, None, {"if": PLANTED, "then": PLANTED}).wait(LONG)
    workspace.perform(None, verbs.write_phrase, "own", {"text": PLANTED, "moment": ["opening"]}).wait(LONG)
    draft = f'{{"wording": {{"{lesson}": "{PLANTED}"}}}}'
    workspace.perform(None, verbs.keep_draft, "summary", draft).wait(LONG)
    workspace.perform(None, verbs.keep_draft, "tone left", f'[["{PLANTED} point 1", "rule"]]').wait(LONG)
    workspace.perform(None, verbs.rename_client, client, f"{PLANTED} and sons").wait(LONG)
    workspace._ready()._writer.execute("ANALYZE")
    return client, lesson, call


def test_no_word_of_what_was_purged_is_left_in_any_live_file(tmp_path: Path) -> None:
    place = tmp_path / "live"
    workspace = Workspace(place / "journal.db")
    workspace.open().wait(LONG)
    client, lesson, _call = plant(workspace)
    workspace.perform(None, verbs.delete_client, client).wait(LONG)
    workspace.perform(None, verbs.delete_lesson, lesson).wait(LONG)
    workspace.perform(None, verbs.delete_phrase, "own").wait(LONG)
    assert holds(place, PLANTED)
    things = [("client", client), ("lesson", lesson), ("phrase", "own")]
    assert workspace.perform(None, verbs.purge, things).wait(LONG) == 3
    for words in (PLANTED, PLANTED.lower()):
        assert not holds(place, words)
    assert holds(place, "Words that stay 7")
    assert workspace.undo().wait(LONG).label in ("", "Answer changed")
    assert workspace.close(LONG)
    assert not holds(place, PLANTED.lower())
    assert check(place / "journal.db", CHECKED).sound


def test_what_a_merge_brought_is_not_taken_back_by_an_older_act_once_its_source_is_purged(tmp_path: Path) -> None:
    """By then they are the only copy of those words."""
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait(LONG)

    def rows(question: str) -> list[tuple[str, str]]:
        return workspace.ask(lambda reader: reader.execute(question).fetchall()).wait(LONG)

    start(workspace, "Kept")
    start(workspace, "Gone")
    ids = dict(rows("SELECT name, id FROM client"))
    other = start(workspace, "Another")
    workspace.perform(None, verbs.rename_call, other, "Scope").wait(LONG)
    workspace.perform(None, verbs.note_about_client, ids["Gone"], "words about Gone").wait(LONG)
    workspace.perform(None, verbs.rename_client, ids["Kept"], "Kept Ltd").wait(LONG)
    workspace.perform(None, verbs.merge_clients, ids["Gone"], ids["Kept"]).wait(LONG)
    assert workspace.perform(None, verbs.purge, [("client", ids["Gone"])]).wait(LONG) == 1
    assert [workspace.undo().wait(LONG).label for _each in range(3)] == ["Call renamed", "Call started", ""]
    assert rows("SELECT name, known FROM client") == [("Kept Ltd", "words about Gone")]
    assert workspace.close(LONG)


def test_a_lesson_of_a_purged_call_stays_and_is_sealed_anew(desk: Desk) -> None:
    from forecall.journal.answers import record_answer

    call = desk.do(calls.start_call, "Northwind")
    desk.do(record_answer, call, "lesson", {"if": "It slips", "then": "I say so"})
    desk.do(calls.mark_call, call, "deleted")
    desk.do(trash.purge, [("call", call)])
    assert desk.rows("call") == []
    assert desk.row("lesson")["call_id"] is None


def test_backups_hold_it_until_they_are_renewed(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "live" / "journal.db")
    workspace.open().wait(LONG)
    workspace.perform(None, verbs.write_phrase, "own", {"text": PLANTED}).wait(LONG)
    back_up(workspace.path, reason="start")
    workspace.perform(None, verbs.delete_phrase, "own").wait(LONG)
    workspace.perform(None, verbs.purge, [("phrase", "own")]).wait(LONG)
    assert holds(backups_folder(workspace.path), PLANTED)
    workspace.renew_backups().wait(LONG)
    assert not holds(backups_folder(workspace.path), PLANTED)
    workspace.close(LONG)
