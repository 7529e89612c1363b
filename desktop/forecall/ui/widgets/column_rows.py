"""Which column of a table is what: its name, what stands in it, and a pill to say what it holds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forecall.exchange.read.columns import FIELDS, NO_FIELD
from forecall.ui.widgets.arranging import EndRow, stacked
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.text import Label
from forecall.words import _

_SHOWN = 40
_LONGEST = 60


class ColumnRows(QWidget):
    """``changed`` carries the field of each column, each field given once at most."""

    changed = Signal(object)

    def __init__(
        self, names: Sequence[str], examples: Sequence[str], fields: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """``examples`` are what stands in each column first."""
        super().__init__(parent)
        self._fields = list(fields)
        self._pills: list[ChoicePill] = []
        offered = [(NO_FIELD, _("Left out")), *((field.key, _(field.words)) for field in FIELDS)]
        column = stacked(steps=0, parent=self)
        shown = min(len(fields), _SHOWN)
        for place in range(shown):
            name = names[place] if place < len(names) and names[place].strip() else ""
            told = _short(name) or _("Column {number}").format(number=place + 1)
            pill = ChoicePill(offered, _("What {column} holds").format(column=told))
            pill.set_key(fields[place])
            pill.picked.connect(self._picking(place))
            self._pills.append(pill)
            words = QWidget()
            example = _short(examples[place] if place < len(examples) else "")
            stacked(Label(told), Label(example or _("empty"), "label"), steps=0, parent=words)
            column.addWidget(EndRow(words, (pill,), line=place < shown - 1, centred=True, steps=0.5))

    def fields(self) -> tuple[str, ...]:
        """The field of each column."""
        return tuple(self._fields)

    def _picking(self, place: int) -> Callable[[str], None]:
        def pick(key: str) -> None:
            for other, field in enumerate(self._fields):
                if key and field == key and other != place:
                    self._fields[other] = NO_FIELD  # what the one column holds the other no longer does
                    if other < len(self._pills):
                        self._pills[other].set_key(NO_FIELD)
            self._fields[place] = key
            self.changed.emit(self.fields())

        return pick


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
