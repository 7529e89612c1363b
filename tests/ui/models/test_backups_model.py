"""What is said of backups, and the work begun from the page."""

from datetime import UTC, datetime
from pathlib import Path

from forecall.journal import verbs
from forecall.storage.faults import DamagedJournal, UnreadableJournal
from forecall.ui.models.backups_model import BackupRow, BackupsModel, row_of, told_of
from forecall.workspace.backups import BackupRecord
from tests.ui.conftest import Person


def test_a_row_says_when_where_the_person_is_and_what_is_known() -> None:
    made = BackupRecord(Path("x.db"), datetime(2026, 11, 25, 22, 30, tzinfo=UTC), "start", 1_240_000, 12)
    row = row_of(made, "Europe/Berlin", datetime(2026, 11, 25, 23, 40))
    assert row.when == "Today, 23:30"
    assert row.about == "12 calls · 1.2 MB · made when Forecall was opened · checked"
    other = row_of(BackupRecord(Path("x.db"), made.made_at, "planted", 10, None), "UTC", datetime(2026, 12, 24))
    assert other.about == "cannot be read · 1 KB · made by Forecall · checked"


def test_one_is_made_listed_and_renewed(person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    model = BackupsModel(person.desk, person.desk.bridge)
    rows: list[list[BackupRow]] = []
    told: list[int] = []
    model.listed.connect(rows.append)
    model.told.connect(told.append)
    for begin, sentence in (
        (model.make, "Backed up and checked: 1 call."),
        (model.renew, "A fresh backup was made and checked, and 1 older one removed."),
    ):
        with person.qtbot.waitSignal(model.ended) as ended:
            begin()
            begin()  # twice is one
        assert ended.args == [sentence]
    person.qtbot.waitUntil(lambda: len(rows) == 2)
    assert [len(each) for each in rows] == [1, 1]
    assert told[-1] == 100


def test_it_can_be_stopped(person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    model = BackupsModel(person.desk, person.desk.bridge)
    model._desk.workspace.backups.make_if_due().wait()
    with person.qtbot.waitSignal(model.ended) as ended:
        model.make()
        model.stop()
    assert ended.args is not None
    assert ended.args[0] in ("Stopped. No backup was made.", "Backed up and checked: 1 call.")
    assert not model.running


def test_each_failure_says_what_is_safe() -> None:
    assert told_of(DamagedJournal("")) == "The journal is damaged, so no backup was made. The earlier ones stay."
    assert told_of(UnreadableJournal("The disk is full.")) == "The disk is full. The earlier ones stay."
    assert told_of(RuntimeError()) == "No backup could be made. The earlier ones stay."
