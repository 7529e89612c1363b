"""One entry of the guide, to read, to use, to write."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forecall.coach.browsing import Entry, Kind
from forecall.guide.phrases import Phrase
from forecall.guide.question import CallType, Choice
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.phrase_detail import PhraseDetail
from forecall.ui.widgets.text import Label

MOMENTS = (Choice("opening", "To open"), Choice("closing", "To close"))
TYPES = (Choice("complaint", "complaint"),)
QUESTIONS = (("opening", "What will you say first?"), ("points", "What must be said?"))

OURS = Entry(
    Kind.PHRASE,
    "ours",
    "Please go on.",
    "listening",
    "To listen",
    beside=("What must be said?",),
    types=("complaint",),
    sources=("A text", "Another"),
    phrase=Phrase("listening", "Please go on.", ("points",), key="ours"),
)
MINE_PHRASE = Phrase("closing", "Thank you", ("points",), frozenset({CallType.COMPLAINT}), key="mine", own=True)
MINE = Entry(Kind.PHRASE, "mine", "Thank you", "closing", "To close", phrase=MINE_PHRASE)
TEXT = Entry(Kind.SOURCE, "x.txt", "It teaches.", "sources", "Where from", title="A text")


def made(qtbot: QtBot, entry: Entry, target: str = "") -> PhraseDetail:
    detail = PhraseDetail(MOMENTS, TYPES, QUESTIONS)
    qtbot.addWidget(detail)
    detail.show_entry(entry, target, force=True)
    detail.show()
    return detail


def said(detail: PhraseDetail) -> list[str]:
    return [label.text() for label in detail.findChildren(Label) if label.isVisible() and label.text()]


def pressed(qtbot: QtBot, detail: PhraseDetail, name: str) -> None:
    found = next(each for each in detail.findChildren(QPushButton) if each.isVisible() and each.text() == name)
    qtbot.keyClick(found, Qt.Key.Key_Space)


def test_says_what_it_is_for_and_where_it_is_from(qtbot: QtBot) -> None:
    assert said(made(qtbot, OURS, "The box")) == [
        "To listen",
        "“Please go on.”",
        "For: complaint\nStands beside: What must be said?",
        "From: A text, Another",
        "It goes into: The box",
    ]
    assert said(made(qtbot, TEXT)) == ["Where from", "A text", "It teaches."]


def test_offers_what_can_be_done(qtbot: QtBot) -> None:
    detail = made(qtbot, OURS, "The box")
    spies = [
        QSignalSpy(each) for each in (detail.insert_asked, detail.copy_asked, detail.hide_asked, detail.show_asked)
    ]
    for name in ("Insert", "Copy", "Hide"):
        pressed(qtbot, detail, name)
    detail.show_entry(Entry(Kind.PHRASE, "ours", "Go on", "", "", hidden=True, phrase=OURS.phrase), "", force=True)
    pressed(qtbot, detail, "Bring back")
    assert [spy.count() for spy in spies] == [1, 1, 1, 1]
    assert [each.text() for each in detail.findChildren(QPushButton) if each.isVisible()] == ["Copy", "Bring back"]


def test_hands_out_what_stands_in_the_form(qtbot: QtBot) -> None:
    detail = made(qtbot, MINE)
    value = {"text": "Thank you", "moment": ["closing"], "types": ["complaint"], "fits": ["points"]}
    assert detail.value() == value
    written: list[object] = []
    detail.written.connect(written.append)
    field = detail.form.control("text")
    assert isinstance(field, AnswerField)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    detail.form.flush()
    assert written == [value | {"text": ""}]
    detail.set_question("")
    assert detail.value()["fits"] == []


def test_words_being_written_stay(qtbot: QtBot) -> None:
    detail = made(qtbot, MINE)
    field = detail.form.control("text")
    assert isinstance(field, AnswerField)
    qtbot.keyClicks(field, "!")
    detail.show_entry(MINE, "", force=False)
    assert "!" in field.text()
    detail.show_entry(MINE, "", force=True)
    assert field.text() == "Thank you"
    field.discard()


def test_the_keyboard_goes_to_the_first_thing_to_do(qtbot: QtBot) -> None:
    detail = made(qtbot, OURS)
    detail.focus_first()
    assert isinstance(detail.focusWidget(), QPushButton)
    assert detail.focusWidget().accessibleName() == "Copy"
