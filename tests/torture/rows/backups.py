"""Row 7: backups are sound when they are made, can be put back, outlive damage of the journal, and survive kills."""

import time
from collections import Counter
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as sqlite

from forecall.journal import verbs
from forecall.storage.backup import list_backups
from forecall.storage.faults import JournalFault
from forecall.workspace.workspace import Workspace
from tests.torture import programs
from tests.torture.journals import copied, findings, prepared, rows_hash
from tests.torture.outcome import Outcome
from tests.torture.room import Room

CALLS = 200
KINDS = ("restored", "damaged", "killed while made", "killed while restored")


def run(trials: int, seed: int, room: Room, *, calls: int = CALLS, fault: str = "") -> Outcome:
    """Try each kind in turn. The fault ``spoils`` damages each backup after it was made."""
    outcome = Outcome()
    sound = prepared(room.folder, calls)
    counts: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    while outcome.trials < trials and room.time_left():
        kind = KINDS[outcome.trials % len(KINDS)]
        rng = room.chance("backup", outcome.trials)
        trial = _Trial(copied(sound, room.place("backup")), rng, fault)
        wrong = {
            "restored": trial.restored,
            "damaged": trial.damaged,
            "killed while made": trial.killed_while_made,
            "killed while restored": trial.killed_while_restored,
        }[kind]()
        counts[kind] += 1
        ends.update(trial.ends)
        outcome.tried(*(f"{kind}: {each}" for each in wrong if each))
    spread = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    left = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    outcome.notes.append(f"{spread}; kills left: {left}")
    return outcome


class _Trial:
    """One journal with its backups."""

    def __init__(self, journal: Path, rng: Random, fault: str) -> None:
        self._journal = journal
        self._rng = rng
        self._fault = fault
        self._around = programs.around(journal.parent)
        self._took = 1.0  # seconds that a command takes
        self.ends: list[str] = []

    def restored(self) -> list[str]:
        """Backed up, changed, put back: the rows of then; and those of now are kept beside it."""
        then = rows_hash(self._journal)
        wrong = [self._back_up()]
        self._change()
        now = rows_hash(self._journal)
        wrong.append(self._restore())
        if rows_hash(self._journal) != then:
            wrong.append("the journal is not as it was backed up")
        if now not in self._all_hashes():
            wrong.append("the journal as it was before the restore is nowhere")
        return [*wrong, *self._check()]

    def damaged(self) -> list[str]:
        """No backup is made of a damaged journal, and the good ones stay."""
        wrong = [self._back_up()]
        then = rows_hash(self._journal)
        good = [each.path for each in list_backups(self._journal)]
        raw = bytearray(self._journal.read_bytes())
        for page in range(1, len(raw) // 4096):
            if self._rng.random() < 0.5:
                raw[page * 4096 + 100 : page * 4096 + 2000] = self._rng.randbytes(1900)
        self._journal.write_bytes(raw)
        for _time in range(3):
            ended = programs.run(programs.forecall("backup", "--journal", self._journal), self._around)
            wrong.append(ended.fell or ("" if ended.code else "a damaged journal was backed up as if it were sound"))
        if not all(path.exists() for path in good):
            wrong.append("a good backup is gone")
        wrong.append(self._restore())
        if not any(wrong) and rows_hash(self._journal) != then:
            wrong.append("the good backup does not bring the words back")
        return wrong

    def killed_while_made(self) -> list[str]:
        """What bears a backup's name is sound, whenever the kill came."""
        wrong = [self._back_up()]
        self._change()
        self._kill(programs.forecall("backup", "--journal", self._journal))
        backups = list_backups(self._journal)
        self.ends.append(f"{len(backups)} backups")
        if not backups:
            wrong.append("no backup is left")
        for each in backups:
            wrong += [f"{each.path.name}: {found}" for found in _findings(each.path)]
        return [*wrong, *self._check()]

    def killed_while_restored(self) -> list[str]:
        """The old journal or the new one, whole."""
        then = rows_hash(self._journal)
        wrong = [self._back_up()]
        self._change()
        now = rows_hash(self._journal)
        self._kill(programs.forecall("restore", "latest", "--yes", "--journal", self._journal))
        if not self._journal.exists():
            return [*wrong, "there is no journal"]
        found = rows_hash(self._journal)
        self.ends.append({then: "the backup", now: "the journal"}.get(found, "something else"))
        if found not in (then, now):
            wrong.append("neither the journal nor its backup")
        return [*wrong, *self._check()]

    def _kill(self, command: list[str]) -> None:
        process = programs.start(command, self._around)
        time.sleep(self._rng.uniform(0.3, 1.1) * self._took)
        programs.kill(process)

    def _back_up(self) -> str:
        began = time.monotonic()
        ended = programs.run(programs.forecall("backup", "--journal", self._journal), self._around)
        self._took = time.monotonic() - began
        if self._fault == "spoils":
            path = list_backups(self._journal)[0].path
            raw = path.read_bytes()
            path.write_bytes(raw[:8192] + bytes(len(raw) - 8192))
        return ended.fell or ("" if ended.code == 0 else f"no backup: {ended.err.strip()}")

    def _restore(self) -> str:
        command = programs.forecall("restore", "latest", "--yes", "--journal", self._journal)
        ended = programs.run(command, self._around)
        return ended.fell or ("" if ended.code == 0 else f"not restored: {ended.err.strip()}")

    def _change(self) -> None:
        workspace = Workspace(self._journal)
        workspace.open()
        workspace.perform(None, verbs.start_call, f"Client {self._rng.random()}").wait()
        workspace.close()

    def _check(self) -> list[str]:
        return _findings(self._journal)

    def _all_hashes(self) -> set[str]:
        return {_hash(path) for path in self._journal.parent.rglob("*.db")}


def _hash(journal: Path) -> str:
    try:
        return rows_hash(journal)
    except sqlite.Error as error:
        return str(error)


def _findings(journal: Path) -> list[str]:
    try:
        return findings(journal)
    except JournalFault as fault:
        return [str(fault)]
