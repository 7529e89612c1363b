"""``forecall salvage``: the account and the file agree."""

import json
from pathlib import Path

from forecall.storage.database import connect
from tests.commands.conftest import Command, Kept
from tests.commands.test_checking import damage
from tests.commands.test_listing import documented


def test_a_damaged_journal_is_saved_with_an_account(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    damage(kept.path)
    before = kept.path.read_bytes()
    said = forecall("salvage", kept.path, "--to", tmp_path / "new.db")
    assert said.code == 0
    assert "entries as they were written." in said.lines[0]
    assert "not in the new journal: 3" in said.out
    assert "new apart.json" in said.err
    assert forecall("check", "--journal", tmp_path / "new.db").code == 0
    told = json.loads((tmp_path / "new apart.json").read_text("utf-8"))
    assert len(told) == 3
    assert kept.path.read_bytes() == before


def test_the_account_as_json(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    writer = connect(kept.path, writing=True)
    writer.execute("UPDATE answer SET value = 'no JSON' WHERE seq = 1")
    writer.close()
    said = forecall("salvage", kept.path, "--to", tmp_path / "new.db", "--json")
    found = json.loads(said.out)
    assert list(found) == documented("salvage")
    assert (found["changed"], found["left_out"], found["made_up"]) == (0, 1, 0)
    assert found["whole"] == sum(found["tables"].values())


def test_what_is_there_is_left(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "new.db").write_text("mine")
    said = forecall("salvage", kept.path, "--to", tmp_path / "new.db")
    assert said.code == 1
    assert "already a file" in said.err
    assert forecall("salvage", tmp_path / "none.db", "--to", tmp_path / "other.db").code == 1
    assert not (tmp_path / "other.db").exists()


def test_words_kept_apart_are_never_written_over(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    damage(kept.path)
    for name, apart in (("new.db", "new apart.json"), ("new.old", "(new.old) apart.json")):
        assert forecall("salvage", kept.path, "--to", tmp_path / name).code == 0
        assert (tmp_path / apart).exists()
    (tmp_path / "new.db").rename(tmp_path / "moved.db")
    said = forecall("salvage", kept.path, "--to", tmp_path / "new.db")
    assert said.code == 1
    assert "already a file" in said.err
    assert not (tmp_path / "new.db").exists()
