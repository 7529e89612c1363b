"""Bringing in an archive: all that is missing, nothing that differs, everything or nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forecall.exchange.read.archive import read_archive
from forecall.exchange.write.archive import write_archive
from forecall.journal.arrivals import bring_in
from forecall.journal.arriving import Arrived
from forecall.storage.checksums import row_checksum
from forecall.storage.database import Database
from tests.helpers.archives import MOMENT, answer, archive, call, client, item, lesson, write


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "journal.db")
    yield database
    database.close()


def arrive(journal: Database, held: Any) -> Arrived:
    found = read_archive(write(journal.path.with_name("in.json"), held))
    with journal.session() as session:
        return bring_in(session, found)


def leave(journal: Database) -> dict[str, Any]:
    path = journal.path.with_name("out.json")
    reader = journal.reader()
    write_archive(reader, path, made_at=MOMENT)
    reader.close()
    return json.loads(path.read_text("utf-8"))


def test_a_whole_archive_comes_in_and_goes_out_the_same(journal: Database) -> None:
    assert arrive(journal, archive()) == Arrived(added=9, same=0)
    assert leave(journal) == archive()


def test_the_second_time_changes_nothing(journal: Database) -> None:
    arrive(journal, archive())
    assert arrive(journal, archive()) == Arrived(added=0, same=9)
    assert leave(journal) == archive()


def test_the_same_key_with_other_words_stops_everything_and_is_named(journal: Database) -> None:
    arrive(journal, archive())
    came = arrive(journal, archive(clients=[client(), client("client-2")], answers=[answer(value={"text": "On time"})]))
    assert (came.added, came.differing) == (0, ("answer “issue” answer-1",))
    assert leave(journal) == archive()


def test_another_answer_to_a_question_that_is_answered_stops_everything(journal: Database) -> None:
    arrive(journal, archive())
    assert arrive(journal, archive(answers=[answer("answer-2")])).differing == ("answer “issue” answer-2",)
    assert leave(journal) == archive()


def test_yes_and_one_are_not_the_same(journal: Database) -> None:
    arrive(journal, archive(answers=[answer(value={"text": "x", "nothing": True})]))
    assert arrive(journal, archive(answers=[answer(value={"text": "x", "nothing": 1})])).differing


def test_what_is_new_joins_what_is_there(journal: Database) -> None:
    arrive(journal, archive())
    more = archive(calls=[call(), call("call-2")], items=[item(), item("item-2", call_id="call-2")])
    assert arrive(journal, more) == Arrived(added=2, same=9)
    assert leave(journal) == more


def test_children_may_stand_before_their_parents(journal: Database) -> None:
    backwards = dict(reversed(list(archive().items())))
    assert arrive(journal, backwards).added == 9
    assert leave(journal) == archive()


def test_rows_that_came_in_are_sealed_and_found(journal: Database) -> None:
    arrive(journal, archive(lessons=[lesson(then_text="whisper")]))
    reader = journal.reader()
    for table in ("client", "call", "answer", "item", "lesson", "phrase"):
        found = reader.execute(f"SELECT * FROM {table}")
        names = [each[0] for each in found.description]
        for values in found:
            kept = dict(zip(names, values, strict=True))
            assert kept["checksum"] == row_checksum(kept)
    hits = reader.execute("SELECT count(*) FROM call_words WHERE call_words MATCH 'whisper'").fetchone()
    reader.close()
    assert hits == (1,)


def test_progress_is_told_and_may_cancel(journal: Database) -> None:
    class Cancelled(Exception):
        pass

    def stop(count: int) -> None:
        raise Cancelled(count)

    found = read_archive(write(journal.path.with_name("in.json"), archive()))
    with pytest.raises(Cancelled), journal.session() as session:
        bring_in(session, found, stop)
    assert leave(journal)["clients"] == []
