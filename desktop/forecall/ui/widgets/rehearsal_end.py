"""What stands at the end of a rehearsal: one plain sentence and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.arranging import Bar
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton, QuietButton
from forecall.words import _


class RehearsalEnd(QWidget):
    """``sheet_asked``, ``call_asked`` and ``again_asked`` are the ways on."""

    sheet_asked = Signal()
    call_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "question", self)
        self._sheet = PrimaryButton(_("Call sheet"), parent=self)
        self._sheet.clicked.connect(self.sheet_asked)
        self._call = QuietButton(_("Begin the call"), parent=self)
        self._call.clicked.connect(self.call_asked)
        self._again = LinkButton(_("Once more"), name=_("Rehearse once more"), parent=self)
        self._again.setMinimumHeight(self._sheet.sizeHint().height())  # on the line of those in a box
        self._again.clicked.connect(self.again_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self._words)
        column.addWidget(Bar(self._sheet, self._call, self._again))

    def show_end(self, words: str, can_begin: bool) -> None:
        """``can_begin`` where the call is still to come, and the window can begin it."""
        self._words.setText(words)
        self._sheet.setAccessibleDescription(words)  # heard when the keyboard comes to it
        self._call.setVisible(can_begin)

    def focus_first(self) -> None:
        """The keyboard goes to the next thing to do."""
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
