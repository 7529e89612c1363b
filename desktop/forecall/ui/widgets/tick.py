"""A tick."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from forecall.ui.theme import colour, px
from forecall.ui.widgets.narrow_words import longest_word, wrapped_height
from forecall.ui.widgets.paint import panel, sign
from forecall.ui.widgets.spoken import Role


class Tick(QCheckBox):
    """A box to tick, with words or alone."""

    spoken_role = Role.CheckBox

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says where there are no words."""
        super().__init__(text, parent)
        self._by_mouse = False
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_name(self, name: str) -> None:
        """Be called something else by a screen reader."""
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """The box and the words."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(px(22) + (px(8) + words + 2 if self.text() else 0), px(32))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word, with the others beneath it."""
        return self.narrowest()

    def narrowest(self) -> QSize:
        """Room for the longest word, with the others beneath it."""
        beside = px(22) + (px(8) + 2 if self.text() else 0)
        return QSize(longest_word(self.text(), self.font()) + beside, px(32))

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in this width."""
        if not self.text() or width >= self.sizeHint().width():
            return px(32)
        return max(px(32), wrapped_height(self.text(), self.font(), width - px(30)) + px(8))

    def hitButton(self, pos: object) -> bool:
        """Everything of it can be pressed."""
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the words."""
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, outer = px(16), px(22)
        left = self.width() - outer if rtl else 0
        around = QRectF(left, (self.height() - outer) / 2, outer, outer)
        box = QRectF(around.center().x() - side / 2, around.center().y() - side / 2, side, side)
        if self.hasFocus() and not self._by_mouse:
            panel(painter, around, px(5), None, colour("focus"), 2.0)
        if self.isChecked():
            panel(painter, box, px(4), colour("accent"))
            sign(painter, "check", box, colour("on_accent"))
        else:
            panel(painter, box, px(4), colour("surface"), colour("muted"), 1.3)
        painter.setFont(self.font())
        painter.setPen(colour("text"))
        beside = outer + px(8)
        words = QRectF(self.rect()).adjusted(0 if rtl else beside, 0, -beside if rtl else 2, 0)
        align = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), self.text())
