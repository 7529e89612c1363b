"""An archive on its way in: read entry by entry and judged whole before a single row is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forecall.exchange.faults import ArchiveError
from forecall.exchange.read.json_stream import JsonStream, NotSound
from forecall.exchange.schema import SECTIONS, Check, Unsound, archive_schema, compiled
from forecall.journal.arriving import Chunk
from forecall.words import _

_REFERENCES = (("client_id", "clients"), ("call_id", "calls"), ("lesson_id", "lessons"))


@dataclass(frozen=True, slots=True)
class Arrival:
    """An archive that was found sound. Its rows are read from the file again, a chunk at a time."""

    path: Path
    counts: dict[str, int]
    _state: tuple[int, int]

    def chunks(self, size: int = 500) -> Iterator[Chunk]:
        """The entries of one table after the other, at most ``size`` at once, with the names of columns.

        Raises ``ArchiveError`` when the file is no longer the one that was judged.
        """
        held: list[dict[str, Any]] = []
        table = ""
        for section, _number, entry in _entries(self.path):
            if held and (len(held) == size or SECTIONS[section] != table):
                yield Chunk(table, held)
                held = []
            table = SECTIONS[section]
            held.append(entry)
        if self._state != _state(self.path):
            raise ArchiveError(_("{file} was changed meanwhile. Nothing was imported.").format(file=self.path.name))
        if held:
            yield Chunk(table, held)


def read_archive(path: Path) -> Arrival:
    """Judge the archive at ``path``; raises ``ArchiveError`` with the place of the first fault."""
    if not path.exists():
        raise ArchiveError(_("There is no file {path}.").format(path=path))
    if not path.is_file():
        raise ArchiveError(_("{path} is not a plain file. Nothing was imported.").format(path=path))
    state = _state(path)
    judge = _Judge(path.name)
    for section, number, entry in _entries(path, judge):
        judge.entry(section, number, entry)
    judge.end()
    return Arrival(path, judge.counts, state)


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


class _Judge:
    """Remembers what was seen of one archive: every key once, every reference to something that is there."""

    def __init__(self, file: str) -> None:
        schema = archive_schema()
        self._file = file
        self._head: dict[str, Check] = {
            name: compiled(each, schema) for name, each in schema["properties"].items() if name not in SECTIONS
        }
        self._checks = {section: compiled(schema["$defs"][table], schema) for section, table in SECTIONS.items()}
        self._required: list[str] = schema["required"]
        self._newest = schema["properties"]["version"]["maximum"]
        self._seen: dict[str, set[str]] = {section: set() for section in SECTIONS}
        self._answered: set[str] = set()
        self._open: list[tuple[str, str, str, str]] = []
        self.counts: dict[str, int] = {}
        self._fields: set[str] = set()

    def field(self, name: str) -> None:
        """A field of the whole file begins."""
        if name in self._fields:
            raise self._fault(_("it has {field} twice").format(field=name))
        if name not in self._head and name not in SECTIONS:
            raise self._fault(_("it has a field that is not known: {field}").format(field=name[:60]))
        self._fields.add(name)
        if name in SECTIONS:
            self.counts[name] = 0

    def head(self, name: str, value: Any) -> None:
        """A field of the whole file that is no list of entries."""
        if name == "version" and type(value) is int and value > self._newest:
            told = _("{file} was made by a later version of Forecall. Nothing was imported.")
            raise ArchiveError(told.format(file=self._file))
        try:
            self._head[name](value)
        except Unsound as unsound:
            raise self._fault(f"{name} {unsound}") from unsound

    def entry(self, section: str, number: int, entry: Any) -> None:
        """One entry of a list."""
        self.counts[section] = number
        place = _("{section}, entry {number}").format(section=section, number=number)
        try:
            self._checks[section](entry)
        except Unsound as unsound:
            raise _at(place, str(unsound)) from unsound
        self._once(section, entry, place)
        for name, parents in _REFERENCES:
            key = entry.get(name)
            if key is not None and key not in self._seen[parents]:
                self._open.append((parents, key, place, name))

    def _once(self, section: str, entry: dict[str, Any], place: str) -> None:
        if entry["id"] in self._seen[section]:
            raise _at(place, _("id is there twice"))
        self._seen[section].add(entry["id"])
        if section in ("answers", "paces"):
            answered = f"{section} {entry['call_id']} {entry['key']}"
            if answered in self._answered:
                raise _at(place, _("key is answered twice for one call"))
            self._answered.add(answered)
        if section == "calls":
            planned = [entry[name] is None for name in ("planned_wall", "planned_zone", "planned_utc")]
            if any(planned) and not all(planned):
                raise _at(place, _("planned_wall, planned_zone and planned_utc belong together"))

    def end(self) -> None:
        """The file is over."""
        missing = [name for name in self._required if name not in self._fields]
        if missing:
            raise self._fault(_("{field} is missing").format(field=missing[0]))
        for parents, key, place, name in self._open:
            if key not in self._seen[parents]:
                raise _at(place, _("{field} names nothing in {section}").format(field=name, section=parents))

    def _fault(self, told: str) -> ArchiveError:
        return _at(self._file, told)


def _at(place: str, told: str) -> ArchiveError:
    return ArchiveError(_("{place}: {told}. Nothing was imported.").format(place=place, told=told))


def _entries(path: Path, judge: _Judge | None = None) -> Iterator[tuple[str, int, Any]]:
    """The entries of all lists as they stand, with their section and number; the judge hears of the rest."""
    place = path.name
    try:
        with path.open("r", encoding="utf-8-sig", newline="") as file:
            stream = JsonStream(file)
            if stream.peek() != "{":
                raise ArchiveError(_("{file} is not an archive of a journal. Nothing was imported.").format(file=place))
            for name in stream.fields():
                if judge:
                    judge.field(name)
                if name not in SECTIONS:
                    value = stream.value()
                    if judge:
                        judge.head(name, value)
                    continue
                place = name
                for number, entry in enumerate(stream.entries(), 1):
                    yield name, number, entry
                    place = _("{section}, after entry {number}").format(section=name, number=number)
                place = path.name
            stream.end()
    except NotSound as error:
        raise _at(place, str(error)) from error
    except UnicodeDecodeError as error:
        raise _at(place, _("it holds bytes that are no text")) from error
    except OSError as error:
        raise ArchiveError(
            _("{path} cannot be read: {reason}.").format(path=path, reason=error.strerror or error)
        ) from error
