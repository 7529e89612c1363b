"""Every action of the window in one list: its name, its words, its key and where the menu shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from forecall.words import N_, _


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    ``keys`` are shortcuts, the first one is shown; ``group`` is its part of the menu. ``leads`` names the page that it
    goes to, ``sets`` the preference that it changes and to what; any other has a method. ``also`` are more words that
    somebody may look for it with.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    group: str
    icon: str
    leads: str = ""
    sets: tuple[str, str] | None = None
    also: str = ""


# To add an action: a line here that says where it leads or what it sets, or else a method ``_do_<name>`` in the window
# or ``do_<name>`` in the pages it is for. Menu, palette, tips and the sheet of keys are made from it.
ACTIONS: tuple[Action, ...] = (
    Action("prepare", N_("Prepare a call"), ("Ctrl+N",), "start", "add", "new_call", also=N_("new plan add worksheet")),
    Action(
        "note",
        N_("Note a call that just happened"),
        ("Ctrl+J",),
        "start",
        "note",
        "note_call",
        also=N_("log reflect unplanned write down"),
    ),
    Action(
        "summary",
        N_("Lessons summary"),
        ("Ctrl+L",),
        "start",
        "summary",
        "summary",
        also=N_("export report share document what I learned"),
    ),
    Action(
        "bring_in",
        N_("Bring in…"),
        ("Ctrl+I",),
        "start",
        "import",
        "bring_in",
        also=N_("import open file invitation calendar table notes archive"),
    ),
    Action("palette", N_("Find anything"), ("Ctrl+K",), "go", "palette", also=N_("commands actions search palette")),
    Action("find", N_("Find"), ("Ctrl+F",), "go", "search", "find", also=N_("search words everywhere full text")),
    Action("today", N_("Today"), ("Ctrl+1",), "go", "today", "today", also=N_("start home first screen")),
    Action("calls", N_("Calls"), ("Ctrl+2",), "go", "calls", "calls", also=N_("list history conversations")),
    Action("clients", N_("Clients"), ("Ctrl+3",), "go", "clients", "clients", also=N_("people companies customers")),
    Action("lessons", N_("Lessons"), ("Ctrl+4",), "go", "lessons", "lessons", also=N_("learned if then plans review")),
    Action("guide", N_("Guide"), ("F1", "Ctrl+5"), "go", "guide", also=N_("help phrases tips thoughts sources")),
    Action(
        "settings",
        N_("Settings"),
        ("Ctrl+,",),
        "go",
        "settings",
        "settings",
        also=N_("preferences options language German English theme dark light size text export archive"),
    ),
    Action("trash", N_("Trash"), ("Ctrl+6",), "go", "delete", "trash", also=N_("deleted bin restore bring back")),
    Action("back", N_("Back"), ("Esc", "Alt+Left"), "go", "back", also=N_("previous page return leave")),
    Action(
        "next_question",
        N_("Next question"),
        ("Ctrl+Enter", "Ctrl+Return"),
        "call",
        "next",
        also=N_("go on forward down"),
    ),
    Action("next_step", N_("Next step"), ("Ctrl+PgDown",), "call", "forward", also=N_("go on page")),
    Action("earlier_step", N_("Earlier step"), ("Ctrl+PgUp",), "call", "back", also=N_("previous page")),
    Action("only_what_fits", N_("Only what fits"), ("Ctrl+E",), "call", "fits", also=N_("short quick fifteen minutes")),
    Action(
        "countdown",
        N_("Show or hide the time left"),
        ("Ctrl+Shift+E",),
        "call",
        "clock",
        also=N_("countdown timer minutes"),
    ),
    Action("call_sheet", N_("Call sheet"), ("Ctrl+Shift+S",), "call", "sheet", also=N_("one page overview PDF copy")),
    Action("rehearse", N_("Rehearse"), ("Ctrl+R",), "call", "speech", also=N_("practise opening aloud role play")),
    Action(
        "live", N_("Live sheet"), ("Ctrl+G",), "call", "live", also=N_("during call begin start timer window on top")
    ),
    Action("look_back", N_("Look back"), ("Ctrl+B",), "call", "lookback", also=N_("reflect after review how it went")),
    Action("earlier", N_("Earlier versions…"), ("Ctrl+H",), "call", "history", also=N_("history before restore words")),
    Action(
        "edit_call", N_("Client, title, time and type"), ("F2",), "call", "edit", also=N_("rename move date change")
    ),
    Action("print", N_("Print"), ("Ctrl+P",), "call", "print", also=N_("paper preview PDF")),
    Action("undo", N_("Undo the last act"), ("Ctrl+Z",), "edit", "undo", also=N_("take back revert")),
    Action("redo", N_("Do it again"), ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", "redo", also=N_("redo repeat")),
    Action(
        "light", N_("Light colours"), (), "look", "light", sets=("theme", "light"), also=N_("theme bright day white")
    ),
    Action("dark", N_("Dark colours"), (), "look", "dark", sets=("theme", "dark"), also=N_("theme night black")),
    Action(
        "contrast",
        N_("High contrast"),
        (),
        "look",
        "contrast",
        sets=("theme", "contrast"),
        also=N_("theme colours strong"),
    ),
    Action(
        "system",
        N_("Colours as the desktop has them"),
        (),
        "look",
        "screen",
        sets=("theme", "system"),
        also=N_("theme automatic default"),
    ),
    Action(
        "larger", N_("Larger text"), ("Ctrl++", "Ctrl+="), "look", "larger", also=N_("zoom in size bigger font letters")
    ),
    Action("smaller", N_("Smaller text"), ("Ctrl+-",), "look", "smaller", also=N_("zoom out size font letters")),
    Action(
        "example",
        N_("Look at an example"),
        ("Ctrl+Shift+X",),
        "help",
        "info",
        also=N_("sample demo try filled journal"),
    ),
    Action("own_journal", N_("Back to my journal"), ("Ctrl+W",), "help", "back", also=N_("leave example close sample")),
    Action("keys", N_("All keys"), ("Ctrl+/",), "help", "keys", also=N_("shortcuts keyboard")),
    Action("backups", N_("Backups"), (), "help", "backup", "backups", also=N_("copies restore safe put back")),
    Action("back_up", N_("Back up now"), (), "help", "backup", also=N_("copy save safe")),
    Action("data_folder", N_("Open my data folder"), (), "help", "folder", also=N_("file place journal disk")),
    Action("menu", N_("Menu"), ("F10",), "", "more"),
    Action("quit", N_("Close Forecall"), ("Ctrl+Q",), "help", "close", also=N_("exit quit end")),
)

# Those of the small window during a call. A plain letter works wherever no words are being written, and with Alt
# everywhere; each has a method ``_do_<name>`` in ``ui/live_window.py``.
LIVE_ACTIONS: tuple[Action, ...] = (
    Action("objection", N_("What they say, and your answer"), ("O", "Alt+O"), "live", "speech"),
    Action("rung", N_("Next limit"), ("B", "Alt+B"), "live", "steps"),
    Action("calm", N_("A phrase that calms"), ("C", "Alt+C"), "live", "guide"),
    Action("offence", N_("Ask whether something gave offence"), ("Q", "?", "Alt+Q"), "live", "info"),
    Action("heated", N_("Mark: heated"), ("H", "Alt+H"), "live", "caution"),
    Action("promise", N_("Mark: a promise"), ("P", "Alt+P"), "live", "promise"),
    Action("surprise", N_("Mark: a surprise"), ("S", "Alt+S"), "live", "surprise"),
    Action("note", N_("A note"), ("N", "Alt+N"), "live", "note"),
    Action("dim", N_("Neutral words, for a shared screen"), ("D", "Alt+D"), "live", "screen"),
    Action("end", N_("End the call"), ("Ctrl+Enter", "Ctrl+Return"), "live", "check"),
    Action("leave", N_("Back to the sheet, then close it"), ("Esc",), "live", "back"),
)

# Those of the one that is chosen in a list whose order is the person's; the page with the list carries them out.
MOVES: tuple[Action, ...] = (
    Action("move_up", N_("Move up"), ("Alt+Up",), "list", "drag"),
    Action("move_down", N_("Move down"), ("Alt+Down",), "list", "drag"),
)

# Keys of boxes and lists, which they hear themselves.
KEYS_IN_A_LIST: tuple[tuple[str, str], ...] = (
    (N_("Move an entry"), N_("Alt+Up, Alt+Down")),
    (N_("Next entry"), N_("Enter")),
    (N_("Remove an empty entry"), N_("Backspace")),
    (N_("Remove an entry"), N_("Ctrl+Shift+Backspace")),
)

POINT_KEYS = tuple(str(place) for place in range(1, 10))
"""The keys that tick the points of a call, in their order."""

GROUPS: Mapping[str, str] = {
    "start": N_("Begin"),
    "go": N_("Go to"),
    "call": N_("This call"),
    "edit": N_("Change"),
    "look": N_("Look"),
    "help": N_("Help"),
}


BY_NAME: Mapping[str, Action] = {each.name: each for each in (*ACTIONS, *MOVES)}


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
    return key_text(BY_NAME[name])


def key_text(action: Action) -> str:
    """The first shortcut of an action as this system writes it; nothing for one without."""
    if not action.keys:
        return ""
    return QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
