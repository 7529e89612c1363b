"""Row 1: the process is killed while an outside typist types; at most a second of typing is lost."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as sqlite

from tests.torture import programs
from tests.torture.journals import answers, copied, prepared, standing_at
from tests.torture.outcome import Outcome
from tests.torture.room import Room
from tests.torture.screen import Key, Typist, screen, type_until, window_of

SCREENS = 2
"""On each a window begins or is checked while somebody types on the other."""

PROMISED_S = 1.0
PROBE = "x"
"""Typed until it arrives, before the trial begins; the typist's own words hold none."""

BOXES = (
    ("prepare", "issue", "issue"),
    ("prepare", "approach", "opening"),
    ("prepare", "approach", "ask"),
    ("new_call", "", "client"),
)
"""Page, step and question: two answers, the first entry of a list, and a form that is no call yet."""

WITHOUT_PAUSE = 3
"""Of so many trials, two are typed without any pause."""

LONGEST_S = 2.5
"""Of typing before the kill: three times the longest that the window may keep words to itself."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box that is typed into: a journal that opens there, and how a copy of it is asked for the words."""

    journal: Path
    read: Callable[[Path], str]


@dataclass(slots=True)
class _Killed:
    """What came of one trial."""

    typed: list[Key]
    at: float
    text: str
    wrong: str


@dataclass(slots=True)
class _Series:
    """The trials that all screens share; each takes the next number."""

    trials: int
    room: Room
    boxes: list[Box]
    done: dict[int, _Killed] = field(default_factory=dict)
    anew: list[str] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=count)

    def on_a_screen(self) -> None:
        """Kill one window after the other on a screen of its own, until all are done or the time is over."""
        with screen() as display:
            while self.room.time_left() and (number := next(self.numbers)) < self.trials:
                self._until_typed(number, display)

    def _until_typed(self, number: int, display: dict[str, str]) -> None:
        """A trial in which no letter arrived is begun anew, and said; with too many of them the row ends."""
        box = self.boxes[number % len(self.boxes)]
        while self.room.time_left() and len(self.anew) <= 10 + self.trials // 10:
            killed = _trial(self.room, box, display, self.room.chance("kill", number), _pauses(number))
            if killed.typed:
                self.done[number] = killed
                return
            self.anew.append(f"a trial was begun anew: {killed.wrong}")


def run(trials: int, seed: int, room: Room) -> Outcome:
    """Kill the window so many times."""
    outcome = Outcome()
    if missing := programs.missing_tools("Xvfb", "xdotool"):
        outcome.notes.append(f"not installed: {', '.join(missing)}")
        return outcome
    series = _Series(trials, room, [_box(room, where) for where in BOXES])
    with ThreadPoolExecutor(SCREENS) as screens:
        for each in [screens.submit(series.on_a_screen) for _screen in range(SCREENS)]:
            each.result()
    losses: list[float] = []
    for _number, killed in sorted(series.done.items()):
        lost, wrong = judged(killed.typed, killed.at, killed.text)
        losses.append(lost)
        outcome.tried(f"{lost:.2f} s of typing lost" if lost > PROMISED_S else "", wrong, killed.wrong)
    unbroken = sum(not _pauses(number) for number in series.done)
    keys = sum(len(killed.typed) for killed in series.done.values())
    outcome.notes += [*series.anew, told(losses, unbroken, keys)]
    return outcome


def _pauses(number: int) -> bool:
    return number % WITHOUT_PAUSE == 0


def judged(typed: list[Key], killed: float, text: str) -> tuple[float, str]:
    """The seconds from the oldest key that is missing to the kill, and what is wrong with the words that are there."""
    words = "".join(key.letter for key in typed)
    kept = text.lstrip(PROBE)
    if not (words.startswith(kept) or kept == words):
        # A box that holds one entry lets go of a space at its end, which the next letter brings back.
        return 0.0, f"the file holds words that were not typed: {kept[-40:]!r}"
    missing = typed[len(kept) :]
    while missing and missing[0].letter == " ":
        missing = missing[1:]
    return (killed - missing[0].at if missing else 0.0), ""


def told(losses: list[float], unbroken: int, keys: int) -> str:
    """The spread of what was lost."""
    if not losses:
        return "nothing was typed"
    ordered = sorted(losses)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return (
        f"age of the oldest missing key at the kill, counted from before it was handed to X: worst {ordered[-1]:.2f} s,"
        f" p99 {p99:.2f} s, median {ordered[len(ordered) // 2]:.2f} s; {keys:,} keys, {unbroken} kills without a pause"
    )


def _box(room: Room, where: tuple[str, str, str]) -> Box:
    page, step, key = where
    journal = copied(prepared(room.folder), room.place("box"))
    if page == "new_call":
        _stand_in_form(journal)
        return Box(journal, _draft)
    call_id = standing_at(journal, page, key, step)
    return Box(journal, lambda copy: answers(copy, call_id).get(key, ""))


def _trial(room: Room, box: Box, display: dict[str, str], rng: Random, pauses: bool) -> _Killed:
    """Start, type, kill, and check what the file holds."""
    journal = copied(box.journal, room.place("kill"))
    environment = programs.around(journal.parent, display)
    process = programs.start(programs.forecall("--journal", journal), environment)
    typist = Typist(environment)
    killed = 0.0
    try:
        window = window_of(process.pid, environment)
        if not window:
            return _Killed([], 0.0, "", "no window was to be seen")
        typist.says(f"windowfocus {window}")
        if not type_until(typist, PROBE, lambda: PROBE in _safely(box.read, journal), 20.0):
            return _Killed([], 0.0, "", "no letter arrived")
        typist.begin(rng, pauses)
        time.sleep(rng.uniform(0.3, LONGEST_S))
        killed = time.monotonic()
        programs.kill(process)
    finally:
        programs.kill(process)
        typed = [key for key in typist.stop() if key.at <= killed]
    checked = programs.run(programs.forecall("check", "--journal", journal), environment)
    wrong = checked.fell or ("" if checked.code == 0 else f"check says: {(checked.out + checked.err).strip()}")
    return _Killed(typed, killed, box.read(journal), wrong)


def _stand_in_form(journal: Path) -> None:
    from forecall.journal import verbs
    from forecall.ui.trail import PLACE_DRAFT
    from forecall.workspace.workspace import Workspace

    workspace = Workspace(journal)
    workspace.open()
    place = {"page": "new_call", "id": "", "step": "", "key": ""}
    workspace.perform(None, verbs.keep_draft, PLACE_DRAFT, json.dumps(place)).wait()
    workspace.close()


def _draft(journal: Path) -> str:
    connection = sqlite.connect(f"{journal.absolute().as_uri()}?mode=rw", uri=True)
    try:
        found = connection.execute("SELECT value FROM draft WHERE name = 'new call'").fetchone()
    finally:
        connection.close()
    return str(json.loads(found[0]).get("client", "")) if found else ""


def _safely(read: Callable[[Path], str], journal: Path) -> str:
    try:
        return read(journal)
    except sqlite.OperationalError:
        return ""
