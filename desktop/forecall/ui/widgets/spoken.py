"""What a screen reader is told of our own widgets, where Qt guesses wrong because it knows only their base class.

A widget that has a ``spoken_role`` is told by it. A button among them is pressed by a screen reader as a hand presses
it: Qt's own *Toggle* changes the mark without a click, so that nothing that hangs on the click would happen.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

Role = QAccessible.Role

PRESS, FOCUS = "Press", "SetFocus"
"""What can be done, by Qt's own names."""

_PICKED = (Role.PageTab,)
_OPENS_MENU = (Role.ButtonMenu,)


class Spoken(QAccessibleWidget):
    """A widget as a screen reader meets it."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._role = role

    def state(self) -> QAccessible.State:
        """What Qt knows of any widget, and of a button whether it is checked, picked or unfolded."""
        state, widget = super().state(), self.widget()
        state.hasPopup = self._role in _OPENS_MENU
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            on = widget.isChecked()
            if getattr(widget, "spoken_folds", False):
                state.expandable, state.expanded, state.collapsed = True, on, not on
            elif self._role in _PICKED:
                state.selectable, state.selected = True, on
            elif self._role != Role.ButtonMenu:
                state.checkable, state.checked = True, on
        return state

    def text(self, which: QAccessible.Text) -> str:
        """A tip that only repeats the name is no description."""
        words = super().text(which)
        if which == QAccessible.Text.Description and words == super().text(QAccessible.Text.Name):
            return ""
        return words

    def actionNames(self) -> list[str]:
        """A button can be pressed."""
        widget = self.widget()
        if not isinstance(widget, QAbstractButton):
            return super().actionNames()
        if not widget.isEnabled():
            return []
        return [PRESS, FOCUS] if self.state().focusable else [PRESS]

    def doAction(self, name: str) -> None:
        """Press it, or put the keyboard on it."""
        widget = self.widget()
        if name == PRESS and isinstance(widget, QAbstractButton):
            widget.click()
        else:
            super().doAction(name)


_installed: list[bool] = []


def install() -> None:
    """Have Qt ask here first; once is enough for a process."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_spoken)


def _spoken(_class_name: str, of: QObject) -> Spoken | None:
    role = getattr(of, "spoken_role", None)
    return Spoken(of, role) if role is not None and isinstance(of, QWidget) else None
