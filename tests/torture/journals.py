"""The journals that are tried on, and what is in a journal seen from outside."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from forecall.journal import verbs
from forecall.journal.checked import CHECKED, KEPT_TABLES
from forecall.storage.database import connect
from forecall.storage.health import check
from forecall.storage.reading_only import reading
from forecall.ui.trail import PLACE_DRAFT
from forecall.workspace.workspace import Workspace
from tests.benchmarks.journals import journal_with

ENDINGS = ("", "-wal", "-shm")


def prepared(folder: Path, calls: int = 12) -> Path:
    """A small believable journal, made once in a room; copy it before it is written to."""
    kept = folder / "prepared"
    kept.mkdir(exist_ok=True)
    return journal_with(kept, calls)


def copied(journal: Path, folder: Path, name: str = "journal.db") -> Path:
    """A copy of a journal that nobody has open, all its files with it."""
    for ending in ENDINGS:
        source = journal.with_name(journal.name + ending)
        if source.exists():
            shutil.copy(source, folder / f"{name}{ending}")
    return folder / name


def standing_at(journal: Path, page: str, key: str = "", step: str = "") -> str:
    """Begin a call and remember a place in it, so that the window opens there; gives the call's id."""
    workspace = Workspace(journal)
    workspace.open()
    try:
        call_id = str(workspace.perform(None, verbs.start_call, "Northwind").wait())
        place = {"page": page, "id": call_id, "step": step, "key": key}
        workspace.perform(None, verbs.keep_draft, PLACE_DRAFT, json.dumps(place)).wait()
    finally:
        workspace.close()
    return call_id


def answers(journal: Path, call_id: str) -> dict[str, str]:
    """The words of a call as the file holds them: by question, the entries of a list one a line."""
    connection = connect(journal)
    try:
        found = {
            str(key): _words(value)
            for key, value in connection.execute("SELECT key, value FROM answer WHERE call_id = ?", (call_id,))
        }
        for key, value in connection.execute(
            "SELECT key, value FROM item WHERE call_id = ? ORDER BY key, position", (call_id,)
        ):
            found[str(key)] = "\n".join(filter(None, (found.get(str(key), ""), _words(value))))
        return found
    finally:
        connection.close()


def _words(value: str) -> str:
    return "\n".join(part for part in json.loads(value).values() if isinstance(part, str))


def findings(journal: Path) -> list[str]:
    """What ``forecall check`` finds, in this process; a file that cannot be opened raises its fault."""
    return [str(each) for each in check(journal, CHECKED).findings]


def rows_hash(journal: Path, tables: tuple[str, ...] = (*KEPT_TABLES, "draft")) -> str:
    """A hash over all columns of all rows but their number in the file: two journals with the same words are equal."""
    connection = reading(journal)
    try:
        digest = sha256()
        for table in tables:
            digest.update(table.encode())
            for row in sorted(_rows(connection, table)):
                digest.update(row.encode())
        return digest.hexdigest()
    finally:
        connection.close()


def _rows(connection: Any, table: str) -> list[str]:
    found = connection.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in found.description]
    return [repr([(name, value) for name, value in zip(names, row, strict=True) if name != "seq"]) for row in found]
