"""Reading: nothing is made, nothing is changed, and what is said is one state of the journal."""

from pathlib import Path

import pytest

from forecall.commands.opening import find_call, reading
from forecall.commands.told import CommandError
from forecall.storage.database import connect
from forecall.storage.faults import MissingJournal
from tests.commands.conftest import Command, Kept

READING = (
    ("list", "calls"),
    ("list", "clients", "--json"),
    ("list", "lessons", "--all"),
    ("list", "promises"),
    ("search", "report"),
    ("check",),
    ("export", "lessons", "--to", "out.md"),
    ("export", "call", "--call", "a", "--to", "out.md"),
    ("export", "journal", "--to", "out.json"),
)


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_missing_journal_stays_missing(
    arguments: tuple[str, ...], forecall: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = forecall(*arguments, "--journal", tmp_path / "none" / "journal.db")
    assert said.code != 0
    assert said.err.count("\n") == 1
    assert "There is no journal at" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_changes_no_byte(
    arguments: tuple[str, ...], forecall: Command, kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = kept.path.read_bytes()
    forecall(*arguments, "--journal", kept.path)
    assert [each.name for each in kept.path.parent.iterdir()] == ["journal.db"]
    assert kept.path.read_bytes() == before


def test_what_is_written_meanwhile_is_not_seen(kept: Kept) -> None:
    with reading(kept.path) as connection:
        before = connection.execute("SELECT count(*) FROM client").fetchone()
        writer = connect(kept.path, writing=True)
        writer.execute("DELETE FROM client")
        writer.close()
        assert connection.execute("SELECT count(*) FROM client").fetchone() == before


def test_the_file_is_let_go_of_when_reading_fails(tmp_path: Path) -> None:
    with pytest.raises(MissingJournal), reading(tmp_path / "none.db"):
        pass


def test_an_id_may_be_cut(kept: Kept) -> None:
    with reading(kept.path) as connection:
        assert find_call(connection, kept.calls[0]) == kept.calls[0]
        assert find_call(connection, kept.calls[0][:12]) == kept.calls[0]


@pytest.mark.parametrize(
    ("beginning", "told"),
    [
        ("zzz", "no call whose id begins with zzz"),
        ("", "needs the id"),
        ("\udce9", "no call"),
        ("x" * 9999, "no call"),
        ("%", "no call"),
    ],
)
def test_an_id_that_is_none_is_told(kept: Kept, beginning: str, told: str) -> None:
    with reading(kept.path) as connection, pytest.raises(CommandError, match=told) as refused:
        find_call(connection, beginning)
    assert len(str(refused.value)) < 120


def test_a_beginning_that_several_share_is_told(kept: Kept) -> None:
    writer = connect(kept.path, writing=True)
    writer.execute("PRAGMA foreign_keys=OFF")
    for place, call in enumerate(kept.calls[:2]):
        writer.execute("UPDATE call SET id = ? WHERE id = ?", (f"same-{place}", call))
    writer.close()
    with reading(kept.path) as connection:
        assert find_call(connection, "same-1") == "same-1"
        with pytest.raises(CommandError, match="Several calls"):
            find_call(connection, "same")
