"""Rows out of pages: the same as SQLite gives, and no fault on any bytes."""

import random
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.pages import keys_in, rows_in

LONG = "é" * 9000
VALUES = (
    (1, "short", None, 0, 1),
    (2, LONG, "", -1, 127),
    (200, "日本", "x" * 4061, 2**31, -(2**47)),
    (2**40, "", "y" * 200_000, 2**62, -(2**62)),
)


def write(path: Path) -> None:
    opened = sqlite.connect(str(path))
    opened.execute("CREATE TABLE words (seq INTEGER PRIMARY KEY, a, b, c, d)")
    opened.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", VALUES)
    opened.executemany(
        "INSERT INTO words (a, b) VALUES (?, ?)", [(f"row {number}", "z" * 300) for number in range(500)]
    )
    opened.commit()
    opened.close()


def test_every_row_is_found_with_its_number_and_all_its_words(tmp_path: Path) -> None:
    write(tmp_path / "words.db")
    found = {row.rowid: row.values for row in rows_in(tmp_path / "words.db") if len(row.values) == 5}
    assert len(found) == len(VALUES) + 500
    for seq, *rest in VALUES:
        assert found[seq] == (None, *rest)


def test_every_entry_of_an_index_is_found(tmp_path: Path) -> None:
    """Those of its inner pages too: each stands in one place alone."""
    write(tmp_path / "words.db")
    opened = sqlite.connect(str(tmp_path / "words.db"), isolation_level=None)
    opened.execute("CREATE TABLE ids (seq INTEGER PRIMARY KEY, id TEXT UNIQUE)")
    ids = {f"{number:036x}" for number in range(3000)}
    opened.executemany("INSERT INTO ids (id) VALUES (?)", [(each,) for each in ids])
    opened.close()
    assert {key[0] for key in keys_in(tmp_path / "words.db") if len(key) == 2} == ids


def test_what_stands_in_the_log_is_newer(tmp_path: Path) -> None:
    write(tmp_path / "words.db")
    opened = sqlite.connect(str(tmp_path / "words.db"), isolation_level=None)
    opened.execute("PRAGMA journal_mode=WAL").fetchall()
    opened.execute("UPDATE words SET a = 'newer' WHERE seq = 1")
    for ending in ("", "-wal"):
        (tmp_path / f"copy.db{ending}").write_bytes((tmp_path / f"words.db{ending}").read_bytes())
    opened.close()
    found = {row.rowid: row.values for row in rows_in(tmp_path / "copy.db") if len(row.values) == 5}
    assert found[1][1] == "newer"


def test_no_bytes_make_it_fail(tmp_path: Path) -> None:
    write(tmp_path / "words.db")
    whole = (tmp_path / "words.db").read_bytes()
    rng = random.Random(7)
    path = tmp_path / "broken.db"
    for _round in range(60):
        broken = bytearray(whole[: rng.randrange(1, len(whole))])
        for _flip in range(rng.choice([1, 30, 2000])):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        path.write_bytes(broken)
        path.with_name("broken.db-wal").write_bytes(rng.randbytes(rng.choice([0, 10, 9000])))
        for row in rows_in(path):
            assert len(row.values) >= 0
        for key in keys_in(path):
            assert len(key) >= 0
    path.write_bytes(b"")
    assert list(rows_in(path)) == []
