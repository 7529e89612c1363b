"""What stands where nothing is yet: what will be here, and what fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import Label, LinkButton


class EmptyState(QWidget):
    """One sentence and one action."""

    spoken_role = Role.Grouping

    acted = Signal()

    def __init__(self, words: str, action: str = "", *, key: str = "", parent: QWidget | None = None) -> None:
        """``action`` is the words of the button, which shows ``key``."""
        super().__init__(parent)
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(8))
        column.setSpacing(px(8))
        self.label = Label(words, "muted")
        column.addWidget(self.label)
        self.button = LinkButton(action, key=key)
        self.button.clicked.connect(self.acted)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.setHidden(not action)  # once it has a parent: without one it would be a window

    def show_words(self, words: str, offered: bool = True) -> None:
        """Say something else, and offer the action or not."""
        self.setAccessibleName(words)
        self.label.setText(words)
        self.button.setVisible(offered)
