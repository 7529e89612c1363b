"""The journal's file: made, opened and described here and nowhere else, always through sqlcipher3.

Two doors: ``connect`` gives a raw connection that starts fast; ``Database.session`` gives SQLModel sessions and
imports SQLModel when it is first used. This module knows no table.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.faults import (
    DamagedJournal,
    ForeignFile,
    JournalFault,
    MissingJournal,
    NewerJournal,
    OlderJournal,
    UnreadableJournal,
    is_damage,
)
from forecall.storage.files import make_folder, reason_of, sync_folder
from forecall.storage.log import holds_anything, keep_unread_log
from forecall.storage.names import demand_one_name, demand_way, place_of_new
from forecall.storage.reading_only import BUSY_SECONDS, can_write, open_untouched, reading
from forecall.storage.replacing import finish_replacing
from forecall.storage.shape import SCHEMA
from forecall.words import _

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

APPLICATION_ID = 0x4643414C
"""Marks the file as a journal of this program ("FCAL")."""

HEAD = "0003"
"""The revision that this version reads and writes; a test holds it against the migrations."""

REVISIONS = ("0001", "0002", "0003")
"""All revisions, oldest first. A file with another one comes from a later version."""

_TURNS = 3
_SMALL = 4 << 20  # bytes of a journal that is looked through while somebody waits: some hundred calls, half a second
_PAGES_IN_LOG = 1000
_SQLITE_MAGIC = b"SQLite format 3\x00"
_HEAD_BYTES, _MARK_AT = 100, 68  # SQLite's file header, and the application's mark in it
_MODE_AT = 18  # two bytes: how the file is written and read
_SCHEMA_BYTES, _OUR_TABLE = 1 << 16, b"call_document"  # where the names of tables stand, and one that only we have
_SIGNS_OF_DAMAGE = ("not a database", "malformed", "no such table", "no such column")

Connection = Any
"""A DB-API connection of sqlcipher3, which carries no types."""


def connect(path: Path, *, writing: bool = False, untouched: bool = False) -> Connection:
    """Open a journal that is there and of this version; ``untouched`` reads without a trace beside it.

    Where nothing can be written, reading leaves no trace in any case.

    Raises a ``JournalFault`` with a sentence: missing, unreadable, not a journal, newer or older than this version.
    """
    with suppress(OSError):  # where nothing can be written, nothing was begun either
        finish_replacing(path)
    untouched = not writing and (untouched or (os.path.isfile(path) and not can_write(path)))
    revision = look_at(path, untouched=untouched)
    if revision != HEAD:
        raise OlderJournal(
            _("{file} was made by an earlier version. Open it once in the window to bring it up to date.").format(
                file=path.name
            )
        )
    return open_untouched(path) if untouched else _open(path, writing=writing)


def make(path: Path) -> None:
    """Make a new, empty journal at ``path`` for its owner only; a file that is there is left as it is.

    It is built beside its place and moved there whole, so that a kill leaves a journal or nothing.
    """
    demand_way(path)
    try:
        if path.exists():
            return
        make_folder(path.parent)
        started = place_of_new(path)
        started.unlink(missing_ok=True)
        _make_empty(started)
        try:
            _build(started)
            _move_without_replacing(started, path)
        finally:
            started.unlink(missing_ok=True)
        sync_folder(path.parent)
    except (OSError, ValueError, sqlite.Error) as error:
        raise UnreadableJournal(
            _("A journal cannot be made at {file}: {reason}.").format(file=path, reason=reason_of(error))
        ) from error


class Database:
    """An open journal file with one writing connection, to be used from one thread.

    A file that may be damaged is kept as it was found: until ``found_sound`` all that is written stays in the log.
    """

    def __init__(self, path: Path) -> None:
        """Make the file where it is missing, bring an older one up to date, refuse a newer or foreign one."""
        self.path = path
        finish_replacing(path)
        self._sound = not os.path.lexists(path)  # whether all of the file is known to be as it was written
        make(path)
        self.kept_log = _keep_log(path)
        """Where a log was copied to that could not be read to its end; ``None`` in all but the rarest cases."""
        self._must_empty = holds_anything(path)  # a kill may have come between a purge and the emptying of the log
        if look_at(path) != HEAD:
            from forecall.storage.migrating import migrate

            migrate(path)
            self._sound = True  # the copy that was made before was looked through
        if not self._sound and not _has_log_mode(path) and not self._is_sound():
            raise damage_of(path)  # what is written next goes into the file itself
        try:
            self._writer = _open(path, writing=True)
            self._fold_by_itself(self._sound)
        except sqlite.Error as error:
            if is_damage(error):
                raise damage_of(path) from error
            raise UnreadableJournal(
                _("{file} cannot be opened: {reason}.").format(file=path, reason=reason_of(error))
            ) from error
        self._engine: Engine | None = None
        self._looked: bool | None = None  # what a look here said, once there was one

    @contextmanager
    def session(self) -> Iterator["Session"]:
        """A session whose work is committed at the end, or undone whole when something fails."""
        from sqlmodel import Session

        if self._engine is None:
            from forecall.storage.engine import engine_over

            self._engine = engine_over(self._writer)
        with Session(self._engine, expire_on_commit=False) as session:
            yield session
            session.commit()

    def reader(self) -> Connection:
        """A second connection that can only read, for another thread."""
        return _open(self.path, writing=False)

    def found_sound(self) -> None:
        """The whole file was looked through, and each row is as it was written: from now on the log may be folded in.

        Where the log held something at the opening, or a purge waits for it, nothing of it is left after this.
        """
        if self._sound:
            return
        self._sound = True
        self._fold_by_itself(True)
        if self._must_empty:
            self.empty_log()

    def empty_log(self) -> bool:
        """Fold the write-ahead log into the file and leave nothing of it; ``False`` where that has to wait.

        It waits for a reader that is in the way, and for a big file that nobody has looked through yet. Closing, or
        the next start, does it then, so what fails here is no failure of whoever asks.
        """
        self._must_empty = True
        if not self._may_fold():
            return False
        for _turn in range(_TURNS):
            try:
                (busy, _pages, _moved) = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite.Error:
                return False
            if not busy:
                self._must_empty = False
                return True
        return False

    def is_damaged(self) -> bool:
        """Whether a look through the file finds it damaged; a big file is not looked through here."""
        return not self._may_fold() and self._looked is False

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it; a file that may be damaged is not touched."""
        keeps = None
        try:
            if holds_anything(self.path) and not self._may_fold():
                keeps = reading(self.path)
                keeps.execute("PRAGMA schema_version").fetchone()  # from here on it is in the way of the folding
            elif self._sound:
                self._writer.execute("PRAGMA optimize")
                self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite.Error:
            pass  # a full disk keeps the log, which holds everything
        if self._engine is not None:
            self._engine.dispose()  # closes the writer too, so it comes after the log is folded in
        self._writer.close()
        if keeps is not None:
            keeps.close()

    def _may_fold(self) -> bool:
        """Whether the file is known to be sound; a small one is looked through here."""
        if not self._sound and self._looked is None and self.path.stat().st_size <= _SMALL:
            self._looked = self._is_sound()
            if self._looked:
                self._sound = True
                self._fold_by_itself(True)
        return self._sound

    def _is_sound(self) -> bool:
        from forecall.storage.sealed import verdict_on

        try:
            with closing(reading(self.path)) as reader:
                return not verdict_on(reader)
        except (sqlite.Error, UnicodeDecodeError):
            return False

    def _fold_by_itself(self, may: bool) -> None:
        self._writer.execute(f"PRAGMA wal_autocheckpoint={_PAGES_IN_LOG if may else 0}").fetchall()


def damage_of(path: Path) -> DamagedJournal:
    """The sentence for a file that is damaged, or no journal at all."""
    return DamagedJournal(
        _("{file} is not a Forecall journal, or it is damaged. It was left as it is.").format(file=path)
    )


def _keep_log(path: Path) -> Path | None:
    try:
        return keep_unread_log(path)
    except OSError as error:
        told = _("{file} cannot be opened: its log is damaged, and could not be kept aside: {reason}.")
        raise UnreadableJournal(told.format(file=path, reason=reason_of(error))) from error


def _has_log_mode(path: Path) -> bool:
    """Whether what is written goes into the log first; a backup that was copied here by hand has none yet."""
    with path.open("rb") as file:
        return file.read(_MODE_AT + 2)[_MODE_AT:] == b"\2\2"


def _open(path: Path, *, writing: bool) -> Connection:
    if writing:
        connection = sqlite.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    else:
        connection = reading(path)
    pragmas = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY"]
    if not writing:
        pragmas = ["query_only=ON", "temp_store=MEMORY", "cache_size=-8000"]
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except sqlite.Error:
        connection.close()
        raise
    return connection


def look_at(path: Path, *, untouched: bool = False) -> str:
    """The revision of the file at ``path``; raises the fault that a person should hear of otherwise."""
    try:
        _look_from_outside(path)
        return _read_revision(path, untouched)
    except JournalFault:
        raise
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingJournal(_("There is no journal at {file}.").format(file=path)) from error
    except PermissionError as error:
        raise UnreadableJournal(_("{file} cannot be read with your rights.").format(file=path)) from error
    except (OSError, ValueError, sqlite.Error) as error:
        if (
            isinstance(error, UnicodeDecodeError)
            or is_damage(error)
            or any(sign in str(error) for sign in _SIGNS_OF_DAMAGE)
        ):
            raise damage_of(path) from error
        raise UnreadableJournal(
            _("{file} cannot be opened: {reason}.").format(file=path, reason=reason_of(error))
        ) from error


def _look_from_outside(path: Path) -> None:
    """Refuse a file by its names and its first bytes: SQLite tidies up beside what it opens, and not all is ours."""
    demand_way(path)
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise ForeignFile(_("{file} is a folder, not a journal.").format(file=path))
    if not stat.S_ISREG(found.st_mode):
        raise ForeignFile(_("{file} is not a file that can hold a journal.").format(file=path))
    demand_one_name(path)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        beginning = head + file.read(_SCHEMA_BYTES)
    if not head:
        raise DamagedJournal(_("{file} is empty. It was left as it is.").format(file=path))
    if len(head) < _HEAD_BYTES or not head.startswith(_SQLITE_MAGIC):
        raise damage_of(path)
    if int.from_bytes(head[_MARK_AT : _MARK_AT + 4], "big") != APPLICATION_ID:
        if _OUR_TABLE in beginning:
            raise damage_of(path)  # the mark itself is what was hit
        raise ForeignFile(_("{file} is not a Forecall journal. It was left as it is.").format(file=path))


def _read_revision(path: Path, untouched: bool) -> str:
    connection = open_untouched(path) if untouched else reading(path)
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    finally:
        connection.close()
    if found is None:
        raise damage_of(path)
    if str(found[0]) not in REVISIONS:
        raise NewerJournal(_("{file} was made by a later version of Forecall. It was left as it is.").format(file=path))
    return str(found[0])


def _make_empty(path: Path) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    os.close(handle)
    path.chmod(0o600)  # a strict umask would have taken the owner's rights too


def _build(path: Path) -> None:
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute("PRAGMA synchronous=FULL")
        connection.executescript(f"BEGIN;\n{SCHEMA.read_text('utf-8')}\nCOMMIT;")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()


def _move_without_replacing(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        pass  # a second start was quicker; its journal stays
    except OSError:  # a file system without hard links
        if not target.exists():
            source.rename(target)
