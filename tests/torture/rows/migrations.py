"""Row 8: a kill in the middle of a migration leaves the old file or the new one, and nothing between."""

import subprocess
import time
from collections import Counter
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage import database
from forecall.storage.backup import backups_folder
from tests.torture import programs
from tests.torture.journals import copied, findings, rows_hash
from tests.torture.old_journals import TABLES, old_journal
from tests.torture.outcome import Outcome
from tests.torture.room import Room

CALLS = 400
OLD = ("0001", "0002")
"""The revisions that journals are brought up from."""


def run(trials: int, seed: int, room: Room, *, calls: int = CALLS, fault: str = "") -> Outcome:
    """Kill the window so many times while it brings an older journal up to date."""
    outcome = Outcome()
    starts = [old for old in OLD if old != database.HEAD]
    journals = {old: old_journal(room.place("old"), old, calls) for old in starts}
    spans = {old: _span(copied(journal, room.place("timed"))) for old, journal in journals.items()}
    left: Counter[str] = Counter()
    while outcome.trials < trials and room.time_left():
        old = starts[outcome.trials % len(starts)]
        journal = copied(journals[old], room.place("migrated"))
        wait = room.chance("migration", outcome.trials).uniform(0.0, spans[old] * 1.1)
        state, *wrong = _trial(journal, journals[old], old, wait, fault)
        left[state] += 1
        outcome.tried(*wrong)
    spread = ", ".join(f"{count} {state}" for state, count in sorted(left.items()))
    outcome.notes.append(f"journals of {calls} calls, from {' and '.join(starts)} to {database.HEAD}; left: {spread}")
    return outcome


def _start(journal: Path) -> "subprocess.Popen[str]":
    return programs.start(programs.forecall("--journal", journal), programs.around(journal.parent))


def _span(journal: Path) -> float:
    """How long a migration takes, from the first sign of its copy to the new file."""
    process = _start(journal)
    try:
        if not programs.wait_for(lambda: backups_folder(journal).is_dir(), 30.0, 0.001):
            raise RuntimeError("no migration began")
        began = time.monotonic()
        programs.wait_for(lambda: _revision(journal) == database.HEAD, 60.0, 0.005)
        return time.monotonic() - began
    finally:
        programs.kill(process)


def _trial(journal: Path, before: Path, old: str, wait: float, fault: str) -> list[str]:
    """What the kill left, and what is wrong with it."""
    process = _start(journal)
    try:
        programs.wait_for(lambda: backups_folder(journal).is_dir(), 30.0, 0.001)
        time.sleep(wait)
    finally:
        programs.kill(process)
    if fault == "half":
        _plant_half(journal)
    wrong = []
    revision = _revision(journal)
    state = {old: "old", database.HEAD: "new"}.get(revision, f"at {revision!r}")
    if state not in ("old", "new"):
        wrong.append(f"the file is {state}")
    if rows_hash(journal, TABLES) != rows_hash(before, TABLES):
        wrong.append(f"its words have changed ({state})")
    again = _start(journal)
    try:
        if not programs.wait_for(lambda: _revision(journal) == database.HEAD, 30.0, 0.02):
            wrong.append("the next start does not bring it up to date")
    finally:
        programs.kill(again)
    if not wrong:
        wrong += findings(journal)
        if rows_hash(journal, TABLES) != rows_hash(before, TABLES):
            wrong.append("its words have changed after the next start")
    return [state, *wrong]


def _plant_half(journal: Path) -> None:
    """Leave what a migration without a transaction would leave: some words gone, the revision that of before."""
    connection = sqlite.connect(str(journal), isolation_level=None)
    connection.execute("DELETE FROM phrase")
    connection.close()


def _revision(journal: Path) -> str:
    """As another process sees it."""
    try:
        connection = sqlite.connect(f"{journal.absolute().as_uri()}?mode=ro", uri=True, timeout=5)
        try:
            return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        finally:
            connection.close()
    except sqlite.Error:
        return ""
