"""Row 20: clocks jump and zones change; no promise is missed or doubled, and no backup is thinned away by it."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from forecall.journal import verbs
from forecall.storage.backup import list_backups
from forecall.workspace.workspace import Workspace
from tests.torture import programs
from tests.torture.journals import copied, findings, prepared, rows_hash
from tests.torture.outcome import Outcome
from tests.torture.room import Room

ZONES = (
    "UTC",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "America/St_Johns",
)
YEARS = (-8, -1, 1, 9)


def run(trials: int, seed: int, room: Room, *, fault: str = "") -> Outcome:
    """Move the clock and the zone so many times. The fault ``drops`` takes a promise, or an old backup, away."""
    outcome = Outcome()
    if missing := programs.missing_tools("faketime"):
        outcome.notes.append(f"not installed: {', '.join(missing)}")
        return outcome
    journal = copied(prepared(room.folder, 60), room.place("clocks"))
    kept = rows_hash(journal)
    listed = _promises(journal, "UTC", datetime.now(UTC))
    jumps = 0
    while outcome.trials < trials and room.time_left():
        rng = room.chance("clock", outcome.trials)
        if outcome.trials % 5 == 4:
            jumps += 1
            outcome.tried(*_backups(copied(journal, room.place("ladder")), rng, fault))
            continue
        zone, at = (
            rng.choice(ZONES),
            datetime.now(UTC) + timedelta(days=365 * rng.choice(YEARS), hours=rng.random() * 9000),
        )
        found = _promises(journal, zone, at)
        if fault == "drops":
            found = found[1:]
        same = sorted(found) == sorted(listed)
        wrong = "" if same else f"{len(found)} promises in {zone} at {at:%Y-%m-%d}, not {len(listed)}"
        outcome.tried(wrong, "" if rows_hash(journal) == kept else "reading has changed the journal")
    outcome.notes.append(
        f"{len(listed)} promises listed in {len(ZONES)} zones, up to 9 years off; {jumps} ladders of backups"
    )
    return outcome


def _promises(journal: Path, zone: str, at: datetime) -> list[tuple[str, str, str]]:
    """What is promised, as a machine with that clock and zone lists it."""
    told = _run(journal, zone, at, "list", "promises", "--all", "--json")
    return [(each["id"], each["due"] or "", each["done_at"] or "") for each in json.loads(told)]


def _backups(journal: Path, rng: Random, fault: str) -> list[str]:
    """A backup a day, then a clock that is years off, then the right one again: those of the days are all there."""
    now = datetime.now(UTC)
    days = rng.randint(3, 8)
    for day in range(days):
        _change(journal, rng)
        _back_up(journal, now - timedelta(days=days - day))
    made = [each.path for each in list_backups(journal)]
    jump = timedelta(days=365 * rng.choice(YEARS))
    for hour in range(rng.randint(1, 4)):
        _change(journal, rng)
        _back_up(journal, now + jump + timedelta(days=hour))
    _change(journal, rng)
    _back_up(journal, now)
    if fault == "drops":
        made[0].unlink()
    wrong = [f"after a jump of {jump.days} days {path.name} is gone" for path in made if not path.exists()]
    newest = max((each.path for each in list_backups(journal)), key=lambda path: path.stat().st_mtime_ns)
    if len(made) != days:
        wrong.append(f"{len(made)} backups of {days} days")
    return [*wrong, *findings(newest)]


def _change(journal: Path, rng: Random) -> None:
    workspace = Workspace(journal)
    workspace.open()
    workspace.perform(None, verbs.start_call, f"Client {rng.random()}").wait()
    workspace.close()


def _run(journal: Path, zone: str, at: datetime, *arguments: str) -> str:
    return _at(journal, zone, at, programs.forecall(*arguments, "--journal", journal))


def _back_up(journal: Path, at: datetime) -> None:
    """As a start does when something has changed; one that was asked for is kept apart."""
    script = "import sys, pathlib; from forecall.storage.backup import back_up; "
    script += "back_up(pathlib.Path(sys.argv[1]), reason='start')"
    _at(journal, "UTC", at, [sys.executable, "-c", script, str(journal)])


def _at(journal: Path, zone: str, at: datetime, command: list[str]) -> str:
    # faketime reads its own words in the zone of the process; UTC there, and the zone only for the program.
    clock = ["faketime", f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}", "env", f"TZ={zone}"]
    ended = programs.run([*clock, *command], programs.around(journal.parent))
    if ended.code != 0:
        raise RuntimeError(f"{command[:4]}: {ended.fell or ended.err.strip()}")
    return ended.out
