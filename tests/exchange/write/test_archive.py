"""What is exported and imported again is the same journal, whatever was written in it."""

import json
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecall.exchange.faults import ExchangeError
from forecall.exchange.read.archive import read_archive
from forecall.exchange.write.archive import write_archive
from forecall.journal.arrivals import bring_in
from forecall.storage.database import Database
from tests.helpers.archives import (
    MOMENT,
    answer,
    archive,
    call,
    client,
    forecast_lock,
    item,
    lesson,
    pace,
    phrase,
    revision,
    write,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["\u2028\u2029", "\x00", "👩‍👩‍👧 é e\u0301", "\r\n\t", '"}],{', "\ufeff", "\x7f\x85", "=1+1"]
)
PART = TEXT | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.lists(TEXT, max_size=3)
VALUE = st.dictionaries(TEXT, PART, max_size=4)


def export(journal: Database, path: Path) -> dict[str, Any]:
    with closing(journal.reader()) as reader:
        write_archive(reader, path, made_at=MOMENT)
    return json.loads(path.read_text("utf-8"))


def filled(folder: Path, held: Any, name: str = "journal.db") -> Database:
    journal = Database(folder / name)
    with journal.session() as session:
        bring_in(session, read_archive(write(folder / "in.json", held)))
    return journal


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(TEXT, TEXT, VALUE, VALUE), min_size=1, max_size=3))
def test_a_journal_comes_back_word_for_word(calls: list[tuple[Any, ...]]) -> None:
    numbers = range(len(calls))
    held = archive(
        clients=[client(f"c{n}", name=calls[n][0], known=calls[n][1]) for n in numbers],
        calls=[call(f"k{n}", client_id=f"c{n}", title=calls[n][1], links=calls[n][0]) for n in numbers],
        answers=[answer(f"a{n}", call_id=f"k{n}", value=calls[n][2], wording=calls[n][0]) for n in numbers],
        items=[item(f"i{n}", call_id=f"k{n}", value=calls[n][3], position=n) for n in numbers],
        lessons=[lesson(f"l{n}", call_id=f"k{n}", if_text=calls[n][0], then_text=calls[n][1]) for n in numbers],
        phrases=[phrase(f"p{n}", text=calls[n][0]) for n in numbers],
        forecast_locks=[forecast_lock(f"f{n}", call_id=f"k{n}", value={"feelings": calls[n][2]}) for n in numbers],
        paces=[pace(f"t{n}", call_id=f"k{n}", seconds=n) for n in numbers],
        revisions=[
            revision(f"r{n}", kind="answer", call_id=f"k{n}", value={"words": calls[n][2]}, wording=calls[n][0])
            for n in numbers
        ],
    )
    with tempfile.TemporaryDirectory() as folder:
        first = filled(Path(folder), held)
        out = export(first, Path(folder) / "out.json")
        second = filled(Path(folder), out, "second.db")
        again = export(second, Path(folder) / "again.json")
        first.close()
        second.close()
    assert out == held
    assert again == held


def test_the_file_is_for_its_owner_and_counts_its_rows(tmp_path: Path) -> None:
    journal = filled(tmp_path, archive())
    told: list[int] = []
    with closing(journal.reader()) as reader:
        assert write_archive(reader, tmp_path / "out.json", progress=told.append) == 9
    journal.close()
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o600


def test_an_export_changes_no_row(tmp_path: Path) -> None:
    journal = filled(tmp_path, archive())
    with closing(journal.reader()) as reader:
        before = list(reader.iterdump()) if hasattr(reader, "iterdump") else reader.total_changes
        write_archive(reader, tmp_path / "out.json")
        after = list(reader.iterdump()) if hasattr(reader, "iterdump") else reader.total_changes
        assert not reader.in_transaction
    journal.close()
    assert before == after


class Rows:
    """A connection that gives one damaged answer."""

    def execute(self, query: str) -> list[tuple[Any, ...]]:
        if '"answer"' not in query:
            return []
        columns = query.removeprefix("SELECT ").partition(" FROM")[0].split(", ")
        return [tuple("{not json" if name == '"value"' else "x" for name in columns)]


def test_a_damaged_row_is_told_and_no_file_is_left(tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("what was there")
    with pytest.raises(ExchangeError, match="answers, entry 1 is damaged"):
        write_archive(Rows(), tmp_path / "out.json")
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]
    assert (tmp_path / "out.json").read_text() == "what was there"
