"""Row 3: the disk is full or gives an error; words stay on screen, a notice says so, and saving resumes by itself."""

import json
import os
import shlex
import shutil
from pathlib import Path

from tests.torture import programs
from tests.torture.journals import findings
from tests.torture.outcome import Outcome
from tests.torture.recording import recorder
from tests.torture.room import Room

DISK = "3m"
WAYS = ("ballast", "limit", "sync")
A_SESSION = 6
"""So many times the disk fills in one window."""


def run(trials: int, seed: int, room: Room, *, fault: str = "", ways: tuple[str, ...] = WAYS) -> Outcome:
    """Have the disk refuse so many times: a small tmpfs, a limit to the size of files, an error for each fsync."""
    outcome = Outcome()
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        ways = tuple(way for way in ways if way != "ballast")
        outcome.notes.append("no small disk can be mounted without root: all by RLIMIT_FSIZE")
    library = recorder(room.folder, "refusing")
    if library is None:
        ways = tuple(way for way in ways if way != "sync")
        outcome.notes.append("no fsync can be made to fail without a compiler")
    number = 0
    counts = dict.fromkeys(ways, 0)
    while outcome.trials < trials and room.time_left():
        way = ways[number % len(ways)]
        times = min(A_SESSION, trials - outcome.trials)
        folder = room.place(way)
        ended = _session(folder, way, times, room.chance("fill", number).randrange(10**6), fault, library)
        told = [json.loads(line) for line in ended.out.splitlines()]
        kept = (folder / "kept").read_text("utf-8") if (folder / "kept").exists() else ""
        for place, each in enumerate(told):
            lost = "" if each["words"] in kept else f"the file lacks {each['words'][-40:]!r}"
            fell = (folder / "found").read_text("utf-8").strip() if place == len(told) - 1 else ""
            outcome.tried(*each["wrong"], lost, fell)
        if len(told) < times:
            fell = ended.fell or f"the session ended with {ended.code}: {ended.err.strip()[-200:]}"
            outcome.tried(fell)
        counts[way] += len(told)
        number += 1
    how = {"ballast": f"on a tmpfs of {DISK}", "limit": "by RLIMIT_FSIZE", "sync": "by an error for each fsync"}
    outcome.notes.append(", ".join(f"{count} {how[way]}" for way, count in counts.items()))
    return outcome


def _session(folder: Path, way: str, times: int, seed: int, fault: str, library: Path | None) -> programs.Ended:
    """One window; afterwards the words of the file lie in ``kept`` and what a check finds in ``found``."""
    disk = folder / "disk"
    disk.mkdir()
    journal = disk / "data" / "journal.db"
    writes = shlex.join(programs.module("windows.filling", journal, way, str(times), str(seed), fault))
    reads = shlex.join(programs.module("rows.full_disks", journal, folder))
    mount = f"mount -t tmpfs -o size={DISK} tmpfs {shlex.quote(str(disk))} && " if way == "ballast" else ""
    command = ["sh", "-c", f"{mount}{writes}; code=$?; {reads}; exit $code"]
    if mount:
        command = ["unshare", "--mount", *command]
    more = {"LD_PRELOAD": str(library), "TORTURE_REFUSE": str(folder / "refuse")} if way == "sync" else {}
    return programs.run(command, programs.around(folder, more), patience=60 + 20 * times)


def _look(journal: str, folder: str) -> None:
    """Read the journal where it lies: its disk goes away with the process that mounted it."""
    from forecall.storage.database import connect

    connection = connect(Path(journal))
    texts = [json.loads(value).get("text", "") for (value,) in connection.execute("SELECT value FROM answer")]
    connection.close()
    Path(folder, "kept").write_text("\n".join(texts), encoding="utf-8")
    Path(folder, "found").write_text("; ".join(findings(Path(journal))), encoding="utf-8")


if __name__ == "__main__":
    import sys

    _look(*sys.argv[1:])
