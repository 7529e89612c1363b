"""One row of an OrderedList."""

from uuid import uuid4

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from forecall.ui.theme import colour, px
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.arranging import read_as_laid
from forecall.ui.widgets.group import Group
from forecall.ui.widgets.paint import hairline
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.sign_button import SignButton
from forecall.ui.widgets.text import Label
from forecall.words import _


class ListRow(Group):
    """Number, controls, and what moves and removes it. ``begun`` is false for the row that waits."""

    edited = Signal(object)  # each signal begins with the row itself
    settled = Signal(object, object)  # its value
    moved_on = Signal(object)
    remove_asked = Signal(object)
    dragged = Signal(object, QPoint)  # where the mouse is, on the screen
    dropped = Signal(object)

    def __init__(self, view: PartsView, id: str = "", *, numbered: bool = True, parent: QWidget | None = None) -> None:
        """A row around ``view``; without an ``id`` it is given one."""
        super().__init__("", parent)
        self.id = id or uuid4().hex
        self.view = view
        self.begun = True
        self.told = False  # the list has said that it was added
        self.stored = False  # it has been among the entries that the list was given
        self._last = False
        self._number = Label("", "muted")
        self._grip = GripButton(_("Move"), self)
        self._remove = SignButton("cross", _("Remove"), parent=self)
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._remove.clicked.connect(self._on_remove)
        self._grip.dragged.connect(self._on_dragged)
        self._grip.dropped.connect(self._on_dropped)
        view.edited.connect(self._on_edited)
        view.settled.connect(self._on_settled)
        view.moved_on.connect(self._on_moved_on)
        self._lay(numbered)
        self.show_signs()

    def set_begun(self, begun: bool) -> None:
        """A row that waits shows its first box only."""
        self.begun = begun
        self.view.set_begun(begun)
        self.show_signs()

    def set_place(self, number: int, list_name: str, last: bool) -> None:
        """Its number in the list, for the eye and for the ear."""
        name = _("{list} {number}").format(list=list_name, number=number)
        self._last = last
        self._number.setText(str(number))
        if name != self.accessibleName():
            self.set_name(name)
            self.view.set_name(name)
            self._remove.set_name(_("Remove: {row}").format(row=name), _("Remove (Ctrl+Shift+Backspace)"))
            self._grip.set_name(_("Move: {row}").format(row=name), _("Drag to move (Alt+Up, Alt+Down)"))
        self.update()

    def focus_first(self) -> None:
        """Put the cursor in its first box."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def holds_focus(self) -> bool:
        """Whether the focus is on one of its controls."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def leave(self) -> None:
        """Go on to what comes after it."""
        self.focusNextChild()

    def tab_stops(self) -> list[QWidget]:
        """Its controls that Tab reaches, in reading order.

        All chips of a group are among them, though Tab reaches one: which one changes, and the others must not be left
        behind in Qt's chain, where Shift+Tab would come back from them in a circle.
        """
        stops = [w for w in self.view.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
        # What is in an open menu is a child too, in a window of its own.
        return [w for w in stops if w.focusProxy() is None and w.window() is self.window()]

    def say(self, words: str) -> None:
        """Have a screen reader say something."""
        announce(self, words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline below, in the colour of the focus while a control of the row has it."""
        painter = QPainter(self)
        if self.holds_focus():
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), colour("focus"))
        elif not self._last:
            hairline(painter, QRectF(self.rect()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done with it."""
        self.show_signs(near=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self.show_signs()

    def _lay(self, numbered: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(6), 0, px(7))
        row.setSpacing(px(4))
        self._number.setFixedWidth(px(18))
        self._number.setMinimumHeight(px(32))
        self._number.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._number.setVisible(numbered)  # once it has a parent: without one it would be a window
        row.addWidget(self.view, 1)
        for button in (self._remove, self._grip):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        read_as_laid(row)

    def show_signs(self, near: bool = False) -> None:
        """Draw what moves and removes it where that can be used."""
        for button in (self._remove, self._grip):
            button.setEnabled(self.begun)
        self._grip.set_drawn(self.begun)
        self._remove.set_drawn(self.begun and (near or self.underMouse() or self.holds_focus()))
        self.update()

    def _on_edited(self) -> None:
        self.edited.emit(self)

    def _on_settled(self, value: object) -> None:
        self.settled.emit(self, value)

    def _on_moved_on(self) -> None:
        self.moved_on.emit(self)

    def _on_remove(self) -> None:
        self.remove_asked.emit(self)

    def _on_dragged(self, at: QPoint) -> None:
        self.dragged.emit(self, at)

    def _on_dropped(self) -> None:
        self.dropped.emit(self)


class GripButton(SignButton):
    """What a row is dragged by. Alt with the arrows does the same."""

    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        """Not reached by Tab."""
        super().__init__("grip", name, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say where the mouse is."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say that it let go."""
        super().mouseReleaseEvent(event)
        self.dropped.emit()
