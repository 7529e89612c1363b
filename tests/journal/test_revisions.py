"""Earlier versions: one a visit, bounded, and each of them a way back."""

import random
from pathlib import Path
from typing import Any

import pytest

from forecall.journal import revisions, verbs
from forecall.journal.earlier import read_versions
from forecall.journal.refusals import Refused
from forecall.journal.search import search
from forecall.workspace.workspace import Workspace
from tests.workspace.doors import LONG, start


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait(LONG)
    yield workspace
    workspace.close(LONG)


def lines(workspace: Workspace, **of: str) -> list[tuple[str, ...]]:
    return [each.lines for each in workspace.ask(read_versions, **of).wait(LONG)]


def write(workspace: Workspace, call: str, text: str, key: str = "issue") -> None:
    workspace.perform(None, verbs.record_answer, call, key, {"text": text}).wait(LONG)


def test_each_visit_keeps_what_stood_there_before_it(journal: Workspace) -> None:
    call = start(journal)
    for text in ("f", "fi", "first"):
        write(journal, call, text)
    assert lines(journal, call_id=call, key="issue") == []
    journal.visit(call)
    for text in ("second", "second visit"):
        write(journal, call, text)
    journal.visit(call)
    journal.visit(call)  # looked at, and not changed
    write(journal, call, "")
    assert lines(journal, call_id=call, key="issue") == [("second visit",), ("first",)]
    assert search(journal._ready().reader(), "first") == []


def test_the_same_words_are_kept_once(journal: Workspace) -> None:
    call = start(journal)
    write(journal, call, "as it was")
    for _each in range(3):
        journal.visit(call)
        write(journal, call, "something else")
        write(journal, call, "as it was")
    assert lines(journal, call_id=call, key="issue") == [("as it was",)]


def test_a_list_is_kept_as_a_whole_and_comes_back_as_a_whole(journal: Workspace) -> None:
    call = start(journal)
    for item in ("one", "two"):
        journal.perform(None, verbs.write_item, call, "points", item, {"text": f"Point {item}"}).wait(LONG)
    journal.perform(None, verbs.tick_item, "two").wait(LONG)
    journal.visit(call)
    journal.perform(None, verbs.remove_item, "one").wait(LONG)
    journal.perform(None, verbs.write_item, call, "points", "two", {"text": "Changed"}).wait(LONG)
    journal.perform(None, verbs.write_item, call, "points", "three", {"text": "New"}).wait(LONG)
    assert lines(journal, call_id=call, key="points") == [("Point one", "Point two")]
    before = journal.ask(_rows).wait(LONG)
    (version,) = journal.ask(read_versions, call_id=call, key="points").wait(LONG)
    journal.perform(None, verbs.use_version, version.id).wait(LONG)
    assert [row[:3] for row in journal.ask(_rows).wait(LONG)] == [("one", 0, False), ("two", 1, True)]
    assert ("Changed", "New") in lines(journal, call_id=call, key="points")
    assert journal.undo().wait(LONG).label == "Earlier version used"
    assert journal.ask(_rows).wait(LONG) == before


def _rows(reader: Any) -> list[Any]:
    found = reader.execute("SELECT id, position, done_at IS NOT NULL, value FROM item ORDER BY position").fetchall()
    return [(row[0], row[1], bool(row[2]), row[3]) for row in found]


def test_an_earlier_answer_note_and_lesson_can_be_used_again(journal: Workspace) -> None:
    call = start(journal)
    write(journal, call, "first")
    journal.perform(None, verbs.record_answer, call, "lesson", {"if": "It slips", "then": "I say so"}).wait(LONG)
    client, lesson = journal.ask(_ids).wait(LONG)
    journal.perform(None, verbs.note_about_client, client, "Likes mail").wait(LONG)
    for each in (call, client, lesson):
        journal.visit(each)
    write(journal, call, "second")
    journal.perform(None, verbs.note_about_client, client, "Likes calls").wait(LONG)
    journal.perform(None, verbs.write_lesson, lesson, {"if": "Other", "then": "Words", "why": "New"}).wait(LONG)
    for of in ({"call_id": call, "key": "issue"}, {"client_id": client}, {"lesson_id": lesson}):
        (version,) = journal.ask(read_versions, **of).wait(LONG)
        journal.perform(None, verbs.use_version, version.id).wait(LONG)
        assert len(lines(journal, **of)) == 2  # what stood there is kept as well
    assert lines(journal, call_id=call, key="lesson")[1] == ("It slips", "I say so")
    known, words = journal.ask(_said).wait(LONG)
    assert (known, words) == ("Likes mail", ("It slips", "I say so", ""))


def _ids(reader: Any) -> Any:
    return reader.execute("SELECT client.id, lesson.id FROM client, lesson").fetchone()


def _said(reader: Any) -> Any:
    (known,) = reader.execute("SELECT known FROM client").fetchone()
    return known, reader.execute("SELECT if_text, then_text, why FROM lesson").fetchone()


def test_what_was_foreseen_stays_locked(journal: Workspace) -> None:
    call = start(journal)
    write(journal, call, "They want a date", "expects")
    journal.visit(call)
    write(journal, call, "They want money", "expects")
    journal.perform(None, verbs.begin_call, call).wait(LONG)
    (version,) = journal.ask(read_versions, call_id=call, key="expects").wait(LONG)
    with pytest.raises(Refused, match="foresaw"):
        journal.perform(None, verbs.use_version, version.id).wait(LONG)


def test_undo_and_typing_on_keep_the_version_before_the_visit(journal: Workspace) -> None:
    call = start(journal)
    write(journal, call, "first")
    journal.visit(call)
    write(journal, call, "second")
    journal.undo().wait(LONG)
    assert lines(journal, call_id=call, key="issue") == []
    write(journal, call, "third")
    assert lines(journal, call_id=call, key="issue") == [("first",)]


def test_only_so_many_are_kept_with_the_oldest_and_the_newest(journal: Workspace) -> None:
    call, dice = start(journal), random.Random(4)
    for number in range(revisions.MOST + 30):
        journal.visit(call)
        write(journal, call, f"{number} {dice.random()}")
    kept = [int(each[0].split()[0]) for each in lines(journal, call_id=call, key="issue")]
    assert len(kept) == revisions.MOST
    newest = revisions.MOST + 28
    assert kept[:20] == list(range(newest, newest - 20, -1))
    assert kept[-1] == 0
