"""``forecall check``: the exit code, the sentences and the JSON say the same."""

import json
from pathlib import Path

import pytest

from forecall.storage.database import connect, make
from tests.commands.conftest import Command, Kept
from tests.commands.test_listing import documented


def damage(path: Path) -> None:
    """Change words behind the back of their checksum."""
    writer = connect(path, writing=True)
    writer.execute("UPDATE item SET value = replace(value, 'delay', 'de\x1blay')")
    writer.close()


def test_a_sound_journal(forecall: Command, kept: Kept) -> None:
    said = forecall("check", "--journal", kept.path)
    assert (said.code, said.out, said.err) == (0, "The journal is sound.\n", "")
    found = json.loads(forecall("check", "--json", "--journal", kept.path).out)
    assert found == {"state": "sound", "findings": [], "details": []}
    assert list(found) == documented("check")


def test_an_empty_journal_is_sound(forecall: Command, tmp_path: Path) -> None:
    make(tmp_path / "new.db")
    assert forecall("check", "--journal", tmp_path / "new.db").code == 0


def test_a_damaged_journal_says_where(forecall: Command, kept: Kept) -> None:
    damage(kept.path)
    said = forecall("check", "--journal", kept.path)
    assert said.code == 1
    assert len(said.lines) == 3
    assert "point-24" in said.out
    assert said.err == "forecall: The journal is damaged. What was found stands above.\n"
    answer = forecall("check", "--json", "--journal", kept.path)
    assert (answer.code, answer.err) == (1, "")
    found = json.loads(answer.out)
    assert (found["state"], len(found["findings"])) == ("damaged", 3)


@pytest.mark.parametrize("content", [None, b"", b"words", b"SQLite format 3\x00" + bytes(4096)])
def test_what_cannot_be_opened(forecall: Command, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "journal.db"
    if content is not None:
        path.write_bytes(content)
    said = forecall("check", "--journal", path)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("forecall: ")
    assert said.err.count("\n") == 1
    answer = forecall("check", "--json", "--journal", path)
    found = json.loads(answer.out)
    assert (answer.code, answer.err, found["state"]) == (2, "", "cannot be opened")
    assert f"forecall: {found['findings'][0]}\n" == said.err
    assert [each.name for each in tmp_path.iterdir()] == ([] if content is None else ["journal.db"])


def test_pages_of_rubbish_are_no_traceback(forecall: Command, kept: Kept) -> None:
    whole = kept.path.read_bytes()
    kept.path.write_bytes(whole[:8192] + b"\xa5" * (len(whole) - 8192))
    assert forecall("check", "--journal", kept.path).code in (1, 2)
    for what in ("calls", "clients", "lessons", "promises"):
        said = forecall("list", what, "--journal", kept.path)
        assert said.code == 1
        assert "damaged" in said.err
