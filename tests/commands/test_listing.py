"""``forecall list``."""

import json
import re
from typing import Any

import pytest

from forecall.commands import listing
from forecall.journal import verbs
from forecall.storage.database import make
from forecall.workspace.workspace import Workspace
from tests.commands.conftest import NAMES, Command, Kept
from tests.helpers import checkout

KINDS = ("calls", "clients", "lessons", "promises")


def documented(heading: str) -> list[str]:
    """The fields that the documentation tells under a heading, in its order."""
    told = checkout.text("packaging/json-fields.md").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE)


@pytest.fixture
def listed(forecall: Command, kept: Kept) -> Any:
    """What ``list … --json`` gives."""

    def run(what: str, *more: str) -> Any:
        said = forecall("list", what, "--json", *more, "--journal", kept.path)
        assert (said.code, said.err) == (0, "")
        return json.loads(said.out)

    return run


@pytest.mark.parametrize("what", KINDS)
def test_the_fields_are_those_that_are_documented(listed: Any, what: str) -> None:
    found = listed(what)
    assert found
    assert {tuple(each) for each in found} == {tuple(documented(f"list {what}"))}


def test_calls_come_newest_first(listed: Any, kept: Kept) -> None:
    found = listed("calls")
    assert [each["id"] for each in found] == list(reversed(kept.calls))
    assert [each["client"] for each in found] == list(reversed(NAMES))
    assert found[0]["planned_wall"] == "2026-11-26T10:00"
    assert found[0]["moment"] == "2026-11-26T09:00:00Z"
    assert found[0]["types"] == ["complaint"]


def test_all_adds_what_is_archived_but_nothing_deleted(listed: Any, kept: Kept) -> None:
    ids = {each["id"] for each in listed("calls", "--all")}
    assert ids == {*kept.calls, kept.archived}


def test_more_calls_than_a_page_all_come_once(listed: Any, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_PAGE", 2)
    assert [each["id"] for each in listed("calls")] == list(reversed(kept.calls))


def test_lessons_and_promises_say_where_they_come_from(listed: Any, kept: Kept) -> None:
    lesson = listed("lessons")[0]
    assert (lesson["if"], lesson["skill"]) == ("a date slips", "communication")
    assert lesson["call_id"] == kept.calls[2]
    promises = listed("promises")
    assert [each["due"] for each in promises] == ["2026-12-24", "2026-12-25", "2026-12-26"]
    assert [each["client"] for each in promises] == list(NAMES)


def test_a_promise_that_was_kept_comes_with_all(listed: Any, kept: Kept) -> None:
    workspace = Workspace(kept.path)
    workspace.open().wait()
    workspace.perform(None, verbs.tick_item, "promise-24").wait()
    assert workspace.close()
    assert len(listed("promises")) == 2
    assert [each["done_at"] is not None for each in listed("promises", "--all")] == [False, False, True]


@pytest.mark.parametrize("what", KINDS)
def test_lines_are_aligned_and_inert(forecall: Command, kept: Kept, what: str) -> None:
    said = forecall("list", what, "--journal", kept.path)
    assert said.code == 0
    assert "\x1b" not in said.out
    assert "\u2028" not in said.out
    assert len(said.lines) == said.out.count("\n")
    assert all(re.match(r"\S+ {2}\S", line) and line == line.rstrip() for line in said.lines)


def test_a_line_says_when_and_where_a_call_stands(forecall: Command, kept: Kept) -> None:
    first = forecall("list", "calls", "--journal", kept.path).lines[0]
    assert first.startswith(f"{kept.calls[2][:8]}  2026-11-26 10:00  ")
    assert "日本商事" in first
    assert "The report of 日本商事 came two days late" in first


@pytest.mark.parametrize("what", KINDS)
def test_an_empty_journal_is_said_beside_the_list(forecall: Command, kept: Kept, what: str) -> None:
    empty = kept.path.with_name("empty.db")
    make(empty)
    said = forecall("list", what, "--journal", empty)
    assert (said.code, said.out, said.err) == (0, "", "There is nothing to list.\n")
    assert forecall("list", what, "--json", "--journal", empty).out == "[]\n"
