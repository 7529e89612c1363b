"""Looks whether every row of a journal is still as it was written; reads only, and never fails on what it finds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.checksums import row_checksum
from forecall.storage.database import Connection, connect
from forecall.storage.reading_only import can_write
from forecall.storage.shape import strange_parts
from forecall.words import _, ngettext

_MOST = 1000


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table whose rows carry a key ``id`` and a ``checksum``. ``columns`` are all its columns, empty as they come."""

    name: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchSpec:
    """A full-text index, and two queries that give ids: what it should know and does not, and the other way round."""

    index: str
    unknown: str
    left_over: str


Spec = TableSpec | SearchSpec
"""Something to look at. The caller says which, since this module knows no table."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be; the table and the row's id where they are known."""

    sentence: str
    table: str = ""
    id: str = ""
    details: tuple[str, ...] = ()  # what SQLite says about it

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. ``cut`` says that the look ended early because there was too much."""

    findings: tuple[Finding, ...]
    cut: bool = False

    @property
    def sound(self) -> bool:
        """Whether everything is as it was written."""
        return not self.findings


def check(path: Path, specs: Sequence[Spec]) -> Report:
    """Look through the journal at ``path``: its pages and parts, each row's checksum, the references, and the search.

    A file that cannot be opened as a journal raises its ``JournalFault``; everything else becomes a sentence.
    Memory does not grow with the journal.
    """
    connection = connect(path)
    try:
        # A flipped bit can leave bytes that are no text; they are to be read all the same.
        connection.text_factory = lambda read: read.decode("utf-8", "surrogateescape")
        found = list(islice(_findings(connection, path, specs), _MOST + 1))
    finally:
        connection.close()
    return Report(tuple(found[:_MOST]), len(found) > _MOST)


def _findings(connection: Connection, path: Path, specs: Sequence[Spec]) -> Iterator[Finding]:
    yield from _in_pages(connection)
    yield from _in_parts(connection)
    for spec in specs:
        if isinstance(spec, TableSpec):
            yield from _in_rows(connection, spec)
    yield from _in_references(connection)
    for spec in specs:
        if isinstance(spec, SearchSpec):
            yield from _in_words(connection, spec)
            yield from _in_index(path, spec.index)


def _in_pages(connection: Connection) -> Iterator[Finding]:
    try:
        verdicts = connection.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
    except (sqlite.Error, UnicodeDecodeError) as error:
        yield Finding(_("The file's structure is damaged."), details=(str(error),))
        return
    lines = [line for (verdict,) in verdicts for line in str(verdict).splitlines()]
    details = tuple(_printable(line) for line in lines if line != "ok" and not line.startswith("***"))
    if details:
        sentence = ngettext(
            "The file's structure is damaged in {count} place.",
            "The file's structure is damaged in {count} places.",
            len(details),
        )
        yield Finding(sentence, details=details)


def _in_parts(connection: Connection) -> Iterator[Finding]:
    sentence = _("A part of the file is not as this program made it: {part}.")
    try:
        for name in strange_parts(connection):
            yield Finding(sentence.format(part=_printable(name)))
    except (sqlite.Error, UnicodeDecodeError) as error:
        yield Finding(_("The file's structure is damaged."), details=(str(error),))


def _in_rows(connection: Connection, table: TableSpec) -> Iterator[Finding]:
    columns = ", ".join(f'"{name}"' for name in table.columns) or "*"
    try:
        rows = connection.execute(f'SELECT {columns} FROM "{table.name}"')
        names = [column[0] for column in rows.description]
        for row in rows:
            values = dict(zip(names, row, strict=True))
            if not _is_as_written(values):
                row_id = _printable(values.get("id"))
                sentence = _("A row of the table {table} is not as it was written: {id}.")
                yield Finding(sentence.format(table=table.name, id=row_id), table.name, row_id)
    except (sqlite.Error, UnicodeDecodeError) as error:
        sentence = _("The table {table} cannot be read to its end.").format(table=table.name)
        yield Finding(sentence, table.name, details=(str(error),))


def _is_as_written(values: dict[str, object]) -> bool:
    try:
        return row_checksum(values) == values.get("checksum")
    except TypeError:  # text that has turned into bytes
        return False


def _in_references(connection: Connection) -> Iterator[Finding]:
    try:
        for table, rowid, parent, _number in connection.execute("PRAGMA foreign_key_check"):
            sentence = _("Row {row} of the table {table} belongs to a {parent} that is not there.")
            yield Finding(sentence.format(row=rowid, table=table, parent=parent), str(table))
    except (sqlite.Error, UnicodeDecodeError) as error:
        yield Finding(_("What belongs together cannot be read to its end."), details=(str(error),))


def _in_words(connection: Connection, search: SearchSpec) -> Iterator[Finding]:
    unknown = _("The search does not know the words of {id}.")
    left_over = _("The search still knows the words of {id}, which was deleted.")
    try:
        for query, sentence in ((search.unknown, unknown), (search.left_over, left_over)):
            for (row_id,) in connection.execute(query):
                shown = _printable(row_id)
                yield Finding(sentence.format(id=shown), search.index, shown)
    except (sqlite.Error, UnicodeDecodeError) as error:
        yield Finding(_("The search cannot be read to its end."), search.index, details=(str(error),))


def _in_index(path: Path, index: str) -> Iterator[Finding]:
    """SQLite compares a full-text index with its words only on a connection that may write; nothing is written."""
    if not can_write(path):
        return
    connection = None
    try:
        connection = connect(path, writing=True)
        connection.execute("BEGIN")
        connection.execute(f'INSERT INTO "{index}"("{index}", rank) VALUES (\'integrity-check\', 1)')
        connection.execute("ROLLBACK")
    except (sqlite.DatabaseError, UnicodeDecodeError):
        yield Finding(_("The search does not know the words as they stand in the journal."), index)
    finally:
        if connection is not None:
            connection.close()


def _printable(value: object) -> str:
    return str(value).encode("utf-8", "replace").decode("utf-8")
