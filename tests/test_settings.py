"""Preferences: kept whole, and never in the way."""

import json
from pathlib import Path

import pytest

from forecall.settings import Settings, load_settings


def test_all_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "settings.json"
    kept = Settings(theme="dark", text_scale=1.5, only_what_fits=True, window=(5, -7, 900, 600), maximized=True)
    kept.save(file)
    assert load_settings(file) == kept


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    Settings().save(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", '{"theme": 7, "text_scale": "big", "window": [1, 2]}'])
def test_what_makes_no_sense_is_as_if_it_were_not_there(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text)
    assert load_settings(file) == Settings()


def test_a_missing_file_is_no_fault(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize(("asked", "given"), [(9, 2.0), (0.1, 0.8), (1, 1.0), (True, 1.0)])
def test_text_stays_readable(tmp_path: Path, asked: object, given: float) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"text_scale": asked}))
    assert load_settings(file).text_scale == given
