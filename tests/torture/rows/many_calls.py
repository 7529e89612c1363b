"""Row 22: a hundred thousand calls start, list and search like an empty journal."""

import statistics

from tests.benchmarks.measures import Bench, growth, listing, searching
from tests.benchmarks.processes import milliseconds, surroundings
from tests.torture import programs
from tests.torture.outcome import Outcome
from tests.torture.room import Room

MANY, FEW = 100_000, 10
SEARCH_TIMES = 1.5
"""So much longer the whole process of a search may take beside one in an empty journal."""


def run(trials: int, seed: int, room: Room, *, many: int = MANY, most: float = SEARCH_TIMES) -> Outcome:
    """Start so many times beside an empty journal, and search; each figure of `make bench` is one of the trials."""
    outcome = Outcome()
    runs = min(4, max(2, trials))
    bench = Bench(room.folder, runs, 0, 20)
    if many == MANY:
        for figure in (*growth(bench), *listing(bench), *searching(bench)):
            if figure.reached is None:
                outcome.notes.append(f"{figure.name}: {figure.value:.1f} {figure.unit}")
                continue
            beside = f"{figure.value:.0f} {figure.unit} beside {figure.beside or 0:.0f}"
            outcome.tried("" if figure.reached else f"{figure.name}: {beside}, {figure.target} was promised")
            outcome.notes.append(f"{figure.name}: {beside}")
    taken: dict[int, list[float]] = {FEW: [], many: []}
    for _run in range(runs):
        for calls, found in taken.items():
            command = programs.forecall(
                "search", "delivery", "late", "--limit", "20", "--journal", bench.journal(calls)
            )
            found.append(milliseconds(command, surroundings(room.folder)))
    few, lots = (statistics.median(taken[calls][1:]) for calls in (FEW, many))
    outcome.tried("" if lots <= few * most else f"forecall search: {lots:.0f} ms beside {few:.0f} ms")
    outcome.notes.append(f"forecall search, {many:,} calls: {lots:.0f} ms beside {few:.0f} ms with {FEW}")
    return outcome
