"""Every action of the window in one list: its name, its words, its key and where the menu shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from forecall.words import N_, _


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do. ``keys`` are shortcuts, the first one is shown; ``group`` is its part of the menu."""

    name: str
    words: str
    keys: tuple[str, ...]
    group: str
    icon: str = ""


# To add an action: a line here, and a method ``_do_<name>`` in the window, or ``do_<name>`` in the pages it is for.
ACTIONS: tuple[Action, ...] = (
    Action("prepare", N_("Prepare a call"), ("Ctrl+N",), "start", "add"),
    Action("note", N_("Note a call that just happened"), ("Ctrl+J",), "start"),
    Action("summary", N_("Lessons summary"), ("Ctrl+L",), "start", "lessons"),
    Action("bring_in", N_("Bring in…"), ("Ctrl+I",), "start", "import"),
    Action("find", N_("Find"), ("Ctrl+K", "Ctrl+F"), "go", "search"),
    Action("today", N_("Today"), ("Ctrl+1",), "go", "today"),
    Action("calls", N_("Calls"), ("Ctrl+2",), "go", "calls"),
    Action("clients", N_("Clients"), ("Ctrl+3",), "go", "clients"),
    Action("lessons", N_("Lessons"), ("Ctrl+4",), "go", "lessons"),
    Action("guide", N_("Guide"), ("F1", "Ctrl+5"), "go", "guide"),
    Action("settings", N_("Settings"), ("Ctrl+,",), "go", "settings"),
    Action("trash", N_("Trash"), ("Ctrl+6",), "go"),
    Action("back", N_("Back"), ("Esc", "Alt+Left"), "go"),
    Action("next_question", N_("Next question"), ("Ctrl+Return", "Ctrl+Enter"), "call"),
    Action("next_step", N_("Next step"), ("Ctrl+PgDown",), "call"),
    Action("earlier_step", N_("Earlier step"), ("Ctrl+PgUp",), "call"),
    Action("only_what_fits", N_("Only what fits"), ("Ctrl+E",), "call"),
    Action("countdown", N_("Show or hide the time left"), ("Ctrl+Shift+E",), "call"),
    Action("call_sheet", N_("Call sheet"), ("Ctrl+Shift+S",), "call"),
    Action("rehearse", N_("Rehearse"), ("Ctrl+R",), "call"),
    Action("live", N_("Live sheet"), ("Ctrl+G",), "call"),
    Action("look_back", N_("Look back"), ("Ctrl+B",), "call"),
    Action("earlier", N_("Earlier versions…"), ("Ctrl+H",), "call"),
    Action("edit_call", N_("Client, title, time and type"), ("F2",), "call"),
    Action("print", N_("Print"), ("Ctrl+P",), "call", "print"),
    Action("undo", N_("Undo the last act"), ("Ctrl+Z",), "edit", "undo"),
    Action("redo", N_("Do it again"), ("Ctrl+Shift+Z", "Ctrl+Y"), "edit"),
    Action("keys", N_("All keys"), ("Ctrl+/",), "help"),
    Action("backups", N_("Backups"), (), "help"),
    Action("back_up", N_("Back up now"), (), "help"),
    Action("data_folder", N_("Open my data folder"), (), "help"),
    Action("menu", N_("Menu"), ("F10",), ""),
    Action("quit", N_("Close Forecall"), ("Ctrl+Q",), "help"),
)

# Those of the small window during a call. A plain letter works wherever no words are being written, and with Alt
# everywhere; each has a method ``_do_<name>`` in ``ui/live_window.py``.
LIVE_ACTIONS: tuple[Action, ...] = (
    Action("objection", N_("What they say, and your answer"), ("O", "Alt+O"), "live"),
    Action("rung", N_("Next limit"), ("B", "Alt+B"), "live"),
    Action("calm", N_("A phrase that calms"), ("C", "Alt+C"), "live"),
    Action("offence", N_("Ask whether something gave offence"), ("Q", "?", "Alt+Q"), "live"),
    Action("heated", N_("Mark: heated"), ("H", "Alt+H"), "live"),
    Action("promise", N_("Mark: a promise"), ("P", "Alt+P"), "live"),
    Action("surprise", N_("Mark: a surprise"), ("S", "Alt+S"), "live"),
    Action("note", N_("A note"), ("N", "Alt+N"), "live"),
    Action("dim", N_("Neutral words, for a shared screen"), ("D", "Alt+D"), "live"),
    Action("end", N_("End the call"), ("Ctrl+Return", "Ctrl+Enter"), "live"),
    Action("leave", N_("Back to the sheet, then close it"), ("Esc",), "live"),
)

POINT_KEYS = tuple(str(place) for place in range(1, 10))
"""The keys that tick the points of a call, in their order."""

GROUPS: Mapping[str, str] = {
    "start": N_("Begin"),
    "go": N_("Go to"),
    "call": N_("This call"),
    "edit": N_("Change"),
    "help": N_("Help"),
}


def make_actions(
    window: QWidget, carry_out: Callable[[str], None], actions: Sequence[Action] = ACTIONS
) -> dict[str, QAction]:
    """All these actions as Qt's, added to the window so that their keys work everywhere in it."""
    made = {}
    for each in actions:
        action = QAction(_(each.words), window)
        action.setObjectName(each.name)
        action.setShortcuts([QKeySequence(key) for key in each.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda checked=False, name=each.name: carry_out(name))
        window.addAction(action)
        made[each.name] = action
    return made


def keys_of(name: str) -> str:
    """The first shortcut of an action as this system writes it; nothing for one without."""
    return key_text(next(each for each in ACTIONS if each.name == name))


def key_text(action: Action) -> str:
    """The first shortcut of an action as this system writes it; nothing for one without."""
    if not action.keys:
        return ""
    return QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
