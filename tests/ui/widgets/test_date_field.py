from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget

from forecall.guide.question import Part, PartKind
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.date_field import DateField, DayMenu, read_day
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.text import LinkButton
from tests.ui.widgets.conftest import Show, heard

TODAY = date(2026, 11, 23)  # a Monday
Said = list[str | None]


@pytest.fixture
def field(show: Show) -> DateField:
    made = DateField("By", today=lambda: TODAY)
    show(made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


@pytest.fixture
def said(field: DateField) -> Said:
    heard: Said = []
    field.picked.connect(heard.append)
    return heard


def menu(field: DateField) -> DayMenu:
    field.open_menu()
    return field.findChildren(DayMenu)[-1]


def entry(opened: DayMenu, words: str) -> LinkButton:
    return next(button for button in opened.findChildren(LinkButton) if button.text() == words)


@pytest.mark.parametrize(
    ("words", "day"),
    [("Tomorrow ", "2026-11-24"), ("in a week", "2026-11-30"), ("2026-12-01", "2026-12-01"), ("27 Nov", "2026-11-27"),
     ("friday", "2026-11-27"), ("in 3 days", "2026-11-26"), ("3 January", "2027-01-03")],
)  # fmt: skip
def test_a_day_can_be_typed(words: str, day: str) -> None:
    assert read_day(words, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("words", ["", "  ", "30 February", "soonish", "2026-13-01"])
def test_what_is_no_day_is_none(words: str) -> None:
    assert read_day(words, TODAY) is None


@pytest.mark.parametrize(
    ("words", "day"), [("today", "2026-11-23"), ("tomorrow", "2026-11-24"), ("in a week", "2026-11-30")]
)
def test_the_menu_offers_the_near_days(field: DateField, said: Said, words: str, day: str) -> None:
    entry(menu(field), words).click()
    assert said == [day]
    assert field.value() == day


def test_typing_on_the_pill_types_a_day(field: DateField, said: Said) -> None:
    QTest.keyClick(field, Qt.Key.Key_2)
    opened = field.findChildren(DayMenu)[-1]
    QTest.keyClicks(opened.typed, "026-11-27")
    QTest.keyClick(opened.typed, Qt.Key.Key_Return)
    assert said == ["2026-11-27"]
    assert field.text() == "Friday"


def test_a_day_that_does_not_exist_is_said_and_the_menu_stays(field: DateField, said: Said) -> None:
    opened = menu(field)
    QTest.keyClicks(opened.typed, "30 Feb")
    QTest.keyClick(opened.typed, Qt.Key.Key_Return)
    assert said == []
    assert opened.isVisible()
    assert opened._trouble.text() == "30 February does not exist."
    opened.typed.setText("soonish")
    QTest.keyClick(opened.typed, Qt.Key.Key_Return)
    assert "not a day" in opened._trouble.text()
    opened.close()


def test_the_calendar_picks(field: DateField, said: Said) -> None:
    opened = menu(field)
    entry(opened, "pick a day…").click()
    calendar = opened.findChild(QCalendarWidget)
    assert calendar is not None
    calendar.clicked.emit(QDate(2026, 12, 24))
    assert said == ["2026-12-24"]


def test_a_day_can_be_taken_away(field: DateField, said: Said) -> None:
    field.set_value("2026-11-27")
    assert said == []
    entry(menu(field), "no date").click()
    assert said == [None]
    field.set_value("2026-11-27")
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert said == [None, None]


def test_words_that_are_no_day_are_no_day(field: DateField) -> None:
    field.set_value("2026-02-30")
    assert field.value() is None


def test_a_screen_reader_hears_name_and_day(field: DateField) -> None:
    field.set_value("2026-11-24")
    assert heard(field) == (QAccessible.Role.ButtonMenu, "By")
    assert field.accessibleDescription() == "tomorrow"
    field.set_name("Until")
    assert heard(field)[1] == "Until"


def test_the_shortcuts_of_the_window_work_in_the_menu_and_end_it(field: DateField) -> None:
    action = QAction("Close", field.window())
    action.setShortcut("Ctrl+Q")
    field.window().addAction(action)
    open_then: list[bool] = []
    opened = menu(field)
    action.triggered.connect(lambda: open_then.append(opened.isVisible()))
    QTest.keyClick(opened.typed, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert open_then == [False]


def test_after_a_day_the_keyboard_is_where_words_go(show: Show) -> None:
    def row(name: str) -> PartsView:
        return PartsView((Part("text", PartKind.SHORT), Part("due", PartKind.DATE)), compact=True, name=name)

    promises = OrderedList(row, "Add a promise…", 0, "Promises")
    promises.set_entries([("a", {"text": "one"})])
    show(promises)
    pill = next(found for found in promises.findChildren(DateField) if found.isVisible())
    pill.setFocus(Qt.FocusReason.TabFocusReason)
    opened = menu(pill)
    QTest.keyClicks(opened.typed, "tomorrow")
    QTest.keyClick(opened.typed, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, AnswerField)
    QTest.keyClicks(focused, "two")
    assert [value["text"] for _id, value in promises.entries()] == ["one", "two"]


def test_by_itself_the_pill_keeps_the_keyboard(field: DateField) -> None:
    entry(menu(field), "tomorrow").click()
    assert QApplication.focusWidget() is field
