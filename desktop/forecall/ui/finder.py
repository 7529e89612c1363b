"""The palette of a window: opened over it, closed again, and what was chosen in it done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from forecall.ui.actions import ACTIONS, Action
from forecall.ui.page import Place

if TYPE_CHECKING:
    from forecall.coach.browsing import Entry
    from forecall.ui.main_window import MainWindow
    from forecall.ui.palette import Palette

_NOT_OFFERED = ("palette", "menu")
"""What leads to a list of actions is none of them."""


class Finder(QObject):
    """For one window. The keyboard goes back to where it was, whatever is chosen."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._palette: Palette | None = None
        self._before: QWidget | None = None

    def open(self) -> None:
        """Lay the palette over the window; what was typed there is on its way to the file first."""
        from forecall.ui.palette import Palette

        self._window.page.flush()
        self._before = QApplication.focusWidget()
        palette = Palette(self._window, self.offered(), of_call=bool(self._window.page.place.id))
        palette.left.connect(self._on_left)
        palette.action_chosen.connect(self._on_action_chosen)
        palette.place_chosen.connect(self._on_place_chosen)
        palette.phrase_chosen.connect(self._on_phrase_chosen)
        self._palette = palette
        palette.open()

    def offered(self) -> list[Action]:
        """The actions that would do something now."""
        return [each for each in ACTIONS if each.name not in _NOT_OFFERED and self._window.can(each)]

    def closes_for(self, name: str) -> bool:
        """An action's key was pressed: the palette makes way. Whether that was all that the key meant."""
        if self._palette is None:
            return False
        self.close()
        return name in ("back", "palette")

    def close(self) -> None:
        """Let go of the palette, if it is open: the window goes elsewhere, whoever wanted that."""
        palette, self._palette = self._palette, None
        if palette is None:
            return
        palette.let_go()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.page.focus_first()

    def _on_left(self) -> None:
        self.close()

    def _on_action_chosen(self, name: str) -> None:
        self.close()
        self._window.actions_by_name[name].trigger()

    def _on_place_chosen(self, place: Place) -> None:
        self.close()
        self._window.go(place)

    def _on_phrase_chosen(self, entry: "Entry") -> None:
        written_in = self._window.last_box.is_it(self._before)
        self.close()
        if written_in:
            self._window.last_box.insert(entry.words)
        else:
            self._window.go(Place("guide", step=entry.key))
