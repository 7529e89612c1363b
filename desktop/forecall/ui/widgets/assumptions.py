"""What is only assumed, each with the way to ask about it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.arranging import EndRow, clear
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _


class Assumptions(QWidget):
    """One button for each assumption. Alt+Q asks about the line that the cursor is on."""

    asked = Signal(str)  # the assumption
    left = Signal()  # the cursor is elsewhere

    def __init__(self, field: AnswerField, parent: QWidget | None = None) -> None:
        """``field`` is the box in which they are written."""
        super().__init__(parent)
        self._field = field
        self._shown: tuple[tuple[str, ...], frozenset[str]] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        field.installEventFilter(self)

    def show_lines(self, lines: Sequence[str], taken: Collection[str]) -> None:
        """Show the assumptions; those in ``taken`` are questions already."""
        wanted = (tuple(lines), frozenset(taken))
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        before: QWidget = self._field
        for line in lines:
            row, end = self._row(line, line in taken)
            self._column.addWidget(row)
            row.show()
            QWidget.setTabOrder(before, end)
            before = end
        self.setVisible(bool(lines))

    def being_written(self) -> str:
        """The line that the cursor is on, which is not finished yet; nothing once the cursor is elsewhere."""
        return self._line() if self._field.hasFocus() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Q in the box."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            line = self._line()
            if alt and event.key() == Qt.Key.Key_Q and line:
                self._field.flush()
                self.asked.emit(line)
                return True
        return super().eventFilter(watched, event)

    def _line(self) -> str:
        return self._field.textCursor().block().text().strip(" \t-•*")

    def _row(self, line: str, taken: bool) -> tuple[QWidget, QWidget]:
        """What is assumed, with the button at its end, or with what has become of it."""
        end = Label(_("among your questions"), "label") if taken else LinkButton(_("Ask"))
        if isinstance(end, LinkButton):
            end.setAccessibleName(_("Ask: {assumption}").format(assumption=line))
            end.clicked.connect(lambda checked=False: self.asked.emit(line))
        return EndRow(Label(line, "muted"), (end,), steps=0), end
