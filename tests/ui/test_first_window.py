"""One window to a journal."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from forecall.storage.faults import CannotWrite
from forecall.ui.first_window import FirstWindow


def test_a_second_start_does_not_get_the_journal_and_calls_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = FirstWindow(tmp_path / "journal.db"), FirstWindow(tmp_path / "journal.db")
    assert first.take()
    assert not second.take()
    first.listen()
    with qtbot.waitSignal(first.called):
        assert second.call()
    first.let_go()
    assert second.take()
    second.let_go()


def test_a_first_that_has_only_just_begun_is_waited_for(tmp_path: Path, qtbot: QtBot) -> None:
    """Both were started at once: the lock is taken, and nobody listens yet."""
    first, second = FirstWindow(tmp_path / "journal.db"), FirstWindow(tmp_path / "journal.db")
    assert first.take()
    assert not second.take()
    heard: list[bool] = []
    calling = threading.Thread(target=lambda: heard.append(second.call()))
    with qtbot.waitSignal(first.called):
        calling.start()
        QTimer.singleShot(150, first.listen)
    calling.join()
    assert heard == [True]
    first.let_go()


def test_nobody_hears_where_the_first_does_not_listen(tmp_path: Path) -> None:
    assert not FirstWindow(tmp_path / "journal.db").call()


def test_two_journals_are_two_windows(tmp_path: Path) -> None:
    one, other = FirstWindow(tmp_path / "one.db"), FirstWindow(tmp_path / "other.db")
    assert one.take()
    assert other.take()
    one.let_go()
    other.let_go()


def test_where_no_lock_can_be_made_the_window_opens(tmp_path: Path) -> None:
    assert FirstWindow(tmp_path / "no folder" / "journal.db").take()


ELSEWHERE = b"4711\nforecall\nanother-machine\n\n\n"


def test_the_lock_of_another_machine_is_never_taken_unasked(tmp_path: Path) -> None:
    (tmp_path / ".journal.db.lock").write_bytes(ELSEWHERE)
    window = FirstWindow(tmp_path / "journal.db")
    assert not window.take()
    assert window.held_by() == "another-machine"
    assert window.take_over()
    window.demand()
    window.let_go()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_left_by_a_crash_is_taken_over(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from forecall.ui.first_window import FirstWindow\n"
        "window = FirstWindow(Path(sys.argv[1])); assert window.take(); os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "journal.db")], check=False)
    assert (tmp_path / ".journal.db.lock").exists()
    window = FirstWindow(tmp_path / "journal.db")
    assert window.take()
    window.let_go()


def test_who_was_taken_over_may_not_write_and_leaves_the_others_lock(tmp_path: Path) -> None:
    lock = tmp_path / ".journal.db.lock"
    first = FirstWindow(tmp_path / "journal.db")
    assert first.take()
    first.demand()
    lock.unlink()
    lock.write_bytes(ELSEWHERE)
    with pytest.raises(CannotWrite, match="has taken this journal over"):
        first.demand()
    first.let_go()
    assert lock.read_bytes() == ELSEWHERE
    first.demand()  # nothing is held, nothing is refused


def test_who_was_taken_over_goes_on_when_the_other_has_left(tmp_path: Path) -> None:
    lock = tmp_path / ".journal.db.lock"
    first = FirstWindow(tmp_path / "journal.db")
    assert first.take()
    signed = lock.read_bytes()
    lock.unlink()
    first.demand()
    assert lock.read_bytes() == signed
    first.let_go()


def test_without_a_lock_nothing_is_demanded(tmp_path: Path) -> None:
    window = FirstWindow(tmp_path / "no folder" / "journal.db")
    assert window.take()
    window.demand()
    assert window.held_by() == ""
