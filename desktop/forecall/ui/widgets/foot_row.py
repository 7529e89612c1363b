"""The foot of a page: what is said on one side, the ways on at the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.arranging import Bar, gap

_BETWEEN = 1.5


class FootRow(QWidget):
    """Buttons at the end of the row; beneath, on as many lines as it takes, where there is no room for them."""

    def __init__(self, lead: QWidget, *buttons: QWidget, margin: int = 40, parent: QWidget | None = None) -> None:
        """``lead`` stands at the beginning; ``margin`` in pixels at both sides."""
        super().__init__(parent)
        self._lead = lead
        tallest = max((each.sizeHint().height() for each in buttons), default=0)
        for each in buttons:  # words without a box stand on the same line as those in one
            each.setMinimumHeight(tallest)
        self._buttons = buttons
        self._bar = Bar(*buttons, steps=_BETWEEN)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(margin), px(12), px(margin), px(20))
        self._row.setSpacing(gap(_BETWEEN))
        self._row.addWidget(lead, 1, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self._bar)

    def fits(self, widgets: Sequence[QWidget], width: int) -> bool:
        """Whether these of its widgets, shown or not, would stand on one line in a row of that width."""
        margins = self._row.contentsMargins()
        wanted = sum(each.sizeHint().width() for each in widgets) + self._row.spacing() * (len(widgets) - 1)
        return wanted < width - margins.left() - margins.right()  # Qt may round one of them up

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """A button that came, went or says something else may need more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        shown = [each for each in (self._lead, *self._buttons) if not each.isHidden()]
        fits = self.fits(shown, self.contentsRect().width())
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
