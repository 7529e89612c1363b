"""Saves what can be read of a damaged journal into a new one. The damaged file is only copied, never opened itself.

Public and steady: ``salvage``. A row whose checksum is right is taken as it is. One whose checksum is wrong is listed
with its words and taken only where it makes sense. Nothing is dropped without being told.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.aside import copy_with_log
from forecall.storage.backup import Progress
from forecall.storage.checksums import row_checksum
from forecall.storage.database import HEAD, REVISIONS, connect, make
from forecall.storage.faults import ForeignFile, JournalFault, UnreadableJournal
from forecall.storage.files import make_folder, reason_of, sync_file
from forecall.storage.pages import keys_in, rows_in
from forecall.storage.sealed import columns_of, is_as_written, number_of_rows, quoted, sealed_tables
from forecall.words import _

Row = dict[str, Any]

_ID_LETTERS = 36
_FLIPPED = 2

_BROKEN = (sqlite.Error, ValueError, OverflowError)
"""What reading a damaged file ends with: SQLite's word for it, or a name that is no text any more."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row that is not as it was written; ``taken`` says whether it is in the new journal all the same."""

    table: str
    row: Mapping[str, object]
    taken: bool


@dataclass(slots=True)
class Salvaged:
    """What was saved. ``whole`` counts rows as they were written, ``made_up`` what stands in for rows that are lost."""

    path: Path
    whole: dict[str, int] = field(default_factory=dict)
    doubtful: list[Doubtful] = field(default_factory=list)
    made_up: dict[str, int] = field(default_factory=dict)
    lost: dict[str, list[str]] = field(
        default_factory=dict
    )  # ids that an index still knows; "" where its table is not known
    lost_parents: int = 0  # rows left out because what they belong to is gone; they are among the doubtful


@dataclass(frozen=True, slots=True)
class Sense:
    """What the caller knows of the tables, since this module knows none.

    ``makes_sense`` judges a row with a wrong checksum. ``stand_in`` gives a row for one that others belong to and that
    is gone. ``finish`` writes what follows from the rows (the search) on the connection. ``loose`` are tables without
    checksums whose rows are taken as they can be read.
    """

    makes_sense: Callable[[str, Row], bool] = lambda table, row: False
    stand_in: Callable[[str, str], Row | None] = lambda table, row_id: None
    finish: Callable[[Any], None] = lambda connection: None
    loose: tuple[str, ...] = ()


def salvage(path: Path, to: Path, sense: Sense | None = None, *, progress: Progress | None = None) -> Salvaged:
    """Save what can be read of the journal at ``path`` into a new journal at ``to``, which must not be there yet.

    Raises a ``JournalFault`` when nothing at all can be read, or when the disk refuses; then nothing is left at ``to``.
    ``path`` is left as it is, byte for byte.
    """
    told = progress or (lambda percent: None)
    if to.exists() or to.is_symlink():
        raise UnreadableJournal(_("There is already a file at {file}. It was left as it is.").format(file=to))
    folder = None
    try:
        make_folder(to.parent)
        folder = Path(tempfile.mkdtemp(prefix=f".{to.stem}-salvage-", dir=to.parent))
        copy_with_log(path, folder / "damaged.db")
        told(10)
        # SQLite tidies up what it opens; the pages are read from a copy that it never saw.
        copy_with_log(folder / "damaged.db", folder / "opened.db")
        new = folder / "new.db"
        make(new)
        saved = _Saving(folder, new, sense or Sense(), told).run()
        if not any(saved.whole.values()) and not saved.doubtful:
            raise ForeignFile(_("Nothing could be read of {file}. It was left as it is.").format(file=path))
        sync_file(new)
        new.rename(to)
        saved.path = to
    except JournalFault:
        raise
    except (OSError, ValueError, sqlite.Error) as error:
        raise UnreadableJournal(
            _("{file} could not be read: {reason}.").format(file=path, reason=reason_of(error))
        ) from (error)
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
    return saved


class _Saving:
    """One salvage, from the copies in a folder of our own into a new journal there."""

    def __init__(self, folder: Path, new: Path, sense: Sense, told: Progress) -> None:
        self._untouched, self._opened = folder / "damaged.db", folder / "opened.db"
        self._sense, self._told = sense, told
        self._new = new
        self._doubtful: list[tuple[str, Row]] = []
        self._known: dict[str, list[str]] = {}
        self._saved = Salvaged(new)

    def run(self) -> Salvaged:
        with closing(connect(self._new, writing=True)) as new:
            new.execute("PRAGMA foreign_keys=OFF")
            self._tables = {table: columns_of(new, table) for table in sealed_tables(new)}
            new.execute("BEGIN IMMEDIATE")
            refusing = _without_refusals(new)
            broken_off = self._read_with_sqlite(new)
            self._told(50)
            if broken_off:
                self._read_pages(new, broken_off)
            self._told(70)
            self._weigh(new)
            self._mend_references(new)
            self._name_the_lost(new)
            self._told(80)
            for sql in refusing:
                new.execute(sql)
            self._sense.finish(new)
            self._count(new)
            new.execute("COMMIT")
            new.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            new.execute("PRAGMA journal_mode=WAL").fetchall()
        self._told(100)
        return self._saved

    # reading

    def _read_with_sqlite(self, new: Any) -> list[str]:
        """Take what SQLite can read; gives the tables that it could not read to their end."""
        try:
            old = sqlite.connect(str(self._opened), isolation_level=None)
        except _BROKEN:
            return list(self._tables)
        with closing(old):
            old.text_factory = _text
            with suppress(*_BROKEN):
                old.execute("PRAGMA trusted_schema=OFF")
                old.execute("PRAGMA query_only=ON")
            broken_off = [table for table in self._tables if not self._read_table(old, new, table)]
            for table in self._tables:
                with suppress(*_BROKEN):
                    self._known[table] = _ids_in_index(old, table)
            for table in self._sense.loose:
                with suppress(*_BROKEN):
                    _copy_loose(old, new, table)
        return broken_off

    def _read_table(self, old: Any, new: Any, table: str) -> bool:
        try:
            rows = old.execute(f"SELECT * FROM {quoted(table)} NOT INDEXED ORDER BY seq")
            names = [column[0] for column in rows.description]
            for values in rows:
                self._take(new, table, dict(zip(names, values, strict=True)))
        except _BROKEN as error:
            return "no such table" in str(error) and _is_older(old)
        return True

    def _read_pages(self, new: Any, tables: Sequence[str]) -> None:
        """Go through the pages for rows of tables that SQLite could not read to their end."""
        by_width: dict[int, list[str]] = {}
        for table in tables:
            by_width.setdefault(len(self._tables[table]), []).append(table)
        for rowid, values in rows_in(self._untouched):
            candidates = by_width.get(len(values), [])
            rows = [(table, dict(zip(self._tables[table], values, strict=True))) for table in candidates]
            for _table, row in rows:
                row["seq"] = rowid  # the file keeps it as the row's number alone
            match = next(((table, row) for table, row in rows if is_as_written(row)), None)
            if match is not None:
                self._take(new, *match)
                continue
            possible = [(table, row) for table, row in rows if _could_be(row)]
            sensible = [(table, row) for table, row in possible if self._sense.makes_sense(table, dict(row))]
            self._doubtful += (sensible or possible)[:1]

    def _take(self, new: Any, table: str, row: Row) -> None:
        if not is_as_written(row) or not (_insert(new, table, self._fitted(table, row)) or _has(new, table, row["id"])):
            self._doubtful.append((table, row))

    def _fitted(self, table: str, row: Row) -> Row:
        """The row in the columns of this version, sealed anew where it has others than it was written with."""
        columns = self._tables[table]
        if set(row) == set(columns):
            return row
        fitted = {name: row[name] for name in columns if name in row}
        return self._sealed(table, fitted)

    def _sealed(self, table: str, row: Row) -> Row:
        whole = {**dict.fromkeys(self._tables[table]), **row}
        return {**whole, "checksum": row_checksum(whole)}

    # weighing

    def _weigh(self, new: Any) -> None:
        """Take doubtful rows that make sense, unless the same row was found whole elsewhere."""
        for table, row in self._doubtful:
            row_id = row.get("id")
            if isinstance(row_id, str) and _has(new, table, row_id):
                continue  # found whole elsewhere
            sealed = dict(row)
            taken = False
            with suppress(TypeError, ValueError, UnicodeEncodeError):
                sealed["checksum"] = row_checksum(row)
                taken = self._sense.makes_sense(table, dict(row)) and _insert(new, table, self._fitted(table, sealed))
            self._saved.doubtful.append(Doubtful(table, row, taken))

    def _mend_references(self, new: Any) -> None:
        """Give rows whose parent is gone one that stands in for it; leave out those that cannot have one."""
        for _round in range(3):  # a stand-in may need one itself
            dangling = new.execute("PRAGMA foreign_key_check").fetchall()
            if not dangling:
                return
            for table, rowid, parent, number in dangling:
                column = _column_of(new, table, number)
                found = new.execute(
                    f"SELECT {quoted(column)} FROM {quoted(table)} WHERE rowid = ?", (rowid,)
                ).fetchone()
                if found is None or _has(new, parent, found[0]):
                    continue
                row = self._sense.stand_in(parent, found[0])
                if row is not None and _insert(new, parent, self._sealed(parent, row)):
                    self._saved.made_up[parent] = self._saved.made_up.get(parent, 0) + 1
        for table, rowid, _parent, _number in new.execute("PRAGMA foreign_key_check").fetchall():
            self._leave_out(new, table, rowid)

    def _leave_out(self, new: Any, table: str, rowid: int) -> None:
        cursor = new.execute(f"SELECT * FROM {quoted(table)} WHERE rowid = ?", (rowid,))
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            self._saved.doubtful.append(Doubtful(table, dict(zip(names, values, strict=True)), False))
            self._saved.lost_parents += 1
        new.execute(f"DELETE FROM {quoted(table)} WHERE rowid = ?", (rowid,))

    def _name_the_lost(self, new: Any) -> None:
        """A row that is nowhere any more often stands in the index of its table still: it is told by its id."""
        told = {str(each.row.get("id")) for each in self._saved.doubtful}
        known = dict(self._known)
        if len(known) < len(self._tables):  # not every index can be read: its pages may still say something
            keys = (key[0] for key in keys_in(self._untouched) if len(key) == 2 and _is_id(key[0]))
            known[""] = sorted(set(map(str, keys)).difference(*known.values()))
        for table, row_ids in known.items():
            tables = [table] if table else list(self._tables)
            for row_id in row_ids:
                there = any(_has(new, each, row_id) for each in tables)
                if not there and not any(_alike(row_id, each) for each in told):
                    self._saved.lost.setdefault(table, []).append(row_id)

    def _count(self, new: Any) -> None:
        taken = [each.table for each in self._saved.doubtful if each.taken]
        for table in self._tables:
            apart = taken.count(table) + self._saved.made_up.get(table, 0)
            self._saved.whole[table] = number_of_rows(new, table) - apart


def _is_older(old: Any) -> bool:
    """Whether the file can be read as one of an earlier version, which has fewer tables."""
    with suppress(*_BROKEN):
        found = old.execute("SELECT version_num FROM alembic_version").fetchone()
        return found is not None and found[0] in REVISIONS and found[0] != HEAD
    return False


def _text(read: bytes) -> object:
    """Text, or its bytes where they are none any more."""
    try:
        return read.decode("utf-8")
    except UnicodeDecodeError:
        return read


def _could_be(row: Row) -> bool:
    """Whether a row found in the pages could be one of this table at all: the columns that all have look right."""
    row_id, made, seal = row.get("id"), row.get("created_at"), row.get("checksum")
    return (
        isinstance(row_id, str | bytes)
        and len(row_id) == _ID_LETTERS
        and isinstance(made, str | bytes)
        and len(made) == 20
        and isinstance(seal, str | bytes)
        and len(seal) == 16
    )


def _insert(new: Any, table: str, row: Row) -> bool:
    """Put a row in; whether there was room for it. A number that is taken is given up for another."""
    for given in (row, {name: value for name, value in row.items() if name != "seq"}):
        names = ", ".join(quoted(name) for name in given)
        marks = ", ".join("?" for _name in given)
        try:
            new.execute(f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})", tuple(given.values()))
            return True
        except (sqlite.Error, OverflowError, UnicodeEncodeError) as error:
            if not isinstance(error, sqlite.IntegrityError):
                return False
    return False


def _has(new: Any, table: str, row_id: object) -> bool:
    return new.execute(f"SELECT 1 FROM {quoted(table)} WHERE id = ?", (row_id,)).fetchone() is not None


def _column_of(new: Any, table: str, number: int) -> str:
    return next(str(row[3]) for row in new.execute(f"PRAGMA foreign_key_list({quoted(table)})") if row[0] == number)


def _without_refusals(new: Any) -> list[str]:
    """Take out the triggers that refuse changes, for as long as rows come in out of order; gives their SQL."""
    rows = new.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid").fetchall()
    refusing = [(name, sql) for name, sql in rows if "RAISE(" in sql.upper()]
    for name, _sql in refusing:
        new.execute(f"DROP TRIGGER {quoted(name)}")
    return [sql for _name, sql in refusing]


def _ids_in_index(old: Any, table: str) -> list[str]:
    """The ids of a table as its index has them; the rows themselves are not looked at."""
    found: list[object] = []
    for _seq, index, *_more in old.execute(f"PRAGMA index_list({quoted(table)})").fetchall():
        if [row[2] for row in old.execute(f"PRAGMA index_info({quoted(index)})")] == ["id"]:
            found += [row_id for (row_id,) in old.execute(f"SELECT id FROM {quoted(table)} INDEXED BY {quoted(index)}")]
    return [str(row_id) for row_id in found if _is_id(row_id)]


def _is_id(value: object) -> bool:
    return isinstance(value, str) and len(value) == _ID_LETTERS and value.isascii()


def _alike(one: str, other: str) -> bool:
    """Whether two ids are the same but for a letter or two, of which bits were flipped."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= _FLIPPED


def _copy_loose(old: Any, new: Any, table: str) -> None:
    for values in _rows(old, table):
        with suppress(sqlite.Error):
            new.execute(f"INSERT OR IGNORE INTO {quoted(table)} VALUES ({', '.join('?' for _each in values)})", values)


def _rows(old: Any, table: str) -> Iterator[tuple[object, ...]]:
    yield from old.execute(f"SELECT * FROM {quoted(table)}")
