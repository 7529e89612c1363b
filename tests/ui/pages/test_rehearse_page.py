"""Rehearsing before a call: the opening against the clock, answers beside the plan, and all that may go wrong."""

from random import Random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from sqlmodel import Session

from forecall.coach.rehearsal import OPENING, Rated, Response, responses_of
from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.journal.tables import Item
from forecall.ui.page import Place
from forecall.ui.pages.rehearse_page import OBJECTIONS, RehearsePage
from forecall.ui.widgets.box_words import PASTE_LIMIT
from forecall.ui.widgets.text import Label
from tests.ui.conftest import Person

OPENS = "Good morning. The report came late, and you heard it from us too late. I have half an hour for a new date."


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def call(person: Person) -> str:
    made = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT])
    person.does(verbs.record_answer, made, "opening", {"text": OPENS})
    person.does(objection, made, "o1", "You always have a reason.", "This time it is ours.", "likely")
    person.does(objection, made, "o2", "I want money back.", "", "possible")
    assert isinstance(made, str)
    return made


def objection(session: Session, call: str, key: str, text: str, then: str, likelihood: str) -> None:
    verb = verbs.write_item.load()  # type: ignore[attr-defined]
    verb(session, call, "objections", key, {"text": text, "then": then, "likelihood": [likelihood]})


def opened(person: Person, call: str, clock: Clock, step: str = "", size: tuple[int, int] = (904, 760)) -> RehearsePage:
    page = RehearsePage(person.desk, clock=clock, random=Random(5))
    person.opens(page, Place("rehearse", call, step), size)
    return page


def shown(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def buttons(page: QWidget) -> list[str]:
    return [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]


def press(person: Person, page: QWidget, words: str) -> None:
    (button,) = [each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    button.click()
    person.settle()


def here() -> QWidget:
    at = QApplication.focusWidget()
    assert at is not None
    return at


def kept(person: Person, call: str) -> tuple[Response, ...]:
    return responses_of(person.asks(read_call, call))


def key(person: Person, code: Qt.Key) -> None:
    person.qtbot.keyClick(here(), code)
    person.settle()


def answers(person: Person, page: RehearsePage, rated: str = "close") -> str:
    """Say one answer aloud and rate it; gives what it was to."""
    assert page._rehearsal.current is not None
    to = page._rehearsal.current.id
    press(person, page, "Said it")
    page._trial.rated.emit(rated)
    person.settle()
    return to


def test_the_opening_is_timed_and_the_time_is_kept(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock)
    assert OPENS in shown(page)
    assert here().accessibleName() == "Start reading"
    key(person, Qt.Key.Key_Space)
    clock.now += 33
    key(person, Qt.Key.Key_Return)
    assert "That took 33 seconds. That is a good length." in shown(page)
    ((response),) = kept(person, call)
    assert (response.of, response.seconds, response.rated) == (OPENING, 33, None)
    assert "Last time: 33 seconds" in shown(opened(person, call, clock))
    person.undoes()
    assert kept(person, call) == ()


def test_an_opening_that_is_not_written_leads_to_its_question(person: Person, call: str, clock: Clock) -> None:
    person.does(verbs.record_answer, call, "opening", {"text": ""})
    page = opened(person, call, clock, OPENING)
    press(person, page, "Write the opening")
    assert person.places == [Place("prepare", call, "approach", "opening")]


def test_without_an_opening_it_begins_with_what_they_may_say(person: Person, call: str, clock: Clock) -> None:
    person.does(verbs.record_answer, call, "opening", {"text": ""})
    assert "They say" in shown(opened(person, call, clock))


def test_an_answer_that_was_said_stands_beside_the_plan(person: Person, call: str, clock: Clock) -> None:
    person.does(verbs.remove_item, "o2")
    page = opened(person, call, clock, OBJECTIONS)
    assert "You always have a reason." in shown(page)
    assert "This time it is ours." not in shown(page)
    clock.now += 18
    key(person, Qt.Key.Key_Return)
    assert "You said it aloud." in shown(page)
    assert "This time it is ours." in shown(page)
    assert here().accessibleName() == "How was it? as planned"
    key(person, Qt.Key.Key_2)
    (response,) = kept(person, call)
    assert response == Response(response.id, "o1", "", 18, Rated.CLOSE)
    assert "You have an answer to all of it." in shown(page)
    press(person, page, "Once more")
    assert "Last time: close, 18 seconds" in shown(page)


def test_what_is_typed_is_saved_as_it_is_typed(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    assert page._rehearsal.current is not None
    to = page._rehearsal.current.id
    person.qtbot.keyClicks(here(), "I")
    person.qtbot.keyClicks(here(), " see that")
    person.qtbot.waitUntil(lambda: bool(kept(person, call)), timeout=5000)
    assert [(each.of, each.text, each.seconds) for each in kept(person, call)] == [(to, "I see that", None)]
    clock.now += 9
    page.do_next_question()
    person.settle()
    (response,) = kept(person, call)
    assert (response.text, response.seconds) == ("I see that", 9)


def test_another_window_goes_on_where_this_one_stopped(person: Person, call: str, clock: Clock) -> None:
    first = opened(person, call, clock, OBJECTIONS)
    assert first._rehearsal.current is not None
    first._trial.field.insert_words("half a sent")
    first.flush()
    person.settle()
    again = opened(person, call, Clock())
    assert again._rehearsal.current == first._rehearsal.current
    assert again._trial.field.text() == "half a sent"


def test_not_yet_comes_again_and_the_end_says_so(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    first = answers(person, page, "not_yet")
    second = answers(person, page)
    assert {first, second} == {"o1", "o2"}
    assert page._rehearsal.current is not None
    assert page._rehearsal.current.id == first
    assert answers(person, page, "as_planned") == first
    assert "You have an answer to all of it." in shown(page)
    assert len(kept(person, call)) == 3


def _at_money(person: Person, page: RehearsePage) -> None:
    """Go on to the objection without a plan."""
    assert page._rehearsal.current is not None
    if page._rehearsal.current.id != "o2":
        answers(person, page)
    assert "I want money back." in shown(page)


def test_words_become_the_plan_and_that_can_be_taken_back(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    _at_money(person, page)
    page._trial.field.insert_words("More than that I have to ask for.")
    press(person, page, "Said it")
    assert "No answer was planned for this." in shown(page)
    press(person, page, "Take my words as the planned answer")
    assert person.sentences[-1] == ("It is the planned answer now.", True)
    values = {item.id: item.value for item in person.asks(read_call, call).items["objections"]}
    assert values["o2"]["then"] == "More than that I have to ask for."
    assert values["o2"]["likelihood"] == ["possible"]
    assert "Your plan\nMore than that I have to ask for." in shown(page)
    person.undoes()
    assert "No answer was planned for this." in shown(page)


def test_a_plan_that_is_locked_says_why(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    _at_money(person, page)
    person.does(verbs.begin_call, call)
    page._trial.field.insert_words("More than that I have to ask for.")
    press(person, page, "Said it")
    assert "The call has begun, and what you foresaw stays as it is." in shown(page)
    assert "Take my words as the planned answer" not in buttons(page)
    page._trial.rated.emit("close")
    person.settle()
    assert kept(person, call)[-1].rated is Rated.CLOSE
    assert person.failures == []


def test_a_rating_can_be_taken_back(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    first = answers(person, page, "not_yet")
    assert person.undoes() == "Answer rated"
    assert page._rehearsal.shown == (first, True)
    page._trial.rated.emit("as_planned")
    person.settle()
    assert [each.rated for each in kept(person, call)] == [Rated.AS_PLANNED]


def test_undo_gives_the_words_back_and_leaves_the_question(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    up = page._rehearsal.current
    page._trial.field.insert_words("wrong words")
    page.flush()
    person.settle()
    person.undoes()
    assert page._trial.field.text() == ""
    assert page._rehearsal.current == up
    assert kept(person, call) == ()


def test_nothing_to_answer_leads_to_the_question(person: Person, clock: Clock) -> None:
    made = person.does(verbs.start_call, "Northwind")
    page = opened(person, made, clock, OBJECTIONS)
    assert "one thing at a time, once you have written it" in shown(page)
    press(person, page, "Write what they may say")
    assert person.places == [Place("prepare", made, "approach", "objections")]


def test_a_call_that_asks_for_no_answers_does_not_send_for_them(person: Person, clock: Clock) -> None:
    made = person.does(verbs.start_call, "Northwind", types=[CallType.PERSONAL])
    page = opened(person, made, clock, OBJECTIONS)
    assert "Say your opening, then listen." in shown(page)
    assert "Write what they may say" not in buttons(page)
    assert here().accessibleName() == "Call sheet"


def test_time_away_is_not_counted(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    clock.now += 5
    page.hide()
    clock.now += 600
    page.show()
    person.settle()
    clock.now += 2
    press(person, page, "Said it")
    assert kept(person, call)[0].seconds == 7


def test_one_that_is_removed_meanwhile_makes_room_for_the_next(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    up = page._rehearsal.current
    assert up is not None
    page._trial.field.insert_words("words to it")
    person.does(verbs.remove_item, up.id)
    assert page._rehearsal.current is not None
    assert page._rehearsal.current.id != up.id
    assert page._trial.field.text() == ""
    assert [(each.of, each.text) for each in kept(person, call)] == [(up.id, "words to it")]


def test_the_last_one_removed_leaves_an_empty_place(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    person.does(verbs.remove_item, "o1")
    person.does(verbs.remove_item, "o2")
    assert "Write what they may say" in buttons(page)
    page.do_next_question()
    page._trial.said.emit()
    page._trial.rated.emit("close")
    page._trial.plan_asked.emit()
    person.settle()
    assert kept(person, call) == ()


def test_a_call_that_is_deleted_meanwhile_says_so_and_comes_back(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    person.does(verbs.mark_call, call, "deleted")
    assert shown(page) == "This call is no longer in the journal."
    press(person, page, "All calls")
    assert person.places == [Place("calls")]
    person.does(verbs.mark_call, call, "deleted", False)
    assert "They say" in shown(page)


def test_a_call_that_never_was_says_so(person: Person, clock: Clock) -> None:
    assert shown(opened(person, "nobody", clock)) == "This call is no longer in the journal."


def test_a_thousand_objections_come_one_at_a_time(person: Person, clock: Clock) -> None:
    def fill(session: Session, call: str) -> None:
        now = utc_now()
        for at in range(1000):
            value = f'{{"text":"They say {at}"}}'
            said = Item(
                id=f"n{at}", call_id=call, key="objections", position=at, value=value, created_at=now, changed_at=now
            )
            session.add(said)

    made = person.does(verbs.start_call, "Northwind")
    person.does(fill, made)
    page = opened(person, made, clock, OBJECTIONS)
    seen = {answers(person, page) for _each in range(3)}
    assert len(seen) == 3


def test_a_huge_paste_is_refused_and_a_large_one_kept(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    data = QMimeData()
    data.setText("x" * (PASTE_LIMIT + 1))
    page._trial.field.insertFromMimeData(data)
    assert "That is more than one answer can hold." in person.sentences[-1][0]
    much = "a few words more " * 5000
    data.setText(much)
    page._trial.field.insertFromMimeData(data)
    press(person, page, "Said it")
    assert kept(person, call)[0].text == much


def test_said_twice_and_rated_twice_counts_once(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    page._trial.said.emit()
    page._trial.said.emit()
    page._trial.rated.emit("close")
    page._trial.rated.emit("close")
    person.settle()
    assert len(kept(person, call)) == 1


def test_another_call_has_a_rehearsal_of_its_own(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS)
    page._trial.field.insert_words("to the first")
    other = person.does(verbs.start_call, "Rivermill")
    person.does(objection, other, "p1", "Too dear.", "", "likely")
    page.open_at(Place("rehearse", other, OBJECTIONS))
    person.settle()
    assert "Too dear." in shown(page)
    assert page._trial.field.text() == ""
    assert [each.text for each in kept(person, call)] == ["to the first"]
    assert kept(person, other) == ()


def test_the_ways_on(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock)
    press(person, page, "Next")
    press(person, page, "A minute to breathe")
    press(person, page, "Prepare")
    press(person, page, "Call sheet")
    page.do_earlier_step()
    assert person.places == [
        Place("rehearse", call, OBJECTIONS),
        Place("prepare", call, "settle", "reset"),
        Place("prepare", call),
        Place("call_sheet", call),
        Place("prepare", call),
    ]
    page = opened(person, call, clock, OBJECTIONS)
    page.do_earlier_step()
    page.do_next_step()
    assert person.places[5:] == [Place("rehearse", call, OPENING), Place("call_sheet", call)]
    assert page.stopped_at() == Place("rehearse", call, OBJECTIONS)


def test_the_call_is_begun_from_the_end_where_the_window_can(person: Person, call: str, clock: Clock) -> None:
    person.does(verbs.remove_item, "o2")
    page = opened(person, call, clock, OBJECTIONS)
    answers(person, page)
    assert "Begin the call" not in buttons(page)
    QAction("Live", page).setObjectName("live")
    begun: list[tuple[str, bool]] = []
    page.live_asked.connect(lambda call, begins: begun.append((call, begins)))
    press(person, page, "Once more")
    answers(person, page)
    press(person, page, "Begin the call")
    assert begun == [(call, True)]


def test_in_a_low_window_the_ways_on_go_with_the_page(person: Person, call: str, clock: Clock) -> None:
    page = opened(person, call, clock, OBJECTIONS, size=(560, 300))
    assert page._foot.parentWidget() is not page
    page.resize(900, 700)
    assert page._foot.parentWidget() is page
