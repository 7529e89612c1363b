"""How long each key of the live sheet takes to show what it did."""

from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, percentile
from tests.benchmarks.journals import copied
from tests.benchmarks.processes import told_by

if TYPE_CHECKING:
    from tests.benchmarks.measures import Bench

MOST_MS = 50


def calling(bench: "Bench") -> Iterator[Figure]:
    """Every key of a call, from the press until it is painted, with more notes after each round."""
    journal = copied(bench.journal(10_000), "calling.db")
    told = told_by("calling_window", [str(journal), str(bench.rounds)], bench.surroundings())
    journal.unlink()
    keys, floor = told["keys"], told["floor"]
    details = {
        "keys": len(keys),
        "median": median(keys),
        "longest": max(keys),
        "of the processor, p99": percentile(told["spent"], 0.99),
        "two hundred keys a second, p99": percentile(told["heels"], 0.99),
        "slowest": told["slowest"],
        "notes": told["notes"],
    }
    value, beside = percentile(keys, 0.99), percentile(floor, 0.99)
    name = f"each of {len(keys)} keys, eight a second, in the live sheet, p99"
    yield Figure(name, value, "ms", beside, "a bare box", f"≤ {MOST_MS} ms", value <= MOST_MS, 1, details)
