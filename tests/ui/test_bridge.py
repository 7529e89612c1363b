"""News from other threads arrive on the window's thread, as signals."""

import threading
from typing import Any

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from forecall.journal import verbs
from forecall.ui.page import Desk


def test_a_callback_runs_on_the_windows_thread(desk: Desk, qtbot: QtBot) -> None:
    ran: list[bool] = []
    here = QThread.currentThread()
    teller = threading.Thread(target=lambda: desk.bridge.deliver(lambda: ran.append(QThread.currentThread() is here)))
    teller.start()
    teller.join()
    assert ran == []
    qtbot.waitUntil(lambda: ran == [True])


def test_changes_come_with_who_made_them_after_the_commit(desk: Desk, qtbot: QtBot) -> None:
    heard: list[Any] = []
    desk.bridge.changed.connect(lambda changes, initiator: heard.append((set(changes.calls), initiator)))
    call = desk.workspace.perform("me", verbs.start_call, "Northwind").wait()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [({call}, "me")]


def test_a_failed_act_is_told(desk: Desk, qtbot: QtBot) -> None:
    heard: list[BaseException] = []
    desk.bridge.failed.connect(heard.append)
    desk.workspace.perform("me", verbs.start_call, "  ")
    qtbot.waitUntil(lambda: bool(heard))
    assert str(heard[0])
