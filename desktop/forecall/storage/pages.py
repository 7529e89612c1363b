"""Reads rows out of the pages of a damaged journal, where SQLite itself gives up.

Only what SQLite's file format promises is used (https://www.sqlite.org/fileformat2.html): a page whose rows cannot be
made out is passed over, and nothing found here is believed before its checksum is. Reads copies only, never writes.
"""

import mmap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from forecall.storage.log import FRAME_HEAD, LOG_HEAD, log_of

_PAGE = 4096
_HEAD = 100
_LEAF, _NOT_LEAVES = 0x0D, frozenset({0x02, 0x05, 0x0A})
_INDEX = {0x0A: (8, 0), 0x02: (12, 4)}  # of a page of an index: the bytes of its head, and those before each entry
_WIDEST_HEAD = 12
_LONGEST = 64 << 20  # of one row; more than any box takes
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Page = bytes


class FoundRow(NamedTuple):
    """A row as it lies in a page: its number and its columns. Bytes are text that is none any more."""

    rowid: int
    values: tuple[object, ...]


class _Nonsense(Exception):
    """What was taken for a row is none."""


def rows_in(path: Path) -> Iterator[FoundRow]:
    """Every row that can be made out in the pages of a copy of a journal, its log included, in no order."""
    with _opened(path) as (pages, count, size):
        for number in range(1, count + 1):
            yield from _rows_of(pages, number, size)


def keys_in(path: Path) -> Iterator[tuple[object, ...]]:
    """Every entry that can be made out of an index, in no order; its last column is the number of the row it is of.

    Which table the index belongs to is not known. Entries too long for their page are left out.
    """
    with _opened(path) as (pages, count, _size):
        for number in range(1, count + 1):
            page = pages.get(number)
            if len(page) > _WIDEST_HEAD and page[0] in _INDEX:
                yield from _keys_of(page)


@contextmanager
def _opened(path: Path) -> "Iterator[tuple[_Pages, int, int]]":
    """The pages of a file with its log, how many there are, and the bytes of one."""
    with _mapped(path) as file, _mapped(log_of(path)) as log:
        size = _page_size(file, log)
        newer = _pages_of_log(log, size)
        yield _Pages(file, newer, size), max(-(-len(file) // size), max(newer, default=0)), size


class _Pages:
    def __init__(self, file: bytes, newer: Mapping[int, Page], size: int) -> None:
        self._file, self._newer, self._size = file, newer, size

    def get(self, number: int) -> Page:
        """A page as it was last written; shorter, or empty, where the file ends."""
        if number in self._newer:
            return self._newer[number]
        return self._file[(number - 1) * self._size : number * self._size]


@contextmanager
def _mapped(path: Path) -> Iterator[bytes]:
    if not path.is_file() or path.stat().st_size == 0:
        yield b""
        return
    with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        yield mapped  # type: ignore[misc]  # slices of it are bytes


def _page_size(file: bytes, log: bytes) -> int:
    said = (int.from_bytes(file[16:18], "big"), int.from_bytes(log[8:12], "big"))
    return next((size for size in said if 512 <= size <= 32768 and size & (size - 1) == 0), _PAGE)


def _pages_of_log(log: bytes, size: int) -> dict[int, Page]:
    """The newest of each page up to the last commit that is in the log as a whole."""
    salt = log[16:24]
    done: dict[int, Page] = {}
    open_: dict[int, Page] = {}
    for at in range(LOG_HEAD, len(log) - FRAME_HEAD - size + 1, FRAME_HEAD + size):
        head = log[at : at + FRAME_HEAD]
        if head[8:16] != salt:
            break  # what follows is older than the log's beginning
        open_[int.from_bytes(head[:4], "big")] = log[at + FRAME_HEAD : at + FRAME_HEAD + size]
        if any(head[4:8]):
            done.update(open_)
            open_.clear()
    return done


def _rows_of(pages: _Pages, number: int, size: int) -> Iterator[FoundRow]:
    page = pages.get(number)
    start = _HEAD if number == 1 else 0
    if len(page) < start + 8 or page[start] in _NOT_LEAVES:
        return  # a page of an unknown kind is tried all the same: its first byte may be what was hit
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    pointers = start + 8
    for cell in range(min(count, (len(page) - pointers) // 2)):
        at = int.from_bytes(page[pointers + 2 * cell : pointers + 2 * cell + 2], "big")
        try:
            yield _row_at(pages, page, at, size)
        except (_Nonsense, IndexError):
            continue


def _keys_of(page: Page) -> Iterator[tuple[object, ...]]:
    head, before = _INDEX[page[0]]
    for cell in range(min(int.from_bytes(page[3:5], "big"), (len(page) - head) // 2)):
        at = int.from_bytes(page[head + 2 * cell : head + 2 * cell + 2], "big")
        try:
            length, at = _number(page, at + before)
            yield _values(page[at : at + length])
        except (_Nonsense, IndexError):
            continue


def _row_at(pages: _Pages, page: Page, at: int, size: int) -> FoundRow:
    length, at = _number(page, at)
    rowid, at = _number(page, at)
    if not 2 <= length <= _LONGEST:
        raise _Nonsense
    return FoundRow(_signed(rowid), _values(_payload(pages, page, at, length, size)))


def _payload(pages: _Pages, page: Page, at: int, length: int, size: int) -> bytes:
    """The row's bytes, of which a long one has the rest on pages of its own."""
    most = size - 35
    if length <= most:
        return page[at : at + length]
    least = (size - 12) * 32 // 255 - 23
    local = least + (length - least) % (size - 4)
    local = least if local > most else local
    parts = [page[at : at + local]]
    following, left = int.from_bytes(page[at + local : at + local + 4], "big"), length - local
    while left > 0:
        more = pages.get(following) if following > 0 else b""
        if len(more) < 4:
            raise _Nonsense
        parts.append(more[4 : 4 + min(left, size - 4)])
        left -= size - 4  # a chain that runs in a circle ends here too
        following = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _values(payload: bytes) -> tuple[object, ...]:
    head, at = _number(payload, 0)
    if head > len(payload):
        raise _Nonsense
    kinds = []
    while at < head:
        kind, at = _number(payload, at)
        kinds.append(kind)
    found: list[object] = []
    at = head
    for kind in kinds:
        value, at = _value(payload, at, kind)
        found.append(value)
    return tuple(found)


def _value(payload: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in (7, 10, 11):
        raise _Nonsense  # we write no such thing
    length = _INTEGERS.get(kind, (kind - 12) // 2)
    piece = payload[at : at + length]
    if len(piece) < length:
        raise _Nonsense
    if kind in _INTEGERS:
        return int.from_bytes(piece, "big", signed=True), at + length
    if kind % 2 == 0:
        return piece, at + length
    try:
        return piece.decode("utf-8"), at + length
    except UnicodeDecodeError:
        return piece, at + length


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
