"""The disk that forgets, and the processes that work beside it."""

import os
import signal
from pathlib import Path
from random import Random

from tests.torture import recording
from tests.torture.power import Disk
from tests.torture.recording import Deed
from tests.torture.watchdog import each

ROOT = Path("/disk")


def left_by(tmp_path: Path, *deeds: tuple[str, str, int, bytes]) -> set[tuple[tuple[str, bytes], ...]]:
    """All that was left in many cuts."""
    disk = Disk(ROOT)
    for kind, name, number, data in deeds:
        disk.does(Deed(kind, f"{ROOT}/{name}".rstrip("/"), number, data))
    found = set()
    for number in range(60):
        onto = tmp_path / str(number)
        disk.cut(Random(number), onto)
        found.add(tuple(sorted((path.name, path.read_bytes()) for path in onto.iterdir())))
    return found


NEW = (recording.CREATED, "a", 0, b"")
ONE = (recording.WRITTEN, "a", 0, b"one")
SYNC_FILE, SYNC_FOLDER = (recording.SYNCED, "a", 0, b""), (recording.SYNCED, "", 0, b"")


def test_what_is_flushed_stays(tmp_path: Path) -> None:
    assert left_by(tmp_path, NEW, ONE, SYNC_FILE, SYNC_FOLDER) == {(("a", b"one"),)}


def test_a_name_that_is_not_flushed_may_be_gone(tmp_path: Path) -> None:
    assert left_by(tmp_path, NEW, ONE, SYNC_FILE) == {(("a", b"one"),), ()}


def test_bytes_that_are_not_flushed_may_be_gone_or_torn(tmp_path: Path) -> None:
    two = (recording.WRITTEN, "a", 0, b"2" * 1024)
    left = {dict(files)["a"] for files in left_by(tmp_path, NEW, ONE, SYNC_FILE, SYNC_FOLDER, two)}
    assert {b"one", b"2" * 1024, b"2" * 512} <= left


def test_a_rename_is_whole_or_not_there(tmp_path: Path) -> None:
    moved = (recording.RENAMED, "a", 0, b"/disk/b")
    assert left_by(tmp_path, NEW, ONE, SYNC_FILE, SYNC_FOLDER, moved) == {(("a", b"one"),), (("b", b"one"),)}


def test_who_crashes_or_hangs_fails_alone() -> None:
    def work(place: int) -> int:
        if place == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        if place == 4:
            signal.pause()
        if place == 5:
            raise ValueError("no")
        return place * 10

    told = {place: (result, fell) for place, result, fell in each(work, range(7), 0.5, at_once=3)}
    assert told[2] == (None, "it was ended by SIGKILL")
    assert told[4] == (None, "it hung for 0.5 s")
    assert told[5] == (None, "ValueError: no")
    assert [told[place] for place in (0, 1, 3, 6)] == [(0, ""), (10, ""), (30, ""), (60, "")]
