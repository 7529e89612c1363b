"""Brings an older journal up to date in one transaction, after a copy of it was made and checked."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.backup import back_up
from forecall.storage.engine import engine_over
from forecall.storage.faults import ForeignFile, UnreadableJournal
from forecall.words import _


def migrate(path: Path, target: str = "head") -> None:
    """Run the missing migrations on the file at ``path``; a kill leaves the old file or the new one.

    Foreign keys are off while tables are rebuilt (a rebuilt parent would delete its children) and checked before the
    commit. Raises ``ForeignFile`` when the result would hold dangling rows, ``UnreadableJournal`` when the disk or a
    migration fails; the file then stays as it was.
    """
    try:
        back_up(path, reason="migration")
        connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            upgrade(connection, target)
        finally:
            connection.close()
    except (OSError, sqlite.Error, SQLAlchemyError) as error:
        raise UnreadableJournal(
            _("{file} could not be brought up to date. It was left as it was.").format(file=path)
        ) from error


def upgrade(connection: Any, target: str = "head", metadata: Any = None) -> None:
    """Run migrations up to ``target`` on an open connection."""
    connection.execute("PRAGMA foreign_keys=OFF")
    engine = engine_over(connection)
    with engine.begin() as opened:
        command.upgrade(migrations(opened, metadata), target)
        if opened.execute(text("PRAGMA foreign_key_check")).first() is not None:
            raise ForeignFile(_("The journal holds rows that belong to nothing. It was left as it is."))
    connection.execute("PRAGMA foreign_keys=ON")


def migrations(connection: Any, metadata: Any = None) -> Config:
    """The Alembic configuration over an open SQLAlchemy connection; no file of settings is read."""
    config = Config()
    config.set_main_option("script_location", "forecall:storage/migrations")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    return config
