"""One window to a journal."""

import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

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
