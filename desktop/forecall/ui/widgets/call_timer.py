"""How long the call has run, large, beside how long it was planned to be."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forecall.dates import clock
from forecall.ui.theme import colour, px, type_font
from forecall.ui.widgets.spoken import Role
from forecall.words import _


class CallTimer(QWidget):
    """ "12:40 of 30"; in the colour of caution once it has run longer. Digits keep their places."""

    spoken_role = Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call_timer")
        self._seconds = 0
        self._length = 0
        self._running = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_time(0, 0, running=False)

    @property
    def is_over(self) -> bool:
        """Whether the call has run longer than planned."""
        return self._running and self._length > 0 and self._seconds > self._length * 60

    @property
    def words(self) -> str:
        """What is shown, on one line."""
        return " ".join(part for part in (clock(self._seconds), self._planned()) if part)

    def show_time(self, seconds: int, length: int, *, running: bool) -> None:
        """Show so many seconds of a call that was planned for ``length`` minutes."""
        before = self.sizeHint()
        self._seconds, self._length, self._running = seconds, length, running
        self.setAccessibleName(_("Time of the call: {time}").format(time=self.words))
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both on one line."""
        large = QFontMetrics(self._font())
        planned = QFontMetrics(type_font("label")).horizontalAdvance(self._planned())
        wide = large.horizontalAdvance(clock(self._seconds))
        return QSize(wide + (planned + px(8) if planned else 0) + 2, large.height())

    def minimumSizeHint(self) -> QSize:
        """The time is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the time and what was planned, on one base line."""
        painter = QPainter(self)
        font, small = self._font(), type_font("label")
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        large, time = QFontMetrics(font), clock(self._seconds)
        base = (self.height() + large.ascent() - large.descent()) / 2
        width, planned = large.horizontalAdvance(time), QFontMetrics(small).horizontalAdvance(self._planned())
        x = float(self.width() - width) if rtl else float(self.width() - width - (planned + px(8) if planned else 0))
        painter.setFont(font)
        painter.setPen(colour("caution" if self.is_over else "text" if self._running else "muted"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextDontClip)
        painter.drawText(QRectF(x, 0, width + 2, base + large.descent()), flags, time)
        painter.setFont(small)
        painter.setPen(colour("caution" if self.is_over else "muted"))
        rest = QRectF(0 if rtl else x + width + px(8), 0, planned + 2, base + QFontMetrics(small).descent())
        painter.drawText(rest, flags, self._planned())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _planned(self) -> str:
        return _("of {minutes}").format(minutes=self._length) if self._length else ""

    def _font(self) -> QFont:
        font = type_font("title", semibold=True)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font
