"""The first screen, empty, with a little, and as it goes on."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from forecall.journal import verbs
from forecall.journal.moments import wall_now
from forecall.journal.reading import read_call
from forecall.ui.models.today import _TOLD
from forecall.ui.page import Place
from forecall.ui.pages.today_page import TodayPage
from forecall.ui.widgets.kept_row import KeptRow
from forecall.ui.widgets.text import Label
from forecall.ui.widgets.tick import Tick
from tests.ui.conftest import ZONE, Person


def wall(**ahead: float) -> str:
    return (wall_now(ZONE) + timedelta(**ahead)).strftime("%Y-%m-%dT%H:%M")


def shown(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def heading(page: QWidget) -> str:
    return next(label.text() for label in page.findChildren(Label) if label.objectName() == "today_heading")


def press(person: Person, page: QWidget, name: str) -> None:
    """Press the button that a screen reader calls so, by keyboard."""
    found = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()]
    assert len(found) == 1, name
    found[0].setFocus(Qt.FocusReason.TabFocusReason)
    person.qtbot.keyClick(found[0], Qt.Key.Key_Space)
    person.settle()


@pytest.fixture
def page(person: Person) -> TodayPage:
    return TodayPage(person.desk)


def test_says_its_name_and_the_day_before_it_knows_anything(page: TodayPage, person: Person) -> None:
    person.qtbot.addWidget(page)
    assert heading(page) == "Today"
    assert page.objectName() == "today_page"


def test_an_empty_journal_offers_three_things(page: TodayPage, person: Person) -> None:
    with person.qtbot.waitSignal(page.filled):
        person.opens(page)
    assert "Prepare a hard call here" in shown(page)
    press(person, page, "Prepare a call")
    assert person.places == [Place("new_call")]
    with person.qtbot.waitSignal(page.example_asked):
        press(person, page, "Look at an example")


def test_notes_and_the_summary_are_always_there(page: TodayPage, person: Person) -> None:
    person.does(verbs.start_call, "Northwind", wall=wall(minutes=20), zone=ZONE)
    person.opens(page)
    press(person, page, "Note a call that just happened")
    press(person, page, "Lessons summary")
    assert person.places == [Place("note_call"), Place("summary")]


def test_the_next_call_stands_on_top_with_what_its_sheet_holds(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", types=["complaint"], wall=wall(minutes=14, seconds=30), zone=ZONE)
    person.does(verbs.start_call, "Later Ltd", wall=wall(hours=5), zone=ZONE)
    person.does(verbs.record_answer, call, "goal", {"text": "A date"}, "")
    person.does(verbs.record_answer, call, "opening", {"text": "Thank you"}, "")
    person.opens(page)
    words = shown(page)
    assert "Next call in 14 minutes" in words or "Next call in 15 minutes" in words
    assert "Aim and opening are there." in words
    assert "complaint" in words
    assert "Also planned" in words
    press(person, page, "Go on preparing")
    press(person, page, "Call sheet")
    assert person.places == [Place("prepare", call), Place("call_sheet", call)]


def test_the_countdown_can_be_hidden(page: TodayPage, person: Person) -> None:
    person.desk.settings.countdown_shown = False
    person.does(verbs.start_call, "Northwind", wall=wall(minutes=14), zone=ZONE)
    person.opens(page)
    assert "minute" not in heading(page)


def test_a_call_that_has_begun_offers_to_look_back(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", wall=wall(minutes=-5), zone=ZONE)
    person.opens(page)
    assert "Your call is now" in shown(page)
    press(person, page, "Look back")
    press(person, page, "Begin preparing")
    press(person, page, "Call sheet")
    assert person.places == [Place("look_back", call, "now"), Place("prepare", call), Place("call_sheet", call)]


def test_a_call_that_someone_began_to_look_back_on_goes_on_there(page: TodayPage, person: Person) -> None:
    ahead = person.does(verbs.start_call, "Northwind", wall=wall(hours=1), zone=ZONE)
    open_one = person.does(verbs.start_call, "Alder")
    person.does(verbs.record_answer, ahead, "keep", {"text": "They were tired"}, "")
    person.does(verbs.write_item, open_one, "promised", "p", {"text": "Send the plan"})
    person.opens(page)
    press(person, page, "Look back")
    press(person, page, "Look back: Alder")
    assert person.places == [Place("look_back", ahead, "now"), Place("look_back", open_one, "now")]


def test_what_counts_as_looking_back_is_what_is_asked_right_after(person: Person) -> None:
    sheet = person.desk.catalog.worksheet("reflect-now")
    assert {question.key for question in sheet.questions} == set(_TOLD)


def test_planned_calls_without_a_time_are_not_denied(page: TodayPage, person: Person) -> None:
    person.does(verbs.start_call, "Alder")
    person.opens(page)
    assert heading(page) == "A call without a time yet"
    assert "No call is planned" not in shown(page)


def test_tab_reaches_the_call_first_and_the_foot_last(page: TodayPage, person: Person) -> None:
    person.does(verbs.start_call, "Northwind", wall=wall(hours=1), zone=ZONE)
    person.opens(page)
    page.focus_first()
    reached: list[str] = []
    for _stop in range(4):
        person.qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
    assert reached == ["Call sheet", "Begin preparing", "Note a call that just happened", "Lessons summary"]


def test_tab_comes_to_the_foot_after_what_was_just_ticked(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", held=True)
    today = wall_now(ZONE).date().isoformat()
    person.does(verbs.write_item, call, "promised", "p", {"text": "Send the plan", "due": today})
    person.opens(page)
    tick = next(each for each in page.findChildren(Tick) if "plan" in each.accessibleName())
    person.qtbot.keyClick(tick, Qt.Key.Key_Space)
    person.settle()
    (row,) = page.findChildren(KeptRow)
    row.field.setFocus()
    person.qtbot.keyClick(row.field, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Note a call that just happened"


def test_a_call_that_waits_can_be_left(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Alder & Sons", held=True)
    person.opens(page)
    press(person, page, "Look back: Today's call with Alder & Sons")
    assert person.places == [Place("look_back", call, "now")]
    press(person, page, "Leave it: Today's call with Alder & Sons")
    assert "Alder & Sons" not in shown(page)
    assert person.sentences == [("The call with Alder & Sons is left as it is.", True)]
    person.undoes()
    assert "Today's call with Alder & Sons" in shown(page)


def test_a_promise_is_ticked_off_and_brought_back(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", held=True)
    today = wall_now(ZONE).date()
    due = {"near": today, "old": today - timedelta(days=1), "far": today + timedelta(days=30)}
    for name, day in due.items():
        person.does(verbs.write_item, call, "promised", name, {"text": f"Send {name}", "due": day.isoformat()})
    person.opens(page)
    words = shown(page)
    assert "Send near (Northwind)" in words
    assert "yesterday" in words
    assert "Send far" not in words
    tick = next(each for each in page.findChildren(Tick) if "near" in each.accessibleName())
    person.qtbot.keyClick(tick, Qt.Key.Key_Space)
    person.settle()
    assert person.asks(read_call, call).items["promised"][0].done_at is not None
    assert "Send near (Northwind)" in shown(page)
    person.undoes()
    assert page.findChildren(KeptRow) == []
    assert "Send near (Northwind)" in shown(page)
    person.does(verbs.tick_item, "near")
    assert "Send near" not in shown(page)


def test_a_promise_without_a_day_stands_last_and_says_so(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", held=True)
    today = wall_now(ZONE).date().isoformat()
    for text, due in (("Send the bill", ""), ("Send the plan", today)):
        person.does(verbs.write_item, call, "promised", text, {"text": text, "due": due})
    person.opens(page)
    words = shown(page).splitlines()
    rows = words[words.index("Send the plan (Northwind)") :][:4]
    assert rows == ["Send the plan (Northwind)", "today", "Send the bill (Northwind)", "no day yet"]


def test_what_came_of_a_promise_is_told_where_it_was_ticked(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", held=True)
    today = wall_now(ZONE).date().isoformat()
    person.does(verbs.write_item, call, "promised", "p", {"text": "Send the plan", "due": today})
    person.opens(page)
    tick = next(each for each in page.findChildren(Tick) if "plan" in each.accessibleName())
    tick.setFocus()
    person.qtbot.keyClick(tick, Qt.Key.Key_Space)
    person.settle()
    person.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    (row,) = page.findChildren(KeptRow)
    assert row.field.hasFocus()
    person.qtbot.keyClicks(row.field, "They signed it")
    page.flush()
    person.settle()
    (promise,) = person.asks(read_call, call).items["promised"]
    assert promise.value == {"text": "Send the plan", "result": "They signed it"}
    page.hide()
    page.show()
    person.settle()
    assert "Send the plan" not in shown(page)


def test_at_most_three_lessons_and_nothing_in_them_is_markup(page: TodayPage, person: Person) -> None:
    for number in range(5):
        person.does(verbs.write_lesson, None, {"if": f"<b>{number}</b>", "then": "wait", "skill": ["composure"]})
    person.opens(page)
    assert shown(page).count("I will wait.") == 3
    assert "If <b>4</b>, I will wait." in shown(page)
    assert "Composure" in shown(page)


def test_what_changes_elsewhere_is_shown_and_what_stays_is_not_built_anew(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", wall=wall(hours=1), zone=ZONE)
    person.opens(page)
    before = [each for each in page.findChildren(QPushButton) if each.text() == "Call sheet"]
    page.read()
    person.settle()
    assert [each for each in page.findChildren(QPushButton) if each.text() == "Call sheet"] == before
    person.does(verbs.rename_call, call, "The late report")
    assert "The late report" in shown(page)


def test_the_clock_runs_only_while_somebody_looks(page: TodayPage, person: Person) -> None:
    person.opens(page)
    assert page._timer.isActive()
    page.hide()
    assert not page._timer.isActive()


def test_a_call_under_way_goes_on_or_is_over(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", wall=wall(days=-2), zone=ZONE)
    person.does(verbs.begin_call, call)
    asked: list[tuple[str, bool]] = []
    page.live_asked.connect(lambda call_id, begin: asked.append((call_id, begin)))
    person.opens(page)
    assert heading(page) == "Your call is under way"
    assert "To look back on" not in shown(page)
    press(person, page, "Go on: Northwind")
    assert asked == [(call, False)]
    press(person, page, "It is over")
    assert person.places == [Place("look_back", call, "now")]
    assert heading(page) != "Your call is under way"
    assert "To look back on" in shown(page)


def test_the_next_call_is_begun_from_here_when_it_is_near(page: TodayPage, person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", wall=wall(minutes=10), zone=ZONE)
    person.does(verbs.start_call, "Later", wall=wall(hours=3), zone=ZONE)
    asked: list[tuple[str, bool]] = []
    page.live_asked.connect(lambda call_id, begin: asked.append((call_id, begin)))
    person.opens(page)
    press(person, page, "Begin the call")
    assert asked == [(call, True)]


def test_a_call_that_is_over_has_the_moment_of_the_act(
    page: TodayPage, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = "2026-11-20T09:00:00Z"
    monkeypatch.setattr("forecall.ui.widgets.today_parts.utc_now", lambda: moment)
    call = person.does(verbs.start_call, "Northwind", wall=wall(), zone=ZONE)
    person.does(verbs.begin_call, call)
    person.opens(page)
    press(person, page, "It is over")
    assert person.asks(read_call, call).head.held_at == moment
