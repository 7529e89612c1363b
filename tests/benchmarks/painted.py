"""Whether something has been painted since it was last asked."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Counts in ``times`` how often any of these widgets is painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self.times = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.times += 1
        return False
