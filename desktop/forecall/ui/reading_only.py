"""A window over a journal that can only be read: its boxes take no words, and a line above the page says why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from forecall.words import N_, _

if TYPE_CHECKING:
    from forecall.ui.main_window import MainWindow

SEARCHES = (N_("Find words"), N_("Find a client"), N_("Find in the guide"), N_("Find anything"))
"""The names of boxes whose words are looked for and kept nowhere."""

_BOXES = (QLineEdit, QTextEdit, QPlainTextEdit)


class ReadingOnly(QObject):
    """Belongs to one window, for as long as it is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.say_standing(
            _("This journal can only be read here. What you type is not kept."),
            _("Open another journal…"),
            window.choose_journal,
        )
        for box in window.findChildren(QWidget):
            self._close(box)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)  # pages and their boxes are made when they are first shown
        window.closing.connect(lambda: app.removeEventFilter(self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close a box before it can be typed in."""
        if event.type() == QEvent.Type.Show and isinstance(watched, _BOXES) and watched.window() is self._window:
            self._close(watched)
        return False

    def _close(self, box: QWidget) -> None:
        if isinstance(box, _BOXES) and box.accessibleName() not in {_(name) for name in SEARCHES}:
            box.setReadOnly(True)
