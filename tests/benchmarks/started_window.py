"""Starts the program as ``forecall`` does, and notes when its first frame, Today and typed words are there.

Arguments: the journal; ``type`` to send Ctrl+N and a name at the first frame; a file for a picture of that frame.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

import forecall.app
from forecall import cli
from forecall.ui.pages.today_page import TodayPage
from tests.benchmarks.marks import Marks, after_paint, stay_until_told

NAME = "Northwind"

marks = Marks()
journal, mode, *pictures = sys.argv[1:]


class _FirstPaint(QObject):
    """Waits for the first paint of the window; the program itself is not touched."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            after_paint(_on_first_frame)
        return False


def _on_first_frame() -> None:
    marks.set("first_frame")
    if pictures:
        _keep_picture(Path(pictures[0]))
    if mode == "type":
        _type()


def _keep_picture(path: Path) -> None:
    """The frame as it stands on the screen; drawing it anew would be another frame."""
    QApplication.primaryScreen().grabWindow(program.window.winId()).save(str(path))


def _type() -> None:
    from PySide6.QtTest import QTest

    handle = program.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    for letter in NAME:
        QTest.keyClick(handle, letter)  # type: ignore[call-overload]
    _look_for_name()


def _look_for_name() -> None:
    box = program.window.findChild(QLineEdit, "client")
    if box is not None and box.text() == NAME:
        after_paint(lambda: _done("typed"))
    else:
        after_paint(_look_for_name)


def _done(name: str) -> None:
    marks.set(name)
    if name == ("typed" if mode == "type" else "filled"):
        marks.tell()


def _run(arguments: list[str], path: Path) -> int:
    global program
    app, program = forecall.app.build(arguments, path)
    program.window.installEventFilter(first_paint)
    today = program.window.page
    assert isinstance(today, TodayPage)
    today.filled.connect(lambda: after_paint(lambda: _done("filled")))
    stay_until_told()
    program.show()
    return app.exec()


program: forecall.app.Forecall
first_paint = _FirstPaint()
forecall.app.run = _run  # type: ignore[assignment]
sys.exit(cli.run(["--journal", journal]))
