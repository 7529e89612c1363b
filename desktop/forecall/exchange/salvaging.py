"""What a salvage must know of a journal: which rows make sense, what stands in for lost ones, where the rest is told.

Public and steady: ``salvage_journal``, ``has_apart``, ``write_apart``.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from forecall.exchange.schema import Check, archive_schema, compiled
from forecall.exchange.write.files import replacing
from forecall.journal.moments import utc_now
from forecall.journal.search import index_call
from forecall.storage.salvage import Row, Salvaged, Sense, salvage
from forecall.words import _

_LOOSE = ("draft", "used_day")
_UNKNOWN_CLIENT = "00000000-0000-4000-8000-000000000000"
_NOT_TOLD = ("seq", "checksum")


def salvage_journal(path: Path, to: Path, progress: Callable[[int], None] | None = None) -> Salvaged:
    """Save what can be read of the journal at ``path`` into a new one at ``to``; raises a ``JournalFault``."""
    return salvage(path, to, Sense(makes_sense, stand_in, finish, _LOOSE), progress=progress)


def makes_sense(table: str, row: Row) -> bool:
    """Whether a row that is not as it was written can be read all the same: each field is of its kind."""
    check = _checks().get(table)
    if check is None:
        return False
    entry = {name: value for name, value in row.items() if name not in _NOT_TOLD}
    try:
        if "value" in entry:
            entry["value"] = json.loads(entry["value"])
        check(entry)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def stand_in(table: str, row_id: str) -> Row | None:
    """A client or a call that others belong to and that is gone; its name says so."""
    now = utc_now()
    row: Row = {"id": row_id, "created_at": now, "changed_at": now}
    if table == "client":
        return row | {"name": _("Client whose name was lost"), "known": ""}
    if table == "call":
        call = {
            "title": _("Call whose details were lost"),
            "types": "",
            "moment": now,
            "length_minutes": 30,
            "links": "",
        }
        return row | call | {"client_id": _UNKNOWN_CLIENT}
    return None


def finish(connection: Any) -> None:
    """Write the search anew; ``connection`` is in a transaction."""
    for (call_id,) in connection.execute("SELECT id FROM call").fetchall():
        index_call(connection, call_id)
    # Rows came in out of order: the triggers look again at what stands in no call.
    connection.execute("UPDATE client SET known = known")
    connection.execute("UPDATE lesson SET why = why")


def has_apart(saved: Salvaged) -> bool:
    """Whether there is something to be told apart from the journal."""
    return bool(saved.doubtful or saved.lost)


def write_apart(path: Path, saved: Salvaged) -> None:
    """Write rows that are not as they were written to a file that can be read anywhere; raises ``ExchangeError``.

    Of rows that are lost there is the id alone.
    """
    told: list[dict[str, object]] = [
        {"table": each.table, "in_the_journal": each.taken, "row": _readable(each.row)} for each in saved.doubtful
    ]
    for table, row_ids in saved.lost.items():
        told += [{"table": table, "in_the_journal": False, "lost": row_id} for row_id in row_ids]
    with replacing(path) as file:
        file.write(json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def _readable(row: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value.decode("utf-8", "replace") if isinstance(value, bytes) else value for name, value in row.items()
    }


@cache
def _checks() -> Mapping[str, Check]:
    schema = archive_schema()
    return {name: compiled(each, schema) for name, each in schema["$defs"].items() if each.get("type") == "object"}
