"""The opening, large, to be read aloud while a clock runs."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.coach.speaking import LEAST_SECONDS, MOST_SECONDS, Watch, expected_length, measured_length
from forecall.dates import clock as clock_text
from forecall.ui.speech import Voice, engines
from forecall.ui.theme import colour, measure, px
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.arranging import Bar, read_as_laid
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.paint import panel
from forecall.ui.widgets.text import Label, PrimaryButton, QuietButton
from forecall.words import _

TICK_MS = 250
SHOWN = 3000
"""Characters of what is to be read; of a text that nobody would read aloud the rest is left out."""


class ReadingAloud(Group):
    """``measured`` carries the seconds of a reading. Where the system can speak, it can be heard as well."""

    measured = Signal(int)

    def __init__(self, clock: Callable[[], float], parent: QWidget | None = None) -> None:
        """``clock`` gives seconds that never go back."""
        super().__init__(_("The opening"), parent)
        self._watch = Watch(clock)
        self._text = self._last_time = ""
        self._paper = _Paper(self)
        self._sentence = Label("", "muted", self)
        self._last = Label("", "label", self)
        self._time = Label("", "question", self)
        self._button = PrimaryButton("", parent=self)
        self._button.clicked.connect(self._on_pressed)
        self._hear = QuietButton(_("Hear it"), parent=self)
        self._hear.clicked.connect(self._on_hear)
        self._hear.hide()
        self._voice = Voice(self)
        self._voice.ended.connect(self._offer_voice)
        self._voice.failed.connect(self._on_voice_failed)
        self._speaks: bool | None = None  # not asked yet
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._lay()
        self._rest("")

    @property
    def running(self) -> bool:
        """Whether it is being read."""
        return self._watch.running

    def show_opening(self, text: str, last_time: str) -> None:
        """Show what is to be read; a reading that is under way goes on."""
        self._last_time = last_time
        if text != self._text:
            self._text = text
            self._paper.words.setText(text if len(text) <= SHOWN else text[:SHOWN] + "…")
            self._voice.stop()
            self._rest(expected_length(text))
        if self._speaks is None:
            self._speaks = bool(engines())
        self._offer_voice()

    def focus_first(self) -> None:
        """The keyboard goes to what starts the clock."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """No clock runs where it is not seen, and nobody speaks; what was half read is not kept."""
        self._voice.stop()
        self._rest(expected_length(self._text) if self._text else "")
        super().hideEvent(event)

    def _on_pressed(self) -> None:
        if self.running:
            self._stop()
            return
        self._voice.stop()
        self._watch.start()
        self._button.set_words(_("Stop"))
        self._sentence.setText(_("Read it aloud, as you would say it to them."))
        self._tick.start()
        self._on_tick()
        self._say(_("The clock runs."))

    def _stop(self) -> None:
        self._watch.hold()
        seconds = min(self._watch.seconds, MOST_SECONDS)
        told = measured_length(seconds)
        self._rest(told, again=True)
        self._say(told)
        if LEAST_SECONDS <= seconds < MOST_SECONDS:
            self.measured.emit(seconds)

    def _on_tick(self) -> None:
        self._time.setText(clock_text(self._watch.seconds))
        if self._watch.seconds >= MOST_SECONDS:
            self._stop()

    def _rest(self, sentence: str, again: bool = False) -> None:
        self._tick.stop()
        self._watch.hold()
        self._sentence.setText(sentence)
        self._button.set_words(_("Read it once more") if again else _("Start reading"))
        self._time.setText(clock_text(self._watch.seconds) if again else "")
        self._last.setText(self._last_time)
        self._last.setVisible(bool(self._last_time) and not again)  # what was just measured says more

    def _on_hear(self) -> None:
        if self._voice.speaking:
            self._voice.stop()
        else:
            self._voice.say(self._text)
        self._offer_voice()

    def _on_voice_failed(self) -> None:
        """A voice that is not there is not offered a second time."""
        self._speaks = False
        self._sentence.setText(_("Your system cannot speak at the moment."))
        self._say(self._sentence.text())
        self.focus_first()

    def _offer_voice(self) -> None:
        self._hear.set_words(_("Be quiet") if self._voice.speaking else _("Hear it"))
        self._hear.setVisible(bool(self._speaks))

    def _say(self, words: str) -> None:
        announce(self, words)

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._sentence)
        self._time.setMinimumWidth(px(64))
        self._time.setMinimumHeight(self._button.sizeHint().height())
        self._time.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(Bar(self._button, self._hear, self._time))
        column.addWidget(self._last)
        # Below what is pressed: in large letters both are in sight, and the reading goes on downwards.
        column.addWidget(self._paper)
        column.addWidget(Label(_("Nothing is recorded. Only how long it took is kept."), "label", self))
        read_as_laid(column)


class _Paper(QWidget):
    """What is to be read, on a ground of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Label("", "large", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(22))
        column.addWidget(self.words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        panel(QPainter(self), QRectF(self.rect()), measure("radius:card"), colour("surface"), colour("border"))
