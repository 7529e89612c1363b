"""The head of a page about one call: client and type, title, and on the right the time left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _


class CallHeader(QWidget):
    """``edit_asked`` when the person wants to change client, title, time or type; ``side_asked`` for the right side."""

    edit_asked = Signal()
    side_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = Label("", "label")
        self.title = Label("", "title")
        self._time = Label("", "strong")
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._time.setWordWrap(False)
        self._edit = LinkButton(_("Change"), name=_("Change client, title, time and type"), quiet=True)
        self._edit.clicked.connect(self.edit_asked)
        self._side = LinkButton("", quiet=True)
        self._side.clicked.connect(self.side_asked)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        first = QHBoxLayout()
        first.setSpacing(px(12))
        first.addWidget(self._above, 1)
        first.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(px(16))
        second.addWidget(self.title, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._time)
        right.addWidget(self._side, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        second.addLayout(right)
        words.addLayout(second)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(12))
        whole.addLayout(words)

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
