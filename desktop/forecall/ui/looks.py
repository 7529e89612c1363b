"""How the window looks, changed from wherever the person is: its colours, and the size of the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from forecall.settings import TEXT_SIZES, Settings
from forecall.words import _

if TYPE_CHECKING:
    from forecall.ui.main_window import MainWindow


_LOOKS_AGAIN_MS = 200
"""How soon after a dialog is gone the pages below it are made anew."""


def look_otherwise(window: "MainWindow", preference: str, value: object) -> None:
    """Change a preference of the look, and have the window follow."""
    setattr(window.desk.settings, preference, value)
    look_anew(window)


def look_anew(window: "MainWindow") -> None:
    """Have the window drawn as the preferences and the desktop want it by now.

    Its pages are made anew and read the journal: everything typed is in the file first, however long the disk refuses
    it, and a dialog that belongs to one of them is left first.
    """
    window.flush()
    if window.desk.is_open and window.desk.workspace.unsaved():
        window.desk.workspace.settled().then(lambda _none: look_anew(window))
    elif QApplication.activeModalWidget() is not None:
        QTimer.singleShot(_LOOKS_AGAIN_MS, window, lambda: look_anew(window))
    else:
        window.theme_chosen.emit()


def next_size(settings: Settings, step: int) -> float | None:
    """The size of the text one step up or down from the present one; ``None`` at the end."""
    sizes = [size for size in TEXT_SIZES if (size - settings.text_scale) * step > 0.001]
    return min(sizes, key=lambda size: abs(size - settings.text_scale), default=None)


def step_size(window: "MainWindow", step: int) -> None:
    """Make the text larger or smaller; says when it goes no further."""
    size = next_size(window.desk.settings, step)
    if size is not None:
        look_otherwise(window, "text_scale", size)
    else:
        window.say(_("The text is as large as it gets.") if step > 0 else _("The text is as small as it gets."))
