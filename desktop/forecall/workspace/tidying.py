"""What leaves the trash by itself, in small pieces beside whatever else is done."""

from typing import TYPE_CHECKING

from forecall.journal import verbs
from forecall.journal.discarded import Kind, read_overdue

if TYPE_CHECKING:
    from forecall.workspace.workspace import Workspace

BATCH = 20


def empty_trash(workspace: "Workspace", now: str) -> None:
    """Delete for good what was in the trash for thirty days; nothing is written where nothing is that old.

    What fails here is nobody's act, and is tried again on another start.
    """
    workspace.ask(read_overdue, now).then(lambda found: _on_found(workspace, now, *found), _leave, tells=Exception)


def _on_found(workspace: "Workspace", now: str, things: list[tuple[Kind, str]], waiting: bool) -> None:
    if waiting:
        workspace.perform(None, verbs.note_used_day, now[:10]).then(_done, _leave, tells=Exception)
    _go_on(workspace, things)


def _go_on(workspace: "Workspace", things: list[tuple[Kind, str]]) -> None:
    if things:
        task = workspace.perform(None, verbs.purge, things[:BATCH])
        task.then(lambda _count: _go_on(workspace, things[BATCH:]), _leave, tells=Exception)


def _done(_result: object) -> None:
    """Nobody waits for it."""


def _leave(_error: BaseException) -> None:
    """It is tried again on another start."""
