"""Row 18: files are for their owner alone, whatever the umask."""

import stat
from pathlib import Path

from tests.torture import programs
from tests.torture.outcome import Outcome
from tests.torture.room import Room

UMASKS = (0o000, 0o077, 0o022)


def run(trials: int, seed: int, room: Room, *, fault: str = "") -> Outcome:
    """Use the program so many times without root: the window, a sample, a backup. ``open`` plants a readable file."""
    outcome = Outcome()
    seen = 0
    while outcome.trials < trials and room.time_left():
        umask = UMASKS[outcome.trials % len(UMASKS)]
        home = room.place("home")
        wrong, files = _trial(home, umask, outcome.trials, fault)
        seen += files
        outcome.tried(*(f"umask {umask:03o}: {each}" for each in wrong))
    outcome.notes.append(f"{seen} files and folders looked at, no process with more rights than their owner")
    return outcome


def _trial(home: Path, umask: int, number: int, fault: str) -> tuple[list[str], int]:
    environment = {**programs.around(home), "XDG_DATA_HOME": str(home / "share"), "XDG_RUNTIME_DIR": str(home)}
    journal = home / "share" / "Forecall" / "journal.db"
    commands = [
        programs.module("windows.saving", journal, "2", str(number)),
        programs.forecall("backup", "--journal", journal),
        programs.forecall("sample", "--to", home / "share" / "Forecall" / "sample.db", "--calls", "2"),
    ]
    wrong = []
    for command in commands:
        ended = programs.run(programs.without_rights(command), environment, umask=umask)
        if ended.code != 0:
            wrong.append(ended.fell or f"{command[3]} ended with {ended.code}: {ended.err.strip()[-200:]}")
    if fault == "open":
        journal.chmod(0o644)
    found = list(home.rglob("*"))
    ours = [
        path for path in found if path == journal.parent or journal.parent in path.parents or "Forecall" in path.parts
    ]
    for path in ours:
        wanted = 0o700 if path.is_dir() else 0o600
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != wanted:
            wrong.append(f"{path.relative_to(home)} is {mode:03o}, not {wanted:03o}")
    if not any(path == journal for path in ours):
        wrong.append("there is no journal")
    return wrong, len(ours)
