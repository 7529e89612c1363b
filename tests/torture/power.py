"""A disk that forgets: what could be left of recorded writes when the power goes in the middle of them.

The model is the harshest that POSIX allows. A file's bytes are safe after its own fsync; a name in a folder is safe
after an fsync of that folder. Everything else may be there, be missing, be there in part (sectors of 512 bytes), or
have come in another order than it was asked for.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.torture import recording
from tests.torture.recording import Deed

SECTOR = 512

Change = tuple[int, bytes | None]
"""Where bytes go; without bytes, the length that the file is cut or grown to."""

Naming = tuple[str, int | None]
"""A name in a folder and the file it means from now on, or none."""


@dataclass(slots=True)
class _File:
    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Change] = field(default_factory=list)


@dataclass(slots=True)
class _Folder:
    safe: dict[str, int] = field(default_factory=dict)
    now: dict[str, int] = field(default_factory=dict)
    waiting: list[tuple[Naming, ...]] = field(default_factory=list)  # a rename's two halves belong together


class Disk:
    """What is on the disk for sure, and what is on its way there."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._files: dict[int, _File] = {}
        self._folders: dict[str, _Folder] = {self._root: _Folder()}
        self._folder_names: dict[int, str] = {}
        self._next = 0

    def does(self, deed: Deed) -> None:
        """Take one recorded deed in."""
        if deed.kind == recording.CREATED:
            self._name(deed.path, self._new(_File()))
        elif deed.kind == recording.FOLDER:
            number = self._new(_File())
            self._folder_names[number] = deed.path
            self._folders[deed.path] = _Folder()
            self._name(deed.path, number)
        elif deed.kind in (recording.WRITTEN, recording.TRUNCATED):
            file = self._file(deed.path)
            if file is not None:
                file.waiting.append((deed.number, deed.data if deed.kind == recording.WRITTEN else None))
        elif deed.kind == recording.SYNCED:
            self._sync(deed.path)
        elif deed.kind in (recording.RENAMED, recording.LINKED):
            self._moved(deed.path, deed.data.decode("utf-8", "surrogateescape"), deed.kind == recording.RENAMED)
        elif deed.kind == recording.GONE:
            folder, name = os.path.split(deed.path)
            self._rename(folder, ((name, None),))

    def cut(self, rng: Random, onto: Path) -> str:
        """The power goes: what is left is written below ``onto``. Gives how it went."""
        way = rng.choice(("dropped", "kept", "some", "some", "torn", "torn", "reordered"))
        self._write(self._root, onto, rng, way)
        return way

    def _write(self, folder: str, onto: Path, rng: Random, way: str) -> None:
        onto.mkdir(mode=0o700, exist_ok=True)
        for name, number in _names_left(self._folders[folder], rng, way).items():
            if number in self._folder_names:
                self._write(self._folder_names[number], onto / name, rng, way)
            else:
                file = self._files[number]
                (onto / name).write_bytes(_bytes_left(file.safe, file.waiting, rng, way))

    def _new(self, file: _File) -> int:
        self._next += 1
        self._files[self._next] = file
        return self._next

    def _name(self, path: str, number: int) -> None:
        folder, name = os.path.split(path)
        self._rename(folder, ((name, number),))

    def _rename(self, folder: str, namings: tuple[Naming, ...]) -> None:
        where = self._folders.get(folder)
        if where is None:
            return
        _apply_names(where.now, namings)
        where.waiting.append(namings)

    def _moved(self, source: str, target: str, away: bool) -> None:
        (from_folder, from_name), (to_folder, to_name) = os.path.split(source), os.path.split(target)
        number = self._folders[from_folder].now.get(from_name)
        if number is None:
            return
        if away and from_folder == to_folder:
            self._rename(to_folder, ((to_name, number), (from_name, None)))
            return
        self._rename(to_folder, ((to_name, number),))
        if away:
            self._rename(from_folder, ((from_name, None),))

    def _file(self, path: str) -> _File | None:
        folder, name = os.path.split(path)
        number = self._folders[folder].now.get(name) if folder in self._folders else None
        return self._files.get(number) if number is not None else None

    def _sync(self, path: str) -> None:
        if path in self._folders:
            folder = self._folders[path]
            folder.safe, folder.waiting = dict(folder.now), []
        elif (file := self._file(path)) is not None:
            for change in file.waiting:
                _apply(file.safe, change)
            file.waiting = []


def _names_left(folder: _Folder, rng: Random, way: str) -> dict[str, int]:
    left = dict(folder.safe)
    for namings in _chosen(folder.waiting, rng, way):
        _apply_names(left, namings)
    return left


def _apply_names(names: dict[str, int], namings: tuple[Naming, ...]) -> None:
    for name, number in namings:
        if number is None:
            names.pop(name, None)
        else:
            names[name] = number


def _bytes_left(safe: bytearray, waiting: Sequence[Change], rng: Random, way: str) -> bytes:
    left = bytearray(safe)
    changes: Iterable[Change] = _chosen(waiting, rng, way)
    if way == "torn":
        changes = [part for change in waiting for part in _sectors(change) if rng.random() < 0.7]
    for change in changes:
        _apply(left, change)
    return bytes(left)


def _chosen(waiting: Sequence, rng: Random, way: str) -> list:
    if way == "dropped":
        return []
    kept = [each for each in waiting if way == "kept" or rng.random() < 0.5]
    if way == "reordered":
        rng.shuffle(kept)
    return kept


def _sectors(change: Change) -> list[Change]:
    at, data = change
    if data is None:
        return [change]
    ends = [*range(at - at % SECTOR + SECTOR, at + len(data), SECTOR), at + len(data)]
    start = at
    parts: list[Change] = []
    for end in ends:
        parts.append((start, data[start - at : end - at]))
        start = end
    return parts


def _apply(bytes_of: bytearray, change: Change) -> None:
    at, data = change
    if data is None:
        if at < len(bytes_of):
            del bytes_of[at:]
        else:
            bytes_of.extend(bytes(at - len(bytes_of)))
        return
    if at > len(bytes_of):
        bytes_of.extend(bytes(at - len(bytes_of)))
    bytes_of[at : at + len(data)] = data
