"""Events to choose from: a tick each, with whom, when, and what the journal has of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forecall import dates
from forecall.journal.brought import BroughtCall, Standing
from forecall.ui.models.brought_model import state_words, when_of_call
from forecall.ui.widgets.arranging import EndRow, stacked
from forecall.ui.widgets.text import Label
from forecall.ui.widgets.tick import Tick
from forecall.words import _, ngettext

MOST = 60


class EventRows(QWidget):
    """``picked`` comes when another choice was made. One alone is chosen and has no tick."""

    picked = Signal()

    def __init__(
        self,
        calls: Sequence[BroughtCall],
        standing: Mapping[str, Standing],
        now: datetime,
        zone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = list(calls)
        self._ticks: list[Tick] = []
        column = stacked(steps=0, parent=self)
        shown = self._calls[:MOST]
        ahead = [call for call in shown if call.held is None]
        for call in shown:
            state = state_words(call, standing, now, zone)
            words = QWidget()
            title = call.title or _("no title")
            lines: list[QWidget] = [Label(title, "strong", at_most=2), Label(self._line(call, now, zone), "muted")]
            lines += [Label(told, "label") for told in (state[:1].upper() + state[1:], call.remark) if told]
            stacked(*lines, steps=0.25, parent=words)
            tick = None
            if len(self._calls) > 1:
                tick = Tick(name=f"{title}, {self._line(call, now, zone)}")
                tick.setChecked(ahead == [call])
                tick.toggled.connect(self._on_toggled)
                self._ticks.append(tick)
            column.addWidget(EndRow(words, lead=tick, line=call is not shown[-1]))
        if len(self._calls) > MOST:
            told = ngettext("{count} more is not shown.", "{count} more are not shown.", len(self._calls) - MOST)
            column.addWidget(Label(told, "muted"))

    def chosen(self) -> list[BroughtCall]:
        """The calls that were chosen."""
        if len(self._calls) == 1:
            return self._calls
        return [call for call, tick in zip(self._calls, self._ticks, strict=False) if tick.isChecked()]

    def _on_toggled(self) -> None:
        self.picked.emit()

    def _line(self, call: BroughtCall, now: datetime, zone: str) -> str:
        told = [when_of_call(call, now, zone)]
        told += [dates.span_text(call.length_minutes)] if call.wall else []
        told += [call.client or _("no client yet")]
        told += [_("over")] if call.held else []
        return " · ".join(told)
