"""Row 21: memory and file handles do not grow with the number of calls that were opened in one run."""

import json
import time
from typing import Any

from tests.torture import programs
from tests.torture.journals import copied, prepared
from tests.torture.outcome import Outcome
from tests.torture.room import Room

CALLS = 300
WARM = 0.5
"""Share of the run in which caches fill; the slope is that of the rest."""

MOST_KB_A_CALL = 2.0
MOST_OF_QT_A_CALL = 0.05
MOST_OF_PYTHON_A_CALL = 0.5
MOST_FILES_MORE = 2
"""Objects are counted with the same call on each page: one that every twentieth call leaves behind is too many."""


def run(trials: int, seed: int, room: Room, *, fault: str = "", calls: int = CALLS) -> Outcome:
    """Open so many calls; the whole run is judged, and counts as that many trials."""
    outcome = Outcome()
    journal = copied(prepared(room.folder, calls), room.place("months"))
    seconds = max(30.0, room.ends_at - time.monotonic())
    command = programs.module("windows.opening", journal, str(trials), str(seconds), fault)
    ended = programs.run(command, programs.around(journal.parent), patience=seconds + 60)
    told = [json.loads(line) for line in ended.out.splitlines()]
    outcome.trials = told[-1]["opened"] if told else 0
    if ended.code != 0 or not told:
        outcome.lost.append(ended.fell or f"it ended with {ended.code}: {ended.err.strip()[-200:]}")
        return outcome
    outcome.lost += judged(told, outcome.trials)
    warm = _warm(told, outcome.trials)
    outcome.notes.append(
        f"memory {told[0]['mb']:.0f} MB at first, {warm[0]['mb']:.0f} MB after half of them, {warm[-1]['mb']:.0f} MB "
        f"at the end: {_slope(warm, 'mb') * 1000:+.2f} kB a call; objects of Qt {warm[0]['of_qt']:,} and "
        f"{warm[-1]['of_qt']:,}, of Python {warm[0]['of_python']:,} and {warm[-1]['of_python']:,}; files open "
        f"{warm[0]['files']} and {warm[-1]['files']}, threads {warm[0]['threads']} and {warm[-1]['threads']}"
    )
    return outcome


def judged(told: list[dict[str, Any]], trials: int) -> list[str]:
    """What has grown once the caches are filled."""
    warm = _warm(told, trials)
    slope, files = _slope(warm, "mb") * 1000, warm[-1]["files"] - warm[0]["files"]
    of_qt, of_python = _slope(warm, "of_qt"), _slope(warm, "of_python")
    return [
        *([f"memory grows by {slope:.1f} kB a call"] if slope > MOST_KB_A_CALL else []),
        *([f"{of_qt:.2f} objects of Qt stay behind at each call"] if of_qt > MOST_OF_QT_A_CALL else []),
        *([f"{of_python:.1f} objects of Python stay behind at each call"] if of_python > MOST_OF_PYTHON_A_CALL else []),
        *([f"{files} more files are open at the end"] if files > MOST_FILES_MORE else []),
    ]


def _warm(told: list[dict[str, Any]], trials: int) -> list[dict[str, Any]]:
    return [each for each in told if each["opened"] >= trials * WARM]


def _slope(told: list[dict[str, Any]], of: str) -> float:
    """So much more for each call opened, by least squares."""
    xs, ys = [each["opened"] for each in told], [each[of] for each in told]
    if len(set(xs)) < 2:
        return 0.0
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    return float(
        sum((x - middle) * (y - level) for x, y in zip(xs, ys, strict=True)) / sum((x - middle) ** 2 for x in xs)
    )
