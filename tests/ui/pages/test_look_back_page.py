"""Looking back: facts now, three questions later, and the ways out of both."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.reading import list_lessons, read_call
from forecall.journal.records import Stage
from forecall.ui.page import Place
from forecall.ui.pages.look_back_page import LATER, NOW, LookBackPage
from forecall.ui.widgets.text import Label
from tests.ui.conftest import Person


@pytest.fixture
def call(person: Person) -> str:
    made = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT], held=True)
    assert isinstance(made, str)
    return made


def opened(person: Person, call: str, step: str) -> LookBackPage:
    page = LookBackPage(person.desk)
    person.opens(page, Place("look_back", call, step))
    return page


def here() -> QWidget:
    """What the keyboard is on."""
    at = QApplication.focusWidget()
    assert at is not None
    return at


def shown(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def buttons(page: QWidget) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(QPushButton) if each.isVisible()]


def press(person: Person, page: QWidget, name: str) -> None:
    (button,) = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()]
    button.click()
    person.settle()


def test_now_asks_for_facts_only(person: Person, call: str) -> None:
    words = shown(opened(person, call, NOW))
    assert "How did it end?" in words
    assert "What went well, and what did you do for it?" not in words
    assert "Who will you tell today?" not in words


def test_a_call_that_was_broken_off_asks_who_to_tell(person: Person, call: str) -> None:
    page = opened(person, call, NOW)
    block = page._questions.block("ended")
    assert block is not None
    block.answered.emit({"picked": ["they_ended"]})
    person.qtbot.waitUntil(lambda: "Who will you tell today?" in shown(page))


def test_enough_for_today_marks_it_and_leads_home(person: Person, call: str) -> None:
    page = opened(person, call, NOW)
    press(person, page, "Enough for today")
    assert person.places == [Place("today")]
    assert person.asks(read_call, call).head.looked_back_now_at is not None


def test_five_more_minutes_lead_from_now_to_later(person: Person, call: str) -> None:
    press(person, opened(person, call, NOW), "Five more minutes")
    assert person.places == [Place("look_back", call, LATER)]
    assert person.asks(read_call, call).head.looked_back_now_at is not None


def test_later_asks_three_questions_and_the_rest_on_request(person: Person, call: str) -> None:
    page = opened(person, call, LATER)
    assert "If this happens again, what will you do?" in shown(page)
    assert "What should your service change?" not in shown(page)
    press(person, page, "Five more minutes")
    assert "What should your service change?" in shown(page)
    assert "Five more minutes" not in buttons(page)


def test_what_was_answered_is_never_folded_away(person: Person, call: str) -> None:
    person.does(verbs.record_answer, call, "service", {"text": "Say dates in writing"})
    page = opened(person, call, LATER)
    assert "What should your service change?" in shown(page)


def test_the_lead_counts_what_is_asked(person: Person, call: str) -> None:
    not_again = "What you do not answer is not asked again."
    page = opened(person, call, LATER)
    assert page._lead.text() == f"Three questions. {not_again}"
    person.does(verbs.record_answer, call, "limits", {"picked": ["restate"], "text": ""})
    assert (len(page._questions.keys), page._lead.text()) == (4, f"Four questions. {not_again}")
    press(person, page, "Five more minutes")
    assert page._lead.text() == not_again


def test_a_lesson_is_kept_and_the_call_is_done(person: Person, call: str) -> None:
    page = opened(person, call, LATER)
    block = page._questions.block("lesson")
    assert block is not None
    block.answered.emit({"if": "a date slips", "then": "say it first", "skill": ["communication"]})
    press(person, page, "Done")
    (lesson,) = person.asks(list_lessons)
    assert (lesson.if_text, lesson.then_text, lesson.skill) == ("a date slips", "say it first", "communication")
    assert person.asks(read_call, call).head.stage is Stage.DONE


def test_leave_it_is_an_answer(person: Person, call: str) -> None:
    page = opened(person, call, LATER)
    press(person, page, "Leave it")
    assert person.asks(read_call, call).head.stage is Stage.DONE
    assert "Leave it" not in buttons(opened(person, call, LATER))


def test_it_did_not_happen_is_offered_for_a_planned_call_and_can_be_taken_back(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", wall="2020-01-01T10:00", zone="Europe/Berlin")
    page = opened(person, call, NOW)
    press(person, page, "It did not happen")
    assert person.asks(read_call, call).did_not_happen_at is not None
    assert person.sentences[-1][1]
    person.undoes()
    assert person.asks(read_call, call).did_not_happen_at is None


def test_a_call_without_a_time_did_happen(person: Person, call: str) -> None:
    assert "It did not happen" not in buttons(opened(person, call, NOW))


def test_the_keyboard_is_at_the_first_question_and_then_at_the_way_out(person: Person, call: str) -> None:
    page = opened(person, call, NOW)
    at = here()
    assert at.accessibleName() == "What did you promise, by when? 1 You promised"
    for _each in range(len(page._questions.keys)):
        page.do_next_question()
    assert here().accessibleName() == "Enough for today"


def test_the_sheet_is_one_key_away(person: Person, call: str) -> None:
    opened(person, call, NOW).do_call_sheet()
    assert person.places == [Place("call_sheet", call)]


def test_the_moments_are_those_of_the_acts(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses for a while must not move them."""
    moment = "2026-11-20T09:00:00Z"
    monkeypatch.setattr("forecall.ui.pages.look_back_page.utc_now", lambda: moment)
    call = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT])
    person.does(verbs.begin_call, call)
    press(person, opened(person, call, NOW), "Enough for today")
    head = person.asks(read_call, call).head
    assert (head.held_at, head.looked_back_now_at) == (moment, moment)
