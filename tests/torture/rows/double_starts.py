"""Row 5: started twice on one journal: one writer, the second start ends in peace and raises the first window."""

import subprocess
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from tests.torture import programs
from tests.torture.journals import copied, findings, prepared
from tests.torture.outcome import Outcome
from tests.torture.room import Room
from tests.torture.screen import screen, window_of

LEAVES_WITHIN = 20.0
_MOST_SAID = 2000


def run(trials: int, seed: int, room: Room, *, fault: str = "", on_screen: bool = True) -> Outcome:
    """Start the program twice so many times; every other time under an X server, where the raise can be seen.

    The fault that can be planted, ``unlocked``, takes the first window's lock away.
    """
    outcome = Outcome()
    missing = programs.missing_tools("Xvfb", "xdotool") if on_screen else ["a screen"]
    nowhere: AbstractContextManager[dict[str, str]] = nullcontext({})
    together = raised = 0
    with nowhere if missing else screen() as display:
        while outcome.trials < trials and room.time_left():
            rng = room.chance("start", outcome.trials)
            shown = bool(display) and outcome.trials % 2 == 0
            apart = rng.uniform(0.0, 1.2) if not shown and rng.random() < 0.7 else 0.0
            together += not shown
            raised += shown
            folder = room.place("twice")
            journal = copied(prepared(room.folder), folder)
            outcome.tried(*_trial(journal, programs.around(folder, display if shown else {}), shown, apart, fault))
    outcome.notes.append(
        f"{together} pairs up to 1.2 s apart; {raised} under X, where the first was to get the keyboard back"
    )
    if missing:
        outcome.notes.append(f"that the first window comes forward was not seen: {', '.join(missing)} not there")
    return outcome


def _trial(journal: Path, environment: dict[str, str], shown: bool, apart: float, fault: str) -> list[str]:
    wrong = []
    said = _Said(journal.parent, programs.forecall("--journal", journal), environment)
    first = said.start("first")
    second = other = third = None
    try:
        if shown:
            window = window_of(first.pid, environment)
            time.sleep(1.0)
            other = _another_window(environment, journal.parent)
            second = said.start("second")
        else:
            window = ""
            time.sleep(apart)
            if fault == "unlocked":
                programs.wait_for(_lock(journal).exists, 10.0)
                _lock(journal).unlink()
            second = said.start("second")
        leaver = _who_leaves(first, second)
        if leaver is None:
            wrong.append("both stay open")
            return wrong
        stays = second if leaver is first else first
        if leaver.returncode != 0:
            wrong.append(f"the one that leaves ends with {leaver.returncode}")
        if shown and not programs.wait_for(lambda: _focus(environment) == window, 5.0):
            wrong.append("the first window did not come forward")
        if stays.poll() is not None:
            wrong.append("both went away")
        if not programs.wait_for(lambda: _writers(journal, [first.pid, second.pid]) == [stays.pid], 10.0):
            wrong.append(f"writers: {_writers(journal, [first.pid, second.pid])}, not only {stays.pid}")
        programs.kill(stays)
        third = said.start("third")
        if not programs.wait_for(lambda: _writers(journal, [third.pid]), 15.0):
            wrong.append("after a kill, the next start does not take over")
        elif third.poll() is not None:
            wrong.append("after a kill, the next start went away")
    finally:
        for process in filter(None, (first, second, third, other)):
            programs.kill(process)
    wrong += findings(journal)
    return [*wrong, *said.words()] if wrong else wrong


class _Said:
    """Starts of the program, and what each of them says on its error stream: a crash tells where it came from."""

    def __init__(self, folder: Path, command: list[str], environment: dict[str, str]) -> None:
        self._folder = folder
        self._command = command
        self._environment = {**environment, "PYTHONFAULTHANDLER": "1"}
        self._names: list[str] = []

    def start(self, name: str) -> "subprocess.Popen[str]":
        """Start it under a name of ours."""
        self._names.append(name)
        with self._place(name).open("w") as file:
            return programs.start(self._command, self._environment, stderr=file)

    def words(self) -> list[str]:
        """What those that said something said last."""
        told = ((name, self._place(name).read_text("utf-8", "replace").strip()) for name in self._names)
        return [f"the {name} said: {words[-_MOST_SAID:]}" for name, words in told if words]

    def _place(self, name: str) -> Path:
        return self._folder / f"{name}.said"


def _lock(journal: Path) -> Path:
    return journal.with_name(f".{journal.name}.lock")


def _another_window(environment: dict[str, str], folder: Path) -> "subprocess.Popen[str]":
    """A window of another program takes the keyboard."""
    another = programs.start(programs.forecall("--journal", folder / "other" / "other.db"), environment)
    window = window_of(another.pid, environment)
    subprocess.run(["xdotool", "windowraise", window, "windowfocus", "--sync", window], env=environment, check=False)
    return another


def _who_leaves(*processes: "subprocess.Popen[str]") -> "subprocess.Popen[str] | None":
    def look() -> "subprocess.Popen[str] | None":
        return next((process for process in processes if process.poll() is not None), None)

    return programs.wait_for(look, LEAVES_WITHIN)


def _focus(environment: dict[str, str]) -> str:
    asked = ["xdotool", "getwindowfocus"]
    return subprocess.run(asked, env=environment, capture_output=True, text=True).stdout.strip()


def _writers(journal: Path, pids: list[int]) -> list[int]:
    """Which of the processes hold the journal's log open for writing."""
    found = []
    for pid in pids:
        for link in Path(f"/proc/{pid}/fd").glob("*") if Path(f"/proc/{pid}").exists() else ():
            try:
                if link.resolve() == journal.with_name(f"{journal.name}-wal"):
                    found.append(pid)
                    break
            except OSError:
                continue
    return found
