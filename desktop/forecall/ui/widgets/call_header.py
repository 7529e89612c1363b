"""The head of a page about one call: client and type, title, and on the right the time left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _

TITLE_LEAST = 240
"""Width at 100 % text under which a title stands alone on its line."""

_LINES = 3


class CallHeader(QWidget):
    """``edit_asked`` when the person wants to change client, title, time or type; ``side_asked`` for the right side."""

    edit_asked = Signal()
    side_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = Label("", "label", at_most=_LINES)
        self.title = Label("", "title", at_most=_LINES)
        self._time = Label("", "strong")
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._time.setWordWrap(False)
        self._edit = LinkButton(_("Change"), name=_("Change client, title, time and type"), quiet=True)
        self._edit.clicked.connect(self.edit_asked)
        self._side = LinkButton("")
        self._side.clicked.connect(self.side_asked)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        first = QHBoxLayout()
        first.setSpacing(px(12))
        first.addWidget(self._above, 1)
        first.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(first)
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(px(16))
        self._second.addWidget(self.title, 1)
        self._right = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._right.setSpacing(0)
        self._right.addWidget(self._time)
        self._right.addWidget(self._side, 0, Qt.AlignmentFlag.AlignRight)
        self._right.addStretch(1)
        self._second.addLayout(self._right)
        words.addLayout(self._second)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(12))
        whole.addLayout(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The time left goes under a title that would have too little room beside it."""
        super().resizeEvent(event)
        self._fold()

    def show_call(self, above: str, title: str, time: str = "", side: str = "") -> None:
        """Show the words; empty ones leave no gap."""
        self._above.setText(above)
        self.title.setText(title)
        self.show_time(time)
        self._side.set_words(side)
        self._side.setVisible(bool(side))

    def show_time(self, time: str) -> None:
        """Show the time left."""
        self._time.setText(time)
        self._time.setVisible(bool(time))
        self._fold()

    def _fold(self) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        narrow = self.width() - self._right.sizeHint().width() - px(16) < px(TITLE_LEAST)
        if (self._second.direction() == down) != narrow:
            self._second.setDirection(down if narrow else across)
            self._second.setSpacing(px(2) if narrow else px(16))
        beside = narrow and self._beside_each_other() <= self.width()
        if (self._right.direction() == across) != beside:
            self._right.setDirection(across if beside else down)
            self._right.setSpacing(px(16) if beside else 0)

    def _beside_each_other(self) -> int:
        """The width that the time left and the way beside it need on one line."""
        return self._time.sizeHint().width() + px(16) + self._side.sizeHint().width()
