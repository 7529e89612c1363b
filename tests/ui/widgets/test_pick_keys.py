"""Keys that pick a choice from anywhere in a row."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forecall.guide.question import Choice, Part, PartKind
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.pick_keys import CAUSE_KEYS, PickKeys
from tests.ui.widgets.conftest import Show

BECOMES = tuple(Choice(key, key) for key in CAUSE_KEYS.values())
PARTS = (Part("text", PartKind.SHORT), Part("becomes", PartKind.CHOICE, label="So it becomes", choices=BECOMES))
ALT = Qt.KeyboardModifier.AltModifier


def row(show: Show) -> tuple[PartsView, AnswerField]:
    view = PartsView(PARTS, name="Cause 1", compact=True)
    PickKeys(view, "becomes", CAUSE_KEYS)
    show(view)
    field = view.control("text")
    assert isinstance(field, AnswerField)
    field.setFocus()
    return view, field


@pytest.mark.parametrize(("key", "choice"), list(CAUSE_KEYS.items()))
def test_a_key_picks_and_the_same_key_lets_go(show: Show, qtbot: QtBot, key: Qt.Key, choice: str) -> None:
    view, field = row(show)
    qtbot.keyClicks(field, "No figures")
    settled: list[object] = []
    view.settled.connect(settled.append)
    qtbot.keyClick(field, key, ALT)
    assert settled[-1] == {"text": "No figures", "becomes": [choice]}
    qtbot.keyClick(field, key, ALT)
    assert settled[-1] == {"text": "No figures"}


def test_an_empty_row_becomes_nothing(show: Show, qtbot: QtBot) -> None:
    view, field = row(show)
    qtbot.keyClick(field, Qt.Key.Key_Q, ALT)
    assert view.value() == {}


def test_letters_without_alt_are_letters(show: Show, qtbot: QtBot) -> None:
    view, field = row(show)
    qtbot.keyClicks(field, "qpa")
    assert view.value() == {"text": "qpa"}
