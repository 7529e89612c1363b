"""Keys that pick a choice from anywhere in a row."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.parts_view import PartsView

CAUSE_KEYS: Mapping[Qt.Key, str] = {Qt.Key.Key_Q: "question", Qt.Key.Key_P: "point", Qt.Key.Key_A: "answer"}
"""With Alt: what a cause of the premortem becomes."""


class PickKeys(QObject):
    """Alt and a letter pick a choice of one part, and let go of it when it is picked already."""

    def __init__(self, view: PartsView, part: str, keys: Mapping[Qt.Key, str]) -> None:
        """``keys`` are letters with the key of the choice."""
        super().__init__(view)
        self._view = view
        self._part = part
        self._keys = dict(keys)
        for control in view.findChildren(QWidget):
            control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and one of the letters."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            choice = self._keys.get(Qt.Key(event.key())) if alt else None
            if choice is not None:
                if self._view.value():
                    self._pick(choice)
                return True
        return super().eventFilter(watched, event)

    def _pick(self, choice: str) -> None:
        picker = self._view.control(self._part)
        if isinstance(picker, ChipPicker):
            self._view.flush()
            picker.set_picked([] if picker.keys() == [choice] else [choice])
            picker.picked.emit(picker.keys())
