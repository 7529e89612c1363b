"""Acts that are let go of: no gap is left that an act behind it would reach across."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from forecall.journal.letting_go import let_go
from forecall.journal.tables import Act
from forecall.storage.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "journal.db")
    yield opened
    opened.close()


def left(database: Database, acts: dict[str, str], gone: str, *, taken_back: bool = False) -> list[str]:
    """What is left of some acts, each with the rows it touches, when one is let go of."""
    with database.session() as session:
        for verb, rows in acts.items():
            images = json.dumps([["Call", row, None] for row in rows])
            session.add(Act(verb=verb, made_at="", images=images, taken_back=int(taken_back)))
            session.flush()
        goes = session.exec(select(Act.seq).where(Act.verb == gone)).first()
        let_go(session, lambda seq, _images: seq == goes)
    with database.session() as session:
        return list(session.exec(select(Act.verb).order_by(Act.seq)).all())  # type: ignore[arg-type]


ACTS = {"first": "a", "second": "b", "third": "ab", "fourth": "c", "fifth": "bd", "sixth": "b", "seventh": "d"}


def test_older_acts_on_its_rows_go_with_it_and_those_on_their_rows(database: Database) -> None:
    assert left(database, ACTS, "fifth") == ["fourth", "sixth", "seventh"]


def test_of_those_taken_back_the_newer_ones_go_with_it(database: Database) -> None:
    assert left(database, ACTS, "third", taken_back=True) == ["first", "second", "fourth"]


def test_what_was_taken_back_stays_where_an_act_that_was_not_goes(database: Database) -> None:
    """Its images hold what that act did, as the rows do."""
    assert left(database, {"taken": "a"}, "none", taken_back=True) == ["taken"]
    assert left(database, {"older": "a", "newer": "a"}, "newer") == ["taken"]


def test_acts_are_found_by_what_they_hold(database: Database) -> None:
    with database.session() as session:
        for row in "ab":
            session.add(Act(verb=row, made_at="", images=json.dumps([["Call", row, {"client_id": row}]])))
        let_go(session, lambda _seq, images: any(image == {"client_id": "a"} for _table, _row, image in images))
        assert session.exec(select(Act.verb)).all() == ["b"]
