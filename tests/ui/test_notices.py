"""The sentences above a page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.notices import PASSES_AFTER_MS, Notices
from forecall.ui.widgets.notice import Notice


class Pressed:
    def __init__(self) -> None:
        self.undone = 0
        self.tried = 0

    def undo(self) -> None:
        self.undone += 1

    def try_again(self) -> None:
        self.tried += 1


@pytest.fixture
def pressed() -> Pressed:
    return Pressed()


@pytest.fixture
def notices(qtbot: QtBot, pressed: Pressed) -> Notices:
    notices = Notices(pressed.try_again)
    qtbot.addWidget(notices)
    notices.show()
    return notices


def shown(notices: Notices) -> list[Notice]:
    QApplication.processEvents()  # a layout shows what was put into it a moment later
    return [each for each in notices.findChildren(Notice) if each.isVisible()]


def sentences(notices: Notices) -> list[str]:
    return [each.accessibleName() for each in shown(notices)]


def the_only(notices: Notices) -> Notice:
    (found,) = shown(notices)
    return found


def test_what_was_done_can_be_taken_back_once(notices: Notices, pressed: Pressed) -> None:
    notices.say("Archived.", "Undo", pressed.undo)
    the_only(notices).acted.emit()
    assert pressed.undone == 1
    assert sentences(notices) == []
    assert not notices.forget_passing()


def test_a_passing_sentence_goes_by_itself(notices: Notices, qtbot: QtBot) -> None:
    notices._passing.setInterval(1)
    notices.say("Copied.")
    qtbot.waitUntil(lambda: sentences(notices) == [])
    assert PASSES_AFTER_MS >= 5000


def test_a_new_sentence_takes_the_place_of_the_last_of_its_kind(notices: Notices) -> None:
    notices.say("One.")
    notices.say("Two.")
    notices.warn("Three.")
    assert sentences(notices) == ["Two.", "Three."]
    assert notices.forget_passing()
    assert sentences(notices) == []


def test_trouble_stays_until_it_is_over(notices: Notices, pressed: Pressed) -> None:
    notices.trouble("The disk is full.")
    assert notices.troubled
    assert not notices.forget_passing()
    the_only(notices).acted.emit()
    assert pressed.tried == 1
    notices.trouble("")
    assert sentences(notices) == []
    assert not notices.troubled


def test_closing_all_the_same_is_asked_for(notices: Notices) -> None:
    left: list[bool] = []
    notices.trouble("The disk is full.")
    notices.ask_to_leave(lambda: left.append(True))
    assert notices.leave_asked
    the_only(notices).acted.emit()
    assert left == [True]
    notices.trouble("")
    assert not notices.leave_asked


def test_what_stands_is_not_forgotten(notices: Notices) -> None:
    notices.stay("This is an example.", "Back to my journal", lambda: None)
    notices.forget_passing()
    assert sentences(notices) == ["This is an example."]


def test_who_presses_its_button_goes_on_writing_where_they_were(
    notices: Notices, pressed: Pressed, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    box = QLineEdit()
    column.addWidget(notices)
    column.addWidget(box)
    window.show()
    window.activateWindow()
    for by_key in (False, True):
        box.setFocus()
        notices.trouble("The disk is full.")
        (notice,) = shown(notices)
        if by_key:
            notice.button.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClick(notice.button, Qt.Key.Key_Space)
        else:
            qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
        notices.trouble("")
        assert box.hasFocus()
    assert pressed.tried == 2
    notices.setParent(None)  # each is let go of by itself
