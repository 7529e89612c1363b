"""A promise to keep, to be ticked; and one that was kept, with a line for what came of it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from forecall import dates
from forecall.journal.records import PromiseRecord
from forecall.ui.theme import measure, px
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.arranging import EndRow, stacked
from forecall.ui.widgets.text import Label
from forecall.ui.widgets.tick import Tick
from forecall.words import _


class PromiseRow(EndRow):
    """A promise with its day, in the colour of caution once that is past. ``kept`` is called when it is ticked."""

    def __init__(
        self, promise: PromiseRecord, words: str, today: date, kept: Callable[[bool], None], *, line: bool = False
    ) -> None:
        """``words`` name the promise."""
        due = Label(dates.due_text(promise.due, today), "muted")
        if promise.due and promise.due < today.isoformat():
            due.set_ink("caution")
        tick = Tick(name=_("Kept: {promise}").format(promise=words))
        tick.setAccessibleDescription(due.text())  # the same words may have been promised twice
        tick.toggled.connect(kept)
        super().__init__(Label(words), (due,), lead=tick, line=line)


class KeptRow(EndRow):
    """``told`` is called with what came of it, ``taken_back`` when it was not kept after all."""

    def __init__(
        self,
        promise: PromiseRecord,
        words: str,
        told: Callable[[str], None],
        taken_back: Callable[[], None],
        *,
        line: bool = False,
    ) -> None:
        """``words`` name the promise."""
        tick = Tick(name=_("Kept: {promise}").format(promise=words))
        tick.setChecked(True)
        name = _("What came of it: {promise}").format(promise=words)
        self.field = AnswerField(name, short=True, placeholder=_("What came of it?"), boxed=False)
        self.field.set_text(promise.result)
        self.field.settled.connect(told)
        tick.clicked.connect(lambda _checked=False: taken_back())
        said = QWidget()
        column = stacked(Label(words, "muted"), self.field, steps=0, parent=said)
        line_height = px(measure("type:body") * measure("line:body"))
        column.setContentsMargins(0, (tick.sizeHint().height() - line_height) // 2, 0, 0)
        super().__init__(said, lead=tick, line=line)
        QWidget.setTabOrder(tick, self.field)
