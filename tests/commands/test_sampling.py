"""``forecall sample``."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.commands.conftest import Command

Asked = list[tuple[Path, int, int]]


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What was asked of the maker of samples."""
    asked: Asked = []
    module = ModuleType("forecall.journal.sample")
    module.make_sample = lambda *given: asked.append(given)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "forecall.journal.sample", module)
    return asked


def test_calls_and_seed_are_handed_on(forecall: Command, tmp_path: Path, asked_for: Asked) -> None:
    said = forecall("sample", "--to", tmp_path / "s.db", "--calls", "1", "--seed", "7")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{tmp_path / 's.db'} is a journal with 1 call.\n"
    forecall("sample", "--to", tmp_path / "s.db", "--calls", "100000", "--journal", "elsewhere.db")
    assert asked_for == [(tmp_path / "s.db", 1, 7), (tmp_path / "s.db", 100_000, 1)]


def test_nothing_that_is_there_is_written_over(forecall: Command, tmp_path: Path, asked_for: Asked) -> None:
    (tmp_path / "file.db").write_text("mine")
    (tmp_path / "link.db").symlink_to(tmp_path / "nowhere")
    for name in ("file.db", "link.db", ""):
        said = forecall("sample", "--to", tmp_path / name)
        assert (said.code, "is there already" in said.err) == (1, True)
    assert asked_for == []
    assert (tmp_path / "file.db").read_text() == "mine"


@pytest.mark.parametrize("calls", ["0", "-1", "100001", "1e3", "1_000", "٤", "many", "9" * 5000, ""])
def test_a_number_of_calls_that_cannot_be_is_told(
    forecall: Command, tmp_path: Path, calls: str, asked_for: Asked
) -> None:
    said = forecall("sample", "--to", tmp_path / "s.db", "--calls", calls)
    assert (said.code, asked_for) == (2, [])
    assert said.err.startswith("forecall: ")
    assert "--calls" in said.err
    assert len(said.err) < 200
