import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forecall.ui.theme import Theme, apply
from forecall.ui.widgets.text import ROLES, Label, LinkButton, PrimaryButton, QuietButton, plain_tip
from tests.ui.widgets.conftest import Show, drawn, heard

BUTTONS = (PrimaryButton, QuietButton, LinkButton)


@pytest.mark.parametrize("role", ROLES)
def test_markup_is_shown_as_it_stands(show: Show, role: str) -> None:
    label = Label('<img src="x"> & <b>bold</b>', role)
    same = Label('<img src="x"> & <b>bolt</b>', role)
    show(label, same)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.width() == same.width()
    assert drawn(label) != drawn(same)  # what a reader of markup would hide is drawn


def test_words_wrap_and_need_the_height_that_they_say(show: Show) -> None:
    label = Label("Words that need more than one line. " * 5)
    show(label, width=300)
    assert label.height() >= label.heightForWidth(label.width()) > 3 * 20


def test_at_most_three_lines_and_the_rest_in_the_tip(show: Show) -> None:
    words = "🦊 <b>A title</b> that goes on & on. " * 12
    label, same = Label(words, "title", at_most=3), Label("Short", "title", at_most=3)
    show(label, same, width=300)
    drawn(label)
    drawn(same)
    assert label.heightForWidth(300) == 3 * same.heightForWidth(300)
    assert label.toolTip().startswith("<span>🦊 &lt;b&gt;A title")
    assert heard(label)[1] == words
    assert same.toolTip() == ""
    label.setText("Short")
    drawn(label)
    assert label.toolTip() == ""


def test_a_label_grows_with_the_text(show: Show, theme: Theme, dressed: QApplication) -> None:
    label = Label("Late delivery", "title")
    show(label)
    before = label.sizeHint().height()
    apply(dressed, theme, 2.0)
    assert label.font().pixelSize() == 56
    assert label.sizeHint().height() == pytest.approx(2 * before, abs=1)


def test_another_ink_is_drawn(show: Show) -> None:
    label = Label("Saved")
    show(label)
    before = drawn(label)
    label.set_ink("caution")
    assert drawn(label) != before


def test_a_label_says_its_words(show: Show) -> None:
    label = Label("Late delivery", "title")
    show(label)
    assert heard(label) == (QAccessible.Role.StaticText, "Late delivery")


@pytest.mark.parametrize("kind", BUTTONS)
def test_a_button_says_its_name_and_answers_keys(show: Show, kind: type[PrimaryButton]) -> None:
    button = kind("Call sheet", key="Ctrl+P")
    show(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [True]
    assert heard(button) == (QAccessible.Role.Button, "Call sheet")
    assert button.accessibleDescription() == "Ctrl+P"


@pytest.mark.parametrize("kind", BUTTONS)
def test_the_focus_is_seen_when_it_came_by_key(show: Show, kind: type[PrimaryButton]) -> None:
    button, other = kind("Call sheet"), QuietButton("Other")
    show(other, button)
    other.setFocus()
    at_rest = drawn(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert drawn(button) != at_rest
    other.setFocus()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert drawn(button) == at_rest


@pytest.mark.parametrize("kind", BUTTONS)
def test_a_button_shows_that_it_can_be_pressed(show: Show, kind: type[PrimaryButton]) -> None:
    button, other = kind("Call sheet"), QuietButton("Other")
    show(other, button)
    other.setFocus()
    at_rest = drawn(button)
    QApplication.sendEvent(button, QEnterEvent(QPointF(2, 2), QPointF(2, 2), QPointF(2, 2)))
    assert drawn(button) != at_rest
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert drawn(button) == at_rest


def test_words_of_a_button_are_never_cut(show: Show) -> None:
    button = QuietButton("Was die andere Seite dazu sagen könnte")
    show(button, width=100)
    assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())


def test_a_button_says_other_words(show: Show) -> None:
    button = LinkButton("Use")
    show(button)
    button.set_words("Leave")
    assert heard(button)[1] == "Leave"


def test_a_tip_shows_markup_as_it_stands() -> None:
    assert plain_tip("Move (Alt+Up)") == "Move (Alt+Up)"
    assert plain_tip('<img src="x">') == "<span>&lt;img src=&quot;x&quot;&gt;</span>"
