"""Where a person is in a few steps."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forecall.ui.theme import colour, px, type_font
from forecall.ui.widgets.chip import Chip, rove, step
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.paint import panel
from forecall.words import _


class Stepper(Group):
    """A bar with a word beneath for each step; press one, or use the arrows, to go there."""

    chosen = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None) -> None:
        """``steps`` are pairs of the key that ``chosen`` carries and the word that is shown."""
        super().__init__(name or _("Steps"), parent)
        self._keys = [key for key, _label in steps]
        self._chips: list[_Step] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for number, (_key, label) in enumerate(steps, 1):
            spoken = _("Step {number} of {count}: {step}").format(number=number, count=len(steps), step=label)
            chip = _Step(label, spoken, self)
            chip.clicked.connect(self._on_clicked)
            row.addWidget(chip, 1)
            self._chips.append(chip)
        self.set_current(self._keys[0] if self._keys else "")

    def current(self) -> str:
        """The step that is shown."""
        return next((key for key, chip in zip(self._keys, self._chips, strict=True) if chip.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Show another step as the one a person is at, without a signal."""
        at = self._keys.index(key) if key in self._keys else 0
        for index, chip in enumerate(self._chips):
            chip.set_picked(index == at)
            chip.reached = index <= at
            chip.update()
        rove(list(self._chips), at)
        if self._chips:
            self.setFocusProxy(self._chips[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move the focus; Space goes there."""
        at = next((index for index, chip in enumerate(self._chips) if chip.hasFocus()), None)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        to = step(event.key(), at, len(self._chips), rtl) if at is not None else None
        if to is None:
            super().keyPressEvent(event)
            return
        rove(list(self._chips), to)
        self._chips[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, _Step):
            key = self._keys[self._chips.index(chip)]
            self.set_current(key)
            self.chosen.emit(key)


class _Step(Chip):
    """One step."""

    def __init__(self, label: str, name: str, parent: QWidget) -> None:
        super().__init__(label, name, exclusive=True, parent=parent)
        self.reached = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The word beneath the bar."""
        width = QFontMetrics(type_font("label", semibold=True)).horizontalAdvance(self.text())
        return QSize(width + px(4), px(4 + 8 + 20 + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the word."""
        painter = QPainter(self)
        thick = px(4)
        bar = QRectF(0, px(2), self.width(), thick)
        token = "accent" if self.reached else "strong_border" if self._hovered else "border"
        panel(painter, bar, thick / 2, colour(token))
        painter.setFont(type_font("label", semibold=self.isChecked()))
        painter.setPen(colour("text" if self.isChecked() or self._hovered else "muted"))
        words = QRectF(0, px(10), self.width(), px(22))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        align = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(words, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus() and not self._by_mouse:
            width = min(self.width(), painter.fontMetrics().horizontalAdvance(shown))
            left = self.width() - width if rtl else 0
            painter.fillRect(QRectF(left, self.height() - px(4), width, 2), colour("focus"))
