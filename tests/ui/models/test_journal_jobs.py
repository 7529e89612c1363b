"""The archive out and in, beside the window. What the settings page shows of it is tested there."""

from pathlib import Path

from forecall.journal import verbs
from forecall.journal.reading import list_clients
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


def test_the_same_key_with_other_words_changes_nothing(person: Person, tmp_path: Path) -> None:
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.record_answer, call, "issue", {"text": "Late"}, "")
    job = JournalJob(person.desk)
    ended: list[str] = []
    job.ended.connect(ended.append)
    job.export_to(tmp_path / "out.json")
    person.settle()
    person.does(verbs.rename_client, person.asks(list_clients)[0].id, "Another name")
    job.import_from(tmp_path / "out.json")
    person.settle()
    assert "Nothing was imported" in ended[-1]
    assert person.failures == []  # said once, where it was asked for
    assert person.asks(list_clients)[0].name == "Another name"
