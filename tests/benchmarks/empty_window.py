"""The floor of a start: a process that shows an empty PySide6 window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.marks import Marks, after_paint, stay_until_told


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            after_paint(_painted)
        return False


def _painted() -> None:
    marks.set("first_frame")
    marks.tell()


marks = Marks()
app = QApplication(["floor"])
window = QWidget()
window.resize(1100, 760)
first_paint = _FirstPaint()
window.installEventFilter(first_paint)
stay_until_told()
window.show()
app.exec()
