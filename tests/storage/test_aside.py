"""A journal kept aside as it is."""

from pathlib import Path

from forecall.storage.aside import copy_with_log, kept_aside, place_aside, remove_aside, remove_copy, set_aside


def test_the_copy_stands_beside_with_its_log_and_the_original_stays(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(b"no journal any more")
    path.with_name("journal.db-wal").write_bytes(b"\x00garbage")
    copy = set_aside(path)
    assert copy.name.startswith("journal damaged 20")
    assert copy.read_bytes() == path.read_bytes() == b"no journal any more"
    assert copy.with_name(copy.name + "-wal").read_bytes() == b"\x00garbage"
    assert len(list(tmp_path.iterdir())) == 4
    remove_copy(copy)
    assert {each.name for each in tmp_path.iterdir()} == {"journal.db", "journal.db-wal"}


def test_without_a_log_there_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"")
    copy_with_log(tmp_path / "a.db", tmp_path / "b.db")
    assert {each.name for each in tmp_path.iterdir()} == {"a.db", "b.db"}


def test_what_was_kept_of_this_journal_is_listed_and_only_that_goes(tmp_path: Path) -> None:
    path, other = tmp_path / "a[b].db", tmp_path / "a.db"
    for each in (path, other):
        each.write_bytes(b"no journal any more")
        each.with_name(each.name + "-wal").write_bytes(b"garbage")
        set_aside(each).with_suffix(".json").write_text("[]")
    place_aside(path, ".log").write_bytes(b"garbage")
    (tmp_path / "a[b] damaged tools.db").write_bytes(b"of somebody else")
    kept = kept_aside(path)
    assert sorted(each.name.rpartition(".")[2] for each in kept) == ["db", "db-wal", "json", "log"]
    assert remove_aside(path, [kept[0].name, "a.db", "elsewhere"]) == 1
    assert kept_aside(path) == kept[1:]
    assert remove_aside(path, [each.name for each in kept]) == 3
    assert path.exists()
    assert len(kept_aside(other)) == 3
    assert (tmp_path / "a[b] damaged tools.db").exists()


def test_a_journal_of_the_same_stem_keeps_what_is_its_own(tmp_path: Path) -> None:
    kept = {}
    for name in ("work.db", "work.private", "work"):
        (tmp_path / name).write_bytes(b"no journal any more")
        kept[name] = set_aside(tmp_path / name)
    assert {name: kept_aside(tmp_path / name) for name in kept} == {name: [copy] for name, copy in kept.items()}
    assert remove_aside(tmp_path / "work.private", [copy.name for copy in kept.values()]) == 1
    assert kept["work.db"].exists()
