"""Damage of every kind: what can be read is saved, nothing is changed or dropped in silence."""

import json
import random
import stat
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forecall.exchange.salvaging import makes_sense, salvage_journal, stand_in, write_apart
from forecall.journal.checked import CHECKED, KEPT_TABLES
from forecall.journal.sample import make_sample
from forecall.storage.database import connect
from forecall.storage.faults import ForeignFile, JournalFault, UnreadableJournal
from forecall.storage.health import check
from forecall.storage.salvage import Salvaged
from forecall.storage.sealed import is_as_written

PAGE = 4096
NOW = "2026-11-26T08:46:00Z"

Rows = dict[tuple[str, str], str]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "journal.db"
    make_sample(path, calls=30, now=NOW)
    return path


@pytest.fixture
def damaged(sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "data" / "journal.db"
    path.parent.mkdir()
    path.write_bytes(sample.read_bytes())
    return path


def rows(path: Path) -> Rows:
    """Each kept row by its table and id, with its seal."""
    reader = connect(path)
    found = {(table, row_id): seal for table in KEPT_TABLES for row_id, seal in _ids(reader, table)}
    reader.close()
    return found


def _ids(reader: Any, table: str) -> list[tuple[str, str]]:
    return list(reader.execute(f'SELECT id, checksum FROM "{table}"'))


def saved(path: Path) -> tuple[Salvaged, Rows]:
    """What a salvage gives; it leaves the file as it is, and what it gives is sound."""
    before = path.read_bytes()
    beside = set(path.parent.iterdir())
    done = salvage_journal(path, path.with_name("saved.db"))
    assert path.read_bytes() == before
    assert set(path.parent.iterdir()) == beside | {done.path}
    assert check(done.path, CHECKED).sound
    assert stat.S_IMODE(done.path.stat().st_mode) == 0o600
    return done, rows(done.path)


def accounted(before: Rows, done: Salvaged, after: Rows) -> Counter[str]:
    """Rows that are neither saved as they were nor told of, by table. One whose id was hit is told under what it is."""
    told = {str(each.row.get("id")) for each in done.doubtful} | {each for ids in done.lost.values() for each in ids}

    def is_told(row_id: str) -> bool:
        return any(sum(a != b for a, b in zip(row_id, each, strict=False)) <= 2 for each in told)

    missing = (key for key, seal in before.items() if after.get(key) != seal)
    return Counter(table for table, row_id in missing if not is_told(row_id))


def test_a_sound_journal_is_saved_whole(damaged: Path) -> None:
    before = rows(damaged)
    done, after = saved(damaged)
    assert after == before
    assert done.whole == Counter(table for table, _id in before) | dict.fromkeys(KEPT_TABLES, 0) | dict(done.whole)
    assert sum(done.whole.values()) == len(before)
    assert (done.doubtful, done.made_up, done.lost) == ([], {}, {})


def test_drafts_are_saved_too(damaged: Path) -> None:
    writer = connect(damaged, writing=True)
    writer.execute("INSERT INTO draft VALUES ('new_call', 'half a word', ?)", (NOW,))
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    writer.close()
    done, _after = saved(damaged)
    reader = connect(done.path)
    assert reader.execute("SELECT value FROM draft").fetchall() == [("half a word",)]
    reader.close()


def test_words_in_the_log_are_saved(damaged: Path, tmp_path: Path) -> None:
    writer = connect(damaged, writing=True)
    reader = connect(damaged)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM call").fetchone()  # keeps the log from being folded in
    writer.execute("DELETE FROM phrase WHERE seq = 1")
    copy = tmp_path / "crashed" / "journal.db"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        copy.with_name(copy.name + ending).write_bytes(damaged.with_name(damaged.name + ending).read_bytes())
    left = rows(damaged)
    writer.close()
    reader.close()
    assert copy.with_name("journal.db-wal").stat().st_size > 0
    whole = copy.read_bytes()
    copy.write_bytes(b"\x00" * PAGE + whole[PAGE:])  # its first page is gone: SQLite cannot open it
    done = salvage_journal(copy, tmp_path / "saved.db")
    assert rows(done.path) == left


def test_a_changed_letter_is_told_and_the_row_taken_when_it_makes_sense(damaged: Path) -> None:
    before = rows(damaged)
    writer = connect(damaged, writing=True)
    (row_id,) = writer.execute("SELECT id FROM client ORDER BY seq").fetchone()
    writer.execute("UPDATE client SET name = 'Nortiwind' WHERE id = ?", (row_id,))
    writer.execute("UPDATE answer SET value = replace(value, '{', '<') WHERE seq = 3")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    writer.close()
    done, after = saved(damaged)
    assert sorted((each.table, each.taken) for each in done.doubtful) == [("answer", False), ("client", True)]
    assert set(after) == set(before) - {("answer", str(done.doubtful[0].row["id"]))} - {
        ("answer", str(done.doubtful[-1].row["id"]))
    }
    write_apart(damaged.with_name("apart.json"), done)
    told = json.loads(damaged.with_name("apart.json").read_text("utf-8"))
    assert {each["in_the_journal"] for each in told} == {True, False}
    assert stat.S_IMODE(damaged.with_name("apart.json").stat().st_mode) == 0o600


def test_what_belongs_to_a_lost_call_stays_under_one_that_stands_in(damaged: Path) -> None:
    before = rows(damaged)
    writer = connect(damaged, writing=True)
    writer.execute("PRAGMA foreign_keys=OFF")
    (call, client) = writer.execute("SELECT id, client_id FROM call ORDER BY seq").fetchone()
    writer.execute("DELETE FROM call WHERE id = ?", (call,))
    writer.execute("DELETE FROM client WHERE id = ?", (client,))
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    writer.close()
    done, after = saved(damaged)
    assert done.made_up["call"] == 1
    assert done.made_up["client"] >= 1
    assert {key for key in before if key[0] not in ("client", "call")} <= set(after)


def zeroed(number: int) -> Callable[[bytes], bytes]:
    return lambda whole: whole[: number * PAGE] + b"\x00" * PAGE + whole[(number + 1) * PAGE :]


def half(whole: bytes) -> bytes:
    return whole[: len(whole) // 2 // PAGE * PAGE]


@pytest.mark.parametrize("number", [0, 1, 2, 5, 9, 14, 20, 33])
def test_a_zeroed_page_loses_what_was_on_it_and_no_more(damaged: Path, number: int) -> None:
    before = rows(damaged)
    damaged.write_bytes(zeroed(number)(damaged.read_bytes()))
    done, after = saved(damaged)
    assert not accounted(before, done, after)
    assert sum(map(len, done.lost.values())) <= 40  # a page holds no more
    if number == 0:
        assert not done.lost  # the first page holds the names of tables alone


def test_half_a_file_gives_what_is_in_that_half(damaged: Path) -> None:
    before = rows(damaged)
    damaged.write_bytes(half(damaged.read_bytes()))
    _done, after = saved(damaged)
    same = {key for key, seal in after.items() if before.get(key) == seal}
    assert len(same) > len(before) // 10
    assert len(same) < len(before)


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bits_lose_nothing_in_silence(damaged: Path, seed: int) -> None:
    rng = random.Random(seed)
    before = rows(damaged)
    whole = bytearray(damaged.read_bytes())
    for _flip in range(rng.choice([1, 5, 40])):
        whole[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
    damaged.write_bytes(whole)
    done, after = saved(damaged)
    wrong = {key for key, seal in after.items() if key in before and before[key] != seal}
    told = {(each.table, str(each.row.get("id"))) for each in done.doubtful}
    assert len(wrong - told) <= sum(done.made_up.values())
    assert not accounted(before, done, after)


@pytest.mark.parametrize("log", [b"garbage", b"\x00" * 9000, b"\x37\x7f\x06\x82" + b"\xff" * 9000])
def test_a_log_of_garbage_harms_nothing(damaged: Path, log: bytes) -> None:
    before = rows(damaged)
    damaged.with_name("journal.db-wal").write_bytes(log)
    done = salvage_journal(damaged, damaged.with_name("saved.db"))
    assert rows(done.path) == before
    assert damaged.with_name("journal.db-wal").read_bytes() == log


@pytest.mark.parametrize("held", [b"", b"Dear diary", b"\x00" * 50_000, bytes(range(256)) * 200])
def test_where_nothing_can_be_read_nothing_is_made(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "journal.db"
    path.write_bytes(held)
    with pytest.raises(ForeignFile, match="Nothing could be read"):
        salvage_journal(path, tmp_path / "saved.db")
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == held


def test_what_is_there_is_never_written_over(damaged: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UnreadableJournal, match="already a file"):
        salvage_journal(damaged, tmp_path / "mine.txt")
    with pytest.raises(JournalFault):
        salvage_journal(tmp_path / "none.db", tmp_path / "saved.db")
    assert not (tmp_path / "saved.db").exists()


def test_a_row_makes_sense_when_each_field_is_of_its_kind(damaged: Path) -> None:
    reader = connect(damaged)
    cursor = reader.execute("SELECT * FROM answer WHERE seq = 1")
    row = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    reader.close()
    assert makes_sense("answer", row)
    assert not makes_sense("answer", row | {"value": "{"})
    assert not makes_sense("answer", row | {"id": b"\xff" * 36})
    assert not makes_sense("answer", row | {"created_at": "yesterday"})
    assert not makes_sense("planted", row)


def test_only_clients_and_calls_can_be_stood_in_for() -> None:
    call = stand_in("call", "x")
    assert call is not None
    assert call["title"] == "Call whose details were lost"
    assert stand_in("client", str(call["client_id"])) is not None
    assert stand_in("answer", "x") is None
    assert not is_as_written(call)
