"""The tables, triggers and views that a journal of this version has, no more and no others."""

from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

SCHEMA = Path(__file__).with_name("schema.sql")
"""What a new file is made from; a test holds it against what the migrations give."""

_MADE_BY_SQLITE = "sqlite_stat"


def strange_parts(connection: Any, *, foreign: bool = True) -> tuple[str, ...]:
    """The names of our parts that are missing or changed and, unless told otherwise, of those from elsewhere.

    A trigger from elsewhere could act on every word.

    Nothing is known of what an earlier version has: no part of its file is strange.
    """
    revision, ours = _ours()
    if _revision(connection) != revision:
        return ()
    found = _parts(connection)
    return tuple(sorted({name for _kind, name, _sql in (found ^ ours if foreign else ours - found)}))


@cache
def _ours() -> tuple[object, frozenset[tuple[str, str, str]]]:
    """The revision of this version and its parts; a rescue looks at one backup after the other."""
    with closing(sqlite.connect(":memory:", isolation_level=None)) as fresh:
        fresh.executescript(SCHEMA.read_text("utf-8"))
        return _revision(fresh), frozenset(_parts(fresh))


def _revision(connection: Any) -> object:
    return connection.execute("SELECT version_num FROM alembic_version").fetchone()


def _parts(connection: Any) -> set[tuple[str, str, str]]:
    """Tables are told apart by their names: a migration writes the same columns in other words."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'index'")
    return {
        (kind, name, " ".join(sql.split()) if kind in ("trigger", "view") else "")
        for kind, name, sql in rows
        if not name.startswith(_MADE_BY_SQLITE)
    }
