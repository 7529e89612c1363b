"""The lessons that may go into a summary, in the person's order, each with a tick."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from forecall.journal.records import LessonRecord
from forecall.journal.summary import lesson_sentence
from forecall.ui.call_words import DOT
from forecall.ui.models.rows import SPOKEN, Role, RowDelegate, spoken
from forecall.ui.theme import colour, px
from forecall.ui.widgets.arranging import gap
from forecall.ui.widgets.paint import panel, sign
from forecall.words import _

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class SummaryModel(QAbstractListModel):
    """``ticked`` carries a lesson's id and whether it goes into the document."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lessons: list[LessonRecord] = []
        self._taken: set[str] = set()
        self._in_mind: tuple[str, ...] = ()
        self._wording: Mapping[str, str] = {}

    def show_lessons(
        self, lessons: Sequence[LessonRecord], taken: set[str], in_mind: Sequence[str], wording: Mapping[str, str]
    ) -> None:
        """Show these lessons, and what was chosen about each."""
        same = [each.id for each in lessons] == [each.id for each in self._lessons]
        if not same:
            self.beginResetModel()
        self._lessons, self._taken = list(lessons), taken
        self._in_mind, self._wording = tuple(in_mind), wording
        if not same:
            self.endResetModel()
        elif lessons:
            self.dataChanged.emit(self.index(0), self.index(len(lessons) - 1))

    def row_of(self, lesson_id: str) -> int:
        """The row of a lesson; -1 when there is none."""
        return next((row for row, each in enumerate(self._lessons) if each.id == lesson_id), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """How many lessons there are."""
        return 0 if parent.isValid() else len(self._lessons)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Each can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One lesson as the delegate and a screen reader want it."""
        if not index.isValid() or index.row() >= len(self._lessons):
            return None
        lesson = self._lessons[index.row()]
        if role == Role.RECORD:
            return lesson
        if role in (Role.TITLE, Qt.ItemDataRole.DisplayRole):
            return self._sentence(lesson)
        if role == Role.DETAIL:
            return self._detail(lesson)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if lesson.id in self._taken else Qt.CheckState.Unchecked
        if role == SPOKEN:
            return spoken(self._sentence(lesson), self._detail(lesson))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick; the page that keeps the choice shows it anew."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(self._lessons[index.row()].id, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _sentence(self, lesson: LessonRecord) -> str:
        return self._wording.get(lesson.id, "").strip() or lesson_sentence(lesson)

    def _detail(self, lesson: LessonRecord) -> str:
        parts = (
            _("left out") if lesson.id not in self._taken else "",
            _("kept in mind") if lesson.id in self._in_mind else "",
            _("in other words") if lesson.id in self._wording else "",
            lesson.client_name,
        )
        return DOT.join(part for part in parts if part)


class TickedRowDelegate(RowDelegate):
    """A row with a tick before it; Space or a click on the tick changes it."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent, wrapped=2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row beside its tick."""
        moved = QStyleOptionViewItem(option)
        super().paint(painter, moved, index)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.save()
        box = self._box(option)
        if checked:
            panel(painter, box, px(4), colour("accent"))
            sign(painter, "check", box, colour("on_accent"))
        else:
            panel(painter, box, px(4), colour("surface"), colour("muted"), 1.3)
        painter.restore()

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the tick changes it; a click on the words only chooses the row."""
        if isinstance(event, QMouseEvent):
            if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
                return False
            if not self._box(option).adjusted(-px(8), -px(12), px(8), px(12)).contains(event.position()):
                return False
            checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
            return bool(model.setData(index, state, Qt.ItemDataRole.CheckStateRole))
        return super().editorEvent(event, model, option, index)

    def lead(self) -> int:
        """The tick stands before the words."""
        return px(28)

    def _box(self, option: QStyleOptionViewItem) -> QRectF:
        rect = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        left = rect.right() - gap(1.5) - px(16) if rtl else rect.left() + gap(1.5)
        return QRectF(left, rect.top() + gap(1.25) + px(3), px(16), px(16))
