"""What stands beside a question."""

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.ui.question_coach import QuestionCoach
from forecall.ui.widgets.coach_column import CoachSection
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.widgets.text import Label, LinkButton
from tests.ui.conftest import Person


def words(section: CoachSection) -> list[str]:
    return (
        [label.text() for label in section.findChildren(Label) if not label.isHidden()]
        if not section.isHidden()
        else []
    )


def test_own_phrases_stand_above_ours_as_soon_as_they_are_written(person: Person) -> None:
    asked = {each.key: each for each in person.desk.catalog.worksheet("prepare").asked(())}
    block = QuestionBlock(asked["opening"])
    coach = QuestionCoach(person.desk)
    person.qtbot.addWidget(block)
    person.qtbot.addWidget(coach)
    coach.show_question(block, [CallType.BAD_NEWS])
    assert words(coach.own) == []
    assert words(coach.phrase)[1].startswith("“I have bad news")
    assert words(coach.tip)[-1] == "From: Handling difficult client conversations: a guide"
    person.does(verbs.write_phrase, "p", {"text": "Good that you called", "moment": ["opening"], "fits": ["opening"]})
    assert words(coach.own) == ["Your own phrase", "“Good that you called”"]
    assert words(coach.phrase)[1].startswith("“I have bad news")
    coach.own.findChildren(LinkButton)[0].click()
    block.flush()
    person.does(verbs.hide_phrase, "p")
    person.does(verbs.hide_phrase, "bad_news_first")
    assert words(coach.own) == []
    assert words(coach.phrase)[1].startswith("“Thank you for making time")
