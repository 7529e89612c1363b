"""What holds for all pages."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from forecall.ui.page import Desk
from forecall.ui.pages import PAGES, PageEntry


class Windows(QObject):
    """Notes what is shown as a window of its own, be it for a moment: it takes the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: str(entry.name))
def test_making_a_page_opens_no_window(entry: PageEntry, desk: Desk, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    page = entry.make(desk)
    qapp.removeEventFilter(windows)
    page.deleteLater()
    assert windows.shown == []
