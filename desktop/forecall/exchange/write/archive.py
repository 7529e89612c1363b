"""The whole journal as one JSON file, written entry by entry; ``journal.schema.json`` describes it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from forecall.exchange.faults import ExchangeError
from forecall.exchange.schema import SECTIONS, archive_schema
from forecall.exchange.write.files import replacing
from forecall.journal.moments import utc_now
from forecall.words import _

_PIECE = 1 << 20  # bytes gathered before they are written
_TOLD_EVERY = 1000


def write_archive(
    connection: Any, path: Path, *, made_at: str | None = None, progress: Callable[[int], None] | None = None
) -> int:
    """Write every client, call, answer, entry and lesson to ``path``; gives how many there were.

    ``connection`` is anything with ``execute``. ``progress`` is told the number from time to time and may
    raise to cancel. Raises ``ExchangeError`` when it cannot be written or a row is damaged: nothing is left.
    """
    with replacing(path) as file:
        count, piece, size = 0, [], 0
        for text, rows in _texts(connection, made_at or utc_now()):
            piece.append(text)
            size += len(text)
            if size > _PIECE:
                file.write("".join(piece).encode())
                piece, size = [], 0
            count += rows
            if progress and rows and count % _TOLD_EVERY == 0:
                progress(count)
        file.write("".join(piece).encode())
    return count


def _texts(connection: Any, made_at: str) -> Iterator[tuple[str, int]]:
    """The pieces of the file, each with the number of rows in it, all from one moment of the journal."""
    schema = archive_schema()
    head = {
        "format": "forecall-journal",
        "version": schema["properties"]["version"]["maximum"],
        "made_at": made_at,
    }
    yield json.dumps(head, indent=1).removesuffix("\n}"), 0
    with _OneMoment(connection):
        for section, table in SECTIONS.items():
            yield f',\n "{section}": [', 0
            columns = list(schema["$defs"][table]["properties"])
            for number, row in enumerate(_rows(connection, table, columns), 1):
                yield f"{',' if number > 1 else ''}\n  {_entry(section, number, columns, row)}", 1
            yield "\n ]", 0
    yield "\n}\n", 0


class _OneMoment:
    """A read transaction, so that what is written meanwhile does not show in half of the file."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._begun = not getattr(connection, "in_transaction", True)

    def __enter__(self) -> None:
        if self._begun:
            self._connection.execute("BEGIN")

    def __exit__(self, *_error: object) -> None:
        if self._begun:
            self._connection.execute("ROLLBACK")


def _rows(connection: Any, table: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    named = ", ".join(f'"{column}"' for column in columns)
    yield from connection.execute(f'SELECT {named} FROM "{table}" ORDER BY seq')


def _entry(section: str, number: int, columns: list[str], row: tuple[Any, ...]) -> str:
    fields = dict(zip(columns, row, strict=True))
    try:
        if "value" in fields:
            fields["value"] = json.loads(fields["value"])
        text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        text.encode()
    except (ValueError, TypeError, RecursionError) as error:
        told = _("{section}, entry {number} is damaged in the journal. Nothing was exported. Check the journal.")
        raise ExchangeError(told.format(section=section, number=number)) from error
    return text
