"""What was foreseen: kept as it was from the start of the call on, and shown again only after the answer."""

import pytest
from PySide6.QtCore import Qt

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.ui.widgets.beside import QuietCard
from forecall.ui.widgets.chip import Chip
from forecall.ui.widgets.disclosure import DisclosureButton
from forecall.ui.widgets.lock_history import LockHistory
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.text import Label, LinkButton
from tests.ui.conftest import Person
from tests.ui.story import Story, chip_of, here, words


@pytest.fixture
def story(person: Person) -> Story:
    return Story(person)


def visible_links(story: Story) -> list[LinkButton]:
    assert story.page is not None
    return [each for each in story.page.findChildren(LinkButton) if each.isVisible()]


def test_a_guess_stays_as_it_is_once_the_call_has_begun(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("forecast", ending=["partly"], sure=["fairly"])
    story.prepares("settle")
    block = story.block("forecast")
    assert block.field.isVisible()
    story.person.does(verbs.begin_call, story.id)
    assert not block.field.isVisible()
    told = " ".join(words(block))
    assert "It will end partly You are fairly sure As it was when the call began, today " in told
    assert not story.block("reset").held


def test_what_was_foreseen_of_them_stays_too_and_can_be_read_by_key(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("feelings", picked=["angry"], text="nobody called")
    story.lists("objections", "one", text="Too late", then="Here is the plan", likelihood=["likely"])
    story.prepares("client")
    story.block("feelings").focus_answer()
    story.person.does(verbs.begin_call, story.id)
    assert [story.block(key).held for key in ("feelings", "expects", "their_story")] == [True, True, False]
    assert "angry" in here().accessibleName()
    assert "Insert" not in [each.text() for each in visible_links(story)]
    assert "Nothing was written." in words(story.block("expects"))
    story.prepares("approach")
    assert "Too late · likely Here is the plan" in " ".join(words(story.block("objections")))
    assert story.block("points").field.isVisible()


def test_a_call_that_had_not_started_can_be_foreseen_again(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.person.does(verbs.begin_call, story.id)
    story.prepares("client")
    ways = [each for each in visible_links(story) if each.text() == "Take back the start"]
    assert len(ways) == 1
    story.presses(ways[0], Qt.Key.Key_Space)
    assert not story.call().forecast_locked
    assert here().accessibleName() == "How may they feel, and why is that understandable?" or story.block(
        "feelings"
    ).isAncestorOf(here())
    story.writes("expects", text="A date")
    assert story.box("expects").text() == "A date"
    assert story.person.failures == []


def test_a_call_that_is_over_has_started(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("expects", text="A date")
    story.person.does(verbs.mark_call, story.id, "held")
    story.prepares("client")
    assert "A date As it was when the look back began, today " in " ".join(words(story.block("expects")))
    assert "Take back the start" not in [each.text() for each in visible_links(story)]


def test_words_that_came_too_late_stay_on_the_screen(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.prepares("client")
    box = story.box("expects")
    box.setFocus()
    story.person.qtbot.keyClicks(box, "A new date")
    story.person.desk.workspace.perform("the sheet", verbs.begin_call, story.id).wait()
    box.clearFocus()
    story.person.settle()
    story.person.does(verbs.record_answer, story.id, "goal", {"text": "Peace"})
    assert box.isVisible()
    assert box.text() == "A new date"
    assert story.person.failures == ["The call has begun. What you foresaw stays as it was then."]
    assert "expects" not in story.call().answers


def test_a_cause_becomes_no_answer_any_more_once_the_call_has_begun(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.lists("premortem", "cause", text="They did not believe us")
    story.person.does(verbs.begin_call, story.id)
    story.prepares("approach")
    field = story.block("premortem").field
    assert isinstance(field, OrderedList)
    chip_of(field, 0, "an answer").click()
    story.settles()
    assert story.person.failures == []
    assert story.person.sentences[-1][0] == "The call has begun: what they may say stays as it was then."
    assert "objections" not in story.call().items


def test_what_was_expected_stands_by_what_came_once_that_is_said(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("feelings", picked=["angry", "hurt"], text="nobody called")
    story.writes("expects", text="A date")
    story.writes("trade", stop="15 %")
    story.looks_back("later")
    assert story.page is not None
    assert "nobody called" not in " ".join(words(story.page))
    assert not [each for each in story.block("reading").findChildren(QuietCard) if each.isVisible()]
    chip = next(chip for chip in story.block("reading").findChildren(Chip) if chip.text() == "tired")
    before = chip.mapTo(story.page, chip.rect().topLeft())
    chip.click()
    story.settles()
    (card,) = (each for each in story.block("reading").findChildren(QuietCard) if each.isVisible())
    assert words(card) == ["You expected", "They would feel", "angry, hurt", "Because", "nobody called",
                           "They would want", "A date"]  # fmt: skip
    assert chip.mapTo(story.page, chip.rect().topLeft()) == before
    assert "15 %" in words(story.block("settled"))


def test_what_was_planned_for_an_objection_is_shown_once_it_is_said_whether_it_came(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.lists("objections", "one", text="Too late", then="Here is the plan", likelihood=["likely"])
    story.lists("objections", "two", text="Too dear", then="For two months less", likelihood=["unlikely"])
    story.looks_back("later")
    block = story.block("objections_met")
    assert "Here is the plan" not in " ".join(words(block))
    assert isinstance(block.field, OrderedList)
    chip_of(block.field, 0, "did not come").click()
    story.settles()
    assert words(block)[-3:] == ["You had thought of", "Too late · likely", "Here is the plan"]


def test_the_guess_is_shown_once_the_ending_is_given(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("forecast", ending=["partly"], sure=["very"])
    story.looks_back("now")
    assert "You expected" not in words(story.block("ended"))
    next(chip for chip in story.block("ended").findChildren(Chip) if chip.text() == "agreed").click()
    story.settles()
    assert words(story.block("ended"))[-2:] == ["You expected", "partly, very sure"]


def test_a_forecast_that_was_locked_twice_tells_both_once_the_ending_is_given(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.writes("forecast", ending=["partly"], sure=["very"])
    story.person.does(verbs.begin_call, story.id)
    story.person.does(verbs.not_started, story.id)
    story.writes("forecast", ending=["agreed"], sure=["guess"])
    story.person.does(verbs.begin_call, story.id)
    story.person.does(verbs.end_call, story.id)
    story.looks_back("now")
    block = story.block("ended")
    (history,) = block.findChildren(LockHistory)
    assert not history.isVisible()
    assert "guessing" not in " ".join(words(block))
    next(chip for chip in block.findChildren(Chip) if chip.text() == "open").click()
    story.settles()
    assert "agreed, guessing" in words(block)
    (button,) = history.findChildren(DisclosureButton)
    button.click()
    (lines,) = history.findChildren(Label)
    first, second = lines.text().splitlines()
    assert first.endswith("partly, very sure. Not started after all.")
    assert second.endswith("agreed, guessing.")
