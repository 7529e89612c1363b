"""A journal has one name."""

import os
from pathlib import Path

import pytest

from forecall.storage.database import Database, connect
from forecall.storage.faults import MissingJournal, UnreadableJournal
from forecall.storage.names import place_of_new
from forecall.storage.restoring import restore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "work.db"
    Database(path).close()
    return path


def test_a_file_with_two_names_is_refused_under_each_until_one_is_left(path: Path) -> None:
    second = path.with_name("second.db")
    os.link(path, second)
    for name in (path, second):
        for attempt in (connect, Database, lambda each: connect(each, untouched=True)):
            with pytest.raises(UnreadableJournal, match="second name") as caught:
                attempt(name)
            assert f"{name.name}-wal" in caught.value.sentence
    assert {each.name for each in path.parent.iterdir()} == {"work.db", "second.db"}
    second.unlink()
    Database(path).close()


def test_what_a_kill_left_of_the_making_is_no_second_name(path: Path) -> None:
    """The name it was built under, between its move and the end of the making."""
    left = place_of_new(path)
    os.link(path, left)
    other = path.with_name(".work.db.77.new")
    other.write_text("of somebody who makes one just now")
    Database(path).close()
    assert not left.exists()
    assert other.exists()


def test_nothing_that_we_do_leaves_a_second_name(path: Path) -> None:
    from forecall.storage.aside import set_aside
    from forecall.storage.backup import back_up

    made = back_up(path, reason="start")
    kept = set_aside(path)
    restore(path, made)
    assert {each.stat().st_nlink for each in (path, made, kept)} == {1}


@pytest.mark.parametrize("target", ["nowhere/work.db", "link.db"])
def test_a_link_that_leads_nowhere_is_said_and_left(tmp_path: Path, target: str) -> None:
    source = tmp_path / "source.db"
    Database(source).close()
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / target)
    for attempt in (connect, Database, lambda each: restore(each, source)):
        with pytest.raises(MissingJournal, match=r"link\.db is a link that leads to no file"):
            attempt(link)
    assert link.is_symlink()
    assert {each.name for each in tmp_path.iterdir()} == {"source.db", "link.db"}


def test_no_journal_is_made_in_the_folder_of_a_disk_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "disk").symlink_to(tmp_path / "away")
    with pytest.raises(MissingJournal, match="leads to no file"):
        Database(tmp_path / "disk" / "work.db")
    assert not (tmp_path / "away").exists()
