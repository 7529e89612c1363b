"""What thinks along beside an answer, on the real pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord
from forecall.ui.page import Place
from forecall.ui.pages.look_back_page import LookBackPage
from forecall.ui.pages.prepare_page import PreparePage
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.beside import QuietCard
from forecall.ui.widgets.care_note import CareNote
from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.outcome import Outcome
from forecall.ui.widgets.pacer import Pacer
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.widgets.text import Label, LinkButton
from forecall.ui.widgets.tick import Tick
from tests.ui.conftest import Person

ALT = Qt.KeyboardModifier.AltModifier


class Story:
    """One call, and somebody who has its pages before them."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.id = ""
        self.page: PreparePage | LookBackPage | None = None

    def begins(self, *types: CallType) -> None:
        self.id = str(self.person.does(verbs.start_call, "Northwind", types=[*types]))

    def writes(self, key: str, **value: object) -> None:
        self.person.does(verbs.record_answer, self.id, key, value)

    def lists(self, key: str, entry: str, **value: object) -> None:
        self.person.does(verbs.write_item, self.id, key, entry, value)

    def prepares(self, step: str) -> None:
        self.page = PreparePage(self.person.desk)
        self.person.opens(self.page, Place("prepare", self.id, step), (904, 1200))

    def looks_back(self, when: str) -> None:
        self.page = LookBackPage(self.person.desk)
        self.person.opens(self.page, Place("look_back", self.id, when), (904, 1200))
        if when == "later":
            self.page._on_more()
            self.person.settle()

    def block(self, key: str) -> QuestionBlock:
        assert self.page is not None
        found = self.page.findChild(QuestionBlock, f"question_{key}")
        assert isinstance(found, QuestionBlock)
        return found

    def box(self, key: str, part: str = "text") -> AnswerField:
        view = self.block(key).field
        assert isinstance(view, PartsView)
        field = view.control(part)
        assert isinstance(field, AnswerField)
        return field

    def presses(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        widget.setFocus()
        self.person.qtbot.keyClick(widget, key, modifier)
        self.settles()

    def settles(self) -> None:
        assert self.page is not None
        self.page.flush()
        self.person.settle()

    def call(self) -> CallRecord:
        found = self.person.asks(read_call, self.id)
        assert isinstance(found, CallRecord)
        return found

    def texts(self, key: str) -> list[str]:
        return [item.text for item in self.call().entries(key)]


@pytest.fixture
def story(person: Person) -> Story:
    return Story(person)


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible() and label.text()]


def button(widget: QWidget, name: str) -> LinkButton:
    (found,) = (each for each in widget.findChildren(LinkButton) if each.accessibleName() == name and each.isVisible())
    return found


def chip_of(rows: OrderedList, row: int, text: str) -> Chip:
    return next(chip for chip in rows._rows[row].findChildren(Chip) if chip.text() == text)


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


def test_a_guess_stays_as_it_is_once_the_call_has_begun(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("forecast", ending=["partly"])
    story.prepares("settle")
    block = story.block("forecast")
    agreed = next(chip for chip in block.findChildren(Chip) if chip.text() == "agreed")
    assert "Your guess stays" not in " ".join(words(block))
    story.person.does(verbs.begin_call, story.id)
    agreed.click()
    story.settles()
    assert story.call().picked("forecast", "ending") == ("partly",)
    assert "The call has begun. Your guess stays as it is." in words(block)


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


def test_what_was_expected_stands_beside_what_came(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("feelings", picked=["angry", "hurt"], text="nobody called")
    story.writes("expects", text="A date")
    story.writes("trade", stop="15 %")
    story.looks_back("later")
    (card,) = (each for each in story.block("reading").findChildren(QuietCard) if each.isVisible())
    assert words(card) == ["You expected", "They would feel", "angry, hurt", "Because", "nobody called",
                           "They would want", "A date"]  # fmt: skip
    assert card.x() < story.block("reading").field.x()
    assert "15 %" in words(story.block("settled"))


def test_the_guess_is_shown_once_the_ending_is_given(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("forecast", ending=["partly"], sure=["very"])
    story.looks_back("now")
    assert "You expected" not in words(story.block("ended"))
    next(chip for chip in story.block("ended").findChildren(Chip) if chip.text() == "agreed").click()
    story.settles()
    assert words(story.block("ended"))[-2:] == ["You expected", "partly, very sure"]


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
