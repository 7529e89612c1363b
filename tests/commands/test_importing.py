"""``forecall import``: what ``export journal`` wrote comes back whole, or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forecall.commands import importing
from forecall.journal import verbs
from forecall.storage.database import connect
from forecall.workspace.workspace import Workspace
from tests.commands.conftest import Command, Kept


@pytest.fixture
def archive(forecall: Command, kept: Kept, tmp_path: Path) -> Path:
    """The journal as an archive."""
    path = tmp_path / "archive.json"
    assert forecall("export", "journal", "--to", path, "--journal", kept.path).code == 0
    return path


def content(path: Path) -> dict[str, Any]:
    """An archive without the moment it was made."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    found.pop("made_at")
    return found


def test_a_journal_comes_back_whole(forecall: Command, archive: Path, tmp_path: Path) -> None:
    new, again = tmp_path / "new" / "journal.db", tmp_path / "again.json"
    said = forecall("import", archive, "--journal", new)
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith(" entries added, 0 were there already.\n")
    assert (new.stat().st_mode & 0o777, new.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    forecall("export", "journal", "--to", again, "--journal", new)
    assert content(again) == content(archive)


def test_the_second_time_changes_nothing(forecall: Command, archive: Path, kept: Kept) -> None:
    before = kept.path.read_bytes()
    said = forecall("import", archive, "--journal", kept.path)
    assert said.code == 0
    assert said.out.startswith("0 entries added, ")
    assert kept.path.read_bytes() == before


def test_what_came_in_can_be_taken_back_in_the_window(forecall: Command, archive: Path, tmp_path: Path) -> None:
    new = tmp_path / "new" / "journal.db"
    assert forecall("import", archive, "--journal", new).code == 0
    workspace = Workspace(new)
    workspace.open().wait()
    try:
        assert workspace.undo().wait().label
        (left,) = workspace.ask(lambda connection: connection.execute("SELECT count(*) FROM call").fetchone()).wait()
        assert left == 0
    finally:
        workspace.close()


def test_what_cannot_be_undone_is_said_before(
    forecall: Command, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "UNDOABLE", 3)
    said = forecall("import", archive, "--dry-run", "--journal", tmp_path / "journal.db")
    assert "cannot be undone afterwards" in said.err


def test_what_came_in_is_found(forecall: Command, archive: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    forecall("import", archive, "--journal", new)
    assert len(forecall("search", "northwind", "delay", "--journal", new).lines) == 2


def test_the_same_id_with_other_content_is_refused_and_listed(
    forecall: Command, archive: Path, kept: Kept, tmp_path: Path
) -> None:
    found = json.loads(archive.read_text("utf-8"))
    found["items"][0]["value"]["text"] = "Somebody else's words"
    found["clients"][1]["name"] = "Another\x1b[31m name"
    found["clients"].append({**found["clients"][0], "id": "00000000-0000-4000-8000-000000000000"})
    archive.write_text(json.dumps(found), "utf-8")
    before = kept.path.read_bytes()
    said = forecall("import", archive, "--journal", kept.path)
    assert (said.code, said.out) == (1, "")
    assert found["items"][0]["id"] in said.err
    assert found["clients"][1]["id"] in said.err
    assert said.err.splitlines()[-1] == (
        "forecall: 2 entries are in the journal with other content. Nothing was imported."
    )
    assert "\x1b" not in said.err
    assert kept.path.read_bytes() == before


def test_two_journals_come_together(forecall: Command, archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    workspace = Workspace(other)
    workspace.open().wait()
    workspace.perform(None, verbs.start_call, "Contoso").wait()
    assert workspace.close()
    assert forecall("import", archive, "--journal", other).code == 0
    clients = json.loads(forecall("list", "clients", "--json", "--journal", other).out)
    assert {"Contoso", "Northwind"} <= {each["name"] for each in clients}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "archive.json"),
        ("nothing of the kind", "archive"),
        ("[]", "archive"),
        ("{}", "missing"),
        ('{"format": "forecall-journal", "version": 99}', "later version"),
        ("[" * 100_000, "archive"),
        ('{"format": "\udce9"}', "text"),
    ],
)
def test_what_is_no_archive_makes_no_journal(forecall: Command, tmp_path: Path, text: str, told: str) -> None:
    path, new = tmp_path / "archive.json", tmp_path / "new" / "journal.db"
    path.write_bytes(text.encode(errors="surrogateescape"))
    said = forecall("import", path, "--journal", new)
    assert (said.code, said.out) == (1, "")
    assert told in said.err
    assert said.err.count("\n") == 1
    assert not new.parent.exists()


def test_a_wrong_field_is_told_with_its_place(forecall: Command, archive: Path, kept: Kept) -> None:
    found = json.loads(archive.read_text("utf-8"))
    found["calls"][1]["planned_wall"] = "2026-02-30T10:00"
    archive.write_text(json.dumps(found), "utf-8")
    said = forecall("import", archive, "--journal", kept.path)
    assert said.code == 1
    assert "calls, entry 2: planned_wall is a date that does not exist" in said.err
    assert "Nothing was imported" in said.err


def test_a_file_that_is_not_there_is_told(forecall: Command, tmp_path: Path) -> None:
    assert "There is no file" in forecall("import", tmp_path / "none.json", "--journal", tmp_path / "j.db").err
    assert forecall("import", tmp_path, "--journal", tmp_path / "j.db").code == 1
    assert list(tmp_path.glob("j.db*")) == []


def test_a_failure_leaves_no_empty_journal(
    forecall: Command, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from forecall.journal import arrivals

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(arrivals, "_add", full)
    said = forecall("import", archive, "--journal", tmp_path / "new.db")
    assert (said.code, "No space left" in said.err) == (1, True)
    assert list(tmp_path.glob("new.db*")) == []


def test_a_failure_leaves_an_older_journal_as_it_was(
    forecall: Command, archive: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(importing, "_bring_in", full)
    before = kept.path.read_bytes()
    assert forecall("import", archive, "--journal", kept.path).code == 1
    assert kept.path.read_bytes() == before


def test_a_journal_that_another_program_writes_to_is_told(
    forecall: Command, archive: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    from forecall.storage import database

    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    writer = connect(kept.path, writing=True)
    writer.execute("BEGIN IMMEDIATE")
    try:
        said = forecall("import", archive, "--journal", kept.path)
    finally:
        writer.close()
    assert said.err == "forecall: Another program is writing to the journal. Try again in a moment.\n"


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(words, min_size=1, max_size=5))
def test_any_words_come_back(forecall: Command, tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("round")
    first, second = folder / "first.db", folder / "second.db"
    workspace = Workspace(first)
    workspace.open().wait()
    call = workspace.perform(None, verbs.start_call, "Northwind").wait()
    for place, text in enumerate(texts):
        workspace.perform(None, verbs.write_item, call, "points", f"point-{place}", {"text": text}).wait()
    workspace.perform(None, verbs.record_answer, call, "issue", {"text": texts[0]}, texts[-1]).wait()
    assert workspace.close()
    assert forecall("export", "journal", "--to", folder / "1.json", "--journal", first).code == 0
    assert forecall("import", folder / "1.json", "--journal", second).code == 0
    assert forecall("export", "journal", "--to", folder / "2.json", "--journal", second).code == 0
    assert content(folder / "1.json") == content(folder / "2.json")
