"""Bringing in rows from elsewhere: what is missing is made, what is there stays, what differs stops it."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import Session, col, select

from forecall.journal.arriving import UNDOABLE, Arrived, Arriving, Chunk
from forecall.journal.search import index_call
from forecall.journal.tables import KEPT, ForecastLock, Row
from forecall.storage.checksums import row_checksum

_TABLES: Mapping[str, type[Row]] = {str(table.__tablename__): table for table in KEPT}


def bring_in(session: Session, arrival: Arriving, progress: Callable[[int], None] | None = None) -> Arrived:
    """Make the rows that are missing, in the caller's transaction. Nothing is changed when a key is taken.

    ``progress`` is told how many rows were looked at and may raise to cancel.
    """
    known = _compare(session, arrival, progress)
    if known.differing or not known.added:
        return known
    session.connection().execute(text("PRAGMA defer_foreign_keys=ON"))
    images = session.info.get("images") if known.added <= UNDOABLE else None
    touched: set[str] = set()
    for last in (False, True):  # a locked forecast refuses what it was made of
        for chunk in arrival.chunks():
            if (chunk.table == ForecastLock.__tablename__) is last:
                touched.update(_add(session, chunk, images))
    connection = session.connection().connection.driver_connection
    for call_id in touched:
        index_call(connection, call_id)
    return known


def _compare(session: Session, arrival: Arriving, progress: Callable[[int], None] | None) -> Arrived:
    added = same = 0
    differing: list[str] = []
    for chunk in arrival.chunks():
        found = _found(session, chunk)
        for row in chunk.rows:
            if row["id"] not in found:
                added += 1
            elif found[row["id"]] == _kept(row):
                same += 1
            else:
                differing.append(_named(chunk.table, row))
        if chunk.table in ("answer", "pace"):
            differing += _answered_otherwise(session, chunk, found)
        if progress:
            progress(added + same + len(differing))
    return Arrived(0 if differing else added, same, tuple(differing))


def _found(session: Session, chunk: Chunk) -> dict[str, dict[str, Any]]:
    """The rows of a chunk that the journal has, as they would be if they came from the file."""
    table = _TABLES[chunk.table]
    columns = list(chunk.rows[0])
    wanted = select(*(getattr(table, name) for name in columns)).where(col(table.id).in_(_ids(chunk.rows)))
    rows = (dict(zip(columns, row, strict=True)) for row in session.execute(wanted))
    return {row["id"]: _in_order(row) for row in rows}


def _answered_otherwise(session: Session, chunk: Chunk, found: Mapping[str, Any]) -> Iterable[str]:
    """Answers (or how long they took) that are new while there is one to their question, under another key."""
    table: Any = _TABLES[chunk.table]
    new = {(row["call_id"], row["key"]): row for row in chunk.rows if row["id"] not in found}
    calls = {call for call, _key in new}
    wanted = select(table.call_id, table.key).where(col(table.call_id).in_(calls))
    taken = {tuple(each) for each in session.exec(wanted)} if calls else set()
    return [_named(chunk.table, row) for place, row in new.items() if place in taken]


def _add(session: Session, chunk: Chunk, images: Any) -> set[str]:
    """Make the missing rows; gives the calls whose words changed."""
    table = _TABLES[chunk.table]
    present = set(session.exec(select(table.id).where(col(table.id).in_(_ids(chunk.rows)))))
    rows = [_kept(row) for row in chunk.rows if row["id"] not in present]
    if rows:
        session.execute(insert(table), [row | {"checksum": row_checksum(row)} for row in rows])
    name = "id" if chunk.table == "call" else "call_id"
    if images is not None:  # so that the whole can be taken back
        for row in rows:
            images.made(table.__name__, row["id"], row.get(name))
    return {row[name] for row in rows if row.get(name)}


def _kept(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as the file keeps it: the value as the text of a JSON object, names in order."""
    if "value" not in row:
        return dict(row)
    return {**row, "value": _text_of(row["value"])}


def _in_order(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "value": _text_of(json.loads(row["value"]))} if "value" in row else row


def _text_of(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _ids(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    return [row["id"] for row in rows]


def _named(table: str, row: Mapping[str, Any]) -> str:
    """How a person finds the row: its kind, its words, its key."""
    words = row.get("name") or row.get("title") or row.get("key") or row.get("then_text") or row.get("text") or ""
    return " ".join(each for each in (table, f"“{words}”" if words else "", row["id"]) if each)
