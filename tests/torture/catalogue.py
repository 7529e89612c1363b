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
        18,
    ),
    Row(
        2,
        "power cut: nothing corrupt, nothing lost that was shown as saved",
        "the recorded writes of the real window cut at a moment, unsynced ones dropped, torn or in another order",
        "power_cuts",
        1000,
        9,
    ),
    Row(
        3,
        "disk full, write error: words stay, a notice, it recovers by itself",
        "the disk of the real window fills while somebody types, and has room again",
        "full_disks",
        48,
        9,
    ),
    Row(
        5,
        "started twice: one writer, the second raises the first; after a kill the next takes over",
        "two starts on one journal, at once or apart, then SIGKILL of the one that stayed and a third start",
        "double_starts",
        50,
        8,
    ),
    Row(
        8,
        "killed in the middle of a migration: old or new, nothing between",
        "SIGKILL at a random moment of the migration of an older journal, then the next start",
        "migrations",
        50,
        8,
    ),
)
"""The rows of the table in the README, in its order."""


def row(number: int) -> Row:
    """The row with a number."""
    return next(each for each in ROWS if each.number == number)
