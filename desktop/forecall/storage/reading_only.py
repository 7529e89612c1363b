"""Reads a journal where nothing can be written, or where nothing is to be: without leaving a trace beside it.

A journal with a log cannot be opened in a folder that may only be read, and opened alone it would miss what stands in
the log: then both are copied into a private folder, which goes when the connection is closed.
"""

import os
import shutil
import tempfile
import weakref
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.aside import copy_with_log
from forecall.storage.log import holds_anything

BUSY_SECONDS = 5.0


def can_write(path: Path) -> bool:
    """Whether the journal at ``path`` can be written to: SQLite needs the folder for its log, too."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def reading(path: Path) -> Any:
    """A connection that reads the journal where it lies, beside whoever writes it; never makes the file.

    SQLite folds a log into the file when the last connection is closed. One that only looks must not do that: the file
    may be damaged, and is to stay as it was found.
    """
    how = "ro" if holds_anything(path) else "rw"  # without a log, "ro" would leave an empty one behind
    uri = f"{path.absolute().as_uri()}?mode={how}"
    return sqlite.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def open_untouched(path: Path) -> Any:
    """A connection that reads the journal as it is now and changes nothing beside it, not even its log."""
    if not holds_anything(path):
        return _connected(f"{path.absolute().as_uri()}?mode=ro&immutable=1", None)
    folder = Path(tempfile.mkdtemp(prefix="forecall-reading-"))  # for its owner alone
    try:
        copy = folder / "journal.db"
        copy_with_log(path, copy)
        return _connected(f"{copy.as_uri()}?mode=rw", folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


class _Untouched(sqlite.Connection):  # type: ignore[misc]
    """Lets go of its private folder when it is closed, or at the latest when the process ends."""

    folder: "weakref.finalize[Any, Any] | None" = None

    def close(self) -> None:
        super().close()
        if self.folder is not None:
            self.folder()


def _connected(uri: str, folder: Path | None) -> Any:
    opened = sqlite.connect(uri, uri=True, isolation_level=None, check_same_thread=False, factory=_Untouched)
    if folder is not None:
        opened.folder = weakref.finalize(opened, shutil.rmtree, folder, True)
    try:
        for pragma in ("query_only=ON", "temp_store=MEMORY", "cache_size=-8000"):
            opened.execute(f"PRAGMA {pragma}").fetchall()
    except sqlite.Error:
        opened.close()
        raise
    return opened
