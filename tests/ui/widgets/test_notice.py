import pytest
from PySide6.QtGui import QAccessible

from forecall.ui.widgets.notice import Notice
from forecall.ui.widgets.sign_button import SignButton
from tests.helpers.listening import AT_ONCE, POLITE, listen
from tests.ui.widgets.conftest import Show, drawn, heard


def test_it_says_what_happened_and_what_is_safe(show: Show) -> None:
    notice = Notice("The disk is full.", "Your words stay on screen.", "Try again", caution=True)
    show(notice)
    assert notice.isVisible()
    assert heard(notice)[1] == "The disk is full. Your words stay on screen."
    assert heard(notice.button) == (QAccessible.Role.Button, "Try again")


def test_its_button_and_its_cross_are_told(show: Show) -> None:
    notice = Notice("Saved.", "", "Undo")
    show(notice)
    told: list[str] = []
    notice.acted.connect(lambda: told.append("acted"))
    notice.dismissed.connect(lambda: told.append("dismissed"))
    notice.button.click()
    cross = notice.findChild(SignButton)
    assert cross is not None
    cross.click()
    assert told == ["acted", "dismissed"]
    assert not notice.isVisible()


def test_with_nothing_to_say_it_is_not_there(show: Show) -> None:
    notice = Notice()
    show(notice)
    assert not notice.isVisible()
    notice.say("It is back.", caution=True)
    assert notice.isVisible()
    assert not notice.button.isVisible()
    amber = drawn(notice)
    notice.say("It is back.")
    assert drawn(notice) != amber
    notice.say("")
    assert not notice.isVisible()


def test_made_without_a_parent_it_opens_no_window(dressed: object) -> None:
    assert not Notice("Saved.").isVisible()


def test_where_there_is_little_room_the_button_stands_below(show: Show) -> None:
    notice = Notice("The disk is full, and there is more to say about it.", "", "Try again")
    show(notice, width=320)
    assert notice.button.y() > notice.findChildren(type(notice._happened))[0].geometry().bottom()


def test_it_is_said_once_when_it_stands_in_the_window(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    said = listen(monkeypatch)
    notice = Notice("Call deleted.", action="Undo")
    assert said == []
    window = show(notice)
    window.hide()
    window.show()
    assert said == [("Call deleted.", POLITE)]
    notice.say("The disk is full.", caution=True)
    assert said[1:] == [("The disk is full.", AT_ONCE)]
