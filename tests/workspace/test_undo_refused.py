"""Undo that is refused, or cannot be whole: what is said is true, and nothing else goes along."""

import pytest

from forecall.journal import calls, reading, verbs
from forecall.journal.refusals import Refused
from forecall.storage.database import Connection, Database
from forecall.workspace.workspace import Workspace
from tests.workspace.doors import LONG, Open, start


def test_an_act_behind_one_that_no_longer_fits_takes_back_nothing_in_its_name(opened: Open) -> None:
    one = opened()
    kept, call_id = start(one, "Kept"), start(one)
    one.perform(None, verbs.rename_call, kept, "Another").wait(LONG)
    one.perform(None, verbs.rename_call, call_id, "Scope").wait(LONG)
    one.perform(None, verbs.give_call_to, call_id, "Contoso").wait(LONG)
    with Database(one.path).session() as session:  # as another program would do it
        calls.start_call(session, "Contoso")
    with pytest.raises(Refused, match="more was written"):
        one.undo().wait(LONG)
    said = one.undo().wait(LONG)
    assert (said.label, said.place.call) == ("Call renamed", kept)
    found = one.ask(reading.read_call, call_id).wait(LONG)
    assert found is not None
    assert (found.head.title, found.head.client_name) == ("Scope", "Contoso")


def held(workspace: Workspace) -> str:
    """A call that was held before anything was foreseen of it, so that nothing is locked."""
    call_id = start(workspace)
    workspace.perform(None, verbs.end_call, call_id).wait(LONG)
    workspace.perform(None, verbs.write_item, call_id, "objections", "o", {"text": "Too late"}).wait(LONG)
    return call_id


def test_looking_back_is_taken_back_where_it_locked_the_forecast_of_a_call_held_before(opened: Open) -> None:
    one = opened()
    call_id = held(one)
    one.perform(None, verbs.mark_call, call_id, "looked_back_later").wait(LONG)

    def marks(reader: Connection) -> list[tuple[bool, bool]]:
        found = reader.execute("SELECT held_at, looked_back_later_at FROM call")
        return [(held is not None, back is not None) for held, back in found]

    for turn, looked_back in ((one.undo, False), (one.redo, True), (one.undo, False)):
        assert turn().wait(LONG).label == "Call changed"
        assert one.ask(marks).wait(LONG) == [(True, looked_back)]


def test_an_act_that_only_locked_the_forecast_of_a_held_call_is_passed_over(opened: Open) -> None:
    """The file keeps that lock, and so what was foreseen; what came before it can be taken back."""
    one = opened()
    call_id = held(one)
    one.perform(None, verbs.rename_call, call_id, "Scope").wait(LONG)
    one.perform(None, verbs.end_call, call_id).wait(LONG)
    assert one.undo().wait(LONG).label == "Call renamed"
    with pytest.raises(Refused, match="stays as it was"):
        one.undo().wait(LONG)
    assert one.undo().wait(LONG).label == "Call ended"
