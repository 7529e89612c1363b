"""Every page as somebody uses it who hears it and does not see it."""

import pytest

from tests.gallery.conftest import Show
from tests.gallery.showing import Look
from tests.helpers.tree import faults


@pytest.mark.parametrize("state", ["empty", "some"])
def test_everything_that_can_be_used_says_what_it_is(show: Show, state: str) -> None:
    showing = show(Look(state=state))
    found = [f"{name}: {each}" for name in showing.pages() for each in faults(showing.window, "Northwind")]
    for call in (showing.calls.planned, showing.calls.begun):
        found += [f"live: {each}" for each in faults(showing.live(call), "Northwind")]
    assert not found, "\n" + "\n".join(dict.fromkeys(found))
