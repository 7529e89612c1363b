"""Each call type from the first question to the last look back: what it asks, what it leaves out, what comes of it."""

from dataclasses import dataclass

import pytest

from forecall.guide.question import Asked, CallType
from forecall.journal.listing import Sieve, list_calls
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord
from forecall.tour.person import Person
from tests.helpers.written import catalog
from tests.journeys.conftest import House

LATER = "2100-01-01T00:00:00Z"
STEPS = ("issue", "client", "approach", "limits", "settle")
FIRM_NO = "Unfortunately, I can't accommodate that at the moment."


@dataclass(frozen=True)
class Told:
    """What somebody with such a call writes, and what they see on their sheet."""

    chip: str
    issue: str
    goal: str
    opening: str  # words of the neutral opening that one key takes over
    sheet: tuple[str, ...]  # words on the sheet, in this order


TOLD = {
    CallType.COMPLAINT: Told(
        "complaint",
        "The report came late.",
        "A date that holds",
        "end with this: A date that holds.",
        ("A date that holds", "I have 30 minutes for us.", FIRM_NO, "What matters to you is …"),
    ),
    CallType.MISUNDERSTANDING: Told(
        "misunderstanding",
        "Friday meant two things.",
        "One reading",
        "I think we read something differently.",
        ("One reading", "I think we read something differently.", "So you read it as …"),
    ),
    CallType.BAD_NEWS: Told(
        "bad news",
        "The launch moves to May",
        "They know what comes next",
        "I wanted you to hear it from me first.",
        ("They know what comes next", "The launch moves to May. I wanted you to hear it from me first."),
    ),
    CallType.PERSONAL: Told(
        "personal circumstances",
        "Two mornings a week until June.",
        "They know what can wait",
        "there is no hurry",
        ("private · sensitive", "They know what can wait", "Acknowledge", FIRM_NO),
    ),
    CallType.SCOPE: Told(
        "scope, price or deadline",
        "Three more reports.",
        "Both know the price",
        "look at what we agreed",
        ("Both know the price", "look at what we agreed", FIRM_NO),
    ),
    CallType.ABUSE: Told(
        "abuse or disrespect",
        "On Monday he shouted.",
        "We stay civil",
        "I want to use them for one thing: We stay civil.",
        ("with a colleague", "We stay civil", "respect.”", "I have 30 minutes for this call"),
    ),
}


def asked_in(sheet: str, step: str, kind: CallType) -> list[Asked]:
    return [each for each in catalog().worksheet(sheet).asked([kind]) if each.question.step == step]


def wordings(sheet: str, step: str) -> set[str]:
    """Every wording of the questions of a step, in general and for any type."""
    questions = [each for each in catalog().worksheet(sheet).questions if each.step == step]
    return {words for each in questions for words in (each.wording, *each.wording_for.values())}


def sees_its_questions(me: Person, step: str, kind: CallType) -> None:
    """All that this type asks, in its words, and nothing that it leaves out."""
    own = [each.wording for each in asked_in("prepare", step, kind)]
    for words in own:
        me.sees(words)
    screen = me.reads()
    assert [words for words in wordings("prepare", step) - set(own) if words in screen.splitlines()] == []


def begins_with(me: Person, told: Told) -> None:
    me.press("Ctrl+N")
    me.is_at("Client")
    me.type_words("Northwind")
    me.click(told.chip)
    me.press("Ctrl+Return")


def prepares(me: Person, kind: CallType, told: Told) -> None:
    words = {each.key: each.wording for each in catalog().worksheet("prepare").asked([kind])}
    if kind is CallType.ABUSE:
        me.is_at("alone")
        me.press("Right", "Space")
        me.go_to(words["issue"])
    me.is_at(words["issue"])
    me.type_words(told.issue)
    me.go_to(words["goal"])
    me.type_words(told.goal)
    me.sees("Saved")
    for step in STEPS:
        sees_its_questions(me, step, kind)
        if step == "approach":
            approaches(me, words, told)
        elif step == "limits":
            me.go_to(f"{words['ladder']} 2 · Say no")
            me.press("Right")
        elif step == "settle":
            settles(me)
        me.press("Ctrl+PgDown")


def approaches(me: Person, words: dict[str, str], told: Told) -> None:
    me.go_to(words["opening"])
    me.press("Right")
    me.sees(told.opening)
    if "objections" in words:
        me.go_to(f"{words['objections']} 1 They say")
        me.type_words("Too late")
    if "premortem" in words:
        me.go_to(f"{words['premortem']} 1 It went badly because")
        me.type_words("No figures")
        me.press("Alt+P")
        me.sees("It is among your points now.")


def settles(me: Person) -> None:
    me.go_to("calm")
    me.press("Right", "Space")
    me.go_to("Begin the minute")
    me.press("Space")
    me.sees("Breathe in")
    me.press("Space")
    me.sees("That is enough. Sit tall.")


def reads_the_sheet(me: Person, told: Told) -> None:
    me.sees("Aim")
    screen = me.reads()
    places = [screen.find(words) for words in told.sheet]
    assert -1 not in places, (told.sheet, screen)
    assert places == sorted(places)


def looks_back(me: Person, kind: CallType) -> None:
    me.press("Ctrl+B")
    for each in asked_in("reflect-now", "now", kind):
        me.sees(each.wording)
    me.go_to("agreed")
    me.press("Space")
    me.go_to("Five more minutes")
    me.press("Space")
    for each in asked_in("reflect-later", "first", kind):
        me.sees(each.wording)
    me.go_to("Five more minutes")
    me.press("Space")
    more = asked_in("reflect-later", "more", kind)
    foreseen = kind is not CallType.PERSONAL
    for each in more:
        if foreseen or each.key != "objections_met":
            me.sees(each.wording)
    assert ("Too late" in me.reads()) == foreseen
    me.go_to("Done")
    me.press("Space")


@pytest.mark.parametrize("kind", CallType)
def test_from_the_first_question_to_the_last_look_back(house: House, kind: CallType) -> None:
    told = TOLD[kind]

    def story(me: Person) -> None:
        begins_with(me, told)
        prepares(me, kind, told)
        reads_the_sheet(me, told)
        looks_back(me, kind)

    house.tells(story)

    def read(connection: object) -> CallRecord:
        (head,) = list_calls(connection, Sieve(), LATER)
        call = read_call(connection, head.id, LATER)
        assert call is not None
        return call

    call = house.asks(read)
    assert call.head.types == (kind,)
    assert (call.text("issue"), call.text("goal")) == (told.issue, told.goal)
    assert told.opening in call.text("opening")
    assert call.text("ladder", "firm_no") == FIRM_NO
    assert call.picked("reset") == ("ready",)
    assert call.picked("ended") == ("agreed",)
    assert call.picked("company") == (("colleague",) if kind is CallType.ABUSE else ())
    assert [item.text for item in call.entries("points")] == (["No figures"] if call.entries("premortem") else [])
