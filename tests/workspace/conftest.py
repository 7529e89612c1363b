"""The journal that tests of the workspace open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forecall.workspace.workspace import Workspace
from tests.workspace.doors import LONG, Open


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def opened(path: Path) -> Iterator[Open]:
    """Opens workspaces on the journal and closes them all."""
    made: list[Workspace] = []

    def open_one(**more: Any) -> Workspace:
        made.append(Workspace(path, **more))
        made[-1].open().wait(LONG)
        return made[-1]

    yield open_one
    for each in made:
        each.close(LONG)
