"""What was read, with the acts that are on their way laid over it: as the file will have it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forecall.journal import verbs
from forecall.journal.ahead import call_ahead, known_ahead, lessons_ahead
from forecall.journal.reading import list_lessons, read_call
from forecall.workspace.on_their_way import Act
from forecall.workspace.workspace import Workspace

WRITTEN: tuple[tuple[str, tuple[Any, ...], dict[str, Any]], ...] = (
    ("record_answer", ("issue", {"text": "Two days late"}, "What is it?"), {}),
    ("record_answer", ("issue", {"text": "Three days late"}), {}),
    ("record_answer", ("lesson", {"if": "a date slips", "then": "call", "skill": ["composure"]}), {}),
    ("write_item", ("points", "a", {"text": "We own it"}), {"index": 0}),
    ("write_item", ("points", "b", {"text": "The new date"}), {"wording": "What must be said?"}),
    ("write_item", ("points", "c", {"text": "First"}), {"index": 0}),
    ("write_item", ("points", "a", {"text": "We own the delay"}), {}),
    ("write_item", ("promised", "p", {"text": "A plan", "due": "2026-11-30"}), {}),
)


@pytest.mark.parametrize("number", range(len(WRITTEN) + 1))
def test_it_is_what_the_file_will_hold(tmp_path: Path, number: int) -> None:
    """The first acts are in the file, the others on their way; moved and removed entries at the end."""
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    call = str(workspace.perform(None, verbs.start_call, "Northwind").wait())
    acts = [Act(verb, (call, *args), kwargs) for verb, args, kwargs in WRITTEN]
    acts += [Act("move_item", ("b", 0)), Act("remove_item", ("c",))]
    for act in acts[:number]:
        workspace.perform(None, getattr(verbs, act.verb), *act.args, **act.kwargs).wait()
    early = workspace.ask(read_call, call).wait()
    for act in acts[number:]:
        workspace.perform(None, getattr(verbs, act.verb), *act.args, **act.kwargs).wait()
    late = workspace.ask(read_call, call).wait()
    assert early is not None
    assert late is not None
    ahead = call_ahead(early, acts[number:])
    assert {key: each.value for key, each in ahead.answers.items()} == {
        key: each.value for key, each in late.answers.items()
    }
    assert {key: [(each.id, each.value, each.due) for each in entries] for key, entries in ahead.items.items()} == {
        key: [(each.id, each.value, each.due) for each in entries] for key, entries in late.items.items()
    }
    assert ahead.lesson is not None
    assert late.lesson is not None
    assert (ahead.lesson.if_text, ahead.lesson.skill) == (late.lesson.if_text, late.lesson.skill)
    assert call_ahead(ahead, acts[number:]) == replace(ahead)  # in the file already: no harm
    assert workspace.close()


def test_another_call_and_another_client_are_left_alone(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "journal.db")
    workspace.open().wait()
    call = str(workspace.perform(None, verbs.start_call, "Northwind").wait())
    read = workspace.ask(read_call, call).wait()
    assert read is not None
    assert call_ahead(read, [Act("record_answer", ("other", "issue", {"text": "x"}))]) == read
    assert known_ahead("a", "old", [Act("note_about_client", ("b", "x"))]) == "old"
    assert known_ahead("a", "old", [Act("note_about_client", ("a", "x")), Act("note_about_client", ("a", "y"))]) == "y"
    lesson = str(workspace.perform(None, verbs.write_lesson, None, {"if": "late", "then": "call"}).wait())
    lessons = workspace.ask(list_lessons).wait()
    (ahead,) = lessons_ahead(lessons, [Act("write_lesson", (lesson, {"if": "later", "then": "call"}))])
    assert ahead.if_text == "later"
    assert lessons_ahead(lessons, [Act("write_lesson", (None, {"if": "new"}))]) == list(lessons)
    assert workspace.close()
