"""Widgets in the light theme, shown in a window of their own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.theme import Theme, apply, load_theme
from tests.conftest import RESOURCES

Show = Callable[..., QWidget]


@pytest.fixture
def theme() -> Theme:
    return load_theme(RESOURCES / "themes", "light")


@pytest.fixture
def dressed(qapp: QApplication, theme: Theme) -> Iterator[QApplication]:
    font, palette = qapp.font(), QPalette(qapp.palette())
    apply(qapp, theme)
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    for name in qapp.dynamicPropertyNames():
        qapp.setProperty(name.toStdString(), None)


@pytest.fixture
def show(qtbot: QtBot, dressed: QApplication) -> Iterator[Show]:
    """Shows widgets below each other in one active window, which is returned."""
    shown: list[QWidget] = []

    def show_widgets(*widgets: QWidget, width: int = 600) -> QWidget:
        window = QWidget()
        shown.append(window)  # pytest-qt holds it weakly
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, 500)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show_widgets
    for window in shown:
        window.close()
        window.deleteLater()


def heard(widget: QWidget) -> tuple[QAccessible.Role, str]:
    """The role and the name that a screen reader is told."""
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role(), interface.text(QAccessible.Text.Name)


def drawn(widget: QWidget) -> bytes:
    """The widget's picture, to tell two of them apart."""
    image = widget.grab().toImage()
    return bytes(image.constBits())
