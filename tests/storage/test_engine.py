"""SQLAlchemy over the one connection."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.engine import engine_over


def test_a_table_made_in_a_transaction_that_fails_is_gone() -> None:
    connection = sqlite.connect(":memory:", isolation_level=None, check_same_thread=False)
    engine = engine_over(connection)
    with pytest.raises(OperationalError), engine.begin() as opened:  # noqa: PT012
        opened.execute(text("CREATE TABLE one (a)"))
        opened.execute(text("CREATE TABLE one (a)"))
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with engine.begin() as opened:
        assert connection.in_transaction
        opened.execute(text("CREATE TABLE one (a)"))
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)
    connection.close()
