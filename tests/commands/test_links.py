"""Commands that are given another name of a journal."""

import os
from pathlib import Path

from forecall.journal.tables import Client
from forecall.storage.backup import list_backups
from forecall.storage.database import Database
from tests.commands.conftest import Command, Kept


def test_a_link_is_the_journal_itself_with_its_log_and_its_backups(
    forecall: Command, kept: Kept, tmp_path: Path
) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(kept.path)
    opened = Database(kept.path)
    with opened.session() as session:
        session.add(Client(id="log", created_at="", changed_at="", name="Only in the log"))
    assert "Only in the log" in forecall("list", "clients", "--journal", link).out
    assert forecall("salvage", link, "--to", tmp_path / "saved.db").code == 0
    opened.close()
    assert forecall("backup", "--journal", link).code == 0
    assert len(list_backups(kept.path)) == 1
    assert forecall("restore", "latest", "--yes", "--journal", link).code == 0
    assert link.is_symlink()
    assert [each.name for each in link.parent.iterdir()] == ["link.db"]


def test_a_second_name_and_a_link_to_nothing_get_one_sentence(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    os.link(kept.path, tmp_path / "second.db")
    for words in (("list", "calls"), ("backup",), ("check",)):
        said = forecall(*words, "--journal", tmp_path / "second.db")
        assert said.code in (1, 2)
        assert "copy the file" in said.err
        assert len(said.err.splitlines()) == 1
    link = tmp_path / "gone.db"
    link.symlink_to(tmp_path / "nowhere.db")
    (tmp_path / "2026-11-26 a call.md").write_text("# A call\n\nWords", "utf-8")
    for named in (["list", "calls"], ["import", str(tmp_path / "2026-11-26 a call.md"), "--client", "Acme"]):
        said = forecall(*named, "--journal", link)
        assert said.code == 1
        assert "leads to no file" in said.err
    assert link.is_symlink()
