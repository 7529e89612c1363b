"""Where things are."""

from pathlib import Path

import pytest

from forecall import paths


def test_resources_are_found_from_a_checkout() -> None:
    assert (paths.resources_folder() / "worksheets" / "prepare.toml").is_file()


def test_resources_inside_the_package_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "forecall"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resources_folder() == package / "resources"


def test_a_named_journal_goes_before_the_variable_and_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORECALL_JOURNAL", str(tmp_path / "variable.db"))
    assert paths.journal_file(str(tmp_path / "named.db")) == tmp_path / "named.db"
    assert paths.journal_file() == tmp_path / "variable.db"
    monkeypatch.delenv("FORECALL_JOURNAL")
    assert paths.journal_file() == paths.data_folder() / "journal.db"


def test_a_relative_journal_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.journal_file("a.db") == tmp_path / "a.db"


def test_all_names_of_a_journal_lead_to_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    path = tmp_path / "real" / "work.db"
    path.write_bytes(b"")
    (tmp_path / "link.db").symlink_to("real/work.db")
    (tmp_path / "folder").symlink_to("real")
    for named in ("link.db", "folder/work.db", "real/../folder/work.db"):
        assert paths.journal_file(str(tmp_path / named)) == path
    monkeypatch.setenv("FORECALL_JOURNAL", str(tmp_path / "link.db"))
    assert paths.journal_file() == path
    assert paths.one_name(tmp_path / "folder" / "new.db") == tmp_path / "real" / "new.db"
    assert paths.one_name(tmp_path / "a\0b") == tmp_path / "a\0b"


def test_a_link_that_leads_nowhere_stays_as_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.db").symlink_to(tmp_path / "nowhere" / "work.db")
    (tmp_path / "disk").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round.db").symlink_to(tmp_path / "round.db")
    for named in ("gone.db", "disk/work.db", "round.db"):
        assert paths.one_name(tmp_path / named) == tmp_path / named
        assert paths.leads_nowhere(tmp_path / named)
    assert not paths.leads_nowhere(tmp_path / "new.db")


def test_settings_lie_apart_from_the_journal() -> None:
    assert paths.settings_file().parent != paths.journal_file().parent
