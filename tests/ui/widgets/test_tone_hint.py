import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.coach.tone import Mark, Tone, load_tone
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.text import Label
from forecall.ui.widgets.tone_hint import ToneHint, ToneHints, put_beneath
from tests.conftest import RESOURCES
from tests.helpers.listening import POLITE, listen
from tests.ui.widgets.conftest import Show, heard

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LATE = "We are late. You're wrong about it, I think. Calm down."


@pytest.fixture(scope="module")
def tone() -> Tone:
    return load_tone(RESOURCES, "en")


class Box:
    """A box with its hints, and another one."""

    def __init__(self, tone: Tone, show: Show, qtbot: QtBot) -> None:
        self.field, self.other = AnswerField("Opening"), AnswerField("Other")
        self.left: set[tuple[str, str]] = set()
        self.window = show(self.field, self.other)
        self.hints = ToneHints(self.field, lambda words, rule: (words, rule) in self.left, tone.says)
        self.hints.left_as_is.connect(self._on_left)
        self.qtbot = qtbot
        self.tone = tone

    def holds(self, text: str) -> None:
        self.field.set_text(text)
        with self.qtbot.waitSignal(self.hints.marks.changed):
            self.hints.marks.listen(lambda words, finished: self.tone.steps(words, finished=finished))
        self.hints.set_active(True)
        self.field.setFocus()

    def band(self) -> ToneHint | None:
        found = self.window.findChild(ToneHint)
        return found if found is not None and found.isVisible() else None

    def shown(self) -> str:
        band = self.band()
        return " | ".join(each.text() for each in band.findChildren(Label)) if band else ""

    def checks(self) -> None:
        with self.qtbot.waitSignal(self.hints.marks.changed):
            pass

    def _on_left(self, words: str, rule: str) -> None:
        self.left.add((words, rule))
        with self.qtbot.waitSignal(self.hints.marks.changed):
            self.hints.marks.again()


@pytest.fixture
def box(tone: Tone, show: Show, qtbot: QtBot) -> Box:
    return Box(tone, show, qtbot)


def test_it_says_what_why_and_what_to_say_instead(box: Box) -> None:
    box.holds(LATE)
    shown = box.shown()
    assert "“You're wrong about it” may sound like blame." in shown
    assert "puts them on trial" in shown
    assert "Try: “I understand your view, and I see it differently”" in shown
    assert "From: Eight ways to a better conversation with a difficult client" in shown


def test_it_stands_beneath_its_box(box: Box) -> None:
    box.holds(LATE)
    band = box.band()
    assert band is not None
    assert box.field.geometry().bottom() < band.geometry().top() < box.other.geometry().top()


def test_one_key_accepts_and_undo_takes_it_back(box: Box) -> None:
    box.holds(LATE)
    box.qtbot.keyClick(box.field, Qt.Key.Key_Return, ALT)
    used = "We are late. I understand your view, and I see it differently, I think. Calm down."
    assert box.field.text() == used
    assert box.field.unsettled()
    box.checks()
    assert "“Calm down”" in box.shown()
    box.qtbot.keyClick(box.field, Qt.Key.Key_Z, CONTROL)
    assert box.field.text() == LATE


def test_the_gap_of_a_rewrite_is_ready_to_be_typed_over(box: Box) -> None:
    box.holds("😀 We'll get it to you soon. Thank you.")
    box.qtbot.keyClick(box.field, Qt.Key.Key_Enter, ALT)
    box.qtbot.keyClicks(box.field, "Monday")
    assert box.field.text() == "😀 We'll get it to you by Monday. Thank you."


def test_a_click_accepts_and_the_cursor_stays_in_the_box(box: Box) -> None:
    box.holds("Calm down.")
    band = box.band()
    assert band is not None
    box.qtbot.mouseClick(band.use, Qt.MouseButton.LeftButton)
    assert box.field.text() == "Let us take this one step at a time."
    assert box.field.hasFocus()
    box.checks()
    assert box.band() is None


def test_what_is_left_is_not_shown_again(box: Box) -> None:
    box.holds("Calm down. Calm down.")
    band = box.band()
    assert band is not None
    box.qtbot.mouseClick(band.leave, Qt.MouseButton.LeftButton)
    assert box.left == {("Calm down", "aggression-order")}
    assert box.band() is None
    assert box.field.text() == "Calm down. Calm down."


def test_alt_enter_without_a_hint_is_the_boxs_own(box: Box) -> None:
    box.holds("Thank you.")
    box.qtbot.keyClick(box.field, Qt.Key.Key_Return, ALT)
    assert box.field.text().count("\n") == 1


def test_tab_leads_through_what_can_be_done(box: Box) -> None:
    box.holds("Calm down.")
    band = box.band()
    assert band is not None
    box.qtbot.keyClick(box.field, Qt.Key.Key_Tab)
    assert band.use.hasFocus()
    box.qtbot.keyClick(band.use, Qt.Key.Key_Tab)
    assert band.leave.hasFocus()
    box.qtbot.keyClick(band.leave, Qt.Key.Key_Space)
    assert box.band() is None
    assert box.field.hasFocus()


def test_typing_goes_on_under_a_hint(box: Box) -> None:
    box.holds("Calm down.")
    assert box.band() is not None
    box.qtbot.keyClicks(box.field, " Yes")
    assert box.field.text() in ("Calm down. Yes", " YesCalm down.")


def test_the_mark_at_the_cursor_is_the_one_shown(box: Box) -> None:
    box.holds(LATE)
    cursor = box.field.textCursor()
    cursor.setPosition(len(LATE) - 3)
    box.field.setTextCursor(cursor)
    assert "“Calm down”" in box.shown()


def test_a_box_that_is_not_active_keeps_its_lines_only(box: Box) -> None:
    box.holds(LATE)
    box.hints.set_active(False)
    assert box.band() is None
    assert len(box.field.extraSelections()) == 2


def test_a_screen_reader_hears_each_hint_once(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    told = listen(monkeypatch)
    box.holds(LATE)
    box.hints.marks.again()
    assert [politeness for _words, politeness in told] == [POLITE]
    assert told[0][0] == (
        "“You're wrong about it” may sound like blame."
        " Try: “I understand your view, and I see it differently” Alt+Enter uses it."
    )


def test_everything_has_a_name(box: Box) -> None:
    box.holds("Calm down.")
    band = box.band()
    assert band is not None
    assert heard(band)[1] == "“Calm down” may sound like an attack."
    assert heard(band.use)[1] == "Use: Let us take this one step at a time"
    assert heard(band.leave)[1] == "Leave it: Calm down"


def test_a_mark_without_a_rewrite_can_only_be_left(box: Box, show: Show) -> None:
    band = ToneHint()
    show(band)
    band.show_mark("x" * 100, "is long", Mark(1, 0, 1, "too_long", "Why.", "", "Source", "long-breath"))
    assert not band.use.isVisible()
    assert band.leave.isVisible()
    assert len(band.accessibleName()) < 80
    assert "uses it" not in band.spoken()


@pytest.mark.parametrize("nested", [0, 1, 2])
def test_it_finds_the_layout_that_runs_downwards(qtbot: QtBot, nested: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    box, last, below = QWidget(), QWidget(), QWidget()
    inner: QVBoxLayout | QHBoxLayout = column
    for _level in range(nested):
        row = QHBoxLayout()
        inner.addLayout(row)
        inner = row
    inner.addWidget(box)
    column.addWidget(last)
    put_beneath(box, below)
    assert [column.indexOf(below), column.indexOf(last)] == [1, 2]
