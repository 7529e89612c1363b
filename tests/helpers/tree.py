"""What a screen reader is told of a window: the tree of its roles, names, descriptions, values and states."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

ROLES = {
    "StaticText": "text",
    "EditableText": "box",
    "PushButton": "button",
    "Button": "button",
    "ButtonMenu": "menu button",
    "CheckBox": "check box",
    "RadioButton": "radio button",
    "Grouping": "group",
    "List": "list",
    "ListItem": "row",
    "MenuItem": "entry",
    "PopupMenu": "menu",
}
"""Roles in words, where Qt's own name for one is not a word; others are said as Qt spells them, in small letters."""

_STATES = ("checked", "expanded", "disabled", "selected", "readOnly", "hasPopup")
_HOLLOW = {"Client", "LayeredPane", "Border", "Pane", "NoRole", "Separator", "ScrollBar", "Splitter", "Grip"}
_FIRST_ROWS, _MOST_LETTERS = 4, 110


@dataclass(slots=True)
class Node:
    """One thing in the tree, with what is in it."""

    role: str
    name: str
    description: str
    value: str
    states: frozenset[str]
    actions: tuple[str, ...]
    place: QRect
    """On the screen."""
    of: QObject | None
    """The widget, where it is one."""
    children: list["Node"] = field(default_factory=list)
    around: "Node | None" = None

    def all(self) -> Iterator["Node"]:
        """Itself and everything in it, in the order it is read."""
        yield self
        for child in self.children:
            yield from child.all()

    def __str__(self) -> str:
        """The role, the name, and where it stands."""
        around = " in ".join(f"“{each.name}”" for each in self.groups())
        return f"{said(self.role)} “{self.name}”" + (f" in {around}" if around else "")

    def groups(self) -> Iterator["Node"]:
        """What it stands in and has a name, from the inside out."""
        at = self.around
        while at is not None:
            if at.name and at.name != self.name:
                yield at
            at = at.around


def said(role: str) -> str:
    """A role in words."""
    return ROLES.get(role, role.lower())


def tree(widget: QWidget) -> Node:
    """What is told of a widget and of everything shown in it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return _node(interface)


def _node(interface: QAccessibleInterface) -> Node:
    state = interface.state()
    states = {each for each in dir(state) if not each.startswith("_") and getattr(state, each) == 1}
    actions = interface.actionInterface()
    node = Node(
        role=interface.role().name,
        name=interface.text(QAccessible.Text.Name),
        description=interface.text(QAccessible.Text.Description),
        value=interface.text(QAccessible.Text.Value),
        states=frozenset(states),
        actions=tuple(actions.actionNames()) if actions is not None else (),  # type: ignore[redundant-expr]
        place=interface.rect(),
        of=interface.object(),
    )
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and not child.state().invisible:  # type: ignore[redundant-expr]
            below = _node(child)
            below.around = node
            node.children.append(below)
    return node


def outline(widget: QWidget) -> str:
    """The tree as lines: role, name, states, what is in a box; indented where it stands in a group.

    What has neither a name nor a role that says something is left out, and of a long list only the first rows are told.
    """
    return "\n".join(_lines(tree(widget), 0)) + "\n"


def _lines(node: Node, depth: int) -> Iterator[str]:
    told = node.name if node.role in _HOLLOW else True
    if node.role == "StaticText" and not node.name and not node.value:
        told = False
    if node.role in ("ScrollBar", "Separator"):
        return
    if told:
        yield "  " * depth + _line(node)
        depth += 1
    rows = [child for child in node.children if child.role == "ListItem"]
    for child in node.children:
        if child in rows[_FIRST_ROWS:]:
            continue
        yield from _lines(child, depth)
    if len(rows) > _FIRST_ROWS:
        yield "  " * depth + f"… and {len(rows) - _FIRST_ROWS} more"


def _line(node: Node) -> str:
    parts = [f"{said(node.role)}: {_short(node.name)}"]
    states = [each for each in _STATES if each in node.states and (each, node.role) != ("readOnly", "StaticText")]
    if "checkable" in node.states and "checked" not in node.states:
        states.insert(0, "not checked")
    if "expandable" in node.states and "expanded" not in node.states:
        states.append("folded")
    if states:
        parts.append(f"[{', '.join(states)}]")
    if node.value and node.role != "ListItem":
        parts.append(f"= {_short(node.value)}")
    if node.description:
        parts.append(f"({_short(node.description)})")
    return " ".join(parts)


def _short(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip()
    return words if len(words) <= _MOST_LETTERS else words[:_MOST_LETTERS] + "…"


# what must hold


_SPEAKS_FOR_ITSELF = {"ListItem", "MenuItem", "Cell", "TableCell"}
_SAYS_NOTHING = _HOLLOW | {"StaticText", "Grouping", "Window", "Dialog"}


def faults(widget: QWidget, written_twice: str = "") -> Iterator[str]:
    """What a person who only hears a window could not use: no name, a role that says nothing, two that sound alike.

    Two may end in words that somebody has ``written_twice``.
    """
    root = tree(widget)
    heard: dict[tuple[str, str, str, tuple[str, ...]], Node] = {}
    for node in root.all():
        if not _can_be_used(node):
            continue
        if not node.name.strip():
            yield f"{node} has no name ({type(node.of).__name__})"
        if node.role in _SAYS_NOTHING and not (node.role == "StaticText" and "multiLine" in node.states):
            yield f"{node} can be used, but its role says nothing"
        if "checkable" in node.states and node.role not in ("CheckBox", "RadioButton", "MenuItem", "ListItem"):
            yield f"{node} can be checked, but its role does not say so"
        alike = (node.role, node.name, node.description, tuple(each.name for each in node.groups()))
        excused = node.role in _SPEAKS_FOR_ITSELF or (written_twice and node.name.endswith(written_twice))
        if alike in heard and not excused:
            yield f"{node} is there twice"
        heard[alike] = node
    for node in root.all():
        yield from _out_of_order(node, widget.isRightToLeft())


def _can_be_used(node: Node) -> bool:
    if node.role in ("ScrollBar", "Window", "Dialog") or "disabled" in node.states:
        return False
    if node.role in ("Pane", "Client"):
        return False  # one that can be scrolled by keys
    return "focusable" in node.states or bool({"Press", "Toggle"} & set(node.actions))


def _out_of_order(node: Node, rtl: bool) -> Iterator[str]:
    """Neighbours that are read in another order than they stand."""
    shown = [each for each in node.children if not each.place.isEmpty() and each.role != "ScrollBar"]
    for one, next_one in pairwise(shown):
        above = next_one.place.bottom() < one.place.top()
        level = not above and next_one.place.top() <= one.place.bottom()
        before = next_one.place.left() > one.place.right() if rtl else next_one.place.right() < one.place.left()
        if above or (level and before):
            first = next((each for each in next_one.all() if each.name), next_one)
            then = next((each for each in one.all() if each.name), one)
            yield f"{first} is read after {then}"
