"""The measurements: each takes its floor, or its small journal, in the same alternating runs."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.calling import calling
from tests.benchmarks.figures import Figure, percentile, times
from tests.benchmarks.journals import copied, forget_draft, journal_with, searches_in
from tests.benchmarks.processes import milliseconds, seen_in, surroundings, told_by
from tests.benchmarks.tone import tone

QUIET_SECONDS = 2.0
_ROUNDS = 3
"""Of searches, the journals in turn: what else the machine does falls on both."""

_TURNS = 40
_WORDS = ("delivery", "late")
_BARE_SEARCH = """
import sys
from sqlcipher3 import dbapi2 as sqlite
rows = sqlite.connect(sys.argv[1]).execute(
    "SELECT call_id, snippet(call_words, 0, '[', ']', '…', 14) FROM call_words"
    " JOIN call_document ON place = call_words.rowid WHERE call_words MATCH ?"
    " ORDER BY call_words.rowid DESC LIMIT 20", ('"delivery"* "late"*',))
for row in rows:
    print(*row)
"""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where everything is, and how often each thing is measured."""

    folder: Path
    runs: int
    letters: int
    searches: int
    rounds: int = 12

    def journal(self, calls: int) -> Path:
        """A sample journal of that many calls."""
        return journal_with(self.folder, calls)

    def surroundings(self, **more: str) -> dict[str, str]:
        """The environment of a measured process."""
        return surroundings(self.folder, more)


def start(bench: Bench) -> Iterator[Figure]:
    """From the launch to the first frame, to Today filled and to the first words typed; and the memory."""
    journal, picture = str(bench.journal(10_000)), str(bench.folder / "first-frame.png")
    around = bench.surroundings()
    floor: list[dict[str, Any]] = []
    shown: list[dict[str, Any]] = []
    typed: list[dict[str, Any]] = []
    seen_in("started_window", [journal, "look", picture], around)  # the picture, and warm files, are not measured
    for _run in range(bench.runs):
        floor.append(seen_in("empty_window", [], around, QUIET_SECONDS))
        shown.append(seen_in("started_window", [journal, "look"], around, QUIET_SECONDS))
        forget_draft(Path(journal))
        typed.append(seen_in("started_window", [journal, "type"], around))
    empty, beside = [each["first_frame"] for each in floor], "an empty window"
    yield times("launch → first frame, 10,000 calls", [each["first_frame"] for each in shown], empty, beside, 1.6)
    yield times("launch → Today filled", [each["filled"] for each in shown], empty, beside, 4.5)
    yield times("launch → words sent at the first frame", [each["typed"] for each in typed], empty, beside, 4.5)
    memory = [each["pss"] for each in floor]
    yield times("memory (PSS), 10,000 calls", [each["pss"] for each in shown], memory, beside, 2.2, "MB")


def growth(bench: Bench) -> Iterator[Figure]:
    """The same start with a hundred thousand calls, beside ten."""
    few, many = str(bench.journal(10)), str(bench.journal(100_000))
    around = bench.surroundings()
    small: list[dict[str, Any]] = []
    large: list[dict[str, Any]] = []
    seen_in("started_window", [many, "look"], around)
    for _run in range(bench.runs):
        small.append(seen_in("started_window", [few, "look"], around))
        large.append(seen_in("started_window", [many, "look"], around))
    for mark, name in (("first_frame", "first frame"), ("filled", "Today filled")):
        values, beside = [each[mark] for each in large], [each[mark] for each in small]
        yield times(f"launch → {name}, 100,000 calls", values, beside, "10 calls", 1.15)


def typing(bench: Bench) -> Iterator[Figure]:
    """How long the window stands still while someone types and every flush takes 100 ms longer."""
    shim = _slow_disk(bench.folder)
    if shim is None:
        yield Figure("stall while typing, slow disk", 0.0, "ms", None, "no C compiler here", "p99 ≤ 8 ms")
        return
    journal = copied(bench.journal(10_000), "typing.db")
    around = bench.surroundings(LD_PRELOAD=str(shim))
    told = told_by("typing_window", [str(journal), str(bench.letters)], around)
    journal.unlink()
    stalls, floor = told["stalls"], told["floor"]
    details = {
        "letters": bench.letters,
        "median": median(stalls),
        "longest": sorted(((round(stall, 1), place) for place, stall in enumerate(stalls)), reverse=True)[:8],
        "longest beside": max(floor),
        "Saved seen": told["saved_seen"],
        "Saved before the commit": told["saved_too_early"],
    }
    value, beside = percentile(stalls, 0.99), percentile(floor, 0.99)
    name, target = "stall while typing, slow disk, p99", "≤ 8 ms"
    yield Figure(name, value, "ms", beside, "a bare box", target, value <= 8, 1, details)
    early, seen = told["saved_too_early"], told["saved_seen"]
    reached = bool(seen) and not early
    yield Figure(f"“Saved” before the commit, of {seen} seen", early, "times", None, "", "0", reached)


def listing(bench: Bench) -> Iterator[Figure]:
    """The list of calls: opening it beside ten calls, and each page down beside a thousand."""
    few, some, many = (str(bench.journal(calls)) for calls in (10, 1000, 100_000))
    around = bench.surroundings()
    told: dict[str, list[dict[str, Any]]] = {few: [], some: [], many: []}
    for _run in range(bench.runs):
        for journal, found in told.items():
            found.append(told_by("listing_window", [journal, "0" if journal == few else str(_TURNS)], around))
    opened = {journal: [each["opened"] for each in found] for journal, found in told.items()}
    yield times("list of calls → first calls, 100,000 calls", opened[many], opened[few], "10 calls", 1.25)
    turns = {journal: [percentile(each["turns"], 0.95) for each in told[journal]] for journal in (some, many)}
    yield times("each page down, 100,000 calls, p95", turns[many], turns[some], "1,000 calls", 1.25)
    end = told_by("listing_window", [many, "0", "end"], around)
    name = f"list of calls → the last of {end['calls']:,}"
    yield Figure(name, end["end"] / 1e3, "s", None, "", "", None, 1)


def searching(bench: Bench) -> Iterator[Figure]:
    """Each key of many searches, from the press until the hits are painted."""
    around = bench.surroundings()
    many = bench.journal(100_000)
    taken: dict[int, list[list[float]]] = {1000: [], 100_000: []}
    slowest: list[Any] = []
    for place in range(_ROUNDS):
        words = bench.folder / "searches.txt"
        wanted = searches_in(many, bench.searches, seed=place + 1)[place::_ROUNDS]
        words.write_text("\n".join(wanted), encoding="utf-8")
        for calls, found in taken.items():
            told = told_by("searching_window", [str(bench.journal(calls)), str(words)], around)
            found.append(told["keys"])
            slowest += told["slowest"] if calls != 1000 else []
    large, small = ([percentile(keys, 0.95) for keys in taken[calls]] for calls in (100_000, 1000))
    value, beside = median(large), median(small)
    keys = [key for told in taken[100_000] for key in told]
    details = {"keys": len(keys), "median": median(keys), "longest": max(keys), "slowest": sorted(slowest)[-8:]}
    name, target = f"each key of {bench.searches} searches, 100,000 calls, p95", "≤ 16 ms, or 1.25 ×"
    reached = value <= max(16.0, 1.25 * beside)
    yield Figure(name, value, "ms", beside, "1,000 calls", target, reached, _ROUNDS, details)


def commands(bench: Bench) -> Iterator[Figure]:
    """Whole processes of the command line."""
    journal, around = str(bench.journal(10_000)), bench.surroundings()
    bare = [sys.executable, "-c", _BARE_SEARCH, journal]
    search = [sys.executable, "-m", "forecall", "search", *_WORDS, "--limit", "20", "--journal", journal]
    taken: dict[str, list[float]] = {"bare": [], "search": []}
    for _run in range(bench.runs + 1):
        taken["bare"].append(milliseconds(bare, around))
        taken["search"].append(milliseconds(search, around))
    yield times("forecall search, 10,000 calls", taken["search"][1:], taken["bare"][1:], "the bare query", 8)
    check = [sys.executable, "-m", "forecall", "check", "--journal", journal]
    yield Figure("forecall check, 10,000 calls", milliseconds(check, around), "ms", None, "", "")
    yield _making(bench)


def _making(bench: Bench) -> Figure:
    path = bench.folder / "made.db"
    path.unlink(missing_ok=True)
    sample = [sys.executable, "-m", "forecall", "sample", "--to", str(path), "--calls", "1000"]
    taken = milliseconds(sample, bench.surroundings())
    path.unlink()
    return Figure("forecall sample, 1,000 calls", taken, "ms", None, "", "")


def _slow_disk(folder: Path) -> Path | None:
    """The library that makes the disk slow, or ``None`` where none can be made."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    library = folder / "slow_disk.so"
    source = Path(__file__).with_name("slow_disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", str(library), str(source), "-ldl"], check=True)
    return library


MEASURES: dict[str, Callable[[Bench], Iterator[Figure]]] = {
    "start": start,
    "growth": growth,
    "typing": typing,
    "listing": listing,
    "searching": searching,
    "commands": commands,
    "tone": tone,
    "calling": calling,
}


def now() -> str:
    """The day and time of these figures."""
    return time.strftime("%Y-%m-%d %H:%M")
