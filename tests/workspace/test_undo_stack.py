"""What is one act, what it is called, and where it happened."""

import ast
from pathlib import Path

import pytest

from forecall.journal import verbs
from forecall.workspace.undo import Images
from forecall.workspace.undo_stack import NO_ACT, Place, box_of, detail_of, label_of, place_of


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
    assert box_of(verb, first) == box_of(verb, second) != ()


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
    assert box_of(verb, first) == () or box_of(verb, first) != box_of(verb, second)


def test_an_act_happened_where_it_says_or_where_its_first_row_is() -> None:
    lesson = Images(before={("Item", "i"): None, ("Lesson", "l"): {}}, calls={"c"})
    assert place_of("record_answer", ("c", "lesson", {}), lesson) == Place(call="c", key="lesson")
    assert place_of("archive_lesson", ("l",), lesson) == Place(lesson="l")
    client = Images(before={("Client", "k"): None, ("Call", "c"): None}, calls={"c"}, clients={"k"})
    assert place_of("start_call", ("Northwind",), client) == Place(call="c", client="k")
    assert place_of("delete_client", ("k",), client) == Place(client="k")
    assert place_of("delete_phrase", ("p",), Images(before={("Phrase", "p"): {}})) == Place(phrase="p")


def _names() -> list[str]:
    tree = ast.parse(Path(verbs.__file__).read_text("utf-8"))
    found = (alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names)
    return [name for name in found if name.islower() and name not in ("dataclass", "import_module")]


@pytest.mark.parametrize("verb", _names())
def test_each_act_has_a_name(verb: str) -> None:
    label = label_of(verb, "deleted")
    assert label != "Last change" or verb in NO_ACT or verb == "keep_draft"
    assert label[0].isupper()


def test_marks_have_names_of_their_own() -> None:
    marks = ("deleted", "archived", "did_not_happen", "left", "held")
    assert len({label_of("mark_call", detail_of("mark_call", ("call", mark))) for mark in marks}) == len(marks)
    assert label_of("mark_call") == "Last change"


def test_no_words_of_a_person_become_part_of_a_name() -> None:
    assert detail_of("record_answer", ("call", "issue", {"text": "secret"})) == ""
    assert detail_of("rename_call", ("call", "secret")) == ""
