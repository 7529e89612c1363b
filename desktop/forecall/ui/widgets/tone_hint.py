"""What stands beneath a box when its words may be hard to hear: why, and what to say instead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from forecall.ui.theme import colour, measure, px
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.arranging import read_as_laid
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.paint import panel
from forecall.ui.widgets.text import Label, LinkButton
from forecall.ui.widgets.tone_marks import Placed, ToneMarks
from forecall.words import _

if TYPE_CHECKING:
    from forecall.coach.tone import Mark

GAP = "…"
"""Stands in a rewrite where the person's own words belong; it is picked out, so that they are typed over it."""

_DOWNWARDS = QBoxLayout.Direction.TopToBottom
_MOST_SHOWN = 60  # characters of the marked words


class ToneHint(Group):
    """A band of amber with the words, the reason, the rewrite, and two things to do."""

    used = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = Label("", "strong")
        self._words.set_ink("caution")
        self._why = Label("", "small")
        self._try = Label("", "quote")
        key = QKeySequence("Alt+Return").toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")
        self.use = LinkButton(_("Use"), key=key, parent=self)
        self.use.clicked.connect(self.used)
        self.leave = LinkButton(_("Leave"), quiet=True, parent=self)
        self.leave.clicked.connect(self.left)
        for button in (self.use, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the box
        self._source = Label("", "label")
        self._lay()
        self.hide()

    def show_mark(self, words: str, says: str, mark: "Mark") -> None:
        """Show one mark."""
        short = words if len(words) <= _MOST_SHOWN else words[: _MOST_SHOWN - 1].rstrip() + "…"
        told = _("“{words}” {says}.").format(words=" ".join(short.split()), says=says)
        self._words.setText(told)
        self._why.setText(mark.why)
        self._try.setText(_("Try: “{words}”").format(words=mark.rewrite) if mark.rewrite else "")
        self._try.setVisible(bool(mark.rewrite))
        self.use.setVisible(bool(mark.rewrite))
        self.use.setAccessibleName(_("Use: {words}").format(words=mark.rewrite))
        self.leave.setAccessibleName(_("Leave it: {words}").format(words=short))
        self._source.setText(_("From: {source}").format(source=mark.source))
        self.set_name(told)
        self.setAccessibleDescription(f"{mark.why} {self._try.text()}".strip())
        self.show()

    def spoken(self) -> str:
        """What a screen reader says of it."""
        accept = _("{key} uses it.").format(key=self.use.accessibleDescription()) if self._try.text() else ""
        return " ".join(filter(None, (self.accessibleName(), self._try.text(), accept)))

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight once there is a place for it."""
        super().showEvent(event)
        QTimer.singleShot(0, self._reveal)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        panel(QPainter(self), QRectF(self.rect()), measure("radius:field"), colour("caution_soft"))

    def _reveal(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.isVisible():
            around.ensureWidgetVisible(self, 0, px(8))

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(8))
        column.setSpacing(px(4))
        for label in (self._words, self._why, self._try):
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addWidget(self.use)
        row.addWidget(self.leave)
        row.addWidget(self._source, 1)
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)


class ToneHints(QObject):
    """Looks after one box: marks its words, and beneath it shows the one that the cursor is at.

    Alt+Enter takes the rewrite over as one act that Ctrl+Z takes back. ``left_as_is`` carries words and a rule."""

    left_as_is = Signal(str, str)
    entered = Signal(object)

    def __init__(self, field: AnswerField, left: Callable[[str, str], bool], says: Callable[["Mark"], str]) -> None:
        """``left`` says what the person wants to stay; ``says`` what a mark may sound like."""
        super().__init__(field)
        self._field = field
        self._says = says
        self._band: ToneHint | None = None
        self._current: Placed | None = None
        self._announced = ""
        self._active = field.hasFocus()
        self.marks = ToneMarks(field, left)
        self.marks.changed.connect(self._show)
        field.cursorPositionChanged.connect(self._show)
        field.arrived.connect(self._on_arrived)
        field.alt_enter = self._on_alt_enter

    def set_active(self, active: bool) -> None:
        """Show the band, or only the dotted lines: one band at a time is enough."""
        self._active = active
        self._show()

    def use(self) -> bool:
        """Put the rewrite in the place of the words, as if it had been typed; false when there is none."""
        placed = self._current
        if placed is None or not placed.mark.rewrite or not placed.stands():
            return False
        rewrite, start = placed.mark.rewrite, placed.place.selectionStart()
        cursor = QTextCursor(placed.place)
        cursor.insertText(rewrite)
        gap = rewrite.find(GAP)
        if gap >= 0:
            before = len(rewrite[:gap].encode("utf-16-le")) // 2
            cursor.setPosition(start + before)
            cursor.setPosition(start + before + len(GAP), QTextCursor.MoveMode.KeepAnchor)
        self._field.setTextCursor(cursor)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def leave(self) -> None:
        """Let the words stay as they are, now and whenever they come again."""
        if self._current is not None:
            self.left_as_is.emit(self._current.words, self._current.mark.rule)
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_alt_enter(self) -> bool:
        return self._current is not None and self.use()

    def _on_arrived(self) -> None:
        self.entered.emit(self)

    def _show(self) -> None:
        self._current = self.marks.at_cursor() if self._active else None
        if self._current is None:
            self._announced = ""
            if self._band is not None:
                self._put_away(self._band)
            return
        if self._band is None:
            self._band = self._made_band()
        self._band.show_mark(self._current.words, self._says(self._current.mark), self._current.mark)
        self._announce(self._band)

    def _put_away(self, band: ToneHint) -> None:
        if band.use.hasFocus() or band.leave.hasFocus():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)  # not wherever Qt would send the cursor
        band.hide()

    def _made_band(self) -> ToneHint:
        band = ToneHint(self._field.parentWidget())
        band.used.connect(self.use)
        band.left.connect(self.leave)
        put_beneath(self._field, band)
        QWidget.setTabOrder(self._field, band.use)
        QWidget.setTabOrder(band.use, band.leave)
        return band

    def _announce(self, band: ToneHint) -> None:
        spoken = band.spoken()
        if spoken != self._announced and self._field.hasFocus():
            announce(self._field, spoken)
        self._announced = spoken


def put_beneath(box: QWidget, below: QWidget) -> None:
    """Put a widget directly beneath a box, in the nearest layout around it that runs downwards."""
    around = box.parentWidget()
    layout = around.layout() if around is not None else None
    place = _beneath(layout, box) if layout is not None else None
    if place is not None:
        place[0].insertWidget(place[1] + 1, below)
        read_as_laid(place[0])


def _beneath(layout: QLayout, box: QWidget) -> tuple[QBoxLayout, int] | None:
    """The layout that runs downwards, and the index in it of what holds the box."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None or not _holds(item, box):
            continue
        inner = item.layout()
        within = _beneath(inner, box) if inner is not None else None
        if within is None and isinstance(layout, QBoxLayout) and layout.direction() == _DOWNWARDS:
            return layout, index
        return within
    return None


def _holds(item: QLayoutItem, box: QWidget) -> bool:
    inner = item.layout()
    if inner is None:
        return item.widget() is box
    items = (inner.itemAt(index) for index in range(inner.count()))
    return any(each is not None and _holds(each, box) for each in items)
