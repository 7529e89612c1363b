"""The journal that tests of the operations work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journal.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty journal whose operations are done at once."""
    opened = Desk(tmp_path / "journal.db")
    yield opened
    opened.close()
