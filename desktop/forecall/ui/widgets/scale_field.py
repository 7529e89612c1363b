"""A scale from 0 to 10 with a word at each end."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.chip import Chip, rove, step
from forecall.ui.widgets.flow_layout import FlowLayout
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.text import Label
from forecall.words import _

TYPING_MS = 900


class ScaleField(Group):
    """Eleven cells, one picked or none. Digits type the value, arrows change it, Delete takes it back."""

    scaled = Signal(object)

    def __init__(self, name: str, low: str = "", high: str = "", *, parent: QWidget | None = None) -> None:
        """``low`` and ``high`` are the words at the ends."""
        super().__init__(name, parent)
        self._value: int | None = None
        self._typed_one = QTimer(self)  # runs while a 0 would make the 1 just typed a 10
        self._typed_one.setSingleShot(True)
        self._typed_one.setInterval(TYPING_MS)
        self._chips = [Chip(str(n), self._name_of(n, low, high), exclusive=True, cell=True) for n in range(11)]
        self._lay(low, high)
        rove(self._chips, 0)
        self.setFocusProxy(self._chips[0])

    def value(self) -> int | None:
        """0 to 10, or none."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a value without a signal."""
        self._value = value if value is not None and 0 <= value <= 10 else None
        for number, chip in enumerate(self._chips):
            chip.set_picked(number == self._value)
        reach = self._value if self._value is not None else 0
        rove(self._chips, reach)
        self.setFocusProxy(self._chips[reach])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, Home, End, Delete."""
        key = event.key()
        if event.text().isdecimal() and event.text().isascii():
            self._type(int(event.text()))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._change(None)
        elif (to := self._led(key)) is not None:
            self._change(to)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _name_of(number: int, low: str, high: str) -> str:
        if number == 0 and low:
            return f"0, {low}"
        return f"10, {high}" if number == 10 and high else str(number)

    def _lay(self, low: str, high: str) -> None:
        flow = FlowLayout(self, px(6), px(6))
        if low:
            flow.addWidget(self._end(low))
        for chip in self._chips:
            flow.addWidget(chip)
            chip.clicked.connect(self._on_clicked)
        if high:
            flow.addWidget(self._end(high))

    def _end(self, word: str) -> Label:
        label = Label(word, "label")
        label.setFixedHeight(px(34))
        label.setContentsMargins(0, 0, px(6), 0)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return label

    def _led(self, key: int) -> int | None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._value is None:
            focused = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), 0)
            return focused if step(key, focused, 11, rtl) is not None else None
        return step(key, self._value, 11, rtl)

    def _type(self, digit: int) -> None:
        ten = digit == 0 and self._typed_one.isActive()
        self._typed_one.stop()
        self._change(10 if ten else digit)
        if digit == 1:
            self._typed_one.start()

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            number = self._chips.index(chip)
            self._change(None if number == self._value else number)

    def _change(self, value: int | None) -> None:
        held = any(chip.hasFocus() for chip in self._chips)
        changed = value != self._value
        self.set_value(value)
        if held:
            self._chips[value or 0].setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.scaled.emit(value)


def ends() -> tuple[str, str]:
    """The words at the ends of the scale of how steady a person feels."""
    return _("shaken"), _("steady")
