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


def test_settings_lie_apart_from_the_journal() -> None:
    assert paths.settings_file().parent != paths.journal_file().parent
