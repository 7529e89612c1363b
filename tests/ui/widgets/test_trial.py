"""One thing they may say, the answer to it, and the plan beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.text import Label
from forecall.ui.widgets.trial import SHOWN, Trial

RATINGS = (("as_planned", "as planned"), ("close", "close"), ("not_yet", "not yet"))


@pytest.fixture
def trial(qtbot: QtBot) -> Trial:
    made = Trial(RATINGS, "it will do")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    return made


def words(trial: Trial) -> str:
    return "\n".join(each.text() for each in trial.findChildren(Label) if each.isVisible())


def buttons(trial: Trial) -> list[str]:
    return [each.text() for each in trial.findChildren(QPushButton) if each.isVisible()]


def test_it_asks_and_waits(trial: Trial) -> None:
    trial.ask("a 0", "You always have a reason.", "", "Last time: close, 18 seconds")
    trial.show_time("0:07")
    assert words(trial).splitlines() == [
        "They say",
        "0:07",
        "You always have a reason.",
        "Last time: close, 18 seconds",
    ]
    assert trial.accessibleName() == "They say: You always have a reason."
    assert buttons(trial) == ["Said it"]


def test_the_plan_stands_beside_what_was_typed(trial: Trial) -> None:
    trial.compare("a 0", "You always have a reason.", "I see that.", "You are right, it is the second time.", "")
    assert "Your words\nI see that.\nYour plan\nYou are right, it is the second time." in words(trial)
    assert buttons(trial) == ["as planned", "close", "not yet"]
    assert not trial.field.isVisible()


def test_what_was_said_aloud_is_called_so(trial: Trial) -> None:
    trial.compare("a 0", "Why?", "", "Because.", "")
    assert "You said it aloud." in words(trial)


def test_without_a_plan_the_words_can_become_it(trial: Trial, qtbot: QtBot) -> None:
    trial.compare("a 0", "Why?", "", "", "")
    assert "No answer was planned for this." in words(trial)
    assert buttons(trial) == ["it will do", "close", "not yet"]
    trial.field.insert_words("Because.")
    with qtbot.waitSignal(trial.plan_asked):
        qtbot.mouseClick(trial._take, Qt.MouseButton.LeftButton)


def test_a_locked_plan_is_not_offered_and_says_why(trial: Trial) -> None:
    trial.compare("a 0", "Why?", "Because.", "", "The call has begun.")
    assert "No answer was planned for this. The call has begun." in words(trial)
    assert "Take my words as the planned answer" not in buttons(trial)


@pytest.mark.parametrize(("key", "rated"), [("1", "as_planned"), ("2", "close"), ("3", "not_yet")])
def test_a_number_rates(trial: Trial, qtbot: QtBot, key: str, rated: str) -> None:
    trial.compare("a 0", "Why?", "", "Because.", "")
    with qtbot.waitSignal(trial.rated) as heard:
        assert trial.take_key(_key(key))
    assert heard.args == [rated]


def test_other_keys_are_not_for_it(trial: Trial, qtbot: QtBot) -> None:
    trial.compare("a 0", "Why?", "", "Because.", "")
    with qtbot.assertNotEmitted(trial.rated):
        assert not any(trial.take_key(_key(key)) for key in ("0", "4", "9", "x", " ", ""))
        assert not trial.take_key(_key("1", Qt.KeyboardModifier.ControlModifier))
        assert not trial.take_key(_key("1", repeated=True))


def test_a_letter_begins_the_answer(trial: Trial) -> None:
    trial.ask("a 0", "Why?", "", "")
    trial.focus_first()
    assert trial.take_key(_key("B"))
    assert trial.field.text() == "B"
    assert trial.field.hasFocus()
    assert not trial.take_key(_key("1"))


def test_the_same_one_again_leaves_what_is_being_typed(trial: Trial) -> None:
    trial.ask("a 0", "Why?", "", "")
    trial.field.insert_words("Because")
    trial.ask("a 0", "Why then?", "", "")
    assert trial.field.text() == "Because"
    assert trial.field.hasFocus()
    trial.ask("b 1", "How?", "", "")
    assert trial.field.text() == ""


def test_the_cursor_stays_while_the_comparison_is_drawn_again(trial: Trial) -> None:
    trial.compare("a 0", "Why?", "", "", "")
    trial.field.insert_words("Bec")
    trial.compare("a 0", "Why?", "", "", "")
    assert trial.field.text() == "Bec"
    assert trial.field.hasFocus()


def test_what_nobody_says_in_one_breath_is_cut(trial: Trial) -> None:
    trial.compare("a 0", "why " * 100_000, "because " * 100_000, "so " * 100_000, "")
    assert all(len(each.text()) <= SHOWN + 1 for each in trial.findChildren(Label))


def _key(
    text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, repeated: bool = False
) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, 0, modifiers, text, repeated)
