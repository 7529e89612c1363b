"""Row 11: a bad import is refused in a sentence; nothing is half imported, and nothing hangs."""

import contextlib
import io
import json
import shutil
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from forecall import cli
from forecall.journal.sample import make_sample
from tests.helpers.imports import write_mutated
from tests.torture import programs
from tests.torture.journals import copied, findings, prepared, rows_hash
from tests.torture.outcome import Outcome
from tests.torture.room import Room
from tests.torture.watchdog import each

_AS_PROCESS = 100
_LONGEST_SENTENCE = 600

STRANGE: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    10**40,
    1.5e308,
    "",
    "\ud800",
    "\x00",
    "2026-02-30T99:99",
    "x" * 100_000,
    [],
    {},
    [[[[]]]],
    {"text": {"text": {}}},
    "../../etc/passwd",
    "'; DROP TABLE call; --",
)


def _flip(raw: bytes, rng: Random) -> bytes:
    changed = bytearray(raw)
    for _bit in range(rng.choice((1, 2, 8))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(raw: bytes, rng: Random) -> bytes:
    return raw[: rng.randrange(len(raw))]


def _splice(raw: bytes, rng: Random) -> bytes:
    start, end = sorted(rng.randrange(len(raw)) for _edge in range(2))
    at = rng.randrange(len(raw))
    return raw[:at] + raw[start : min(end, start + 2000)] + raw[at:]


def _deep(raw: bytes, rng: Random) -> bytes:
    return b'{"format":"forecall-journal","version":2,"clients":' + b"[" * rng.choice((100, 10_000, 200_000))


def _changed(raw: bytes, rng: Random) -> bytes:
    """One field of one row, or one row, or one section, becomes something else, goes, or comes twice."""
    held = json.loads(raw)
    for _change in range(rng.choice((1, 1, 2, 5))):
        _change_something(held, rng)
    return json.dumps(held).encode()


def _change_something(held: Any, rng: Random) -> None:
    at = parent = held
    key: Any = "format"
    for _level in range(rng.choice((1, 3, 3, 3, 4, 5))):
        keys = list(at) if isinstance(at, dict) else list(range(len(at))) if isinstance(at, list) else []
        if not keys:
            return
        parent, key = at, rng.choice(keys)
        at = parent[key]
        if not isinstance(at, dict | list) or not at:
            break
    way = rng.randrange(4)
    if way == 0:
        del parent[key]
    elif way == 1 and isinstance(parent, list):
        parent.append(parent[key])
    elif way == 2 and isinstance(parent, dict):
        parent[f"{key}x"] = parent.pop(key)
    else:
        parent[key] = deepcopy(rng.choice(STRANGE))


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (_changed, _changed, _changed, _flip, _flip, _cut, _splice)
_RARE = 40
"""One in so many is nested beyond reason."""


def run(trials: int, seed: int, room: Room, *, fault: str = "") -> Outcome:
    """Change so many archives and import each. The fault ``half`` takes a row away at each refusal."""
    outcome = Outcome()
    archive = _archive(room.folder)
    target = prepared(room.folder, 5)
    work = _Import(archive.read_bytes(), target, room.place("imports"), room, fault)
    ends: Counter[str] = Counter()
    processes = 0
    for place, told, fell in each(work, range(trials), 60.0, room.time_left, at_once=250):
        end, wrong = told or ("fell", "")
        ends[end] += 1
        processes += place % _AS_PROCESS in (0, 1)
        outcome.tried(f"mutation {place}: {fell or wrong}" if fell or wrong else "")
    spread = ", ".join(f"{count:,} {end}" for end, count in sorted(ends.items()))
    outcome.notes.append(f"archives: {spread}; {processes} by real processes, the rest in forked workers")
    return outcome


def _archive(folder: Path) -> Path:
    """What another journal exports: nothing in it is in the journal that it is brought into."""
    other, archive = folder / "other.db", folder / "archive.json"
    make_sample(other, 3, seed=7)
    with contextlib.redirect_stdout(io.StringIO()):
        if cli.run(["export", "journal", "--journal", str(other), "--to", str(archive)]) != 0:
            raise RuntimeError("the journal could not be exported")
    return archive


class _Import:
    """One changed archive, imported in a worker into a journal that must stay as it is when it is refused."""

    def __init__(self, raw: bytes, source: Path, folder: Path, room: Room, fault: str) -> None:
        self._raw = raw
        self._source = source
        self._folder = folder
        self._room = room
        self._fault = fault
        self._journal: Path | None = None
        self._hashed = ""

    def __call__(self, place: int) -> tuple[str, str]:
        rng = self._room.chance("import", place)
        if place % 2:
            return self._spoiled(place)
        mutation = _deep if place % _RARE == _RARE - 2 else rng.choice(MUTATIONS)
        folder = self._folder / str(place)
        folder.mkdir()
        file = folder / "in.json"
        file.write_bytes(mutation(self._raw, rng))
        journal = self._fresh()
        end, wrong = self._bring_in(file, journal, as_process=place % _AS_PROCESS == 0)
        shutil.rmtree(folder)
        return end, f"{mutation.__name__.strip('_')}: {wrong}" if wrong else ""

    def _spoiled(self, place: int) -> tuple[str, str]:
        """An invitation, a table or a note."""
        folder = self._folder / str(place)
        folder.mkdir()
        file = write_mutated(folder, self._room.seed * 1_000_000 + place)
        end, wrong = self._bring_in(file, self._fresh(), as_process=place % _AS_PROCESS == 1)
        shutil.rmtree(folder)
        return f"{file.suffix[1:]} {end}", f"{file.name}: {wrong}" if wrong else ""

    def _fresh(self) -> Path:
        if self._journal is None:
            folder = self._room.place("target")
            self._journal = copied(self._source, folder)
            self._hashed = rows_hash(self._journal)
        return self._journal

    def _bring_in(self, file: Path, journal: Path, *, as_process: bool) -> tuple[str, str]:
        arguments = ["import", str(file), "--journal", str(journal)]
        if as_process:
            ended = programs.run(programs.forecall(*arguments), programs.around(journal.parent))
            if ended.fell:
                return "fell", ended.fell
            code, said = ended.code, ended.err
        else:
            heard = io.StringIO()
            with contextlib.redirect_stderr(heard), contextlib.redirect_stdout(io.StringIO()):
                code = cli.run(arguments)
            said = heard.getvalue()
        if code == 0:
            self._journal = None
            return "brought in", "; ".join(findings(journal))
        if self._fault == "half":
            _take_a_row(journal)
        if rows_hash(journal) != self._hashed:
            self._journal = None
            return "refused", "it was refused, and the journal has changed"
        return "refused", _told_badly(said)


def _told_badly(said: str) -> str:
    """A refusal is one sentence; what differs may stand in lines above it."""
    lines = [line for line in said.splitlines() if line.startswith("forecall: ")]
    if len(lines) != 1 or said.splitlines()[-1] != lines[0] or not lines[0].rstrip().endswith("."):
        return f"no single sentence: {said[:200]!r}"
    return f"a sentence of {len(lines[0])} characters" if len(lines[0]) > _LONGEST_SENTENCE else ""


def _take_a_row(journal: Path) -> None:
    from sqlcipher3 import dbapi2 as sqlite

    connection = sqlite.connect(str(journal), isolation_level=None)
    connection.execute("DELETE FROM phrase WHERE seq = (SELECT min(seq) FROM phrase)")
    connection.close()
