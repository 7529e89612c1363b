"""One minute of slow breath: a circle that grows and shrinks, or a countdown in words where nothing is to move."""

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from forecall.ui.theme import colour, px
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _, ngettext

SECONDS = 60
IN, OUT = 4.0, 6.0
"""Seconds of one breath in and out: six breaths a minute."""

_FRAME_MS, _STILL_MS = 40, 500


@dataclass(frozen=True, slots=True)
class Breath:
    """Where a breath stands: in or out, and how full the lungs are, 0 to 1."""

    inward: bool
    fullness: float


def breath_at(seconds: float) -> Breath:
    """The breath after so many seconds; it turns softly at both ends."""
    at = seconds % (IN + OUT)
    if at < IN:
        return Breath(True, (1 - math.cos(math.pi * at / IN)) / 2)
    return Breath(False, (1 + math.cos(math.pi * (at - IN) / OUT)) / 2)


def motion_reduced(asked: bool) -> bool:
    """Whether nothing should move: the person asked for it here, or in the settings of their system."""
    if asked or (sys.platform == "win32" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)):
        return True
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0


class Pacer(Group):
    """Waits until it is begun, runs for a minute, and can be stopped at any time. ``ended`` is a whole minute."""

    ended = Signal()

    def __init__(
        self, still: bool = False, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        """``still`` moves nothing."""
        super().__init__(_("One minute of slow breath"), parent)
        self._clock = clock
        self._begun_at = 0.0
        self._inward: bool | None = None
        self._circle = _Circle(self)
        self._words = Label("", "question")
        self._left = Label("", "muted")
        self._button = LinkButton(_("Begin the minute"))
        self._button.clicked.connect(self._on_pressed)
        self._tick = QTimer(self)
        self._tick.setInterval(_STILL_MS if still else _FRAME_MS)
        self._tick.timeout.connect(self._on_tick)
        self._lay()
        self._circle.setVisible(not still)
        words = _("In for four, out for six.") if still else _("Breathe with the circle, or just sit.")
        self._rest(words, _("Six slow breaths"))

    @property
    def running(self) -> bool:
        """Whether the minute runs."""
        return self._tick.isActive()

    def begin(self) -> None:
        """Begin the minute."""
        self._begun_at = self._clock()
        self._inward = None
        self._button.set_words(_("Stop"))
        self._tick.start()
        self._on_tick()

    def stop(self) -> None:
        """Stop before the minute is over."""
        if self.running:
            self._rest(_("That is enough. Sit tall."), "")

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs where it is not seen."""
        self.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stand beside the circle where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= px(400)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _on_pressed(self) -> None:
        if self.running:
            self.stop()
        else:
            self.begin()

    def _on_tick(self) -> None:
        passed = self._clock() - self._begun_at
        if passed >= SECONDS:
            self._rest(_("That was the minute. Sit tall."), "")
            self.ended.emit()
            return
        breath = breath_at(passed)
        self._circle.show_breath(breath.fullness, passed / SECONDS)
        left = math.ceil(SECONDS - passed)
        self._left.setText(ngettext("{count} second left", "{count} seconds left", left))
        if breath.inward is not self._inward:
            self._inward = breath.inward
            self._say(_("Breathe in") if breath.inward else _("Breathe out, slowly"))

    def _rest(self, words: str, left: str) -> None:
        was = self.running
        self._tick.stop()
        self._circle.show_breath(0.0, 0.0)
        self._button.set_words(_("Once more") if was else _("Begin the minute"))
        self._left.setText(left)
        self._words.setText(words)
        if was:
            self._say(words)

    def _say(self, words: str) -> None:
        self._words.setText(words)
        announce(self, words)

    def _lay(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(px(2))
        beside.addStretch(1)
        beside.addWidget(self._words)
        beside.addWidget(self._left)
        beside.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, px(4), 0, px(8))
        self._row.setSpacing(px(24))
        self._row.addWidget(self._circle)
        self._row.addLayout(beside, 1)


class _Circle(QWidget):
    """The breath as a disc, and the minute as a thin ring around it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("breath")
        self._fullness = 0.0
        self._passed = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(px(144), px(144))

    def show_breath(self, fullness: float, passed: float) -> None:
        """Both from 0 to 1."""
        self._fullness, self._passed = fullness, passed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring and disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(colour("border"), 2))
        painter.drawEllipse(ring)
        painter.setPen(QPen(colour("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._passed:
            painter.drawArc(ring, 90 * 16, -round(360 * 16 * self._passed))
        reach = ring.width() / 2 * (0.42 + 0.5 * self._fullness)
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(colour("accent_soft"))
        painter.drawEllipse(ring.center(), reach, reach)
