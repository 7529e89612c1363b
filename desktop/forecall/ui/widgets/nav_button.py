"""One place to go, in the side bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forecall.ui.theme import colour, measure, px, type_font
from forecall.ui.widgets.paint import panel, ringed
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import QuietButton, plain_tip


class NavButton(QuietButton):
    """An icon and a word; checked while its page is shown. ``narrow`` shows the icon alone."""

    spoken_role = Role.PageTab

    def __init__(self, text: str, icon: QIcon, *, name: str = "", key: str = "", parent: QWidget | None = None) -> None:
        """``key`` is shown in the tip."""
        super().__init__(text, name=name, icon=icon, parent=parent)
        self._narrow = False
        self.setCheckable(True)
        self.setToolTip(plain_tip(f"{text} ({key})") if key else "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the word out where there is no room for it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """The window says which page is shown."""

    def sizeHint(self) -> QSize:
        """The icon and the word."""
        words = QFontMetrics(type_font("body", semibold=True)).horizontalAdvance(self.text())
        return QSize(px(44) if self._narrow else px(12 + 20 + 10 + 12) + words, px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        rect, radius = QRectF(self.rect()), measure("radius:button")
        if self.ring_shown():
            rect, radius = ringed(painter, rect, radius)
        chosen = self.isChecked()
        if chosen or self._hovered:
            panel(painter, rect, radius, colour("accent_soft" if chosen else "hover"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = px(20)
        left = (self.width() - side) / 2 if self._narrow else px(12)
        if rtl:
            left = self.width() - side - left
        state = QIcon.State.On if chosen else QIcon.State.Off
        place = QRectF(left, (self.height() - side) / 2, side, side).toRect()
        self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal, state)
        if self._narrow:
            return
        painter.setFont(type_font("body", semibold=chosen))
        painter.setPen(colour("accent" if chosen else "text" if self._hovered else "side_muted"))
        beside = px(12) + side + px(10)
        words = QRectF(self.rect()).adjusted(0 if rtl else beside, 0, -beside if rtl else 0, 0)
        align = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(align | Qt.AlignmentFlag.AlignVCenter), self.text())
