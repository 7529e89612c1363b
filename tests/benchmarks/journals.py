"""The journals that are measured, made once a day and kept in the build folder."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from forecall.journal.sample import make_sample
from forecall.storage.database import connect


def journal_with(folder: Path, calls: int) -> Path:
    """A sample journal of that many calls around this hour."""
    now = datetime.now(UTC).replace(minute=0, second=0)
    path = folder / f"{now:%Y-%m-%d} {calls}.db"
    if not path.exists():
        for old in folder.glob(f"* {calls}.db*"):
            old.unlink()
        make_sample(path, calls, now=f"{now + timedelta(hours=2):%Y-%m-%dT%H:%M:%SZ}", zone="UTC")
    return path


def copied(journal: Path, name: str) -> Path:
    """A copy to write in, beside the journal, without the log that an earlier run may have left there."""
    copy = journal.with_name(name)
    for ending in ("", "-wal", "-shm"):
        copy.with_name(name + ending).unlink(missing_ok=True)
    return Path(shutil.copy(journal, copy))


def forget_draft(path: Path) -> None:
    """Empty the form of a new call, which keeps what the run before typed."""
    connection = connect(path, writing=True)
    connection.execute("DELETE FROM draft")
    connection.close()


def searches_in(path: Path, count: int, seed: int = 1) -> Sequence[str]:
    """Words drawn by how often they were written; every fourth search is of two words."""
    connection = connect(path, writing=True)
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, 'call_words', 'row')")
        terms = connection.execute("SELECT term, cnt FROM vocabulary WHERE length(term) > 1").fetchall()
    finally:
        connection.close()
    rng = Random(seed)
    words = rng.choices([term for term, _count in terms], [count for _term, count in terms], k=count * 2)
    return [
        f"{one} {two}" if place % 4 == 3 else one
        for place, (one, two) in enumerate(zip(words[:count], words[count:], strict=True))
    ]
