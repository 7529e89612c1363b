"""An SQLAlchemy engine over the one writing connection; importing this imports SQLAlchemy."""

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlite


def engine_over(connection: Any) -> Engine:
    """An engine that uses just this connection and begins each transaction itself, at once for writing.

    The driver's own BEGIN comes late and not before DDL (Python 3.11), which would leave half a migration behind.
    """
    engine = create_engine("sqlite://", creator=lambda: connection, module=sqlite, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(opened: Any) -> None:
        opened.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
