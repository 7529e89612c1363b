"""The write-ahead log as it is found, before SQLite opens it: whether it holds work that SQLite would pass over.

SQLite reads a log up to the first frame that is not as it was written, and drops the rest without a word. Only what
its file format promises is used (https://www.sqlite.org/fileformat2.html#walformat). Nothing here opens a journal.
"""

import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from forecall.storage.aside import kept_aside, place_aside
from forecall.storage.files import copy_bytes, sync_folder

LOG_HEAD, FRAME_HEAD = 32, 24
"""The bytes that a log begins with, and those before each page in it."""

_MAGIC, _VERSION = (0x377F0682, 0x377F0683), 3007000
_SIZES = [1 << power for power in range(9, 17)]
_ALL = 0xFFFFFFFF
_A_MOMENT = 0.05
"""Seconds between two looks at a log that seems broken: one that changes meanwhile is being written."""


class _Head(NamedTuple):
    """How a log begins: the byte order of its checksums, the bytes of a page, its salt and its first checksum."""

    order: str
    size: int
    salt: tuple[int, int]
    seal: tuple[int, int]


class _Frame(NamedTuple):
    """One page in the log; ``ends`` says that it ends a transaction, which somebody was told is saved."""

    salt: tuple[int, int]
    ends: bool
    blank: bool
    whole: bool  # as it was written, and all before it


def log_of(path: Path) -> Path:
    """The log of the journal at ``path``."""
    return path.with_name(path.name + "-wal")


def holds_anything(path: Path) -> bool:
    """Whether the journal at ``path`` has a log with something in it, as after a kill."""
    try:
        return log_of(path).stat().st_size > 0
    except OSError:
        return False


def keep_unread_log(path: Path) -> Path | None:
    """Copy the log beside itself, byte for byte, when SQLite would drop some of what was saved in it.

    To be asked before SQLite opens the journal. Gives the copy's place; ``None`` when nothing is lost, when somebody
    else writes it just now, or when the same log was kept before. Raises ``OSError`` when it cannot be copied.
    """
    log = log_of(path)
    if not holds_anything(path) or not _has_unread(log):
        return None
    before = _mark(log)
    time.sleep(_A_MOMENT)
    if _mark(log) != before or any(_same(log, each) for each in kept_logs(path)):
        return None
    kept = place_aside(path, ".log")
    copy_bytes(log, kept)
    sync_folder(path.parent)
    return kept


def kept_logs(path: Path) -> list[Path]:
    """The logs of the journal at ``path`` that were kept."""
    return [each for each in kept_aside(path) if each.suffix == ".log"]


def _mark(log: Path) -> tuple[int, int]:
    found = log.stat()
    return found.st_size, found.st_mtime_ns


def _same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()


def _has_unread(log: Path) -> bool:
    """Whether there is work in the log that SQLite would not read.

    Beyond the frames that it reads, three kinds are as they should be: blank ones, those of an earlier round of the
    log, and the beginning of a transaction that nobody was told is saved.
    """
    with log.open("rb") as file:
        head = file.read(LOG_HEAD)
        opened = _opened(head)
        if opened is None:
            file.seek(0)
            return any(piece.strip(b"\0") for piece in iter(lambda: file.read(1 << 20), b""))
        for frame in _frames(file, opened):
            if frame.whole or frame.blank or _is_earlier(frame.salt[0], opened.salt[0]):
                continue
            if frame.ends or frame.salt != opened.salt:
                return True
    return False


def _opened(head: bytes) -> _Head | None:
    """The head of a log that SQLite reads; ``None`` of one that it passes over."""
    if len(head) < LOG_HEAD:
        return None
    magic, version, size, _round, salt_1, salt_2, sum_1, sum_2 = struct.unpack(">8I", head)
    order = ">" if magic & 1 else "<"
    if (
        magic not in _MAGIC
        or version != _VERSION
        or size not in _SIZES
        or _seal(order, head[:24], (0, 0)) != (sum_1, sum_2)
    ):
        return None
    return _Head(order, size, (salt_1, salt_2), (sum_1, sum_2))


def _frames(file: BinaryIO, head: _Head) -> Iterator[_Frame]:
    order, size, salt, seal = head
    whole = True
    while len(raw := file.read(FRAME_HEAD + size)) == FRAME_HEAD + size:
        number, ends, *rest = struct.unpack(">6I", raw[:FRAME_HEAD])
        own, told = (rest[0], rest[1]), (rest[2], rest[3])
        if whole:
            seal = _seal(order, raw[FRAME_HEAD:], _seal(order, raw[:8], seal))
            whole = number != 0 and own == salt and seal == told
        yield _Frame(own, bool(ends), not whole and not raw.strip(b"\0"), whole)


def _is_earlier(own: int, now: int) -> bool:
    """Whether the first salt is of an earlier round: it goes up by one with each."""
    return 0 < (now - own) & _ALL < 1 << 20


def _seal(order: str, raw: bytes, before: tuple[int, int]) -> tuple[int, int]:
    """The running checksum of SQLite's log over these bytes."""
    one, two = before
    words = struct.unpack(f"{order}{len(raw) // 4}I", raw)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & _ALL
        two = (two + second + one) & _ALL
    return one, two
