"""Every page as somebody uses it who hears it and does not see it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.gallery.showing import Journals, Look, Showing
from tests.helpers.tree import faults


@pytest.mark.parametrize("state", ["empty", "some"])
def test_everything_that_can_be_used_says_what_it_is(
    app: QApplication, journals: Journals, tmp_path: Path, state: str
) -> None:
    showing = Showing(app, tmp_path, Look(state=state), journals)
    found = [f"{name}: {each}" for name in showing.pages() for each in faults(showing.window, "Northwind")]
    for call in (showing.calls.planned, showing.calls.begun):
        found += [f"live: {each}" for each in faults(showing.live(call), "Northwind")]
    showing.close()
    assert not found, "\n" + "\n".join(dict.fromkeys(found))
