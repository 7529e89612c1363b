"""What tests of an open journal do again and again."""

import os
from collections.abc import Callable
from pathlib import Path

from forecall.journal import reading, verbs
from forecall.workspace.workspace import Workspace

LONG = 20.0
Open = Callable[..., Workspace]


def start(workspace: Workspace, client: str = "Northwind") -> str:
    return workspace.perform(None, verbs.start_call, client).wait(LONG)


def answer(workspace: Workspace, call_id: str, text: str, key: str = "issue") -> None:
    workspace.perform(None, verbs.record_answer, call_id, key, {"text": text}).wait(LONG)


def issue(workspace: Workspace, call_id: str, key: str = "issue") -> str:
    found = workspace.ask(reading.read_call, call_id).wait(LONG)
    assert found is not None
    return found.text(key)


def handles(folder: Path) -> list[str]:
    """The files in a folder that this process holds open, where the system tells."""
    listed = Path("/proc/self/fd")
    places = [os.readlink(each) for each in listed.iterdir() if each.is_symlink()] if listed.is_dir() else []
    return [place for place in places if place.startswith(str(folder))]
