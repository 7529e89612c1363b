"""A salvage that knows nothing of the tables: rows with right checksums are saved, all others told."""

from pathlib import Path

import pytest

from forecall.journal.sample import make_sample
from forecall.storage.database import connect
from forecall.storage.salvage import Sense, salvage


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    make_sample(path, calls=4)
    writer = connect(path, writing=True)
    writer.execute("PRAGMA foreign_keys=OFF")
    writer.execute("UPDATE answer SET wording = 'another' WHERE seq = 1")
    writer.execute("DELETE FROM call WHERE seq = 2")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    writer.close()
    return path


def test_without_sense_what_is_doubtful_or_belongs_to_nothing_is_told(damaged: Path, tmp_path: Path) -> None:
    told: list[int] = []
    done = salvage(damaged, tmp_path / "new.db", progress=told.append)
    assert not any(each.taken for each in done.doubtful)
    assert done.lost_parents > 0
    assert len(done.doubtful) >= done.lost_parents + 1
    assert done.whole["call"] == 3
    assert told == sorted(told)
    reader = connect(done.path)
    assert reader.execute("PRAGMA foreign_key_check").fetchall() == []
    reader.close()


def test_what_makes_sense_is_taken_and_sealed_anew(damaged: Path, tmp_path: Path) -> None:
    done = salvage(damaged, tmp_path / "new.db", Sense(makes_sense=lambda table, row: True))
    assert [(each.table, each.row["wording"]) for each in done.doubtful if each.taken] == [("answer", "another")]


def test_stopping_leaves_nothing(damaged: Path, tmp_path: Path) -> None:
    def stop(percent: int) -> None:
        if percent >= 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        salvage(damaged, tmp_path / "new.db", progress=stop)
    assert list(tmp_path.iterdir()) == [damaged]
