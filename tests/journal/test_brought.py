"""Calls from elsewhere before they come in: their keys, and which of them the journal has."""

from dataclasses import replace
from pathlib import Path

from forecall.journal import verbs
from forecall.journal.brought import BroughtCall, BroughtIn, brought_id, is_moved, names_somebody, standing_calls
from forecall.workspace.workspace import Workspace


def test_a_key_follows_from_what_the_file_says() -> None:
    assert brought_id("ics", "a@b", "") == brought_id("ics", "a@b", "")
    assert len({brought_id("ics", "a", "b"), brought_id("ics", "ab", ""), brought_id("csv", "a", "b")}) == 3


def test_what_stands_is_found_and_a_move_is_seen(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    call = BroughtCall(
        brought_id("ics", "a"), client="Northwind", wall="2026-12-03T10:00", zone="Europe/Berlin", title="Late"
    )
    workspace.perform(None, verbs.bring_calls, [call]).wait()
    found = workspace.ask(standing_calls, [call.id, "other"] * 600).wait()
    assert workspace.close()
    assert set(found) == {call.id}
    standing = found[call.id]
    assert not is_moved(call, standing)
    assert is_moved(replace(call, wall="2026-12-03T11:00"), standing)
    assert not is_moved(replace(call, wall="2026-12-03T09:00", zone="Europe/London"), standing)
    assert not is_moved(replace(call, wall=None), standing)
    assert not is_moved(replace(call, wall="2026-12-03T11:00"), replace(standing, over=True))


def test_what_came_of_it_is_a_sentence() -> None:
    assert BroughtIn(added=1).sentence == "1 call was added."
    assert BroughtIn(there=2).sentence == "Nothing is new. 2 were already there."
    assert BroughtIn(moved=1, back=2).sentence == "1 call was moved. 2 calls were brought back."


def test_a_name_that_cannot_be_seen_names_nobody() -> None:
    assert all(names_somebody(name) for name in ("李", "\u200eAnn"))
    assert not any(names_somebody(name) for name in ("", " ", "\u200b", "\u202e \x00\u2060"))
