"""What the person of the tour writes: a late report, a call in a quarter of an hour, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Kept = str | int | bool | list[str]


@dataclass(frozen=True, slots=True)
class Picks:
    """Chips that are pressed, by their words, and the keys that the journal keeps for them."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    many: bool = True
    box: str = ""

    @property
    def kept(self) -> Kept:
        """What the journal keeps."""
        return list(self.keys)


@dataclass(frozen=True, slots=True)
class Words:
    """Words typed into a box; ``box`` is its label where the question has several."""

    words: str
    box: str = ""

    @property
    def kept(self) -> Kept:
        """What the journal keeps: the same, character for character."""
        return self.words


@dataclass(frozen=True, slots=True)
class Scale:
    """A digit typed on a scale."""

    number: int
    box: str = ""

    @property
    def kept(self) -> Kept:
        """What the journal keeps."""
        return self.number


@dataclass(frozen=True, slots=True)
class Yes:
    """A tick."""

    box: str = ""

    @property
    def kept(self) -> Kept:
        """What the journal keeps."""
        return True


@dataclass(frozen=True, slots=True)
class Day:
    """A day typed into the small menu of a date, and how many days from today it is."""

    typed: str
    days: int
    box: str = ""


Part = Picks | Words | Scale | Yes | Day


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with what is written under it: by part, or for a list entry by entry as it is typed."""

    key: str
    asked: str
    parts: Mapping[str, Part] = field(default_factory=dict)
    entries: tuple[Mapping[str, Part], ...] = ()


def _one(key: str, asked: str, words: str) -> Answer:
    return Answer(key, asked, {"text": Words(words)})


def _list(key: str, asked: str, *entries: str) -> Answer:
    return Answer(key, asked, entries=tuple({"text": Words(each)} for each in entries))


def _pick(words: str, key: str, box: str = "") -> Picks:
    return Picks((words,), (key,), many=False, box=box)


def _says(they: str, you: str, likely: str) -> Mapping[str, Part]:
    return {
        "text": Words(they, "They say"),
        "then": Words(you, "You say"),
        "likelihood": _pick(likely, likely, "How likely"),
    }


CLIENT = "Northwind"
WHEN = "in 14 min"
TYPE = ("complaint", "complaint")

ISSUE = (
    _one(
        "issue",
        "What is the client unhappy about?",
        "The quarterly report came two days late.\nThey had to go into their board meeting with old figures.",
    ),
    _list(
        "concerns",
        "What worries them most?",
        "That they looked unprepared in front of their own board",
        "That it happens again in March",
    ),
    Answer(
        "facts",
        "What do you know, and what do you assume?",
        {
            "know": Words("Their final figures came on the 9th. We needed two days, and told nobody.", "You know"),
            "assume": Words("They think that we had forgotten them.", "You assume"),
        },
    ),
    Answer(
        "hard",
        "What makes this hard?",
        {"picked": Picks(("deadline", "a high-pressure field"), ("deadline", "pressure_field"))},
    ),
    _one("goal", "What end would be good for both?", "They trust one new date, and we have what we need to keep it."),
)

VIEW = (
    Answer(
        "feelings",
        "How may they feel, and why is that understandable?",
        {
            "picked": Picks(("let down", "under pressure"), ("let_down", "under_pressure")),
            "text": Words("They stood in front of the board without the numbers.", "Why is that understandable?"),
        },
    ),
    _one("expects", "What do they expect from you?", "A date that holds, and to hear it from us first next time"),
    _one(
        "their_story",
        "How would they tell it?",
        "I chased this report for a week. Nobody said that it would be late, so I promised it to the board.",
    ),
)

OPENING = (
    "Thank you for making time. The report came two days late, and that was our mistake. I would like to hear"
    " what it meant for you, and then show you two ways to put it right. I have thirty minutes."
)

CAUSE = "I gave reasons before I had listened"

APPROACH = (
    _one("opening", "What will you say first?", OPENING),
    # Typed in this order, then put into the order of ``POINTS_AFTER`` by key and by mouse.
    _list(
        "points",
        "What must be said?",
        "The new date is the twelfth",
        "We own the delay",
        "One person at our side answers every question",
        "From now on we call before a date slips",
    ),
    _list("ask", "What will you ask?", "What did the board decide without the figures?", "Which pages matter first?"),
    Answer(
        "objections",
        "What may they say, and what will you answer?",
        entries=(
            _says("This is the second time.", "Yes. The first was in March, and nothing changed.", "likely"),
            _says("We want a discount.", "Let us settle the date first. Then we talk about money.", "possible"),
        ),
    ),
    Answer(
        "premortem",
        "It went badly. Why?",
        entries=(
            {
                "text": Words(CAUSE, "It went badly because"),
                "becomes": _pick("a point", "point", "So it becomes"),
            },
        ),
    ),
)

# The four in their new order, and the cause that was made a point.
POINTS_AFTER = (
    "We own the delay",
    "The new date is the twelfth",
    "From now on we call before a date slips",
    "One person at our side answers every question",
    CAUSE,
)

LIMITS = (
    Answer(
        "options",
        "What can you offer?",
        entries=(
            {
                "text": Words("A two-page extract for the board by tomorrow noon", "You offer"),
                "cost": Words("half a day of Ana’s time", "Its cost to you"),
                "worth": Words("they can show numbers this week", "Its worth to them"),
                "today": Yes("You may offer it today"),
            },
            {
                "text": Words("Ten per cent off this report", "You offer"),
                "cost": Words("about 900", "Its cost to you"),
                "worth": Words("a sign that we mean it", "Its worth to them"),
            },
        ),
    ),
    Answer(
        "trade",
        "What may you give, for what, and where do you stop?",
        {
            "give": Words("The board extract, at no charge", "You may give"),
            "get": Words("Their final figures by the 5th of each month", "In return for"),
            "stop": Words("No earlier date than the twelfth", "You stop at"),
        },
    ),
    Answer(
        "own_up",
        "What did your side get wrong, and how will you repair it?",
        {
            "wrong": Words("We saw on Monday that it would be late, and said nothing.", "What went wrong on your side"),
            "repair": Words("A call as soon as a date moves, from me.", "How you will repair it"),
        },
    ),
    Answer(
        "ladder",
        "If it gets heated, what will you say?",
        {
            "restate": Words("I want to fix this with you. One thing after the other.", "1 · Say again what you want"),
            "own": Words("I am insulted a third time", "I end when…"),
        },
    ),
)

SETTLE = (
    Answer(
        "trigger",
        "What could set you off, and what then?",
        {
            "cue": Words("they say “as usual”", "If…"),
            "plan": Words("breathe out and ask what happened then", "I…"),
        },
    ),
    Answer("steady", "How steady do you feel?", {"scale": Scale(5)}),
    Answer(
        "forecast",
        "How will it end, and how sure are you?",
        {"ending": _pick("partly", "partly", "It will end"), "sure": _pick("fairly sure", "fairly", "You are")},
    ),
)

PREPARE = (("Issue", ISSUE), ("Client", VIEW), ("Approach", APPROACH), ("Limits", LIMITS), ("Settle", SETTLE))

NOW = (
    Answer(
        "promised",
        "What did you promise, by when?",
        entries=(
            {"text": Words("Board extract as PDF", "You promised"), "due": Day("tomorrow", 1, "By")},
            {
                "text": Words("The full report with the final figures", "You promised"),
                "due": Day("in 7 days", 7, "By"),
            },
        ),
    ),
    Answer("ended", "How did it end?", {"picked": _pick("agreed", "agreed")}),
    Answer(
        "after",
        "How steady do you feel now?",
        {"scale": Scale(7), "picked": Picks(("relieved", "tired"), ("relieved", "tired"), box="You feel")},
    ),
    _one(
        "keep",
        "What would you forget by tomorrow?",
        "“I can live with late. I cannot live with silence.” The board meets again on the 14th.",
    ),
)

LATER = (
    _one(
        "went_well",
        "What went well, and what did you do for it?",
        "They slowed down once I had said it was our mistake. I did not explain until they asked.",
    ),
    _one(
        "differently",
        "What would you do differently?",
        "Call them on Monday, when I knew, instead of hoping for Wednesday.",
    ),
    Answer(
        "lesson",
        "If this happens again, what will you do?",
        {
            "if": Words("a date is about to slip", "If…"),
            "then": Words("call the client before they have to ask", "I will…"),
            "skill": _pick("Communication", "communication", "It is about"),
        },
    ),
)

MORE = (
    Answer(
        "reading",
        "How was it for them, and what do you know about them now?",
        {
            "picked": Picks(("let down",), ("let_down",), box="They were"),
            "text": Words("They plan around their board, three weeks ahead.", "What you know about them now"),
        },
    ),
    Answer(
        "settled",
        "What was agreed, and what did you give?",
        entries=(
            {
                "text": Words("The twelfth, and a call whenever that moves", "You agreed"),
                "given": Words("the board extract, no charge", "You gave"),
            },
        ),
    ),
    Answer(
        "limits",
        "Which limit, or question about offence, did you use? What changed?",
        {
            "picked": Picks(("a firm no",), ("firm_no",)),
            "text": Words("Once, on the discount. They let it go.", "What changed?"),
        },
    ),
    Answer(
        "skills",
        "How was each of these on this call?",
        {
            "preparation": _pick("well", "well", "Preparation"),
            "understanding": _pick("well", "well", "Understanding"),
            "composure": _pick("mixed", "mixed", "Composure"),
        },
    ),
    _one("service", "What should your service change?", "Tell the client the day a date moves, whoever sees it first"),
    Answer("check_back", "When will you ask whether they are content?", {"date": Day("in 14 days", 14)}),
)

SEARCHED = ("extr boa", "silence", "Ten per cent off this report")
"""Typed into *Find*: beginnings in any order, a word said on the call, a whole option."""

SECOND_TYPE = ("scope, price or deadline", "scope")
SECOND_WHEN = "tomorrow 10:00"
SECOND_ISSUE = _one("issue", "What do they ask beyond the agreement?", "An extract every month, at the same price.")
SECOND_GOAL = _one("goal", "What end would be good for both?", "They know what an extract costs, and may still ask.")
LESSON_USED = "If a date is about to slip, I will call the client before they have to ask"
