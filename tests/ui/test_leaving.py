"""The way out of a window: words that are not in the file hold the door, a slow disk does not hold the window up."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.ui.leaving import AT_ONCE_S
from forecall.ui.main_window import MainWindow
from forecall.ui.page import Place
from tests.helpers.refusing_disk import RefusingDisk
from tests.ui.conftest import Person
from tests.ui.test_main_window import notices

ASKED = "Some of your words are not in the file yet. They are lost if you close now."


@pytest.fixture
def disk(person: Person) -> Iterator[RefusingDisk]:
    disk = RefusingDisk(person.desk.workspace)
    yield disk
    disk.again()


@pytest.fixture
def call(window: MainWindow, person: Person) -> str:
    """A call, with the cursor in the box of its issue."""
    made = str(person.does(verbs.start_call, "Northwind"))
    window.go(Place("prepare", made, "issue", "issue"))
    person.settle()
    return made


def types(person: Person, words: str) -> None:
    person.qtbot.keyClicks(QApplication.focusWidget(), words)


def asked(window: MainWindow, person: Person) -> None:
    person.qtbot.waitUntil(lambda: window.leaving._notices.leave_asked)
    assert notices(window, person.qtbot) == [ASKED]


def ends(window: MainWindow, kind: str = "closing") -> list[bool]:
    heard: list[bool] = []
    getattr(window, kind).connect(lambda: heard.append(True))
    return heard


def test_a_sound_disk_has_the_last_letter_before_the_window_goes(
    window: MainWindow, person: Person, disk: RefusingDisk, call: str
) -> None:
    closed = ends(window)
    types(person, "Late")
    assert window.close()
    assert closed
    assert person.asks(read_call, call).text("issue") == "Late"


def test_a_disk_that_refuses_is_told_of_before_the_window_goes(
    window: MainWindow, person: Person, disk: RefusingDisk, call: str
) -> None:
    """Nobody had heard of the trouble when the wish to close came."""
    closed = ends(window)
    disk.refuses = True
    types(person, "Late")
    assert not window.close()
    asked(window, person)
    assert window.isVisible()
    disk.again()
    person.qtbot.waitUntil(lambda: not window.leaving._notices.leave_asked)
    assert not closed  # it was asked, and nobody has answered
    assert person.asks(read_call, call).text("issue") == "Late"


def test_a_slow_disk_is_waited_for_without_a_window_that_hangs(
    window: MainWindow, person: Person, disk: RefusingDisk, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forecall.ui.leaving.AT_ONCE_S", AT_ONCE_S / 50)
    closed = ends(window)
    disk.free.clear()
    types(person, "Late")
    assert not window.close()
    assert notices(window, person.qtbot) == ["One moment: your words are still being saved."]
    types(person, "r")
    disk.free.set()
    person.qtbot.waitUntil(lambda: bool(closed))
    assert person.asks(read_call, call).text("issue") == "Later"


def test_who_will_not_wait_is_asked_and_the_question_goes_with_its_reason(
    window: MainWindow, person: Person, disk: RefusingDisk, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forecall.ui.leaving.AT_ONCE_S", AT_ONCE_S / 50)
    closed = ends(window)
    disk.free.clear()
    types(person, "Late")
    for _wish in range(2):
        assert not window.close()
    asked(window, person)
    disk.free.set()
    person.qtbot.waitUntil(lambda: not window.leaving._notices.leave_asked)
    assert not closed


def test_what_takes_the_journal_away_never_takes_a_second_wish_for_an_answer(
    window: MainWindow, person: Person, disk: RefusingDisk, call: str
) -> None:
    """Only the button does."""
    done: list[str] = []
    then: Callable[[], None] = lambda: done.append("done")  # noqa: E731
    window.leaving.once_saved(then)
    assert done == ["done"]
    disk.refuses = True
    types(person, "Late")
    for _wish in range(3):
        window.leaving.once_saved(then)
        asked(window, person)
    assert done == ["done"]
    window.leaving._notices._shown["trouble"].acted.emit()
    assert done == ["done", "done"]


def test_words_of_other_windows_are_sent_on_their_way_too(window: MainWindow) -> None:
    flushed = ends(window, "flushing")
    window.leaving.once_saved(lambda: None)
    assert flushed
