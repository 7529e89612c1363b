"""A file written whole or not at all, for its owner only."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from forecall.exchange.faults import ExchangeError
from forecall.words import _


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` when everything is on the disk.

    Raises ``ExchangeError`` when it cannot be written; what stood at ``path`` is then as it was.
    """
    target = Path(os.path.realpath(path))
    _refuse_what_is_no_file(target)
    started = target.with_name(f".forecall-{secrets.token_hex(6)}.part")
    try:
        handle = os.open(started, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(started, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise ExchangeError(_told(error, target)) from error
    finally:
        with suppress(OSError):
            started.unlink(missing_ok=True)


def _refuse_what_is_no_file(target: Path) -> None:
    try:
        if target.is_dir():
            raise ExchangeError(_("{path} is a folder. Name a file inside it.").format(path=target))
        if target.exists() and not target.is_file():
            raise ExchangeError(_("{path} is not a plain file. Choose another name.").format(path=target))
        if not target.parent.is_dir():
            raise ExchangeError(
                _("There is no folder {folder}. Make it first, or choose another one.").format(folder=target.parent)
            )
    except (OSError, ValueError) as error:
        raise ExchangeError(_("A file cannot have the name {path}.").format(path=repr(str(target)))) from error


def _told(error: OSError, target: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("The disk is full: {path} was not written. Your journal is as it was.").format(path=target)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("The folder {folder} cannot be written to with your rights.").format(folder=target.parent)
    return _("{path} was not written: {reason}.").format(path=target, reason=error.strerror or error)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every system can sync a folder; the file itself is on the disk
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
