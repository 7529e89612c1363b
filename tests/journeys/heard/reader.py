"""A screen reader's ears and hands: it knows a program only by what the accessibility bus tells of it.

Runs in the system's own Python, which has the bus's library, and in a session bus of its own.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import gi

gi.require_version("Atspi", "2.0")

from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 30.0
"""How long something may take to be there, on a machine that does much else."""

LOOK_AGAIN_MS = 40
"""Not every change is told of, so that it also looks again by itself."""

ROLES = {
    "button": ("push button", "button"),
    "window": ("frame", "window"),
    "box": ("text", "entry"),
    "text": ("label", "static", "text"),
    "place": ("page tab",),
    "row": ("list item",),
    "check box": ("check box",),
    "radio button": ("radio button",),
}
"""The words of this story for the roles that the bus names; newer versions of it call some by another name."""


class NotHeard(Exception):
    """Something that a listener would wait for did not come."""


class Reader:
    """Finds what can be used by its role and name. What it looks for may come a moment later."""

    def __init__(self, command: Sequence[str]) -> None:
        """``command`` starts the program, which ends with the reader."""
        self.announced: list[str] = []
        # An answer may take longer than the bus's own second on a machine that does much else.
        Atspi.set_timeout(int(PATIENCE_S * 1000), int(PATIENCE_S * 1000))
        self._listener = Atspi.EventListener.new(self._on_announced)
        self._listener.register("object:announcement")
        self._command = command
        self._program = subprocess.Popen(command, start_new_session=True)
        self._loop = GLib.MainLoop()

    def close(self) -> None:
        """End the program and all that it started."""
        if self._program.poll() is None:
            os.killpg(self._program.pid, signal.SIGTERM)
            try:
                self._program.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self._program.pid, signal.SIGKILL)
                self._program.wait(10)

    # what a person does

    def comes_to(self, window: str) -> None:
        """Start the program a second time, which brings the first forward: no window manager is there to do it."""
        self.find("window", window)
        subprocess.run(self._command, timeout=PATIENCE_S, check=True)
        active = Atspi.StateType.ACTIVE
        self.waits_for(
            lambda: self.find("window", window).get_state_set().contains(active), lambda: f"the keyboard in “{window}”"
        )

    def press(self, role: str, name: str, inside: str = "") -> None:
        """Press what is called so, in what has another name."""
        node = self.find(role, name, inside)
        actions = [Atspi.Action.get_action_name(node, each) for each in range(Atspi.Action.get_n_actions(node))]
        wanted = next((each for each, action in enumerate(actions) if action.lower() in ("press", "click")), None)
        if wanted is None:
            raise NotHeard(f"{role} “{name}” cannot be pressed, only {actions}")
        try:
            Atspi.Action.do_action(node, wanted)
        except GLib.Error as fault:
            raise NotHeard(f"{role} “{name}” gave no answer; {self._program_state()}") from fault

    def write(self, name: str, words: str) -> None:
        """Go to the box that is called so, and write."""
        box = self.find("box", name)
        Atspi.Component.grab_focus(box)
        self.waits_for(lambda: self._has_focus(name), lambda: f"the keyboard on “{name}”")
        if not Atspi.EditableText.set_text_contents(box, words):
            raise NotHeard(f"box “{name}” takes no words")

    def read(self, role: str, name: str) -> str:
        """All the words in what is called so."""
        return text_of(self.find(role, name))

    def is_checked(self, role: str, name: str) -> bool:
        """Whether it is."""
        return bool(self.find(role, name).get_state_set().contains(Atspi.StateType.CHECKED))

    def find(self, role: str, name: str, inside: str = "") -> Any:
        """The one thing shown with this role and name; raises ``NotHeard`` after ``PATIENCE_S``."""
        found = self.waits_for(lambda: self._find(role, name, inside), lambda: f"{role} “{name}”")
        return found[0]

    def finds(self, role: str, begins: str) -> str:
        """The name of something with this role whose name begins so."""

        def look() -> list[Any]:
            named = [each for each in self._shown() if (_ask(each.get_name) or "").startswith(begins)]
            return [each for each in named if _is(each, role)]

        found = self.waits_for(look, lambda: f"{role} “{begins}…”")
        return str(found[0].get_name())

    def hears(self, words: str) -> None:
        """Wait until these words are announced; what was announced before is forgotten."""

        def heard() -> bool:
            if words not in self.announced:
                return False
            del self.announced[: self.announced.index(words) + 1]
            return True

        self.waits_for(heard, lambda: f"the announcement “{words}” (there were {self.announced})")

    def waits_for(self, look: Callable[[], Any], what: Callable[[], str]) -> Any:
        """What ``look`` gives once it gives something; meanwhile news of the bus are taken in."""
        ends = time.monotonic() + PATIENCE_S
        while True:
            found = look()
            if found:
                return found
            if self._program.poll() is not None:
                raise NotHeard(f"the program ended with {self._program.returncode}, before {what()}")
            if time.monotonic() > ends:
                raise NotHeard(f"{what()} did not come. There is:\n{self.outline()}")
            self._take_news()

    def outline(self) -> str:
        """Everything that can be used, a line each."""
        said = (f"  {node.get_role_name()}: {node.get_name()}" for node in self._shown() if node.get_name())
        return "\n".join(said)

    # how it looks

    def _program_state(self) -> str:
        try:
            return f"the program ended with {self._program.wait(2)}"
        except subprocess.TimeoutExpired:
            return "the program runs"

    def _take_news(self) -> None:
        """Take in what the bus tells for a moment."""
        GLib.timeout_add(LOOK_AGAIN_MS, self._loop.quit)
        self._loop.run()

    def _has_focus(self, name: str) -> bool:
        (box,) = self._find("box", name) or (None,)
        return box is not None and box.get_state_set().contains(Atspi.StateType.FOCUSED)

    def _find(self, role: str, name: str, inside: str = "") -> list[Any]:
        found = [node for node in self._shown(inside) if _ask(node.get_name) == name and _is(node, role)]
        if len(found) > 1:
            raise NotHeard(f"{role} “{name}” is there {len(found)} times")
        return found

    def _shown(self, inside: str = "") -> Iterator[Any]:
        desktop = Atspi.get_desktop(0)
        for each in range(desktop.get_child_count()):
            program = _ask(lambda each=each: desktop.get_child_at_index(each))  # type: ignore[misc]
            if program is not None and _ask(program.get_process_id) == self._program.pid:
                for node in _inside(program):
                    if not inside:
                        yield node
                    elif node.get_name() == inside:
                        yield from _inside(node)
                        return

    def _on_announced(self, event: Any) -> None:
        self.announced.append(str(event.any_data))


def text_of(node: Any) -> str:
    """The words in a box or a document."""
    return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))


def _inside(node: Any) -> Iterator[Any]:
    count = _ask(node.get_child_count) or 0
    for each in range(count):
        child = _ask(lambda each=each: node.get_child_at_index(each))  # type: ignore[misc]
        states = _ask(child.get_state_set) if child is not None else None
        if states is not None and states.contains(Atspi.StateType.VISIBLE):
            yield child
            yield from _inside(child)


def _is(node: Any, role: str) -> bool:
    return _ask(node.get_role_name) in ROLES[role]


def _ask(question: Callable[[], Any]) -> Any:
    """What it gives; nothing where what was asked is no more, since the window goes on living."""
    try:
        return question()
    except GLib.Error:
        return None
