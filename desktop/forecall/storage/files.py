"""Files and folders for their owner alone, and on the disk before anything is built on them."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_PIECE = 1 << 20


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        each.chmod(0o700)
        with suppress(OSError):  # a folder above that may not be read
            sync_folder(each.parent)  # a power cut would take a folder whose name is not on the disk, and all in it


def name_beside(path: Path) -> str:
    """What is kept beside the journal at ``path`` is called by this, so that each journal of a folder has its own.

    ``work.db`` is told as ``work``. Any other ending belongs to the name, in brackets: ``work`` and ``work.private``
    are journals too, and so is ``work.private.db``.
    """
    return path.stem if path.suffix == ".db" else f"({path.name})"


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    if os.name == "nt":
        return  # Windows has no handle for a folder to flush
    _sync(folder, os.O_RDONLY)


def sync_file(path: Path) -> None:
    """Have what a file holds on the disk."""
    _sync(path, os.O_RDWR)


def copy_bytes(source: Path, target: Path, progress: Callable[[int], None] | None = None) -> None:
    """Copy a plain file byte for byte to a new one for the owner alone, and have it on the disk.

    A link, a pipe or a folder at ``source`` raises ``OSError``; so does a ``target`` that is there. ``progress`` hears
    how many bytes were copied; what it raises leaves nothing at ``target``.
    """
    reading = os.open(source, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(reading, "rb") as read:
        if not stat.S_ISREG(os.fstat(reading).st_mode):
            raise OSError(errno.EINVAL, "not a plain file", str(source))
        writing = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(writing, "wb") as written:
                os.chmod(target, 0o600)
                done = 0
                while piece := read.read(_PIECE):
                    written.write(piece)
                    done += len(piece)
                    if progress is not None:
                        progress(done)
                written.flush()
                os.fsync(writing)
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def reason_of(error: BaseException) -> str:
    """What an error says, to stand at the end of a sentence."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).rstrip(".").lower()


def _sync(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
