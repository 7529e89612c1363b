"""The sample journal that is looked at: made, known again, and gone."""

import errno
import tempfile
from pathlib import Path

import pytest

from forecall.ui.example import Example, NoExample


def test_it_is_known_until_nothing_of_it_stays() -> None:
    example = Example()
    assert not example.holds(Path("/nowhere/example.db"))
    path = example.make("UTC")
    assert path.is_file()
    assert example.holds(path)
    assert not example.holds(path.parent.parent / "journal.db")
    example.let_go()
    assert not path.parent.exists()
    assert not example.holds(path)
    example.let_go()


def test_a_folder_that_is_full_is_one_sentence_and_nothing_is_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("forecall.journal.sample.make_sample", full)
    with pytest.raises(NoExample, match="The example could not be made"):
        Example().make("UTC")
    assert list(tmp_path.glob("forecall-example-*")) == []


def test_a_fault_of_the_example_itself_is_not_laid_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_given: object, **_more: object) -> None:
        raise KeyError("issue")

    monkeypatch.setattr("forecall.journal.sample.make_sample", wrong)
    with pytest.raises(KeyError):
        Example().make("UTC")
