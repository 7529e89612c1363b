"""Where a window may stand when it is opened again: screens come and go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from forecall.settings import Settings


def take_place(window: "QWidget", settings: "Settings", usual: QSize) -> None:
    """Stand where the window stood the last time."""
    kept = settings.window
    window.setGeometry(on_screen(QRect(*kept) if len(kept) == 4 else None, usual))
    if settings.maximized:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def keep_place(window: "QWidget", settings: "Settings") -> None:
    """Remember where the window stands."""
    place = window.normalGeometry() if window.isMaximized() else window.geometry()
    settings.window = (place.x(), place.y(), place.width(), place.height())
    settings.maximized = window.isMaximized()


def on_screen(wanted: QRect | None, usual: QSize) -> QRect:
    """Where a window may stand: as it was wanted where a screen still shows it whole enough, else in the middle.

    ``usual`` is its size where none was wanted.
    """
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    room = QGuiApplication.primaryScreen().availableGeometry()
    if wanted is not None:
        room = next((each for each in screens if each.contains(wanted.center())), room)
    size = (wanted.size() if wanted is not None else usual).boundedTo(room.size())
    place = QRect(QPoint(0, 0), size)
    if wanted is None or not room.intersects(wanted):
        place.moveCenter(room.center())
        return place
    place.moveTo(
        max(room.left(), min(wanted.left(), room.right() + 1 - size.width())),
        max(room.top(), min(wanted.top(), room.bottom() + 1 - size.height())),
    )
    return place
