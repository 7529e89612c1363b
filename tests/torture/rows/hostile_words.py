"""Row 12: words written to do harm open no file, make no connection, and hang nothing."""

import os
import socket
from pathlib import Path

from forecall.storage.database import connect
from tests.torture import programs, recording
from tests.torture.outcome import Outcome
from tests.torture.room import Room

EXPORTS = (
    ("journal", "json"),
    ("lessons", "md"),
    ("lessons", "html"),
    ("lessons", "pdf"),
    ("lessons", "json"),
    ("call", "md"),
    ("call", "html"),
    ("call", "pdf"),
    ("call", "json"),
)
BAIT = "abcdefghlmno"


def run(trials: int, seed: int, room: Room, *, fault: str = "", exports: bool = True) -> Outcome:
    """So many rounds: every page looked at, every export written, with everything that is opened written down."""
    outcome = Outcome()
    library = recording.recorder(room.folder)
    if library is None:
        outcome.notes.append("not tried: this needs Linux and a C compiler")
        return outcome
    processes = opened = 0
    while outcome.trials < trials and room.time_left():
        folder = room.place("hostile")
        trap = _trap(folder)
        journal = folder / "journal.db"
        wrong = []
        commands = [("the window", programs.module("windows.hostile", journal, trap, fault))]
        for name, command in commands:
            ended, reached, count = _watched(command, library, folder, trap)
            processes, opened = processes + 1, opened + count
            wrong += [f"{name}: {each}" for each in (*reached, ended)]
            if exports and name == "the window" and journal.exists():
                commands += _exports(journal, folder)
        outcome.tried(*(each for each in wrong if not each.endswith(": ")))
    outcome.notes.append(f"{processes} processes, {opened:,} files opened by them, none of the bait, no connection out")
    if outcome.lost:
        outcome.notes[-1] = f"{processes} processes, {opened:,} files opened by them"
    return outcome


def _trap(folder: Path) -> Path:
    """Files and a pipe that nobody has a reason to open."""
    trap = folder / "trap"
    trap.mkdir()
    for letter in BAIT:
        for ending in ("", ".png", ".css"):
            (trap / f"{letter}{ending}").write_bytes(b"\x89PNG\r\n\x1a\n")
    os.mkfifo(trap / "pipe")
    return trap


def _exports(journal: Path, folder: Path) -> list[tuple[str, list[str]]]:
    connection = connect(journal)
    call = connection.execute("SELECT id FROM call").fetchone()[0]
    connection.close()
    found = []
    for what, ending in EXPORTS:
        options = ["--call", call] if what == "call" else []
        target = folder / f"{what}.{ending}"
        found.append(
            (f"{what}.{ending}", programs.forecall("export", what, *options, "--to", target, "--journal", journal))
        )
    return [*found, ("list", programs.forecall("list", "calls", "--journal", journal))]


def _watched(command: list[str], library: Path, folder: Path, trap: Path) -> tuple[str, list[str], int]:
    """How it ended, what it reached for, and how many files it opened."""
    log = folder / "log"
    environment = programs.around(folder, recording.recorded(library, log, folder / "nothing", everything=True))
    ended = programs.run(command, environment, patience=90)
    deeds = recording.read_log(log)
    log.unlink()
    reached = [f"opened {deed.path}" for deed in deeds if deed.kind == recording.OPENED and str(trap) in deed.path]
    reached += [
        f"connected to {deed.path}"
        for deed in deeds
        if deed.kind == recording.CONNECTED and deed.number in (socket.AF_INET, socket.AF_INET6)
    ]
    fell = ended.fell or ("" if ended.code == 0 else f"ended with {ended.code}: {ended.err.strip()[-300:]}")
    return fell, sorted(set(reached)), sum(deed.kind == recording.OPENED for deed in deeds)
