"""``forecall export``."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from forecall.exchange.read.archive import read_archive
from forecall.storage.database import connect
from tests.commands.conftest import Command, Kept, Said

Export = Callable[..., Said]


@pytest.fixture
def export(forecall: Command, kept: Kept) -> Export:
    """``forecall export`` from the journal."""
    return lambda *arguments: forecall("export", *arguments, "--journal", kept.path)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that is empty."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


BEGINS = {".md": b"# ", ".html": b"<!", ".pdf": b"%PDF-", ".json": b"{"}


@pytest.mark.parametrize("ending", BEGINS)
def test_lessons_are_written_in_each_format(export: Export, out: Path, ending: str, qapp: QApplication) -> None:
    said = export("lessons", "--to", out / f"lessons{ending}")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Written: {out / f'lessons{ending}'}\n"
    assert (out / f"lessons{ending}").read_bytes().startswith(BEGINS[ending])
    assert (out / f"lessons{ending}").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("ending", BEGINS)
def test_a_call_is_written_in_each_format(
    export: Export, kept: Kept, out: Path, ending: str, qapp: QApplication
) -> None:
    said = export("call", "--call", kept.calls[0][:10], "--to", out / f"call{ending}")
    assert (said.code, said.err) == (0, "")
    assert (out / f"call{ending}").read_bytes().startswith(BEGINS[ending])


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_paper_is_the_one_asked_for(
    export: Export, kept: Kept, out: Path, paper: str, width: int, qapp: QApplication
) -> None:
    for what in (("lessons",), ("call", "--call", kept.calls[0])):
        assert export(*what, "--to", out / "a.pdf", "--paper", paper).code == 0
        assert round(PdfReader(out / "a.pdf").pages[0].mediabox.width) == width


def test_paper_is_for_what_has_pages(export: Export, out: Path) -> None:
    said = export("lessons", "--to", out / "a.md", "--paper", "a4")
    assert (said.code, said.err) == (2, "forecall: --paper says nothing about a.md.\n")


def test_the_ending_may_be_in_capitals(export: Export, out: Path) -> None:
    assert export("lessons", "--to", out / "LESSONS.MD").code == 0


def test_a_call_as_markdown_is_the_sheet_and_everything_written(export: Export, kept: Kept, out: Path) -> None:
    export("call", "--call", kept.calls[0], "--to", out / "call.md")
    sheet, _rule, everything = (out / "call.md").read_text("utf-8").partition("\n---\n")
    assert "We own the delay of the 24th" in sheet
    assert "Naming my limit" not in sheet
    assert "Naming my limit" in everything
    assert "What went well?" in everything
    assert "\x1b" not in sheet + everything


def test_a_call_as_json_is_an_archive_of_it_alone(export: Export, kept: Kept, out: Path) -> None:
    export("call", "--call", kept.calls[1], "--to", out / "call.json")
    found = json.loads((out / "call.json").read_text("utf-8"))
    assert [each["id"] for each in found["calls"]] == [kept.calls[1]]
    assert [each["name"] for each in found["clients"]] == ["Zoë & Söhne"]
    assert {each["call_id"] for each in (*found["answers"], *found["items"], *found["lessons"])} == {kept.calls[1]}
    assert read_archive(out / "call.json").counts["items"] == 2


def test_a_call_as_json_can_be_brought_in_elsewhere(export: Export, forecall: Command, kept: Kept, out: Path) -> None:
    export("call", "--call", kept.calls[1], "--to", out / "call.json")
    assert forecall("import", out / "call.json", "--journal", out / "new.db").code == 0
    assert forecall("import", out / "call.json", "--journal", kept.path).out.startswith("0 entries added")
    assert len(forecall("list", "calls", "--journal", out / "new.db").lines) == 1


def test_lessons_are_grouped_and_sifted_as_asked(export: Export, out: Path) -> None:
    export("lessons", "--by", "client", "--since", "2026-11-25", "--until", "2026-11-25", "--to", out / "l.md")
    written = (out / "l.md").read_text("utf-8")
    assert "### Zoë &amp; Söhne" in written
    assert "say it first, 25" in written
    assert "say it first, 24" not in written
    assert "say it first, 26" not in written


def test_lessons_stand_by_skill_when_nothing_is_said(export: Export, out: Path) -> None:
    export("lessons", "--to", out / "l.json")
    found = json.loads((out / "l.json").read_text("utf-8"))
    assert [each["title"].casefold() for each in found["groups"]] == ["communication"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("lessons", "--to", "l.docx"), "l.docx does not"),
        (("lessons", "--to", "lessons"), ".md, .html, .pdf, .json"),
        (("journal", "--to", "j.md"), ".json"),
        (("journal", "--to", "none/j.json"), "There is no folder"),
        (("lessons", "--to", ""), "name of a file"),
        (("lessons", "--to", "a\0.md"), "name of a file"),
        (("lessons", "--to", "x" * 300 + ".md"), "x.md"),
        (("lessons", "--since", "2026-02-30", "--to", "l.md"), "2026-02-30 is a day that does not exist"),
        (("lessons", "--since", "2026-13-01", "--to", "l.md"), "2026-13-01 is a day that does not exist"),
        (("lessons", "--until", "20260101", "--to", "l.md"), "20260101 is not a day like"),
        (("lessons", "--until", "٢٠٢٦-٠١-٠١", "--to", "l.md"), "is not a day like"),
        (("lessons", "--since", "2026-02-02", "--until", "2026-02-01", "--to", "l.md"), "is after --until 2026-02-01"),
        (("lessons", "--by", "colour", "--to", "l.md"), "colour"),
        (("lessons", "--call", "a", "--to", "l.md"), "--call says nothing"),
        (("journal", "--since", "2026-01-01", "--to", "j.json"), "--since says nothing"),
        (("call", "--by", "skill", "--call", "a", "--to", "c.md"), "--by says nothing"),
        (("call", "--to", "c.md"), "needs --call"),
        (("call", "--call", "", "--to", "c.md"), "needs the id"),
        (("call", "--call", "nothing", "--to", "c.md"), "no call whose id begins with nothing"),
        (("lessons",), "--to"),
        (("everything", "--to", "e.md"), "everything"),
    ],
)
def test_what_cannot_be_written_is_told(
    export: Export, out: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(out)
    said = export(*arguments)
    assert said.code in (1, 2)
    assert told in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert list(out.iterdir()) == []


def test_a_deleted_call_is_none(export: Export, kept: Kept, out: Path) -> None:
    assert "There is no call" in export("call", "--call", kept.deleted, "--to", out / "c.md").err


def test_the_journal_is_never_written_over(export: Export, forecall: Command, kept: Kept, out: Path) -> None:
    named = kept.path.rename(kept.path.with_name("journal.json"))
    before = named.read_bytes()
    (out / "link.json").symlink_to(named)
    for target in (named, out / "link.json"):
        said = forecall("export", "journal", "--to", target, "--journal", named)
        assert (said.code, "is the journal itself" in said.err) == (1, True)
    assert named.read_bytes() == before


def test_what_stood_there_stays_when_the_disk_is_full(
    export: Export, kept: Kept, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (out / "j.json").write_text("old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = export("journal", "--to", out / "j.json")
    assert (said.code, "The disk is full" in said.err) == (1, True)
    assert [(each.name, each.read_text()) for each in out.iterdir()] == [("j.json", "old")]


@pytest.mark.parametrize("name", [*(f"lessons{ending}" for ending in BEGINS), *(f"call{ending}" for ending in BEGINS)])
def test_exporting_a_document_changes_no_row(
    export: Export, kept: Kept, out: Path, name: str, qapp: QApplication
) -> None:
    before = every_row(kept.path)
    which = ("call", "--call", kept.calls[0]) if name.startswith("call") else ("lessons",)
    assert export(*which, "--to", out / name).code == 0
    assert every_row(kept.path) == before


def test_exporting_the_journal_changes_no_row(export: Export, kept: Kept, out: Path) -> None:
    before = every_row(kept.path)
    assert export("journal", "--to", out / "journal.json").code == 0
    assert every_row(kept.path) == before


def every_row(path: Path) -> str:
    """A hash over every column of every row of every table, the search and the acts included."""
    connection, found = connect(path), hashlib.sha256()
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        found.update(repr((table, sorted(map(repr, rows)))).encode("utf-8", "surrogatepass"))
    connection.close()
    return found.hexdigest()
