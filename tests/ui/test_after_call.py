"""The look back of a call that was held with the sheet beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.records import LiveKind
from forecall.ui.widgets.from_call_card import FromCallCard
from forecall.ui.widgets.read_cards import RightAfterCard, SideBySideCards
from forecall.ui.widgets.text import LinkButton
from tests.ui.conftest import Person
from tests.ui.story import Story, here, words


@pytest.fixture
def story(person: Person) -> Story:
    """A call in which something was said, noted and used."""
    made = Story(person)
    made.begins(CallType.COMPLAINT)
    made.writes("trade", give="10 %", get="a signature", stop="15 %")
    for entry, text in (("one", "We own the delay"), ("two", "One contact"), ("three", "Monday")):
        made.lists("points", f"{made.id}{entry}", text=text)
    person.does(verbs.begin_call, made.id)
    person.does(verbs.tick_item, f"{made.id}one")
    person.does(verbs.note_live, made.id, f"{made.id}n", LiveKind.RUNG, 655, of="firm_no")
    person.does(verbs.note_live, made.id, f"{made.id}p", LiveKind.PROMISE, 760)
    return made


def ends(story: Story) -> None:
    story.person.does(verbs.end_call, story.id)


def card(story: Story) -> FromCallCard:
    assert story.page is not None
    (found,) = story.page.findChildren(FromCallCard)
    return found


def way(story: Story, name: str) -> LinkButton:
    (found,) = [each for each in card(story).findChildren(LinkButton) if each.accessibleName() == name]
    return found


def test_what_the_call_left_behind_stands_above_the_questions(story: Story) -> None:
    ends(story)
    story.looks_back("now")
    assert words(card(story)) == [
        "From the call", "Said", "We own the delay", "Not said", "One contact", "Monday",
        "Noted", "10:55  your line: a firm no", "12:40  promise",
    ]  # fmt: skip
    assert story.texts("promised") == ["Promised at 12:40"]


def test_a_call_that_was_never_begun_shows_nothing_of_it(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.lists("points", f"{story.id}x", text="Never said")
    story.looks_back("now")
    assert not card(story).isVisible()
    assert story.block("promised").isVisible()


def test_a_point_goes_to_the_promises_by_one_key_and_can_be_taken_back(story: Story) -> None:
    ends(story)
    story.looks_back("now")
    story.presses(way(story, "Promise it: One contact"), Qt.Key.Key_P)
    assert story.texts("promised") == ["Promised at 12:40", "One contact"]
    assert here().accessibleName() == "Promise it: Monday"
    assert story.person.sentences[-1] == ("It is among your promises now. Give it a day.", True)
    field = story.block("promised").field
    assert [value["text"] for _id, value in field.entries()] == ["Promised at 12:40", "One contact"]  # type: ignore[attr-defined]
    story.person.undoes()
    assert story.texts("promised") == ["Promised at 12:40"]
    assert way(story, "Promise it: One contact").isVisible()


def test_a_point_goes_to_the_next_call_by_one_key(story: Story) -> None:
    ends(story)
    story.looks_back("now")
    story.presses(way(story, "Next call: Monday"), Qt.Key.Key_N)
    assert not way(story, "Next call: Monday").isVisible()
    assert "on the next call" in words(card(story))
    assert story.person.sentences[-1] == ("It is among the points of the next call with Northwind.", True)
    story.person.undoes()
    assert way(story, "Next call: Monday").isVisible()


def test_words_being_written_stay_while_a_point_is_taken_along(story: Story) -> None:
    ends(story)
    story.looks_back("now")
    box = story.box("keep")
    box.setFocus()
    story.person.qtbot.keyClicks(box, "They want it in writing")
    way(story, "Promise it: One contact").click()
    story.settles()
    assert box.text().endswith("They want it in writing")


def test_later_shows_what_was_written_right_after_and_changes_none_of_it(story: Story) -> None:
    ends(story)
    story.writes("keep", text="The budget closes on the 30th.")
    story.writes("ended", picked=["partly"])
    story.person.does(verbs.mark_call, story.id, "looked_back_now")
    before = {key: story.call().answers[key] for key in ("keep", "ended")}
    story.looks_back("later")
    assert story.page is not None
    (after,) = story.page.findChildren(RightAfterCard)
    told = words(after)
    assert told[0].startswith("Right after the call, today ")
    assert told[1:] == ["You promised", "Promised at 12:40", "It ended", "partly", "Not to forget",
                        "The budget closes on the 30th."]  # fmt: skip
    assert (
        after.mapTo(story.page, after.rect().bottomLeft()).y()
        < story.block("went_well").mapTo(story.page, QPoint()).y()
    )
    for key in ("went_well", "differently"):
        box = story.box(key)
        box.setFocus()
        story.person.qtbot.keyClicks(box, "Something else")
    story.settles()
    assert {key: story.call().answers[key] for key in before} == before
    assert story.texts("promised") == ["Promised at 12:40"]


def test_a_call_that_nobody_ended_is_ended_by_one_key_and_brings_its_notes(story: Story) -> None:
    story.looks_back("now")
    assert story.page is not None
    assert story.texts("promised") == []
    (over,) = [each for each in story.page.findChildren(LinkButton) if each.text().startswith("The call is over")]
    story.presses(over, Qt.Key.Key_Space)
    assert story.call().head.held_at is not None
    field = story.block("promised").field
    assert [value["text"] for _id, value in field.entries()] == ["Promised at 12:40"]  # type: ignore[attr-defined]
    assert not over.isVisible()
    assert story.block("promised").isAncestorOf(here())


def test_enough_for_today_ends_a_call_that_nobody_ended(story: Story) -> None:
    story.looks_back("now")
    assert story.page is not None
    story.page._on_done()  # type: ignore[union-attr]
    story.person.settle()
    assert story.texts("promised") == ["Promised at 12:40"]
    assert story.call().picked("limits") == ("firm_no",)
    assert story.call().head.looked_back_now_at is not None


def test_later_without_a_word_right_after_shows_no_card(story: Story) -> None:
    story.begins(CallType.COMPLAINT)
    story.looks_back("later")
    assert story.page is not None
    (after,) = story.page.findChildren(RightAfterCard)
    assert not after.isVisible()


def test_limits_and_what_was_given_follow_what_is_written(story: Story) -> None:
    ends(story)
    story.looks_back("later")
    assert story.page is not None
    (beside,) = story.page.findChildren(SideBySideCards)
    assert words(beside)[-3:] == ["Happened", "You used", "a firm no (10:55)"]
    assert "15 %" in words(beside)
    story.lists("settled", "s", text="The twelfth", given="10 %")
    assert words(beside)[-7:] == ["Happened", "You agreed", "The twelfth", "You gave", "10 %", "You used",
                                  "a firm no (10:55)"]  # fmt: skip


def test_what_was_prefilled_unfolds_itself_and_nothing_else(story: Story) -> None:
    ends(story)
    story.looks_back("later")
    page = story.page
    assert page is not None
    page._more_wanted = False  # type: ignore[union-attr]
    page.draw(story.call(), force=False)
    story.person.settle()
    assert page._questions.keys == ["went_well", "differently", "lesson", "limits"]
    assert QApplication.focusWidget() is not None
