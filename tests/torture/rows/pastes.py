"""Row 9: ten megabytes pasted, in one line or in many: no freeze over half a second, or a clear refusal."""

import json

from tests.torture import programs
from tests.torture.outcome import Outcome
from tests.torture.room import Room

LONGEST_S = 0.5
PASTES = (("line", 10_000_000), ("lines", 10_000_000), ("line", 1_000_000), ("lines", 100_000), ("line", 100_000))


def run(trials: int, seed: int, room: Room, *, fault: str = "") -> Outcome:
    """Paste so many times."""
    outcome = Outcome()
    longest: dict[tuple[str, int], float] = {}
    while outcome.trials < trials and room.time_left():
        kind, size = PASTES[outcome.trials % len(PASTES)]
        folder = room.place("paste")
        command = programs.module("windows.pasting", folder / "journal.db", kind, str(size), fault)
        ended = programs.run(command, programs.around(folder))
        if ended.code != 0:
            outcome.tried(ended.fell or f"the window ended with {ended.code}: {ended.err.strip()[-200:]}")
            continue
        told = json.loads(ended.out)
        longest[kind, size] = max(longest.get((kind, size), 0.0), told["longest"])
        slow = told["longest"] > LONGEST_S
        neither = not told["refused"] and told["taken"] < size
        outcome.tried(
            f"{size:,} characters, {kind}: the window stood still for {told['longest']:.2f} s" if slow else "",
            f"{size:,} characters, {kind}: neither taken nor refused" if neither else "",
        )
    spread = ", ".join(f"{size / 1e6:g} MB in {kind} {longest[kind, size]:.2f} s" for kind, size in longest)
    outcome.notes.append(f"longest time the window stood still: {spread}")
    return outcome
