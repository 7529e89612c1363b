"""One calm line that says what the sheet holds by now, on the screen and to a screen reader."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.text import Label


class SheetLine(QWidget):
    """Tells a screen reader about a change when it has a pause; what a page shows first is no news."""

    def __init__(self, foot: QWidget, parent: QWidget | None = None) -> None:
        """Stands above ``foot``, in line with it."""
        super().__init__(parent)
        self._of = ""
        self._line = Label("", "muted")
        self._words = words = QVBoxLayout()
        words.setContentsMargins(px(40), px(12), px(40), 0)
        words.addWidget(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(foot)

    def event(self, event: QEvent) -> bool:
        """Among the questions of a low window it is in line with them, which have their margin already."""
        if event.type() == QEvent.Type.ParentChange:
            side = 0 if self._is_scrolled() else px(40)
            self._words.setContentsMargins(side, px(12), side, 0)
        return super().event(event)

    def _is_scrolled(self) -> bool:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around is not None

    @property
    def words(self) -> str:
        """What is said."""
        return self._line.text()

    def tell(self, words: str, of: str) -> None:
        """Say what the sheet of a call holds; ``of`` is the call's id."""
        again, self._of = of == self._of, of
        if words != self._line.text():
            self._line.setText(words)
            if again and self._line.isVisible():
                announce(self._line, words)
