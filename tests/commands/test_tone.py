"""``forecall tone`` reads a text and touches nothing else."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Command

TEXT = "You're wrong.\r\nThank you. 😀 We call you back ASAP\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "opening.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_json(forecall: Command, text: Path) -> None:
    said = forecall("tone", "--json", text)
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    assert [list(each) for each in found] == [["line", "start", "end", "category", "why", "rewrite", "source"]] * 2
    assert [(each["line"], each["start"], each["end"], each["category"]) for each in found] == [
        (1, 0, 12, "accusation"),
        (2, 30, 34, "ambiguity"),
    ]
    lines = TEXT.replace("\r\n", "\n").split("\n")
    assert lines[1][30:34] == "ASAP"


def test_for_a_person(forecall: Command, text: Path) -> None:
    said = forecall("tone", text)
    assert said.lines[0] == "1:0  “You're wrong” may sound like blame."
    assert said.lines[2] == "     Try: “I understand your view, and I see it differently”"
    assert said.lines[3].startswith("     From: ")


@pytest.mark.parametrize(
    ("raw", "marks"), [(b"Calm down", 1), (b"Thank you.", 0), (b"", 0), (b"\xef\xbb\xbfCalm down.", 1)]
)
def test_standard_input(forecall: Command, monkeypatch: pytest.MonkeyPatch, raw: bytes, marks: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    said = forecall("tone", "--json", "-")
    assert len(json.loads(said.out)) == marks
    assert said.code == 0


def test_nothing_stands_out(forecall: Command, tmp_path: Path) -> None:
    path = tmp_path / "fine.txt"
    path.write_text("Thank you for making time.\n", encoding="utf-8")
    said = forecall("tone", path)
    assert (said.code, said.out, said.err) == (0, "", "Nothing stands out.\n")


def test_no_journal_is_made(forecall: Command, text: Path, tmp_path: Path) -> None:
    assert forecall("tone", "--journal", tmp_path / "none.db", text).code == 0
    assert not (tmp_path / "none.db").exists()


def test_what_cannot_be_read(forecall: Command, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"fine\n\xff\xfe")
    for path, told in (
        (tmp_path / "none.txt", "none.txt cannot be read: No such file or directory."),
        (tmp_path, "cannot be read: Is a directory."),
        (bad, "bad.txt is not text in UTF-8: line 2 has a byte that belongs to no character."),
    ):
        said = forecall("tone", path)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith("forecall: ")
        assert said.err.endswith(f"{told}\n")
        assert said.err.count("\n") == 1


def test_a_language_without_rules(forecall: Command, text: Path) -> None:
    said = forecall("tone", "--language", "xx", text)
    assert (said.code, said.out) == (1, "")
    assert said.err == "forecall: The tone check has no rules for this language yet, so it is off.\n"
