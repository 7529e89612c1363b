"""What thinks along beside an answer, on the real pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from forecall.guide.question import CallType
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.care_note import CareNote
from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.outcome import Outcome
from forecall.ui.widgets.pacer import Pacer
from forecall.ui.widgets.text import LinkButton
from forecall.ui.widgets.tick import Tick
from tests.ui.conftest import Person
from tests.ui.story import Story, chip_of, words

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def story(person: Person) -> Story:
    return Story(person)


def button(widget: QWidget, name: str) -> LinkButton:
    (found,) = (each for each in widget.findChildren(LinkButton) if each.accessibleName() == name and each.isVisible())
    return found


# the ladder


def test_a_ready_line_is_taken_over_by_one_key(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.prepares("limits")
    story.presses(story.box("ladder", "firm_no"), Qt.Key.Key_Right)
    assert story.call().text("ladder", "firm_no") == "Unfortunately, I can't accommodate that at the moment."
    offered = [each for each in story.block("ladder").findChildren(LinkButton) if each.isVisible()]
    assert len(offered) == 3


# the opening


def test_an_opening_is_offered_from_short_answers_and_edited_like_any_text(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("goal", text="We both know the new date")
    story.prepares("approach")
    box = story.box("opening")
    story.presses(box, Qt.Key.Key_Right)
    assert "end with this: We both know the new date." in story.call().text("opening")
    assert box.textCursor().selectedText() == "…"
    story.person.qtbot.keyClicks(box, "their board")
    story.settles()
    assert "as I understand it: their board." in story.call().text("opening")


def test_an_opening_follows_what_is_written_on_the_way(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.prepares("approach")
    assert story.box("opening").accessibleDescription() == ""
    story.presses(story.box("opening"), Qt.Key.Key_Right)
    assert story.call().text("opening") == ""
    story.writes("goal", text="A date that holds")
    assert "A date that holds" in story.box("opening").accessibleDescription()


# the lesson


def test_what_would_be_done_differently_is_the_draft_of_the_lesson(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.looks_back("later")
    assert "differently" not in story.box("lesson", "then").accessibleDescription()
    story.writes("differently", text="Say the new date first,\nthen listen")
    box = story.box("lesson", "then")
    assert button(story.block("lesson"), "Use and change: What you would do differently").isVisible()
    story.presses(box, Qt.Key.Key_Right)
    assert box.text() == "Say the new date first, then listen"
    story.settles()
    assert story.call().text("lesson", "then") == "Say the new date first, then listen"


# what is assumed


def test_an_assumption_becomes_a_question_and_undo_takes_it_back(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.prepares("issue")
    box = story.box("facts", "assume")
    box.setFocus()
    story.person.qtbot.keyClicks(box, "They knew the date")
    story.presses(box, Qt.Key.Key_Q, ALT)
    assert story.texts("ask") == ["Is it so: They knew the date?"]
    assert ("It is among your questions now.", True) in story.person.sentences
    assert "among your questions" in words(story.block("facts"))
    assert story.call().text("facts", "assume") == "They knew the date"
    story.presses(box, Qt.Key.Key_Q, ALT)
    assert len(story.texts("ask")) == 1
    story.person.undoes()
    assert story.texts("ask") == []
    story.box("issue").setFocus()
    button(story.block("facts"), "Ask: They knew the date").click()
    story.person.settle()
    assert len(story.texts("ask")) == 1


def test_a_line_that_is_being_written_is_left_alone(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.prepares("issue")
    box = story.box("facts", "assume")
    box.setFocus()
    story.person.qtbot.keyClicks(box, "They kn")
    story.settles()
    assert "They kn" not in words(story.block("facts"))
    story.person.qtbot.keyClicks(box, "ew")
    story.person.qtbot.keyClick(box, Qt.Key.Key_Return)
    story.settles()
    assert "They knew" in words(story.block("facts"))
    story.person.qtbot.keyClicks(box, "Nobody asked")
    story.box("issue").setFocus()
    story.settles()
    assert "Nobody asked" in words(story.block("facts"))


# the premortem


@pytest.mark.parametrize(
    ("key", "becomes", "list_key"),
    [(Qt.Key.Key_Q, "question", "ask"), (Qt.Key.Key_P, "point", "points"), (Qt.Key.Key_A, "answer", "objections")],
)
def test_a_cause_becomes_something_by_one_key(story: Story, key: Qt.Key, becomes: str, list_key: str) -> None:
    story.begins(CallType.COMPLAINT)
    story.lists("premortem", "cause", text="No figures at hand")
    story.prepares("approach")
    (field,) = (box for box in story.block("premortem").findChildren(AnswerField) if box.text())
    story.presses(field, key, ALT)
    assert story.texts(list_key) == ["No figures at hand"]
    (cause,) = story.call().items["premortem"]
    assert cause.value["becomes"] == [becomes]
    shown = story.block(list_key).field
    assert isinstance(shown, OrderedList)
    assert [value["text"] for _id, value in shown.entries()] == ["No figures at hand"]
    assert story.person.undoes() == "What a cause becomes"
    assert story.texts(list_key) == []
    assert story.call().items["premortem"][0].value == {"text": "No figures at hand"}
    picked = [chip for chip in story.block("premortem").findChildren(Chip) if chip.isChecked()]
    assert picked == []


# own up, or nothing


def test_nothing_folds_the_boxes_away_and_keeps_their_words(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("own_up", wrong="We called late")
    story.prepares("limits")
    (tick,) = story.block("own_up").findChildren(Tick)
    tick.click()
    story.settles()
    assert not story.box("own_up", "wrong").isVisible()
    assert story.call().answers["own_up"].value == {"nothing": True, "wrong": "We called late"}
    tick.click()
    story.settles()
    assert story.box("own_up", "wrong").isVisible()


# settle


def test_the_minute_stands_with_calm_or_ready(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.prepares("settle")
    block = story.block("reset")
    assert len(block.findChildren(Pacer)) == 1
    ready = next(chip for chip in block.findChildren(Chip) if chip.text() == "ready")
    ready.click()
    story.settles()
    assert story.call().picked("reset") == ("ready",)


def test_less_motion_is_heeded(story: Story) -> None:
    story.person.desk.settings.less_motion = True
    story.begins(CallType.COMPLAINT)
    story.prepares("settle")
    circle = story.block("reset").findChild(QWidget, "breath")
    assert circle is not None
    assert not circle.isVisible()


# care


@pytest.mark.parametrize(
    ("types", "says"),
    [
        ([CallType.PERSONAL], "safety comes before business"),
        ([CallType.COMPLAINT, CallType.ABUSE], "You need not take this alone"),
        ([CallType.COMPLAINT], ""),
    ],
)
def test_a_call_that_needs_care_says_so_on_its_first_step(story: Story, types: list[CallType], says: str) -> None:
    story.begins(*types)
    story.prepares("issue")
    assert story.page is not None
    (note,) = story.page.findChildren(CareNote)
    assert note.isVisible() == bool(says)
    assert says in note.words


def test_who_stands_beside_you_is_asked_first(story: Story) -> None:
    story.begins(CallType.ABUSE)
    story.prepares("issue")
    assert story.block("company").y() < story.block("issue").y()
    story.block("company").focus_answer()
    focused = QApplication.focusWidget()
    assert isinstance(focused, Chip)
    assert focused.text() == "alone"


# looking back


def test_what_was_foreseen_waits_in_rows_and_is_kept_once_it_is_touched(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.lists("objections", "one", text="Too late", then="Yes")
    story.lists("objections", "two", text="Too dear", then="Perhaps")
    story.looks_back("later")
    assert story.texts("objections_met") == []
    field = story.block("objections_met").field
    assert isinstance(field, OrderedList)
    assert [value["text"] for _id, value in field.entries()] == ["Too late", "Too dear"]
    came = chip_of(field, 1, "came")
    came.click()
    story.settles()
    assert story.texts("objections_met") == ["Too dear"]
    assert sorted(str(value["text"]) for _id, value in field.entries()) == ["Too dear", "Too late"]
    came.click()
    story.settles()
    assert len(story.call().items["objections_met"]) == 1


def test_a_row_that_was_never_kept_goes_without_an_act(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.lists("objections", "one", text="Too late", then="Yes")
    story.looks_back("later")
    field = story.block("objections_met").field
    assert isinstance(field, OrderedList)
    field.remove_row(field._rows[0])
    story.settles()
    assert field.entries() == []
    assert story.person.sentences == []


def test_asking_whether_they_are_content_is_a_promise_with_a_result(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("check_back", date="2026-12-01")
    story.looks_back("later")
    (outcome,) = story.block("check_back").findChildren(Outcome)
    (tick,), (field,) = outcome.findChildren(Tick), outcome.findChildren(AnswerField)
    tick.click()
    story.person.qtbot.keyClicks(field, "They are content.")
    field.flush()
    story.settles()
    (promise,) = story.call().items["check_back"]
    assert promise.done_at is not None
    assert promise.value == {"text": "Ask whether they are content", "result": "They are content."}


def test_no_day_no_promise_to_keep(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.looks_back("later")
    (outcome,) = story.block("check_back").findChildren(Outcome)
    assert not outcome.isVisible()
