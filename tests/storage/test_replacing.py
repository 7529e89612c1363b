"""Another file in the journal's place: the old one or the new one, at any moment."""

from pathlib import Path

from forecall.storage.replacing import _meant, finish_replacing, put_in_place


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_the_new_file_takes_the_place_and_the_old_log_goes(tmp_path: Path) -> None:
    path, ready = tmp_path / "journal.db", tmp_path / "ready"
    path.write_text("old")
    path.with_name("journal.db-wal").write_text("old log")
    path.with_name("journal.db-shm").write_text("")
    ready.write_text("new")
    put_in_place(path, ready)
    assert path.read_text() == "new"
    assert names(tmp_path) == {"journal.db"}


def test_what_was_begun_is_finished(tmp_path: Path) -> None:
    """A kill after the new file is meant: whoever opens the journal next puts it in place."""
    path = tmp_path / "journal.db"
    path.write_text("old")
    path.with_name("journal.db-wal").write_text("old log")
    _meant(path).write_text("new")
    finish_replacing(path)
    assert path.read_text() == "new"
    assert names(tmp_path) == {"journal.db"}


def test_where_nothing_was_begun_nothing_happens(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_text("old")
    path.with_name("journal.db-wal").write_text("log")
    finish_replacing(path)
    assert names(tmp_path) == {"journal.db", "journal.db-wal"}
    finish_replacing(tmp_path / ("x" * 300))


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "journal.db", tmp_path / "elsewhere"
    path.write_text("old")
    elsewhere.write_text("planted")
    _meant(path).symlink_to(elsewhere)
    finish_replacing(path)
    assert path.read_text() == "old"
