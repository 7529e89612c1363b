"""A promise on its day: kept or not, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.journal.records import ItemRecord
from forecall.ui.theme import px
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.tick import Tick
from forecall.words import _


class Outcome(QWidget):
    """A tick and one line. ``kept`` carries the promise's id, whether it is kept, and what came of it."""

    kept = Signal(str, bool, str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until there is a promise."""
        super().__init__(parent)
        self._promise = ""
        self._tick = Tick(_("You have asked them"), parent=self)
        self._tick.clicked.connect(self._on_ticked)
        self._result = AnswerField(_("What came of it?"), short=True, placeholder=_("What came of it?"), parent=self)
        self._result.settled.connect(self._on_settled)
        self._result.refused.connect(self.refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._tick)
        column.addWidget(self._result)
        self.hide()

    def show_promise(self, promise: ItemRecord | None) -> None:
        """Show a promise, or nothing. Words being written stay."""
        self._promise = promise.id if promise else ""
        self.setVisible(promise is not None)
        if promise is None:
            return
        kept = promise.done_at is not None
        self._tick.setChecked(kept)
        self._result.setVisible(kept)
        if not self._result.unsettled() and not self._result.hasFocus():
            self._result.set_text(str(promise.value.get("result", "")))

    def _on_ticked(self) -> None:
        kept = self._tick.isChecked()
        self._result.setVisible(kept)
        self.kept.emit(self._promise, kept, self._result.text())
        if kept:
            self._result.setFocus()

    def _on_settled(self, text: str) -> None:
        if self._promise:
            self.kept.emit(self._promise, True, text)
