"""Row 1: the process is killed while an outside typist types; at most a second of typing is lost."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as sqlite

from tests.torture import programs
from tests.torture.journals import answers, copied, prepared, standing_at
from tests.torture.outcome import Outcome
from tests.torture.room import Room
from tests.torture.screen import Key, Typist, screen, type_until, window_of

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


@dataclass(frozen=True, slots=True)
class Box:
    """A box that is typed into, and how its words are read from the file."""

    journal: Path
    read: Callable[[], str]


def run(trials: int, seed: int, room: Room) -> Outcome:
    """Kill the window so many times."""
    outcome = Outcome()
    if missing := programs.missing_tools("Xvfb", "xdotool"):
        outcome.notes.append(f"not installed: {', '.join(missing)}")
        return outcome
    losses: list[float] = []
    unbroken = keys = 0
    with screen() as display:
        while outcome.trials < trials and room.time_left():
            rng = room.chance("kill", outcome.trials)
            pauses = outcome.trials % WITHOUT_PAUSE == 0
            box = _box(room, BOXES[outcome.trials % len(BOXES)])
            typed, killed, text, checked = _trial(room, box, display, rng, pauses)
            if not typed:
                outcome.notes.append(f"a trial was begun anew: {checked}")
                if len(outcome.notes) > 10 + trials // 10:
                    break
                continue
            unbroken += not pauses
            keys += len(typed)
            lost, wrong = judged(typed, killed, text)
            losses.append(lost)
            late = f"{lost:.2f} s of typing lost" if lost > PROMISED_S else ""
            outcome.tried(late, wrong, checked)
    outcome.notes.append(told(losses, unbroken, keys))
    return outcome


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
    journal = copied(prepared(room.folder), room.place("kill"))
    if page == "new_call":
        _stand_in_form(journal)
        return Box(journal, lambda: _draft(journal))
    call_id = standing_at(journal, page, key, step)
    return Box(journal, lambda: answers(journal, call_id).get(key, ""))


def _trial(
    room: Room, box: Box, display: dict[str, str], rng: Random, pauses: bool
) -> tuple[list[Key], float, str, str]:
    """The keys, the moment of the kill, what the file holds, and what a check says."""
    environment = programs.around(box.journal.parent, display)
    process = programs.start(programs.forecall("--journal", box.journal), environment)
    typist = Typist(environment)
    killed = 0.0
    try:
        window = window_of(process.pid, environment)
        if not window:
            return [], 0.0, "", "no window was to be seen"
        typist.says(f"windowfocus {window}")
        if not type_until(typist, PROBE, lambda: PROBE in _safely(box.read), 20.0):
            return [], 0.0, "", "no letter arrived"
        typist.begin(rng, pauses)
        time.sleep(rng.uniform(0.3, 3.5))
        killed = time.monotonic()
        programs.kill(process)
    finally:
        programs.kill(process)
        typed = [key for key in typist.stop() if key.at <= killed]
    checked = programs.run(programs.forecall("check", "--journal", box.journal), environment)
    wrong = checked.fell or ("" if checked.code == 0 else f"check says: {(checked.out + checked.err).strip()}")
    return typed, killed, box.read(), wrong


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


def _safely(read: Callable[[], str]) -> str:
    try:
        return read()
    except sqlite.OperationalError:
        return ""
