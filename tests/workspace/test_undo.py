"""Taking back: every column of every row, and the search, as they were."""

import ast
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from forecall.journal import (
    answers,
    arrivals,
    calls,
    carrying,
    causes,
    clients,
    holding,
    items,
    lessons,
    phrases,
    trash,
    verbs,
    versions,
)
from forecall.journal.records import REHEARSED
from forecall.journal.refusals import Refused
from forecall.journal.search import search
from tests.journal.desk import Desk


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A journal with something of each kind, made once and copied for each test, and the ids in it."""
    path = tmp_path_factory.mktemp("template") / "journal.db"
    desk = Desk(path)
    call = desk.do(calls.start_call, "Northwind", wall="2026-11-26T10:00", zone="UTC", types=["complaint"])
    other = desk.do(calls.start_call, "Contoso", title="Scope")
    desk.do(answers.record_answer, call, "issue", {"text": "The report is late"}, "What?")
    desk.do(answers.record_answer, call, "tell", {"text": "Mara"})
    for index, item in enumerate(("p0", "p1", "p2")):
        desk.do(items.write_item, call, "points", item, {"text": f"Point {index}"})
    desk.do(items.write_item, call, "promised", "due", {"text": "Send plan", "due": "2026-12-01"})
    desk.do(answers.record_answer, call, "lesson", {"if": "A date slips", "then": "I say it"})
    desk.do(phrases.write_phrase, "own", {"text": "Good that you called", "moment": ["opening"]})
    desk.do(phrases.hide_phrase, "two_ways")
    for mark in ("held", "looked_back_now", "looked_back_later"):
        desk.do(calls.mark_call, other, mark)
    first, second = desk.rows("client")
    lesson = desk.row("lesson")["id"]
    for key, value in (("expects", {"text": "A date"}), ("forecast", {"ending": ["agreed"]})):
        desk.do(answers.record_answer, call, key, value)
    desk.do(items.write_item, call, "objections", "o0", {"text": "Too late"})
    desk.do(items.write_item, call, "premortem", "cause", {"text": "Nobody asked"})
    desk.do(items.write_item, call, REHEARSED, "said", {"text": "We own it"})
    thrown = desk.do(calls.start_call, "Tailspin")
    desk.do(calls.mark_call, thrown, "deleted")
    begun = desk.do(calls.start_call, "Fabrikam")
    desk.do(answers.record_answer, begun, "forecast", {"ending": ["agreed"]})
    desk.do(holding.begin_call, begun)
    desk.do(holding.note_live, begun, "n0", "promise", 40, "A plan by Friday", "")
    desk.do(answers.record_answer, call, "issue", {"text": "Version two"}, "What?")
    desk.do(answers.record_answer, call, "issue", {"text": "The report is late"}, "What?")
    version = desk.rows("revision", key="issue")[1]["id"]
    desk.close()
    ids = {"call": call, "other": other, "client": first["id"], "second": second["id"], "lesson": lesson}
    ids |= {"begun": begun, "thrown": thrown, "version": version}
    return path, ids


@pytest.fixture
def desk(template: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Desk]:
    shutil.copy(template[0], tmp_path / "journal.db")
    opened = Desk(tmp_path / "journal.db")
    yield opened
    opened.close()


@pytest.fixture
def ids(template: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return template[1]


ACTS: dict[str, Callable[[dict[str, str]], tuple[Any, ...]]] = {
    "answer new": lambda ids: (answers.record_answer, ids["call"], "goal", {"text": "x"}),
    "answer changed": lambda ids: (answers.record_answer, ids["call"], "issue", {"text": "x"}, "New?"),
    "answer emptied": lambda ids: (answers.record_answer, ids["call"], "issue", {}),
    "tell emptied": lambda ids: (answers.record_answer, ids["call"], "tell", {}),
    "check back": lambda ids: (answers.record_answer, ids["call"], "check_back", {"date": "2026-12-02"}),
    "lesson emptied": lambda ids: (answers.record_answer, ids["call"], "lesson", {}),
    "item new": lambda ids: (items.write_item, ids["call"], "points", "new", {"text": "x"}),
    "item changed": lambda ids: (items.write_item, ids["call"], "points", "p1", {"text": "x"}),
    "item moved": lambda ids: (items.move_item, "p2", 0),
    "item removed": lambda ids: (items.remove_item, "p0"),
    "item ticked": lambda ids: (items.tick_item, "p1"),
    "promise moved": lambda ids: (items.promise_on, "due", "2027-01-01"),
    "call started": lambda ids: (calls.start_call, "Fabrikam"),
    "call copied": lambda ids: (calls.copy_call, ids["call"]),
    "next call": lambda ids: (calls.next_call, ids["call"]),
    "call renamed": lambda ids: (calls.rename_call, ids["call"], "x"),
    "call retyped": lambda ids: (calls.retype_call, ids["call"], ["scope", "abuse"]),
    "call moved": lambda ids: (calls.move_call, ids["call"], "2026-12-24T18:00", "Asia/Tokyo"),
    "call without time": lambda ids: (calls.move_call, ids["call"], None),
    "call lengthened": lambda ids: (calls.lengthen_call, ids["call"], 90),
    "call linked": lambda ids: (calls.link_call, ids["call"], "https://example.org"),
    "call given to a known client": lambda ids: (calls.give_call_to, ids["call"], "Contoso"),
    "call given to a new client": lambda ids: (calls.give_call_to, ids["call"], "Fabrikam"),
    "call held": lambda ids: (calls.mark_call, ids["call"], "held"),
    "call did not happen": lambda ids: (calls.mark_call, ids["call"], "did_not_happen"),
    "call archived": lambda ids: (calls.mark_call, ids["call"], "archived"),
    "call deleted": lambda ids: (calls.mark_call, ids["call"], "deleted"),
    "call reopened": lambda ids: (calls.reopen_call, ids["other"]),
    "client renamed": lambda ids: (clients.rename_client, ids["client"], "Southwind"),
    "client noted": lambda ids: (clients.note_about_client, ids["client"], "x"),
    "clients merged": lambda ids: (clients.merge_clients, ids["client"], ids["second"]),
    "client archived": lambda ids: (clients.archive_client, ids["client"]),
    "client deleted": lambda ids: (clients.delete_client, ids["client"]),
    "lesson new": lambda ids: (lessons.write_lesson, None, {"if": "x"}),
    "lesson changed": lambda ids: (lessons.write_lesson, ids["lesson"], {"if": "x"}),
    "lesson used": lambda ids: (lessons.use_lesson, ids["lesson"], ids["call"]),
    "lesson helped": lambda ids: (lessons.count_help, ids["lesson"]),
    "lesson archived": lambda ids: (lessons.archive_lesson, ids["lesson"]),
    "lesson deleted": lambda ids: (lessons.delete_lesson, ids["lesson"]),
    "phrase new": lambda ids: (phrases.write_phrase, "new", {"text": "x", "moment": ["opening"]}),
    "phrase changed": lambda ids: (phrases.write_phrase, "own", {"text": "x"}),
    "phrase hidden": lambda ids: (phrases.hide_phrase, "own"),
    "phrase of the guide hidden": lambda ids: (phrases.hide_phrase, "your_side_first"),
    "phrase brought back": lambda ids: (phrases.show_phrase, "two_ways"),
    "call begun": lambda ids: (holding.begin_call, ids["call"]),
    "call not started": lambda ids: (holding.not_started, ids["begun"]),
    "call ended": lambda ids: (holding.end_call, ids["begun"]),
    "live note": lambda ids: (holding.note_live, ids["begun"], "n1", "note", 80, "Calmer now", ""),
    "promise kept": lambda ids: (items.keep_promise, "due", "Sent"),
    "response rated": lambda ids: (items.rate_response, "said", "well"),
    "cause turned": lambda ids: (causes.turn_cause, ids["call"], "cause", {"text": "x", "becomes": ["point"]}),
    "carried to promises": lambda ids: (carrying.carry_to_promises, "p0"),
    "carried to the next call": lambda ids: (carrying.carry_to_next_call, "p0"),
    "brought back": lambda ids: (trash.bring_back, "call", ids["thrown"]),
    "version used": lambda ids: (versions.use_version, ids["version"]),
    "phrase deleted": lambda ids: (phrases.delete_phrase, "own"),
}


NO_WAY_BACK = frozenset({"keep_draft", "spend_time", "purge", "note_used_day", "bring_in", "bring_calls"})
"""Drafts and what the program notes are no acts, purging asks first; what comes in has tests of its own."""


def test_every_verb_has_its_way_back_here(ids: dict[str, str]) -> None:
    tried = {ACTS[act](ids)[0].__name__ for act in ACTS}
    tree = ast.parse(Path(verbs.__file__).read_text("utf-8"))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    operations = {name for name in named if name.islower()} - {"dataclass", "import_module"}
    assert operations - tried == NO_WAY_BACK
    assert arrivals.bring_in.__name__ in NO_WAY_BACK


@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_taken_back_whole_and_forth_again(desk: Desk, ids: dict[str, str], act: str) -> None:
    before, found_before = standing(desk), desk.lines()
    verb, *args = ACTS[act](ids)
    desk.do(verb, *args)
    after, found_after = standing(desk), desk.lines()
    assert after != before
    back = desk.take_back()
    assert (standing(desk), desk.lines()) == (before, found_before)
    desk.take_back(back)
    assert (standing(desk), desk.lines()) == (after, found_after)


def standing(desk: Desk) -> dict[str, Any]:
    """Every column of every row. Of locks only what they hold: that a forecast was locked once stays known."""
    whole: dict[str, Any] = dict(desk.dump())
    locks = whole.pop("forecast_lock").values()
    held = {lock["call_id"]: lock["value"] for lock in locks if lock["unlocked_at"] is None}
    return whole | {"held": held}


@pytest.mark.parametrize("act", ACTS)
def test_changes_tell_what_was_touched_and_nothing_else(desk: Desk, ids: dict[str, str], act: str) -> None:
    before = desk.dump()
    verb, *args = ACTS[act](ids)
    desk.do(verb, *args)
    after, changes = desk.dump(), desk.images.changes()

    def differing(table: str) -> list[dict[str, Any]]:
        keys = before[table].keys() | after[table].keys()
        pairs = [(before[table].get(key), after[table].get(key)) for key in keys]
        return [row for old, new in pairs if old != new for row in (old, new) if row is not None]

    touched_calls = {row["id"] for row in differing("call")}
    touched_calls |= {row["call_id"] for table in ("answer", "item", "lesson") for row in differing(table)} - {None}
    assert changes.calls == touched_calls
    owners = {row["id"] for row in differing("client")} | {row["client_id"] for row in differing("call")}
    assert changes.clients == owners
    assert changes.lessons == {row["id"] for row in differing("lesson")}
    assert changes.promises == any(row["key"] in ("promised", "tell", "check_back") for row in differing("item"))
    assert changes.phrases == bool(differing("phrase"))


def test_an_answer_emptied_and_typed_anew_is_one_act_that_can_be_taken_back(desk: Desk, ids: dict[str, str]) -> None:
    """Two rows for one question cannot be, not even on the way back."""
    before = desk.dump()
    desk.do(answers.record_answer, ids["call"], "issue", {})
    typed = desk.images
    desk.do(answers.record_answer, ids["call"], "issue", {"text": "Quite another matter"})
    typed.absorb(desk.images)
    desk.take_back(typed)
    assert desk.dump() == before


def test_what_was_taken_back_is_found_again(desk: Desk, ids: dict[str, str]) -> None:
    desk.do(calls.mark_call, ids["call"], "deleted")
    assert search(desk.reader, "report") == []
    desk.take_back()
    assert [hit.id for hit in search(desk.reader, "REPORT northw")] == [ids["call"]]


@pytest.mark.parametrize("seed", range(6))
def test_any_run_of_acts_is_taken_back_step_by_step(desk: Desk, ids: dict[str, str], seed: int) -> None:
    dice, steps = random.Random(seed), []
    for _turn in range(25):
        verb, *args = ACTS[dice.choice(list(ACTS))](ids)
        state = standing(desk), desk.lines()
        try:
            desk.do(verb, *args)
        except Refused:
            assert (standing(desk), desk.lines()) == state
        else:
            steps.append((state, desk.images))
    for state, images in reversed(steps):
        desk.take_back(images)
        assert (standing(desk), desk.lines()) == state
