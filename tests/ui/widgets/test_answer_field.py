import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.box_words import EDITED_LIMIT, PASTE_LIMIT
from tests.ui.widgets.conftest import Show, heard

NEVER = 60_000  # milliseconds: so that only what the test does can settle anything


def field(pause: int = NEVER, limit: int = NEVER, **more: object) -> AnswerField:
    return AnswerField("Aim", pause_ms=pause, limit_ms=limit, **more)  # type: ignore[arg-type]


def settled(box: AnswerField) -> list[str]:
    said: list[str] = []
    box.settled.connect(said.append)
    return said


def refusals(box: AnswerField) -> list[str]:
    told: list[str] = []
    box.refused.connect(told.append)
    return told


def paste(box: AnswerField, text: str = "", html: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    box.insertFromMimeData(data)


def test_it_settles_once_after_a_pause(show: Show, qtbot: QtBot) -> None:
    box = field(pause=10)
    show(box)
    said = settled(box)
    QTest.keyClicks(box, "A date")
    assert said == []
    assert box.unsettled()
    qtbot.waitUntil(lambda: said == ["A date"])
    assert not box.unsettled()


def test_it_settles_while_typing_goes_on(show: Show, qtbot: QtBot) -> None:
    box = field(pause=NEVER, limit=10)
    show(box)
    said = settled(box)
    QTest.keyClicks(box, "A")
    qtbot.waitUntil(lambda: said == ["A"])
    QTest.keyClicks(box, "B")
    qtbot.waitUntil(lambda: said == ["A", "AB"])


def test_each_key_puts_the_pause_off_but_not_the_limit(show: Show) -> None:
    box = field()
    show(box)
    QTest.keyClicks(box, "A")
    pause, limit = box._pause.timerId(), box._limit.timerId()
    QTest.keyClicks(box, "B")
    assert box._pause.timerId() != pause
    assert box._limit.timerId() == limit
    box.flush()
    assert not box._pause.isActive()
    assert not box._limit.isActive()


def test_flush_carries_only_what_was_not_carried(show: Show) -> None:
    box = field()
    show(box)
    said = settled(box)
    box.flush()
    assert said == []
    QTest.keyClicks(box, "Now")
    box.flush()
    box.flush()
    assert said == ["Now"]


def test_leaving_it_settles(show: Show) -> None:
    box, other = field(), QPushButton("Other")
    show(box, other)
    box.setFocus()
    said = settled(box)
    QTest.keyClicks(box, "Now")
    other.setFocus()
    assert said == ["Now"]


def test_words_from_a_screen_reader_settle_too(show: Show) -> None:
    box = field()
    show(box)
    said = settled(box)
    interface = QAccessible.queryAccessibleInterface(box)
    assert interface is not None
    interface.editableTextInterface().insertText(0, "Dictated")
    box.flush()
    assert said == ["Dictated"]


def test_set_text_says_nothing(show: Show) -> None:
    box = field()
    show(box)
    said = settled(box)
    QTest.keyClicks(box, "mine")
    box.set_text("theirs")
    box.flush()
    assert said == []
    assert box.text() == "theirs"


def test_the_same_text_leaves_cursor_and_undo_alone(show: Show) -> None:
    box = field()
    show(box)
    QTest.keyClicks(box, "words")
    QTest.keyClick(box, Qt.Key.Key_Home)
    box.set_text("words")
    assert box.textCursor().position() == 0
    box.undo()
    assert box.text() == ""


def test_undo_never_goes_behind_what_was_loaded(show: Show) -> None:
    box = field()
    show(box)
    box.set_text("kept")
    QTest.keyClicks(box, " more")
    assert box.text() == "kept more"
    for _time in range(5):
        box.undo()
    assert box.text() == "kept"
    box.redo()
    assert box.text() == "kept more"


@pytest.mark.parametrize(
    "text",
    ["a\nb\n", "a\r\nb", "line\u2028break", "para\u2029graph", "no\u00a0break", "object \ufffc", "nul \0 end",
     "🙂 𝒳", "tab\t", "  spaces  ", "\u202eright to left", "<b>not bold</b> &amp;", "\ufdd0 odd"],
)  # fmt: skip
def test_every_character_comes_back(show: Show, text: str) -> None:
    box = field()
    show(box)
    box.set_text(text)
    assert box.text() == text


@pytest.mark.parametrize("text", ["line\u2028break", "no\u00a0break", "🙂", "object \ufffc", "a\nb", "tab\t"])
def test_every_character_comes_back_after_typing(show: Show, text: str) -> None:
    box = field()
    show(box)
    box.set_text(text)
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(box, "!")
    assert box.text() == text + "!"


def test_only_plain_words_are_pasted(show: Show) -> None:
    box = field()
    show(box)
    paste(box, "plain", '<img src="file:///secret.png"><b>bold</b>')
    assert box.text() == "plain"
    assert "bold" not in box.document().toHtml()
    paste(box, '<img src="x">')
    assert box.text() == 'plain<img src="x">'


def test_copying_gives_plain_words_only(show: Show) -> None:
    box = field()
    show(box)
    box.set_text("one\ntwo")
    box.selectAll()
    data = box.createMimeDataFromSelection()
    assert data.text() == "one\ntwo"
    assert data.formats() == ["text/plain"]


def test_far_too_much_is_refused_in_words(show: Show) -> None:
    box = field()
    show(box)
    refused = refusals(box)
    paste(box, "x" * (PASTE_LIMIT + 1))
    assert box.text() == ""
    assert len(refused) == 1


def test_pasting_again_and_again_ends_somewhere(show: Show) -> None:
    box = field()
    show(box)
    box.set_text("a line\n" * ((EDITED_LIMIT - PASTE_LIMIT) // 7 + 10))
    said = refusals(box)
    whole = box.text()
    paste(box, "x" * PASTE_LIMIT)
    assert len(said) == 1
    assert box.text() == whole
    box.selectAll()
    paste(box, "instead of all that")
    assert box.text() == "instead of all that"


@pytest.mark.parametrize("words", ["half\ufdd0way", "\ufdd1", "a\ufdd0\ufdd1b"])
def test_what_no_box_can_hold_is_left_out_and_told(show: Show, words: str) -> None:
    box = field()
    show(box)
    told = refusals(box)
    paste(box, words)
    box.insert_words(words)
    assert box.text() == words.replace("\ufdd0", "").replace("\ufdd1", "") * 2
    assert len(told) == 2
    assert "left out" in told[0]


def test_what_no_box_can_hold_stays_until_the_words_are_changed(show: Show) -> None:
    box = field()
    show(box)
    told = refusals(box)
    box.set_text("from\ufdd0elsewhere")
    assert (box.text(), told) == ("from\ufdd0elsewhere", [])
    QTest.keyClicks(box, "ab")
    assert "\ufdd0" not in box.text()
    assert len(told) == 1


def test_it_is_told_however_it_is_typed(show: Show) -> None:
    box = field()
    show(box)
    told = refusals(box)
    event = QInputMethodEvent("", [])
    event.setCommitString("a\ufdd0b")
    QApplication.sendEvent(box, event)
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "\ufdd0"))
    assert box.text() == "ab"
    assert len(told) == 2


def test_what_is_far_too_long_is_shown_calmly_and_kept_whole(show: Show) -> None:
    box = field()
    show(box)
    said = settled(box)
    hostile = "x" * 3_000_000
    box.set_text(hostile)
    box.grab()
    assert len(box.text()) == len(hostile)  # telling two such texts apart in words takes minutes
    assert len(box.toPlainText()) < PASTE_LIMIT
    assert "2,990,000 more characters" in box.toPlainText()
    QTest.keyClicks(box, "a")
    paste(box, "b")
    box.flush()
    assert (len(box.text()), len(said)) == (len(hostile), 0)
    box.set_text("short")
    QTest.keyClicks(box, "er")
    assert box.text() == "shorter"


def test_a_line_keeps_every_character(show: Show) -> None:
    line = QLineEdit()
    line.setMaxLength(1 << 20)
    show(line)
    every = "".join(chr(code) for code in range(1, 0x10000) if not 0xD800 <= code < 0xE000)
    for at in range(0, len(every), 4096):
        line.clear()
        line.insert(every[at : at + 4096])
        assert line.text() == every[at : at + 4096]


def test_it_grows_with_the_words_and_never_scrolls(show: Show) -> None:
    box = field()
    show(box)
    empty = box.height()
    box.set_text("line\n" * 30)
    QTest.qWait(0)
    assert box.height() > empty * 5
    assert box.height() >= box.document().size().height()
    box.moveCursor(QTextCursor.MoveOperation.End)
    assert box.verticalScrollBar().value() == 0
    box.set_text("")
    QTest.qWait(0)
    assert box.height() == empty


def test_a_narrow_box_is_taller(show: Show) -> None:
    box = field()
    window = show(box)
    box.set_text("Words that need more lines when there is less room for them. " * 6)
    QTest.qWait(0)
    wide = box.height()
    window.resize(260, 500)
    QTest.qWait(0)
    assert box.height() > wide


def test_a_long_hint_has_room(show: Show) -> None:
    short, long = field(short=True, placeholder="Aim"), field(short=True, placeholder="A ready sentence. " * 20)
    show(short, long)
    assert long.height() > 2 * short.height()


def test_tab_goes_on_and_enter_goes_on_from_a_short_field(show: Show) -> None:
    box, other = field(short=True), QPushButton("Other")
    show(box, other)
    box.setFocus()
    went: list[bool] = []
    box.moved_on.connect(lambda: went.append(True))
    said = settled(box)
    QTest.keyClicks(box, "Aim")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (went, said, box.text()) == ([True], ["Aim"], "Aim")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_enter_is_a_new_line_in_a_long_field_and_control_enter_the_pages(show: Show) -> None:
    box = field()
    show(box)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "\n"


def test_words_that_are_put_in_can_be_undone(show: Show) -> None:
    box = field()
    show(box)
    box.set_text("Before. ")
    said = settled(box)
    box.insert_words("A phrase.")
    box.flush()
    assert said == ["Before. A phrase."]
    box.undo()
    assert box.text() == "Before. "


def test_a_hundred_thousand_characters_are_held(show: Show) -> None:
    box = field()
    show(box)
    text = ("Lorem ipsum dolor sit amet. " * 14 + "\n") * 250
    box.set_text(text)
    QTest.keyClicks(box, "!")
    assert len(box.text()) == len(text) + 1


def test_a_screen_reader_hears_its_name_and_hint(show: Show) -> None:
    box = field(placeholder="One sentence.")
    show(box)
    assert heard(box) == (QAccessible.Role.EditableText, "Aim")
    box.set_name("Goal")
    assert heard(box)[1] == "Goal"
    box.set_placeholder("Two sentences.")
    assert box.accessibleDescription() == "Two sentences."


@pytest.mark.parametrize("closed_first", [True, False])
def test_a_box_that_is_only_read_stays_so_when_its_words_become_short(show: Show, closed_first: bool) -> None:
    box = AnswerField("What will you say?")
    show(box)
    long = "x" * (EDITED_LIMIT + 1)
    if closed_first:
        box.setReadOnly(True)
        box.set_text(long)
    else:
        box.set_text(long)
        box.setReadOnly(True)
    box.set_text("short")
    assert box.isReadOnly()
    box.setReadOnly(False)
    assert not box.isReadOnly()
    box.set_text(long)
    assert box.isReadOnly()
    box.set_text("short")
    assert not box.isReadOnly()
