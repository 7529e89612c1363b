"""A note of the call: stamped when it is begun, kept as it is typed."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from forecall.journal.records import LiveKind, LiveNote
from forecall.ui.live_notes import NoteTaking
from forecall.ui.widgets.note_line import NoteLine


@dataclass
class Taken:
    """What was sent on its way, and the time that the test says it is."""

    now: int = 100
    written: list[LiveNote] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest.fixture
def box(qtbot: QtBot) -> NoteLine:
    box = NoteLine("Note")
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    return box


@pytest.fixture
def notes(taken: Taken, box: NoteLine) -> NoteTaking:
    notes = NoteTaking(lambda: taken.now, taken.written.append, taken.removed.append)
    notes.attach(box)
    return notes


def test_a_note_has_the_time_of_its_first_letter(notes: NoteTaking, box: NoteLine, taken: Taken) -> None:
    QTest.keyClicks(box, "a")
    taken.now = 130
    QTest.keyClicks(box, " plan")
    notes.finish()
    (note,) = taken.written
    assert (note.kind, note.at, note.text) == (LiveKind.NOTE, 100, "a plan")
    assert box.text() == ""
    QTest.keyClicks(box, "another")
    notes.flush()
    assert taken.written[1].id != note.id
    assert taken.written[1].at == 130


def test_a_mark_is_kept_before_any_word(notes: NoteTaking, box: NoteLine, taken: Taken) -> None:
    notes.begin(LiveKind.HEATED)
    (mark,) = taken.written
    assert (mark.kind, mark.at, mark.text) == (LiveKind.HEATED, 100, "")
    assert "1:40" in box.accessibleDescription()
    taken.now = 110
    QTest.keyClicks(box, "the invoice")
    notes.finish()
    assert taken.written[-1] == LiveNote(mark.id, LiveKind.HEATED, 100, "the invoice")


def test_the_next_mark_ends_the_one_before(notes: NoteTaking, box: NoteLine, taken: Taken) -> None:
    notes.begin(LiveKind.PROMISE)
    QTest.keyClicks(box, "a plan")
    notes.begin(LiveKind.SURPRISE)
    assert [(note.kind, note.text) for note in taken.written] == [
        (LiveKind.PROMISE, ""),
        (LiveKind.PROMISE, "a plan"),
        (LiveKind.SURPRISE, ""),
    ]
    assert box.text() == ""


def test_a_note_without_words_is_none(notes: NoteTaking, box: NoteLine, taken: Taken) -> None:
    notes.begin(LiveKind.NOTE)
    notes.finish()
    assert taken.written == []
    QTest.keyClicks(box, "x")
    notes.flush()
    box.selectAll()
    QTest.keyClicks(box, " ")
    notes.finish()
    assert taken.removed == [taken.written[0].id]


def test_a_mark_taken_back_is_written_no_more(notes: NoteTaking, box: NoteLine, taken: Taken) -> None:
    notes.begin(LiveKind.HEATED)
    notes.reconcile(())
    assert notes.note is None
    QTest.keyClicks(box, "else")
    notes.finish()
    assert taken.written[-1].kind is LiveKind.NOTE


def test_words_that_were_taken_back_leave_the_box(notes: NoteTaking, box: NoteLine, taken: Taken) -> None:
    notes.begin(LiveKind.HEATED)
    QTest.keyClicks(box, "the invoice")
    notes.reconcile(taken.written[-1:])
    assert box.text() == "the invoice"  # not carried yet: what is read back is older
    notes.flush()
    notes.reconcile([taken.written[0]])
    assert box.text() == ""


def test_another_box_takes_over_the_words(notes: NoteTaking, box: NoteLine, taken: Taken, qtbot: QtBot) -> None:
    notes.begin(LiveKind.HEATED)
    QTest.keyClicks(box, "the inv")
    other = NoteLine("Note")
    qtbot.addWidget(other)
    other.show()
    other.setFocus()
    notes.attach(other)
    assert other.text() == "the inv"
    QTest.keyClicks(other, "oice")
    notes.finish()
    assert taken.written[-1].text == "the invoice"
    assert len({note.id for note in taken.written}) == 1


def test_the_empty_box_names_the_time(notes: NoteTaking, box: NoteLine, taken: Taken) -> None:
    box.clearFocus()
    taken.now = 760
    notes.show_time()
    assert box.accessibleDescription() == "Note at 12:40…"
