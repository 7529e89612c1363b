"""One call of a sample journal."""

from pathlib import Path

import pytest

from forecall.coach.rehearsal import OPENING, objections_of, responses_of
from forecall.journal.keeping import value_text as kept_text
from forecall.journal.reading import read_call
from forecall.journal.sample import make_sample
from forecall.journal.sample.calling import value_text
from forecall.journal.search import index_call
from forecall.storage.database import connect

NOW = "2026-11-26T08:46:00Z"


def test_each_document_is_what_indexing_the_call_would_give(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.db", 60, now=NOW)
    connection = connect(tmp_path / "s.db", writing=True)
    before = connection.execute("SELECT place, call_id, words FROM call_document ORDER BY 1").fetchall()
    connection.execute("BEGIN")
    for (call_id,) in connection.execute("SELECT id FROM call").fetchall():
        index_call(connection, call_id)
    after = connection.execute("SELECT place, call_id, words FROM call_document ORDER BY 1").fetchall()
    connection.execute("ROLLBACK")
    connection.close()
    assert len(before) == 60
    assert before == after


def test_moments_follow_one_another(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.db", 200, now=NOW)
    connection = connect(tmp_path / "s.db")
    rows = connection.execute(
        "SELECT created_at, started_at, held_at, looked_back_now_at, looked_back_later_at, moment FROM call"
    ).fetchall()
    answers = connection.execute(
        "SELECT count(*) FROM answer JOIN call ON call.id = call_id WHERE answer.created_at < call.created_at"
    ).fetchone()[0]
    connection.close()
    for made, *life, _moment in rows:
        lived = [each for each in life if each is not None]
        assert lived == sorted(lived)
        assert all(each <= NOW for each in (made, *lived))
    assert answers == 0


def test_wording_is_kept_for_the_first_type(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.db", 200, now=NOW)
    connection = connect(tmp_path / "s.db")
    rows = connection.execute(
        "SELECT call.types, wording FROM answer JOIN call ON call.id = call_id WHERE key = 'issue'"
    ).fetchall()
    connection.close()
    assert {wording for types, wording in rows if types == "abuse"} == {"What was said or done, and when?"}
    assert {wording for types, wording in rows if types == ""} == {"What is the client unhappy about?"}


@pytest.mark.parametrize("value", [{"text": "Ærø", "because": "", "picked": []}, {"scale": 0, "picked": ["calm"]}])
def test_values_are_stored_as_the_operations_store_them(value: dict[str, object]) -> None:
    assert value_text(value) == kept_text(value)


def test_what_was_rehearsed_belongs_to_its_call(tmp_path: Path) -> None:
    make_sample(tmp_path / "s.db", 60, now=NOW)
    connection = connect(tmp_path / "s.db")
    calls = {call for (call,) in connection.execute("SELECT call_id FROM item WHERE key = 'rehearsed'")}
    for call_id in calls:
        call = read_call(connection, call_id, NOW)
        assert call is not None
        known = {OPENING, *(each.id for each in objections_of(call))}
        assert {each.of for each in responses_of(call)} <= known
    connection.close()
    assert calls
