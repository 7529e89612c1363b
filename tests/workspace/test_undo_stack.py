"""What is one act, and what it is called."""

import ast
from pathlib import Path

import pytest

from forecall.journal import verbs
from forecall.workspace.undo import Images
from forecall.workspace.undo_stack import UndoStack, label_of


def touched(*ids: str) -> Images:
    return Images(before={("Answer", each): {"value": each} for each in ids})


def push(stack: UndoStack, verb: str, *args: object) -> None:
    stack.push(verb, args, touched(str(args)))


def count(stack: UndoStack) -> int:
    found = 0
    while (step := stack.last()) is not None:
        stack.drop(step)
        found += 1
    return found


@pytest.mark.parametrize(
    ("verb", "first", "second"),
    [
        ("record_answer", ("call", "issue", {"text": "a"}, "Why?"), ("call", "issue", {"text": "ab"}, "What?")),
        ("write_item", ("call", "points", "item", {"text": "a"}), ("call", "points", "item", {"text": "ab"})),
        ("note_about_client", ("client", "Likes"), ("client", "Likes mail")),
        ("write_lesson", ("lesson", {"if": "a"}), ("lesson", {"if": "ab"})),
        ("write_phrase", ("phrase", {"text": "a"}), ("phrase", {"text": "ab"})),
        ("link_call", ("call", "htt"), ("call", "https://example.org")),
    ],
)
def test_typing_in_one_box_is_one_act(verb: str, first: tuple[object, ...], second: tuple[object, ...]) -> None:
    stack = UndoStack()
    push(stack, verb, *first)
    push(stack, verb, *second)
    assert count(stack) == 1


@pytest.mark.parametrize(
    ("verb", "first", "second"),
    [
        ("record_answer", ("call", "issue", {"text": "a"}), ("call", "goal", {"text": "a"})),
        ("record_answer", ("call", "issue", {"text": "a"}), ("other", "issue", {"text": "a"})),
        ("write_item", ("call", "points", "one", {}), ("call", "points", "two", {})),
        ("write_lesson", (None, {"if": "a"}), (None, {"if": "b"})),
        ("note_about_client", ("client", "a"), ("other", "a")),
        ("record_answer", (), ()),  # named arguments say no place
        ("start_call", ("Northwind",), ("Northwind",)),
        ("mark_call", ("call", "archived"), ("call", "archived")),
        ("move_item", ("item", 1), ("item", 1)),
    ],
)
def test_other_acts_stand_for_themselves(verb: str, first: tuple[object, ...], second: tuple[object, ...]) -> None:
    stack = UndoStack()
    push(stack, verb, *first)
    push(stack, verb, *second)
    assert count(stack) == 2


def test_typing_after_something_else_is_a_new_act() -> None:
    stack = UndoStack()
    for key in ("issue", "goal", "issue"):
        push(stack, "record_answer", "call", key, {})
    assert count(stack) == 3


def test_an_act_keeps_the_oldest_image() -> None:
    stack = UndoStack()
    stack.push("record_answer", ("call", "issue"), Images(before={("Answer", "a"): None}, calls={"call"}))
    later = Images(before={("Answer", "a"): {"value": "x"}, ("Item", "i"): None}, promises=True, lessons={"l"})
    stack.push("record_answer", ("call", "issue"), later)
    step = stack.last()
    assert step is not None
    assert step.images.before == {("Answer", "a"): None, ("Item", "i"): None}
    changes = step.images.changes()
    assert (set(changes.calls), set(changes.lessons), changes.promises) == ({"call"}, {"l"}, True)


def test_what_touched_nothing_is_no_act() -> None:
    stack = UndoStack()
    stack.push("rename_call", ("call", "x"), Images())
    assert stack.last() is None


def test_only_so_many_acts_are_kept() -> None:
    stack = UndoStack()
    for number in range(500):
        push(stack, "start_call", str(number))
    step = stack.last()
    assert step is not None
    assert ("Answer", "('499',)") in step.images.before
    assert count(stack) == 200


def _names() -> list[str]:
    tree = ast.parse(Path(verbs.__file__).read_text("utf-8"))
    found = (alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names)
    return [name for name in found if name.islower() and name not in ("dataclass", "import_module")]


@pytest.mark.parametrize("verb", _names())
def test_each_act_has_a_name(verb: str) -> None:
    label = label_of(verb, ("id", "deleted"))
    assert label != "Last change" or verb in ("keep_draft", "spend_time")
    assert label[0].isupper()


def test_marks_have_names_of_their_own() -> None:
    marks = ("deleted", "archived", "did_not_happen", "left", "held")
    assert len({label_of("mark_call", ("call", mark)) for mark in marks}) == len(marks)
    assert label_of("mark_call", ()) == "Last change"
