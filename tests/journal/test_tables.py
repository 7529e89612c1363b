"""The tables themselves; that they equal the file is tested with the migrations."""

import pytest
from sqlmodel import Session, SQLModel

from forecall.journal import tables
from forecall.journal.moments import utc_now
from forecall.storage.checksums import row_checksum
from tests.journal.desk import Desk


def test_all_that_holds_words_is_kept_parents_first() -> None:
    kept = [str(table.__tablename__) for table in tables.KEPT]
    assert set(SQLModel.metadata.tables) == {*kept, "draft", "act", "used_day", "call_document", "note_document"}
    seen: set[str] = set()
    for name in kept:
        needed = {key.column.table.name for key in SQLModel.metadata.tables[name].foreign_keys}
        assert needed <= seen
        seen.add(name)


@pytest.mark.parametrize("table", tables.KEPT)
def test_every_column_is_text_a_number_or_nothing(table: type[tables.Row]) -> None:
    """A raw connection then reads just what the ORM wrote."""
    columns = SQLModel.metadata.tables[str(table.__tablename__)].columns
    assert {str(column.type).partition("(")[0] for column in columns} <= {"VARCHAR", "INTEGER"}


def test_a_row_is_sealed_whoever_writes_it(desk: Desk) -> None:
    def make(session: Session) -> None:
        now = utc_now()
        session.add(tables.Client(id="c", name="Ægir", created_at=now, changed_at=now))

    def change(session: Session) -> None:
        client = session.get(tables.Client, 1)
        assert client is not None
        client.known = "x"

    for act in (make, change):
        desk.do(act)
        row = desk.row("client")
        assert row["checksum"] == row_checksum(row) != ""
    assert desk.row("client")["known"] == "x"


def test_a_length_outside_a_day_does_not_reach_the_file(desk: Desk) -> None:
    def make(session: Session) -> None:
        client = tables.Client(id="c", name="n", created_at="", changed_at="")
        session.add(client)
        session.flush()
        session.add(tables.Call(id="k", client_id="c", moment="", length_minutes=0, created_at="", changed_at=""))

    with pytest.raises(Exception, match="call_length"):
        desk.do(make)
    assert desk.rows("client") == []
