"""What a screen reader is told of our own widgets, where Qt guesses wrong because it knows only their base class.

A widget whose class has a ``spoken_role`` is told by it. A button among them is pressed by a screen reader as a hand
presses it: Qt's own *Toggle* changes the mark without a click, and what hangs on the click would not happen.
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
    """A widget as a screen reader meets it, maybe while it is still being made: what it is, is asked each time."""

    def role(self) -> QAccessible.Role:
        """As the widget says."""
        role = getattr(self.widget(), "spoken_role", None)
        return role if isinstance(role, Role) else super().role()

    def state(self) -> QAccessible.State:
        """What Qt knows of any widget, and of a button whether it is checked, picked or unfolded."""
        state, widget, role = super().state(), self.widget(), self.role()
        state.hasPopup = role in _OPENS_MENU
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            on = widget.isChecked()
            if getattr(widget, "spoken_folds", False):
                state.expandable, state.expanded, state.collapsed = True, on, not on
            elif role in _PICKED:
                state.selectable, state.selected = True, on
            elif role not in _OPENS_MENU:
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
    return Spoken(of) if hasattr(type(of), "spoken_role") and isinstance(of, QWidget) else None
