"""Lines, JSON and sentences."""

import io
import sys

import pytest

from forecall.commands import told
from forecall.commands.told import CommandError, fitted, plain, say_json_list, sentence_for
from forecall.storage.faults import CannotWrite, MissingJournal


class Sqlite(Exception):
    """An error as SQLite's driver raises it."""

    def __init__(self, name: str) -> None:
        super().__init__("code 13")
        self.sqlite_errorname = name


def test_a_line_holds_nothing_that_a_terminal_acts_on() -> None:
    assert plain("a\x1b[31mb\nc\td\x9b\u202ee\u2028f\x00") == "a[31mb c de f"
    assert plain("\udce9 is no text") == "\ufffd is no text"
    assert plain("👨\u200d👩\u200d👧 नमस्ते क\u200dष") == "👨\u200d👩\u200d👧 नमस्ते क\u200dष"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short     "),
        ("exactly 10", "exactly 10"),
        ("more than ten", "more than…"),
        ("日本商事", "日本商事  "),
        ("日本商事株式会社", "日本商事… "),
        ("e\u0301clair", "e\u0301clair    "),
        ("", " " * 10),
    ],
)
def test_a_column_is_as_wide_as_it_looks(text: str, shown: str) -> None:
    assert fitted(text, 10) == shown


def test_an_empty_list_is_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    say_json_list([])
    assert capsys.readouterr().out == "[]\n"


def test_json_is_written_as_it_comes(capsys: pytest.CaptureFixture[str]) -> None:
    def records() -> object:
        yield {"a": 1}
        assert capsys.readouterr().out == '[\n{"a": 1}'
        yield {"b": "é"}

    say_json_list(records())  # type: ignore[arg-type]
    assert capsys.readouterr().out == ',\n{"b": "é"}\n]\n'


def test_json_is_utf_8_whatever_the_terminal_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    told.say_json({"client": "日本 \udce9"})
    told.end_output()
    assert raw.getvalue() == '{"client": "日本 \\udce9"}\n'.encode()


def test_text_that_a_terminal_does_not_know_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    told.settle_output()
    told.say("é")
    told.end_output()
    assert raw.getvalue() == b"\\xe9\n"


def test_closed_streams_are_no_reason_to_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    told.settle_output()
    told.note("nobody hears")
    told.end_output()
    told.drop_output()
    assert not told.is_terminal()


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("SQLITE_FULL", "full"),
        ("SQLITE_BUSY", "Another program"),
        ("SQLITE_READONLY_DBMOVED", "rights"),
        ("SQLITE_CORRUPT_VTAB", "damaged"),
        ("SQLITE_CANTOPEN", "opened"),
        ("SQLITE_IOERR_WRITE", "disk"),
    ],
)
def test_an_error_of_the_file_becomes_a_sentence(name: str, word: str) -> None:
    wrapped = RuntimeError("while writing")
    wrapped.__cause__ = Sqlite(name)
    assert word in sentence_for(wrapped)
    assert "SQLITE" not in sentence_for(wrapped)


def test_a_fault_speaks_for_itself() -> None:
    fault = MissingJournal("There is no journal here.")
    fault.__cause__ = Sqlite("SQLITE_CANTOPEN")
    assert sentence_for(fault) == "There is no journal here."
    assert sentence_for(CommandError("No such call.")) == "No such call."


def test_a_failed_write_does_not_speak_of_a_screen() -> None:
    fault = CannotWrite("Your words stay on screen.")
    fault.__cause__ = Sqlite("SQLITE_FULL")
    assert "screen" not in sentence_for(fault)


def test_any_other_error_is_said_without_its_rest() -> None:
    assert sentence_for(ValueError("first\nsecond")) == "That did not work: first."
    assert sentence_for(ValueError()) == "That did not work: ValueError."
    assert "memory" in sentence_for(MemoryError())
    assert sentence_for(OSError(2, "Not there", "a.txt")) == "That did not work: a.txt: Not there."
