"""Picking one or several of a few words."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.chip import Chip, rove, step
from forecall.ui.widgets.flow_layout import FlowLayout
from forecall.ui.widgets.group import Group


class ChipPicker(Group):
    """Pills that wrap. Arrows move, Space picks and lets go; with ``at_most`` the oldest pick gives way."""

    picked = Signal(list)

    def __init__(
        self,
        choices: tuple[tuple[str, str], ...],
        many: bool,
        name: str,
        *,
        at_most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``choices`` are pairs of the key that is kept and the word that is shown."""
        super().__init__(name, parent)
        self._many = many
        self._at_most = at_most
        self._keys = [key for key, _label in choices]
        self._picked: list[str] = []
        layout = FlowLayout(self, px(6), px(6))
        self._chips = [Chip(label, label, exclusive=not many, parent=self) for _key, label in choices]
        for chip in self._chips:
            layout.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
        rove(self._chips, 0)
        if self._chips:
            self.setFocusProxy(self._chips[0])

    def keys(self) -> list[str]:
        """What is picked, in the order it was picked, keys that are not offered here included."""
        return list(self._picked)

    def set_picked(self, keys: Iterable[str]) -> None:
        """Show ``keys`` as picked, without a signal. A key that is not offered here is kept all the same."""
        self._picked = list(dict.fromkeys(keys))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move from one pill to the next."""
        focused = self._focused()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        to = step(event.key(), focused, len(self._chips), rtl) if focused is not None else None
        if to is None:
            super().keyPressEvent(event)
            return
        rove(self._chips, to)
        self._chips[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> int | None:
        return next((index for index, chip in enumerate(self._chips) if chip.hasFocus()), None)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        index = self._chips.index(chip)
        key = self._keys[index]
        if key in self._picked:
            self._picked.remove(key)
        elif not self._many:
            self._picked = [key]
        else:
            # The oldest gives way, so that a press always does something.
            offered = [held for held in self._picked if held in self._keys]
            if self._at_most and len(offered) >= self._at_most:
                self._picked.remove(offered[0])
            self._picked.append(key)
        self._show()
        rove(self._chips, index)
        self.picked.emit(self.keys())

    def _show(self) -> None:
        for key, chip in zip(self._keys, self._chips, strict=True):
            chip.set_picked(key in self._picked)
        if self._focused() is None:
            first = next((index for index, key in enumerate(self._keys) if key in self._picked), 0)
            rove(self._chips, first)
            if self._chips:
                self.setFocusProxy(self._chips[first])
