from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from forecall.coach.tone import Mark, Tone, load_tone
from forecall.ui.widgets import tone_marks
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.tone_marks import MOST, ToneMarks
from tests.conftest import RESOURCES
from tests.ui.widgets.conftest import Show

LATE = "We are late. You never listen. Calm down."


@pytest.fixture(scope="module")
def tone() -> Tone:
    return load_tone(RESOURCES, "en")


class Box:
    """A box that is listened to."""

    def __init__(self, tone: Tone, show: Show, qtbot: QtBot) -> None:
        self.field = AnswerField("Opening")
        self.left: set[tuple[str, str]] = set()
        self.marks = ToneMarks(self.field, lambda words, rule: (words, rule) in self.left)
        self.other = AnswerField("Other")
        self.qtbot = qtbot
        self.window = show(self.field, self.other)
        self.other.setFocus()
        with qtbot.waitSignal(self.marks.changed):
            self.marks.listen(lambda text, finished: tone.steps(text, finished=finished))

    def types(self, words: str) -> None:
        self.field.setFocus()
        self.qtbot.keyClicks(self.field, words)
        self.checks()

    def checks(self) -> None:
        with self.qtbot.waitSignal(self.marks.changed):
            pass

    def words(self) -> list[str]:
        return [each.words for each in self.marks.all()]


@pytest.fixture
def box(tone: Tone, show: Show, qtbot: QtBot) -> Box:
    return Box(tone, show, qtbot)


def test_what_stands_in_the_box_is_marked(box: Box) -> None:
    box.field.set_text(LATE)
    box.checks()
    assert box.words() == ["You never listen", "Calm down"]
    lines = box.field.extraSelections()
    assert [line.cursor.selectedText() for line in lines] == box.words()
    assert {line.format.underlineStyle() for line in lines} == {QTextCharFormat.UnderlineStyle.DotLine}


def test_marks_are_not_part_of_the_words(box: Box) -> None:
    box.field.set_text(LATE)
    box.checks()
    assert box.field.text() == LATE
    assert not box.field.document().isUndoAvailable()
    assert not box.field.unsettled()


def test_a_sentence_that_is_being_written_is_left_alone(box: Box) -> None:
    box.types("You never listen")
    assert box.words() == []
    box.types(".")
    assert box.words() == ["You never listen"]


def test_where_the_cursor_leaves_the_sentence_is_finished(box: Box) -> None:
    box.types("You never listen")
    with box.qtbot.waitSignal(box.marks.changed):
        box.other.setFocus()
    assert box.words() == ["You never listen"]
    box.field.setFocus()
    with box.qtbot.waitSignal(box.marks.changed):
        box.marks.again()
    assert box.words() == ["You never listen"]
    box.types(" to")
    assert box.words() == []


def test_characters_beyond_the_first_plane_do_not_shift_the_lines(box: Box) -> None:
    box.field.set_text("😀 Good 😀.\n😀 Calm down, 😀 please. Thank you.")
    box.checks()
    assert [line.cursor.selectedText() for line in box.field.extraSelections()] == ["😀 Calm down"]


def test_a_soft_line_break_counts_as_a_line(box: Box) -> None:
    box.field.set_text("Good\u2028You never listen.")
    box.checks()
    assert box.words() == ["You never listen"]


def test_a_mark_stands_as_long_as_its_words_do(box: Box) -> None:
    box.field.set_text(LATE)
    box.checks()
    cursor = box.field.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Yes. ")
    assert box.words() == ["You never listen", "Calm down"]
    cursor.setPosition(LATE.index("never") + 7)
    cursor.insertText("x")
    assert box.words() == ["Calm down"]


def test_the_mark_at_the_cursor(box: Box) -> None:
    box.field.set_text(LATE)
    box.checks()
    for place, words in ((0, "You never listen"), (LATE.index("Calm") + 2, "Calm down")):
        cursor = box.field.textCursor()
        cursor.setPosition(place)
        box.field.setTextCursor(cursor)
        at = box.marks.at_cursor()
        assert at is not None
        assert at.words == words
    box.field.set_text("")
    assert box.marks.at_cursor() is None


def test_what_was_left_is_not_marked(box: Box) -> None:
    box.field.set_text(LATE)
    box.checks()
    box.left.add((box.marks.all()[0].words, box.marks.all()[0].mark.rule))
    with box.qtbot.waitSignal(box.marks.changed):
        box.marks.again()
    assert box.words() == ["Calm down"]


def test_a_long_text_is_read_in_small_steps(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tone_marks, "STEP_SECONDS", -1.0)  # every sentence is more than there is time for
    field = AnswerField("Opening")
    marks = ToneMarks(field, lambda words, rule: False)
    show(field)
    read: list[str] = []

    def steps(text: str, finished: bool) -> Iterator[Sequence[Mark]]:
        for number in range(5):
            read.append(f"{text} {number}")
            yield [Mark(1, 0, 1, "accusation", "why", "x", "source", "rule")] if number == 0 else []

    field.set_text("a")
    marks.listen(steps)
    assert read == ["a 0"]
    field.set_text("b")
    with qtbot.waitSignal(marks.changed):
        pass
    assert read == ["a 0", *(f"b {number}" for number in range(5))]
    assert len(marks.all()) == 1


def test_no_box_has_more_marks_than_help_anybody(box: Box) -> None:
    box.field.set_text("Calm down. " * 200)
    box.checks()
    assert len(box.marks.all()) == MOST
    box.left.add((box.marks.all()[0].words, box.marks.all()[0].mark.rule))
    box.field.set_text("Calm down. " * 200 + "You never listen.")
    box.checks()
    assert box.words() == ["You never listen"]


def test_nothing_is_checked_before_there_are_rules(show: Show, qtbot: QtBot) -> None:
    field = AnswerField("Opening")
    marks = ToneMarks(field, lambda words, rule: False)
    show(field)
    qtbot.keyClicks(field, "You never listen.")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert marks.all() == []
