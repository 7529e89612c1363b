"""Row 6: a damaged file crashes and hangs nothing, never changes in silence, never makes way for an empty one."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as sqlite

from forecall.journal import verbs
from forecall.journal.checked import KEPT_TABLES
from forecall.journal.listing import Sieve, list_calls
from forecall.storage.faults import JournalFault, is_damage
from forecall.workspace.workspace import Workspace
from tests.torture import programs
from tests.torture.journals import findings, prepared, rows_hash
from tests.torture.outcome import Outcome
from tests.torture.room import Room
from tests.torture.watchdog import each

PAGE = 4096
LATER = "2100-01-01T00:00:00Z"
ONLY_SEARCH = "damaged in the search alone"
_AS_PROCESS = 10
"""One in so many is opened by real processes: check, list, and every other time the window."""


def _flip(raw: bytearray, rng: Random) -> None:
    for _bit in range(rng.choice((1, 1, 1, 3, 20))):
        raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)


def _cut(raw: bytearray, rng: Random) -> None:
    del raw[rng.randrange(len(raw)) :]


def _zero(raw: bytearray, rng: Random) -> None:
    at = rng.randrange(len(raw) // PAGE) * PAGE
    raw[at : at + PAGE] = bytes(PAGE)


def _swap(raw: bytearray, rng: Random) -> None:
    one, other = (page * PAGE for page in rng.sample(range(1, len(raw) // PAGE), 2))
    raw[one : one + PAGE], raw[other : other + PAGE] = raw[other : other + PAGE], raw[one : one + PAGE]


def _scribble(raw: bytearray, rng: Random) -> None:
    at = rng.randrange(len(raw))
    length = min(rng.choice((16, 512, PAGE)), len(raw) - at)
    raw[at : at + length] = rng.randbytes(length)


def _empty(raw: bytearray, rng: Random) -> None:
    raw.clear()


def _text(raw: bytearray, rng: Random) -> None:
    raw[:] = b"Dear all, this is no journal. " * rng.randint(1, 500)


def _other(raw: bytearray, rng: Random) -> None:
    raw[68:72] = rng.randbytes(4)  # the mark of another application


def _log(raw: bytearray, rng: Random) -> None:
    """The file stays; garbage lies beside it as its log."""


DAMAGES: tuple[Callable[[bytearray, Random], None], ...] = (
    _flip,
    _flip,
    _flip,
    _cut,
    _zero,
    _swap,
    _scribble,
    _scribble,
    _log,
    _empty,
    _text,
    _other,
)


def run(trials: int, seed: int, room: Room, *, fault: str = "") -> Outcome:
    """Damage so many copies of a journal and open each. The fault ``blind`` has no check find anything."""
    outcome = Outcome()
    sound = prepared(room.folder, 6)
    work = _Damaged(sound, rows_hash(sound, KEPT_TABLES), room.place("damaged"), room, fault)
    states: Counter[str] = Counter()
    processes = 0
    for place, told, fell in each(work, range(trials), 120.0, room.time_left):
        state, kind, wrong = told or ("fell", "", "")
        states[state] += 1
        processes += place % _AS_PROCESS == 0
        outcome.tried(f"file {place}, {kind or 'unknown'}: {fell or wrong}" if fell or wrong else "")
    spread = ", ".join(f"{count:,} {state}" for state, count in sorted(states.items()))
    outcome.notes.append(f"check said: {spread}; {processes} by real processes, the rest in forked workers")
    return outcome


class _Damaged:
    """One damaged copy, opened and judged in a worker."""

    def __init__(self, sound: Path, hashed: str, folder: Path, room: Room, fault: str) -> None:
        self._sound = sound
        self._hashed = hashed
        self._folder = folder
        self._room = room
        self._fault = fault

    def __call__(self, place: int) -> tuple[str, str, str]:
        rng = self._room.chance("damage", place)
        damage = DAMAGES[rng.randrange(len(DAMAGES))]
        raw = bytearray(self._sound.read_bytes())
        damage(raw, rng)
        folder = self._folder / str(place)
        folder.mkdir(mode=0o700)
        journal = folder / "journal.db"
        journal.write_bytes(raw)
        log = rng.randbytes(rng.randint(1, 3 * PAGE)) if damage is _log else b""
        if log:
            journal.with_name("journal.db-wal").write_bytes(log)
        kind = damage.__name__.strip("_")
        state, wrong = self._judge(journal, bytes(raw))
        if not wrong:
            as_process = place % _AS_PROCESS == 0
            wrong = self._open_as_processes(journal, place) if as_process else _open_here(journal)
        if not wrong and state == ONLY_SEARCH:
            wrong = "" if _only_search(findings(journal)) else "the search was damaged, and now words are"
        elif not wrong and state != "sound" and not _kept(folder, bytes(raw)):
            wrong = f"the damaged file ({state}) is nowhere as it was"
        if not wrong and log and not _kept(folder, log):
            wrong = "the log that could not be read is nowhere as it was"
        shutil.rmtree(folder)
        return state, kind, wrong

    def _judge(self, journal: Path, raw: bytes) -> tuple[str, str]:
        """What a check says, and whether words that changed were found."""
        try:
            found = [] if self._fault == "blind" else findings(journal)
            state = ("damaged" if not _only_search(found) else ONLY_SEARCH) if found else "sound"
        except JournalFault:
            state = "cannot be opened"
        if journal.read_bytes() != raw:
            return state, "a check changed the file"
        if state == "sound" and _hash(journal) != self._hashed:
            return state, "words have changed, and the check says that it is sound"
        return state, ""

    def _open_as_processes(self, journal: Path, place: int) -> str:
        environment = programs.around(journal.parent)
        raw = journal.read_bytes()
        for arguments in (("check",), ("list", "calls")):
            ended = programs.run(programs.forecall(*arguments, "--journal", journal), environment)
            if ended.fell or ended.code not in (0, 1, 2):
                return f"forecall {arguments[0]}: {ended.fell or f'ended with {ended.code}'}"
            if journal.read_bytes() != raw:
                return f"forecall {arguments[0]} changed the file"
        return _open_window(journal, environment) if place % (2 * _AS_PROCESS) == 0 else ""


def _only_search(found: list[str]) -> bool:
    """Whether nothing but the search, which is made from the words, is not as it should be."""
    return all(each.startswith("The search ") for each in found)


def _hash(journal: Path) -> str:
    try:
        return rows_hash(journal, KEPT_TABLES)
    except (sqlite.Error, UnicodeError) as error:
        return str(error)


def _open_here(journal: Path) -> str:
    """As the window does it: open, read the list, write, close. Any error that is no fault of the file is ours."""
    workspace = Workspace(journal)
    try:
        workspace.open().wait(60)
        workspace.ask(list_calls, Sieve(), LATER).wait(60)
        workspace.perform(None, verbs.start_call, "Somebody new").wait(60)
    except (JournalFault, sqlite.Error, UnicodeError):
        pass  # told in the window as a sentence
    except Exception as error:
        return "" if is_damage(error) else f"{type(error).__name__}: {error}"
    finally:
        workspace.close()
    return ""


def _open_window(journal: Path, environment: dict[str, str]) -> str:
    process = programs.start(programs.forecall("--journal", journal), environment)
    try:
        ended = programs.wait_for(lambda: process.poll() is not None, 2.5, 0.05)
        return f"the window went away with {process.returncode}" if ended else ""
    finally:
        programs.kill(process)


def _kept(folder: Path, raw: bytes) -> bool:
    """Whether the file lies somewhere as it was, in its place or aside."""
    return any(path.read_bytes() == raw for path in folder.rglob("*") if path.is_file())
