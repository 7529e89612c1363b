"""The rows of the catalogue: what is promised, what one trial is, how often and for how long it is tried.

To add a row: a module in ``rows/`` with ``run(trials, seed, room) -> Outcome``, its line here, and a short version of
it, with a planted fault, in ``test_rows.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from tests.torture.outcome import Outcome
from tests.torture.room import Room


@dataclass(frozen=True, slots=True)
class Row:
    """A promise. ``minutes`` is the time it may take; a row that does not reach its count by then says so."""

    number: int
    promise: str
    trial: str
    module: str
    trials: int
    minutes: float

    def run(self) -> Callable[[int, int, Room], Outcome]:
        """What tries it; its module is imported now."""
        run: Callable[[int, int, Room], Outcome] = import_module(f"tests.torture.rows.{self.module}").run
        return run


ROWS = (
    Row(
        1,
        "killed while typing: at most a second lost",
        "an outside typist (xdotool, Xvfb) types into a real box, SIGKILL at a random moment, then forecall check",
        "kills",
        200,
        14,
    ),
    Row(
        2,
        "power cut: nothing corrupt, nothing lost that was shown as saved",
        "the recorded writes of the real window cut at a moment, unsynced ones dropped, torn or in another order",
        "power_cuts",
        1000,
        6,
    ),
    Row(
        3,
        "disk full, write error: words stay, a notice, it recovers by itself",
        "the disk of the real window fills or errs at each fsync; somebody types, tries to leave, and it works again",
        "full_disks",
        48,
        4,
    ),
    Row(
        4,
        "where nothing can be written, it opens for reading, says so, and changes nothing",
        "a folder, a file or both without rights to write, then list, check and the real window, without root's rights",
        "read_only",
        24,
        2,
    ),
    Row(
        5,
        "started twice: one writer, the second raises the first; after a kill the next takes over",
        "two starts on one journal, at once or apart, then SIGKILL of the one that stayed and a third start",
        "double_starts",
        50,
        5,
    ),
    Row(
        6,
        "a damaged file: no crash, no hang, no silent change, no empty journal in its place",
        "flipped bits, cuts, zeroed and swapped pages, garbage as log, other files, then check, list and the window",
        "damaged_files",
        1000,
        5,
    ),
    Row(
        7,
        "backups: sound when made, put back, kept when the journal is damaged, whole after a kill",
        "backup and restore as commands: put back, of a damaged journal, and killed in the middle of either",
        "backups",
        60,
        4,
    ),
    Row(
        8,
        "killed in the middle of a migration: old or new, nothing between",
        "SIGKILL at a random moment of the migration of an older journal, then the next start",
        "migrations",
        50,
        5,
    ),
    Row(
        9,
        "ten megabytes pasted: no freeze over half a second, or a refusal",
        "a paste in one line or many into the real window, with its heartbeat, and three letters after it",
        "pastes",
        10,
        1.5,
    ),
    Row(
        10,
        "every character round-trips, or is told of",
        "4,096 characters pasted into the real box, to the file, exported as JSON and Markdown, imported",
        "every_character",
        273,
        3.5,
    ),
    Row(
        11,
        "a bad import: one sentence, nothing half imported, no hang",
        "a changed archive through forecall import",
        "bad_imports",
        10_000,
        7,
    ),
    Row(
        12,
        "hostile Markdown and HTML: no file opened, no connection made",
        "every field, page, tip and export with hostile words, with all that is opened written down",
        "hostile_words",
        6,
        2,
    ),
    Row(
        17,
        "what was deleted for good is gone from the live file",
        "nine made-up words in as many places, deleted and purged, then looked for in every byte",
        "purged_words",
        60,
        1,
    ),
    Row(
        18,
        "files 0600, folders 0700, whatever the umask",
        "the window, a backup and a sample under umask 000, 077 and 022, without root's rights",
        "other_users",
        9,
        1,
    ),
    Row(
        20,
        "clocks and zones move: no promise missed or doubled, no backup thinned away",
        "the promises listed, or a ladder of backups made, under faketime in another year and zone",
        "moving_clocks",
        80,
        2,
    ),
    Row(
        21,
        "months of use: memory and file handles do not grow",
        "a call opened in the real window, all in one run",
        "months_of_use",
        5000,
        14,
    ),
    Row(
        22,
        "100,000 calls start, list and search like an empty journal",
        "a figure of the benchmarks beside an empty journal",
        "many_calls",
        6,
        8,
    ),
    Row(
        23,
        "any destructive act can be undone; an export changes no row",
        "one to three acts done and undone, or an export, with a hash over all rows",
        "undone_acts",
        400,
        3,
    ),
)
"""The rows of the table in the README, in its order."""


def row(number: int) -> Row:
    """The row with a number."""
    return next(each for each in ROWS if each.number == number)
