"""Every action of the window in one list: its name, its words, its key and where the menu shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from forecall.words import _


def _later(text: str) -> str:
    """Marks a text for translation; it is translated when it is shown."""
    return text


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do. ``keys`` are shortcuts, the first one is shown; ``group`` is its part of the menu."""

    name: str
    words: str
    keys: tuple[str, ...]
    group: str
    icon: str = ""


# To add an action: a line here, and a method ``_do_<name>`` in the main window, or ``do_<name>`` in the pages it is for.
ACTIONS: tuple[Action, ...] = (
    Action("prepare", _later("Prepare a call"), ("Ctrl+N",), "start", "add"),
    Action("note", _later("Note a call that just happened"), ("Ctrl+J",), "start"),
    Action("summary", _later("Lessons summary"), ("Ctrl+L",), "start", "lessons"),
    Action("find", _later("Find"), ("Ctrl+K", "Ctrl+F"), "go", "search"),
    Action("today", _later("Today"), ("Ctrl+1",), "go", "today"),
    Action("calls", _later("Calls"), ("Ctrl+2",), "go", "calls"),
    Action("clients", _later("Clients"), ("Ctrl+3",), "go", "clients"),
    Action("lessons", _later("Lessons"), ("Ctrl+4",), "go", "lessons"),
    Action("settings", _later("Settings"), ("Ctrl+,",), "go", "settings"),
    Action("back", _later("Back"), ("Esc", "Alt+Left"), "go"),
    Action("next_question", _later("Next question"), ("Ctrl+Return", "Ctrl+Enter"), "call"),
    Action("next_step", _later("Next step"), ("Ctrl+PgDown",), "call"),
    Action("earlier_step", _later("Earlier step"), ("Ctrl+PgUp",), "call"),
    Action("only_what_fits", _later("Only what fits"), ("Ctrl+E",), "call"),
    Action("call_sheet", _later("Call sheet"), ("Ctrl+Shift+S",), "call"),
    Action("look_back", _later("Look back"), ("Ctrl+B",), "call"),
    Action("edit_call", _later("Client, title, time and type"), ("F2",), "call"),
    Action("print", _later("Print"), ("Ctrl+P",), "call", "print"),
    Action("undo", _later("Undo the last act"), ("Ctrl+Z",), "edit", "undo"),
    Action("keys", _later("All keys"), ("Ctrl+/", "F1"), "help"),
    Action("menu", _later("Menu"), ("F10",), ""),
    Action("quit", _later("Close Forecall"), ("Ctrl+Q",), "help"),
)

GROUPS: Mapping[str, str] = {
    "start": _later("Begin"),
    "go": _later("Go to"),
    "call": _later("This call"),
    "edit": _later("Change"),
    "help": _later("Help"),
}


def make_actions(window: QWidget, carry_out: Callable[[str], None]) -> dict[str, QAction]:
    """All actions as Qt's, added to the window so that their keys work everywhere in it."""
    made = {}
    for each in ACTIONS:
        action = QAction(_(each.words), window)
        action.setObjectName(each.name)
        action.setShortcuts([QKeySequence(key) for key in each.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda checked=False, name=each.name: carry_out(name))
        window.addAction(action)
        made[each.name] = action
    return made


def keys_of(name: str) -> str:
    """The first shortcut of an action as this system writes it."""
    found = next(each for each in ACTIONS if each.name == name)
    return QKeySequence(found.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
