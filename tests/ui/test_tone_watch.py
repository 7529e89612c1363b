"""The tone check on the page where words to be said are written."""

import json

import pytest
from PySide6.QtCore import Qt

from forecall.journal import verbs
from forecall.journal.reading import read_draft
from forecall.ui.page import Place
from forecall.ui.pages.prepare_page import PreparePage
from forecall.ui.tone_watch import LEFT, ToneWatch
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.widgets.text import Label
from forecall.ui.widgets.tone_hint import ToneHint
from tests.ui.conftest import Person

ALT = Qt.KeyboardModifier.AltModifier


class Story:
    """One call that is being prepared."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.call = str(person.does(verbs.start_call, "Northwind", types=["complaint"]))
        self.page: PreparePage | None = None

    def opens(self, step: str) -> PreparePage:
        self.page = PreparePage(self.person.desk)
        self.person.opens(self.page, Place("prepare", self.call, step), (904, 1200))
        return self.page

    def boxes(self, key: str) -> list[AnswerField]:
        assert self.page is not None
        block = self.page.findChild(QuestionBlock, f"question_{key}")
        assert block is not None
        return block.field.findChildren(AnswerField)

    def marked(self, box: AnswerField) -> list[str]:
        return [each.cursor.selectedText() for each in box.extraSelections()]

    def writes(self, box: AnswerField, words: str) -> None:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.person.qtbot.keyClicks(box, words)

    def sees_marks(self, box: AnswerField, *words: str) -> None:
        self.person.qtbot.waitUntil(lambda: self.marked(box) == [*words])

    def band(self) -> ToneHint | None:
        assert self.page is not None
        return next((each for each in self.page.findChildren(ToneHint) if each.isVisible()), None)


@pytest.fixture
def story(person: Person) -> Story:
    return Story(person)


def test_words_to_be_said_are_marked_and_no_others(story: Story) -> None:
    said = "You never listen."
    story.person.does(verbs.record_answer, story.call, "opening", {"text": said})
    story.person.does(verbs.write_item, story.call, "points", "p", {"text": said})
    story.person.does(verbs.write_item, story.call, "ask", "a", {"text": said})
    story.person.does(verbs.write_item, story.call, "objections", "o", {"text": said, "then": said})
    story.opens("approach")
    (opening,) = story.boxes("opening")
    story.sees_marks(opening, "You never listen")
    (point,) = (box for box in story.boxes("points") if box.text())
    story.sees_marks(point, "You never listen")
    they, you = (box for box in story.boxes("objections") if box.text())
    story.sees_marks(you, "You never listen")
    assert story.marked(they) == []
    assert [story.marked(box) for box in story.boxes("ask")] == [[], []]


def test_each_line_of_the_ladder_but_not_when_it_ends(story: Story) -> None:
    ladder = dict.fromkeys(("restate", "firm_no", "respect", "end", "own"), "Calm down.")
    story.person.does(verbs.record_answer, story.call, "ladder", ladder)
    story.opens("limits")
    *lines, own = story.boxes("ladder")
    for line in lines:
        story.sees_marks(line, "Calm down")
    assert story.marked(own) == []


def test_a_row_that_is_begun_is_listened_to(story: Story) -> None:
    story.opens("approach")
    waiting = story.boxes("points")[-1]
    story.writes(waiting, "We'll call you soon.")
    story.sees_marks(waiting, "soon")
    band = story.band()
    assert band is not None
    assert band.parent() is waiting.parent()
    following = next(box for box in story.boxes("points") if not box.text())
    story.writes(following, "Calm down.")
    story.sees_marks(following, "Calm down")


def test_what_is_used_reaches_the_file(story: Story) -> None:
    page = story.opens("approach")
    (opening,) = story.boxes("opening")
    story.writes(opening, "Calm down.")
    story.sees_marks(opening, "Calm down")
    story.person.qtbot.keyClick(opening, Qt.Key.Key_Return, ALT)
    page.flush()
    story.person.settle()
    kept = story.person.asks(lambda connection: connection.execute("SELECT value FROM answer").fetchone()[0])
    assert json.loads(kept) == {"text": "Let us take this one step at a time."}


def test_what_is_left_stays_left_in_every_box_and_for_good(story: Story) -> None:
    page = story.opens("approach")
    (opening,) = story.boxes("opening")
    waiting = story.boxes("points")[-1]
    story.writes(waiting, "Calm down.")
    story.sees_marks(waiting, "Calm down")
    story.writes(opening, "Calm down.")
    story.sees_marks(opening, "Calm down")
    band = story.band()
    assert band is not None
    story.person.qtbot.mouseClick(band.leave, Qt.MouseButton.LeftButton)
    story.sees_marks(opening)
    story.sees_marks(waiting)
    page.flush()
    story.person.settle()
    assert json.loads(story.person.asks(read_draft, LEFT)) == [["Calm down", "aggression-order"]]
    page.hide()
    story.opens("approach")
    (again,) = story.boxes("opening")
    story.writes(again, " You never listen.")
    story.sees_marks(again, "You never listen")


def test_there_is_one_band_at_a_time(story: Story) -> None:
    page = story.opens("approach")
    (opening,) = story.boxes("opening")
    story.writes(opening, "Calm down.")
    story.sees_marks(opening, "Calm down")
    first = story.band()
    waiting = story.boxes("points")[-1]
    story.writes(waiting, "Calm down.")
    story.sees_marks(waiting, "Calm down")
    assert [each for each in page.findChildren(ToneHint) if each.isVisible()] == [story.band()]
    assert story.band() is not first
    story.boxes("ask")[0].setFocus()
    assert story.band() is None


def test_a_language_without_rules_is_told_once(story: Story) -> None:
    story.person.desk.settings.language = "xx"
    page = story.opens("approach")
    off = "The tone check has no rules for this language yet, so it is off."
    assert [each.text() for each in page.findChildren(Label)].count(off) == 1
    (opening,) = story.boxes("opening")
    story.writes(opening, "Calm down.")
    page.flush()
    story.person.settle()
    assert story.marked(opening) == []


def test_rules_are_not_read_before_there_is_something_to_say(story: Story) -> None:
    page = story.opens("issue")
    watch = page.findChild(ToneWatch)
    assert watch is not None
    assert watch._tone is None
    assert page.findChildren(ToneHint) == []


def test_what_somebody_else_wrote_in_the_draft_is_no_trouble(story: Story) -> None:
    story.person.does(verbs.keep_draft, LEFT, '{"a": 1')
    story.opens("approach")
    (opening,) = story.boxes("opening")
    story.writes(opening, "Calm down.")
    story.sees_marks(opening, "Calm down")
