"""The archive out, beside the window. What the settings page shows of it is tested there."""

from pathlib import Path

from forecall.ui.models.journal_jobs import JournalJob
from tests.ui.conftest import Person


def test_one_at_a_time(person: Person, tmp_path: Path) -> None:
    job = JournalJob(person.desk)
    ended: list[str] = []
    job.ended.connect(ended.append)
    job.export_to(tmp_path / "one.json")
    job.export_to(tmp_path / "two.json")
    assert job.running
    person.settle()
    assert len(ended) == 1
    assert not job.running
    assert not (tmp_path / "two.json").exists()
