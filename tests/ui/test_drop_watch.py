"""Files can be dropped anywhere on the window, also where a box would take them for words."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from forecall.ui.drop_sign import DropSign, files_in
from forecall.ui.drop_watch import DropWatch

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*paths: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path) for path in paths])
    return mime


def test_only_files_that_can_come_in_are_welcome(tmp_path: Path) -> None:
    table, other = tmp_path / "a.csv", tmp_path / "a.exe"
    assert files_in(files(table)) == [table]
    assert files_in(files(tmp_path)) == [tmp_path]
    for mime in (files(table, other), files("https://example.com/a.csv"), QMimeData()):
        assert files_in(mime) == []


def test_a_sign_lies_over_the_window_until_they_are_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLineEdit())
    watch = DropWatch(window)
    window.show()
    watch.begin()
    watch.begin()
    dropped: list[list[Path]] = []
    watch.dropped.connect(dropped.append)
    for mime, shown in ((files(tmp_path / "a.exe"), False), (files(tmp_path / "a.csv"), True)):
        event = QDragEnterEvent(QPoint(9, 9), COPY, mime, LEFT, NO_KEY)
        QCoreApplication.sendEvent(window.windowHandle(), event)
        sign = window.findChild(DropSign)
        assert (sign is not None and sign.isVisible()) is shown
    sign = window.findChild(DropSign)
    assert sign is not None
    assert sign.geometry() == window.rect()
    sign.dragLeaveEvent(QDragLeaveEvent())
    assert not sign.isVisible()
    sign.cover([tmp_path / "a.csv"])
    mime = files(tmp_path / "a.csv")
    sign.dropEvent(QDropEvent(QPointF(9, 9), COPY, mime, LEFT, NO_KEY))
    assert dropped == [[tmp_path / "a.csv"]]
    assert not sign.isVisible()
