"""Where a row works: a folder of its own that goes away with it, chance that can be repeated, and a time to end."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random


@dataclass(slots=True)
class Room:
    """``folder`` goes away with the row; ``ends_at`` is on the monotonic clock."""

    folder: Path
    seed: int
    ends_at: float

    def time_left(self) -> bool:
        """Whether the row may begin another trial."""
        return time.monotonic() < self.ends_at

    def chance(self, *of: object) -> Random:
        """Random numbers that are the same for the same seed and the same trial."""
        return Random(f"{self.seed} {of}")

    def place(self, name: str) -> Path:
        """A new, empty folder."""
        for number in count():
            path = self.folder / f"{name}-{number}"
            try:
                path.mkdir(mode=0o700)
            except FileExistsError:
                continue
            return path
        raise AssertionError


@contextmanager
def opened(seed: int, seconds: float) -> Iterator[Room]:
    """A room for one row."""
    folder = Path(tempfile.mkdtemp(prefix="forecall-torture-"))
    try:
        yield Room(folder, seed, time.monotonic() + seconds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
