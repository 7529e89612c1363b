"""``forecall search``."""

import json
import sys
from typing import Any

import pytest

from forecall.commands import searching
from forecall.journal import verbs
from forecall.workspace.workspace import Workspace
from tests.commands.conftest import Command, Kept
from tests.commands.test_listing import documented


@pytest.fixture
def search(forecall: Command, kept: Kept) -> Any:
    """``forecall search`` on the journal."""
    return lambda *arguments: forecall("search", "--journal", kept.path, *arguments)


def test_words_in_any_order_and_field_find_a_call(search: Any, kept: Kept) -> None:
    found = json.loads(search("--json", "DELAY", "northw", "cafe").out)
    assert [each["id"] for each in found] == [kept.calls[0]]


def test_newest_come_first_up_to_the_limit(search: Any, kept: Kept) -> None:
    assert [each["id"] for each in json.loads(search("--json", "report").out)] == list(reversed(kept.calls))
    assert [each["id"] for each in json.loads(search("--json", "--limit", "1", "report").out)] == [kept.calls[2]]


def test_the_fields_are_those_that_are_documented(search: Any) -> None:
    found = json.loads(search("--json", "report").out)
    kind, *last = documented("search")
    assert [list(each) for each in found] == [[kind, *documented("list calls"), *last]] * 3
    assert {each[kind] for each in found} == {"call"}
    (client,) = [each for each in json.loads(search("--json", "northwind").out) if each[kind] == "client"]
    assert list(client) == [kind, *documented("list clients"), *last]
    assert client["context"].startswith("Northwind")


def test_a_lesson_that_comes_from_no_call_is_found(search: Any, kept: Kept) -> None:
    workspace = Workspace(kept.path)
    workspace.open().wait()
    lesson = workspace.perform(None, verbs.write_lesson, None, {"if": "they shout", "then": "breathe"}).wait()
    assert workspace.close()
    (found,) = json.loads(search("--json", "shout").out)
    kind, *last = documented("search")
    assert (found["kind"], found["id"]) == ("lesson", lesson)
    assert list(found) == [kind, *documented("list lessons"), *last]
    assert search("shout").lines[0].endswith("If they shout, I will breathe.")


def test_hits_are_where_they_are_said_to_be(search: Any) -> None:
    for each in json.loads(search("--json", "late", "report").out):
        hits = [each["context"][start:end] for start, end in each["hits"]]
        assert set(hits) <= {"late", "report"}
        assert hits


def test_lines_show_the_call_and_a_piece_of_its_text(search: Any, kept: Kept) -> None:
    said = search("northwind report")
    assert said.lines[0].startswith(f"{kept.calls[0][:8]}  2026-11-24 10:00  Northwind ")
    assert said.lines[1].startswith(" " * 10)
    assert "\x1b" not in said.out
    assert len(said.lines) == 2


def test_a_client_has_a_line_too(search: Any) -> None:
    lines = search("put away").lines
    (line,) = [line for line in lines if "  client  " in line]
    assert line.endswith("  Put away")


def test_hits_are_bold_on_a_terminal(search: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "is_terminal", lambda: True)
    out = search("northwind").out
    assert "\x1b[1mNorthwind\x1b[0m" in out
    assert "\x1b[31m" not in out


@pytest.mark.parametrize("words", [("zzz",), ("***",), ("",), ('"',), ("\x00",), ("\udce9",), ("NEAR(",), ("-", "OR")])
def test_what_finds_nothing_is_said(search: Any, words: tuple[str, ...]) -> None:
    said = search("--", *words)
    assert (said.code, said.out) == (0, "")
    assert said.err == "Nothing holds all of these words.\n"


@pytest.mark.parametrize("words", [[f"word{number}" for number in range(51)], ["a," * 2000]])
def test_more_words_than_anybody_means_are_refused(search: Any, words: list[str]) -> None:
    said = search(*words)
    assert (said.code, said.out) == (2, "")
    assert "at most 50 words" in said.err


def test_the_same_word_many_times_is_one(search: Any, kept: Kept) -> None:
    assert len(search(*["report"] * 200).lines) == 2 * len(kept.calls)


def test_nothing_found_is_an_empty_list(search: Any) -> None:
    said = search("zzz", "--json")
    assert (said.out, said.err) == ("[]\n", "")


def test_a_word_in_another_encoding_still_finds(search: Any, kept: Kept) -> None:
    """ "caf\\xe9" from a terminal that does not speak UTF-8: the beginning is enough."""
    assert len(search("caf\udce9").lines) == 2 * len(kept.calls)


def test_marks_that_somebody_typed_shift_no_hit() -> None:
    pieces = list(searching._pieces("a\ue001b \ue000hit\ue001 c\ue000"))
    assert pieces == [("ab ", False), ("hit", True), (" c", False)]


def test_a_context_is_one_line_whose_words_keep_apart() -> None:
    context = "one\n\ue000two\ue001\n\x1b[2J three \ue000four\ue001."
    assert searching._shown(context, False) == "one two [2J three four."
    assert searching._shown(context, True) == "one \x1b[1mtwo\x1b[0m [2J three \x1b[1mfour\x1b[0m."


def test_searching_loads_neither_tables_nor_qt() -> None:
    """It is to be there at once: see the benchmark."""
    import subprocess

    code = (
        "import sys; from forecall.cli import run; run(['search', 'x', '--journal', 'none.db']);"
        "print([each for each in ('sqlalchemy', 'sqlmodel', 'PySide6', 'babel', 'markdown', 'alembic', 'tzlocal')"
        " if each in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
