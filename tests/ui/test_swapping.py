"""Work on the journal's file while nobody has it open."""

import pytest
from PySide6.QtCore import QObject

from forecall.journal import verbs
from forecall.ui.swapping import Progress, StillUnsaved, Swap
from tests.helpers.refusing_disk import RefusingDisk
from tests.ui.conftest import Person


def test_everything_typed_is_in_the_file_before_the_work_begins(person: Person) -> None:
    path = person.desk.workspace.path
    person.desk.workspace.perform(None, verbs.start_call, "Northwind")
    parent = QObject()
    told: list[int] = []

    def work(progress: Progress) -> object:
        progress(40)
        return path.with_name("journal.db-wal").exists()

    swap = Swap(person.desk, work, parent)
    swap.told.connect(told.append)
    with person.qtbot.waitSignal(swap.finished, timeout=30_000) as done:
        swap.start()
    assert done.args == [False]  # the log was folded in: nobody has the file open
    assert told == [40]


def test_what_goes_wrong_is_handed_over(person: Person) -> None:
    parent = QObject()

    def work(progress: Progress) -> object:
        raise OSError("no room")

    swap = Swap(person.desk, work, parent)
    with person.qtbot.waitSignal(swap.finished, timeout=30_000) as done:
        swap.start()
    assert done.args is not None
    assert isinstance(done.args[0], OSError)


@pytest.mark.parametrize("gives_up", [False, True])
def test_words_that_the_disk_refuses_keep_the_journal_open_unless_the_person_gives_them_up(
    person: Person, gives_up: bool
) -> None:
    disk, parent, done = RefusingDisk(person.desk.workspace), QObject(), []
    disk.refuses = True
    person.desk.workspace.perform(None, verbs.start_call, "Northwind")
    swap = Swap(person.desk, lambda _progress: done.append("work"), parent, gives_up=gives_up)
    let_go: list[bool] = []
    person.desk.bridge.let_go.connect(let_go.append)
    with person.qtbot.waitSignal(swap.finished, timeout=30_000) as told:
        swap.start()
    assert told.args is not None
    assert isinstance(told.args[0], StillUnsaved) is not gives_up
    assert done == ["work"] * gives_up
    assert let_go == ([True] if gives_up else [True, False])
    disk.again()
    if not gives_up:
        person.desk.workspace.settled().wait()  # open still, and everything is in the file
