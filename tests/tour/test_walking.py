"""The whole tour, as a process of its own: it ends well, leaves what it promises, and touches nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.checkout import CHECKOUT


def run(folder: Path, home: Path, *, cwd: Path) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("FORECALL_", "QT_"))}
    environment |= {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(CHECKOUT / "desktop"),
        "FORECALL_JOURNAL": str(home / "journal.db"),
    }
    command = [sys.executable, "-m", "forecall", "tour", "--to", str(folder)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=180)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return tmp_path_factory.mktemp("tour"), tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def done(places: tuple[Path, Path]) -> "subprocess.CompletedProcess[str]":
    folder, home = places
    return run(folder, home, cwd=home)


def test_it_finds_every_word_again(done: "subprocess.CompletedProcess[str]") -> None:
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Every word is in the journal as it was typed." in done.stdout
    assert "differs" not in done.stdout
    assert done.stderr == ""


def test_it_leaves_pictures_documents_and_the_journal(
    done: "subprocess.CompletedProcess[str]", places: tuple[Path, Path]
) -> None:
    folder, _home = places
    assert done.returncode == 0
    names = {path.name for path in folder.iterdir()}
    assert len([name for name in names if name.endswith(".png")]) >= 25
    for name in ("call-sheet", "lessons-summary"):
        for ending in ("pdf", "md", "html"):
            assert (folder / f"{name}.{ending}").stat().st_size > 0
    assert {"tour.db", "journal.json", "tour.txt"} <= names
    assert "stopped-here.png" not in names
    assert len(json.loads((folder / "journal.json").read_text("utf-8"))["calls"]) == 2


def test_nothing_of_the_persons_is_touched(done: "subprocess.CompletedProcess[str]", places: tuple[Path, Path]) -> None:
    _folder, home = places
    assert done.returncode == 0
    assert list(home.iterdir()) == []


def test_a_folder_with_other_things_in_it_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "tour.db").write_text("something of mine", "utf-8")
    refused = run(folder, tmp_path, cwd=tmp_path)
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "Choose an empty folder." in refused.stderr
    assert (folder / "tour.db").read_text("utf-8") == "something of mine"


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    refused = run(tmp_path / "file", tmp_path, cwd=tmp_path)
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
