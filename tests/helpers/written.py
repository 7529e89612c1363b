"""Calls, lessons and a whole summary as a person could have written them, for the tests of documents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.question import CallType, Value
from forecall.journal.records import (
    AnswerRecord,
    CallHead,
    CallRecord,
    ItemRecord,
    LessonRecord,
    LockRecord,
    PromiseRecord,
    Stage,
)
from forecall.journal.summary import SummarySource

RESOURCES = Path(__file__).resolve().parents[2] / "resources"

ANSWERS: Mapping[str, Value] = {
    "issue": {"text": "The quarterly report came two days late. Their board met without it."},
    "facts": {"know": "It was sent on the 19th.", "assume": "The board still has to decide.\nThey kept the draft."},
    "hard": {"picked": ["deadline"]},
    "goal": {"text": "They keep the launch date, we keep the client, both know the plan."},
    "feelings": {"picked": ["let_down"], "text": "in front of their own board"},
    "expects": {"text": "A date that holds"},
    "their_story": {"text": "I stood before my board with nothing. A secret of the story."},
    "opening": {
        "text": "The report came two days late, and that was our mistake. I would like to hear it from your side "
        "first, then show two ways to put it right. I have thirty minutes."
    },
    "trade": {"give": "10 % on two months", "get": "written acceptance by Friday", "stop": "15 %"},
    "own_up": {"wrong": "We did not check the handover", "repair": "a named reviewer for each release"},
    "ladder": {"restate": "I want to solve this with you.", "own": "the third insult"},
    "company": {"picked": "colleague"},
    "trigger": {"cue": "they raise their voice", "plan": "slow mine"},
    "steady": {"scale": 6},
    "forecast": {"ending": "partly", "sure": "fairly"},
}

LISTS: Mapping[str, Sequence[Value]] = {
    "concerns": ({"text": "a date they can rely on"}, {"text": "their standing with the board"}),
    "points": (
        {"text": "We own the delay"},
        {"text": "New date: the twelfth, in writing today"},
        {"text": "One contact from now on"},
        {"text": "The reviewer joins on Monday"},
    ),
    "ask": ({"text": "What breaks if it is the twelfth?"}, {"text": "Who needs to see the plan?"}),
    "objections": (
        {"text": "I want your boss.", "then": "I will arrange it for today.", "likelihood": "unlikely"},
        {"text": "We want a refund.", "then": "Two months at ten percent.", "likelihood": "possible"},
        {
            "text": "Why should we believe the new date?",
            "then": "Here are the three steps, and who does each.",
            "likelihood": "likely",
        },
        {"text": "You always say that.", "then": "You heard it twice. This time it is in writing."},
    ),
    "options": ({"text": "Weekend deploy", "today": True}, {"text": "an extra tester", "today": False}),
}


@cache
def catalog() -> Catalog:
    """The guide of the checkout."""
    return load_catalog(RESOURCES)


def head(*types: CallType, **fields: object) -> CallHead:
    """The head of a planned call with Northwind."""
    values: dict[str, object] = {
        "id": "call-1",
        "client_id": "client-1",
        "client_name": "Northwind",
        "title": "Late report",
        "types": types,
        "stage": Stage.PREPARE,
        "moment": "2026-11-26T09:00:00Z",
        "planned_wall": "2026-11-26T10:00",
        "planned_zone": "Europe/Berlin",
        "planned_utc": "2026-11-26T09:00:00Z",
        "length_minutes": 30,
    }
    return CallHead(**(values | fields))  # type: ignore[arg-type]


def call(
    *types: CallType,
    answers: Mapping[str, Value] = ANSWERS,
    lists: Mapping[str, Sequence[Value]] = LISTS,
    **fields: object,
) -> CallRecord:
    """A call with these answers and entries."""
    return CallRecord(
        head=head(*types, **fields),
        answers={key: AnswerRecord(key, dict(value)) for key, value in answers.items()},
        items={
            key: tuple(
                ItemRecord(f"{key}-{place}", "call-1", key, place, dict(value)) for place, value in enumerate(values)
            )
            for key, values in lists.items()
        },
    )


def held_call() -> CallRecord:
    """A complaint that was practised, begun on the second try, noted in, and looked back on."""
    refund = "objections-1"
    made = call(
        CallType.COMPLAINT,
        answers={
            **ANSWERS,
            "ended": {"picked": ["agreed"]},
            "keep": {"text": "15:02 They have a new head of finance"},
            "limits": {"picked": ["restate", "firm_no"], "text": "They came back to the date"},
            "went_well": {"text": "Naming the delay first"},
        },
        lists={
            **LISTS,
            "rehearsed": (
                {"of": [refund], "text": "We can take ten percent off.", "seconds": 18, "rated": ["close"]},
                {"of": ["opening"], "text": "", "seconds": 31},
            ),
            "live": (
                {"kind": ["objection"], "at": 192, "of": [refund]},
                {"kind": ["heated"], "at": 460},
                {"kind": ["rung"], "at": 481, "of": ["restate"]},
                {"kind": ["rung"], "at": 655, "of": ["firm_no"]},
                {"kind": ["promise"], "at": 760, "text": "Send the plan to the whole team"},
                {"kind": ["surprise"], "at": 902, "text": "They have a new head of finance"},
            ),
            "promised": ({"text": "Send the plan to the whole team"},),
            "settled": ({"text": "The twelfth, in writing", "given": "10 % on two months"},),
        },
        stage=Stage.REFLECT,
        held_at="2026-11-26T09:30:00Z",
    )
    points = tuple(replace(each, done_at="2026-11-26T09:05:00Z" if each.position < 2 else None)
                   for each in made.items["points"])  # fmt: skip
    then = {"forecast": {"ending": ["partly"], "sure": ["fairly"]}}
    first = {"forecast": {"ending": ["partly"], "sure": ["guess"]}}
    return replace(
        made,
        started_at="2026-11-26T09:02:00Z",
        items={**made.items, "points": points},
        locks=(
            LockRecord("2026-11-26T08:58:00Z", "2026-11-26T08:59:00Z", first),
            LockRecord("2026-11-26T09:02:00Z", None, then),
        ),
    )


def lesson(number: int, **fields: object) -> LessonRecord:
    """A lesson from a complaint in March."""
    values: dict[str, object] = {
        "id": f"lesson-{number}",
        "call_id": "call-1",
        "if_text": f"a date slips for the {number}th time",
        "then_text": "say it in my first sentence",
        "why": "They heard it from someone else.",
        "skill": "communication",
        "created_at": "2026-03-05T09:00:00Z",
        "client_id": "client-1",
        "client_name": "Northwind",
        "moment": "2026-03-04T09:00:00Z",
        "call_types": (CallType.COMPLAINT,),
    }
    return LessonRecord(**(values | fields))  # type: ignore[arg-type]


def promise(number: int, **fields: object) -> PromiseRecord:
    """A promise to Northwind that is open."""
    values: dict[str, object] = {
        "id": f"promise-{number}",
        "call_id": "call-1",
        "client_id": "client-1",
        "client_name": "Northwind",
        "text": "Send the new plan",
        "due": "2026-12-01",
        "done_at": None,
    }
    return PromiseRecord(**(values | fields))  # type: ignore[arg-type]


def source() -> SummarySource:
    """A year with three calls that were held and one that was not."""
    held = {"stage": Stage.DONE, "looked_back_now_at": "2026-03-04T10:00:00Z"}
    return SummarySource(
        lessons=(
            lesson(1, used=3, helped=2),
            lesson(
                2, skill="composure", if_text="they interrupt twice", then_text="I will stop and repeat what I heard."
            ),
            lesson(3, skill="", if_text="", then_text="ask before I offer", client_name="", call_id=None, why=""),
            lesson(4, client_name="Contoso", moment="2026-05-04T09:00:00Z", helped=1, used=1),
            lesson(5, archived_at="2026-06-01T09:00:00Z"),
        ),
        calls=(
            head(CallType.COMPLAINT, ended="agreed", **held),
            head(CallType.COMPLAINT, CallType.SCOPE, id="call-2", ended="partly", **held),
            head(id="call-3", stage=Stage.REFLECT, ended="agreed"),
            head(id="call-4", stage=Stage.DID_NOT_HAPPEN),
        ),
        promises=(
            promise(1),
            promise(2, due=None, text="Call the reviewer"),
            promise(3, done_at="2026-03-05T09:00:00Z"),
        ),
        works=(
            ("call-1", "Naming my time limit at the start."),
            ("call-2", "naming my time limit at the start\nLetting them finish"),
        ),
        services=(("call-1", "Confirm scope in writing"), ("call-4", "Never told")),
    )
