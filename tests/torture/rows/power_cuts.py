"""Row 2: the power goes; no corruption, and nothing lost that had been shown as saved."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.faults import JournalFault
from tests.torture import programs, recording
from tests.torture.journals import findings
from tests.torture.outcome import Outcome
from tests.torture.power import Disk
from tests.torture.recording import MARK, Deed
from tests.torture.room import Room
from tests.torture.watchdog import each

SESSIONS = 4
ROUNDS = 90
_AS_PROCESS = 25
"""One in so many cuts is also opened by a real ``forecall check``."""


def run(trials: int, seed: int, room: Room, *, fault: str = "", rounds: int = ROUNDS) -> Outcome:
    """Cut the power so many times, in sessions that were recorded once each."""
    outcome = Outcome()
    library = recording.recorder(room.folder)
    if library is None:
        outcome.notes.append("not tried: this needs Linux and a C compiler")
        return outcome
    sessions = min(SESSIONS, max(1, trials // 50))
    ways: dict[str, int] = {}
    deeds_seen = marks_seen = 0
    for number in range(sessions):
        part = trials // sessions + (number < trials % sessions)
        root = room.place("disk")
        deeds = record(room, library, root, room.chance("session", number).randrange(10**6), rounds, fault)
        deeds_seen += len(deeds)
        marks_seen += sum(deed.kind == MARK for deed in deeds)
        moments = _moments(len(deeds), part, room.chance("cuts", number))
        work = _Cutter(deeds, root, moments, room.place("cuts"), room.seed)
        for _place, told, fell in each(work, range(len(moments)), 60.0, room.time_left):
            way, wrong = told or ("", "")
            ways[way] = ways.get(way, 0) + 1
            outcome.tried(fell, wrong)
    told_ways = ", ".join(f"{count} {way}" for way, count in sorted(ways.items()) if way)
    outcome.notes.append(
        f"{deeds_seen:,} writes, syncs and names of {sessions} sessions in the real window, {marks_seen:,} times Saved;"
        f" unsynced: {told_ways}"
    )
    return outcome


def record(room: Room, library: Path, root: Path, seed: int, rounds: int, fault: str = "") -> list[Deed]:
    """What one session did to its files, with a mark wherever *Saved* was shown."""
    log = root.with_name(f"{root.name}.log")
    home = room.place("home")
    environment = programs.around(home, recording.recorded(library, log, root))
    journal = root / "data" / "journal.db"
    command = programs.module("windows.saving", journal, str(rounds), str(seed), fault)
    ended = programs.run(command, environment, patience=300)
    if ended.code != 0:
        raise RuntimeError(f"the session failed: {ended.err.strip()[-500:]}")
    deeds = recording.read_log(log)
    log.unlink()
    return deeds


def _moments(deeds: int, count: int, rng: Random) -> list[int]:
    """After how many deeds the power goes: anywhere, and more often while the file is made and when it is closed."""
    spans = ((0, deeds), (0, deeds), (0, deeds), (0, min(60, deeds)), (max(0, deeds - 40), deeds))
    return sorted(rng.randint(*spans[number % len(spans)]) for number in range(count))


class _Cutter:
    """Cuts at one moment after the other; each forked process follows the disk from the start."""

    def __init__(self, deeds: Sequence[Deed], root: Path, moments: Sequence[int], folder: Path, seed: int) -> None:
        self._deeds = deeds
        self._moments = moments
        self._folder = folder
        self._root = root
        self._seed = seed
        self._disk = Disk(root)
        self._done = 0
        self._said: list[str] = []

    def __call__(self, place: int) -> tuple[str, str]:
        for deed in self._deeds[self._done : self._moments[place]]:
            if deed.kind == MARK:
                self._said.append(deed.data.decode())
            else:
                self._disk.does(deed)
        self._done = max(self._done, self._moments[place])
        left = self._folder / f"{self._root.name}-{place}"
        way = self._disk.cut(Random(f"{self._seed} {self._root.name} {place}"), left)
        wrong = _judge(left / "data" / "journal.db", self._said)
        if not wrong and place % _AS_PROCESS == 0:
            wrong = _judge_as_process(left / "data" / "journal.db", self._said)
        shutil.rmtree(left)
        return way, f"after {self._done} deeds, {way}: {wrong}" if wrong else ""


def _judge(journal: Path, said: Sequence[str]) -> str:
    """What is corrupt or lost, or nothing."""
    if not journal.exists():
        return "the journal is gone" if any(said) else ""
    try:
        found = findings(journal)
        texts = _texts(journal)
    except (JournalFault, sqlite.Error) as error:
        return f"it cannot be opened: {error}"
    if found:
        return f"check finds: {'; '.join(found[:3])}"
    lost = [words for words in said if not any(text.startswith(words) for text in texts)]
    return f"{len(lost)} that were saved are gone, as {lost[0][:40]!r}" if lost else ""


def _judge_as_process(journal: Path, said: Sequence[str]) -> str:
    if not journal.exists():
        return ""
    checked = programs.run(programs.forecall("check", "--journal", journal), programs.around(journal.parent))
    return checked.fell or ("" if checked.code == 0 else (checked.out + checked.err).strip())


def _texts(journal: Path) -> list[str]:
    import json

    from forecall.storage.database import connect

    connection = connect(journal)
    try:
        rows = connection.execute("SELECT value FROM answer UNION ALL SELECT value FROM item").fetchall()
    finally:
        connection.close()
    return [part for (value,) in rows for part in json.loads(value).values() if isinstance(part, str)]
