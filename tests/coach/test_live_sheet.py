"""The live sheet as data: what it shows of a call, and what each mark makes of it."""

from dataclasses import replace
from typing import Any

import pytest

from forecall.coach.live_sheet import (
    build_live_sheet,
    can_be_held,
    neutral,
    note_words,
    noted,
    of_all,
    ticked,
    without_note,
)
from forecall.coach.own_phrases import OwnPhrases
from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.phrases import Phrase
from forecall.guide.question import CallType
from forecall.journal.records import (
    AnswerRecord,
    CallHead,
    CallRecord,
    ItemRecord,
    LiveKind,
    LiveNote,
    Stage,
)
from tests.conftest import RESOURCES


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(RESOURCES)


def head(*types: CallType, **columns: Any) -> CallHead:
    given: dict[str, Any] = {
        "id": "call", "client_id": "client", "client_name": "Northwind", "title": "Late delivery",
        "types": types or (CallType.COMPLAINT,), "stage": Stage.PREPARE, "moment": "2026-11-26T10:00:00Z",
        "planned_wall": None, "planned_zone": None, "planned_utc": None, "length_minutes": 30,
    }  # fmt: skip
    return CallHead(**{**given, **columns})


def prepared(*types: CallType) -> CallRecord:
    def items(key: str, *values: dict[str, Any]) -> tuple[ItemRecord, ...]:
        return tuple(ItemRecord(f"{key}{at}", "call", key, at, value) for at, value in enumerate(values))

    return CallRecord(
        head(*types),
        answers={
            "goal": AnswerRecord("goal", {"text": "They keep the launch date."}),
            "opening": AnswerRecord("opening", {"text": "We are late. It is our fault. Here is the plan."}),
            "ladder": AnswerRecord("ladder", {"firm_no": "I can't do that today."}),
        },
        items={
            "points": items("points", {"text": "We own the delay"}, {"text": "The twelfth, in writing"}, {"text": " "}),
            "ask": items("ask", {"text": "What matters most?"}),
            "objections": items(
                "objections",
                {"text": "You always say that.", "then": "", "likelihood": ["unlikely"]},
                {"text": "We want a refund.", "then": "Two months at ten percent.", "likelihood": ["likely"]},
            ),
        },
    )


def test_the_ten_seconds_are_there(catalog: Catalog) -> None:
    sheet = build_live_sheet(prepared(), catalog)
    assert (sheet.client, sheet.title, sheet.length) == ("Northwind", "Late delivery", 30)
    assert sheet.aim == "They keep the launch date."
    assert sheet.opening[0] == "We are late. It is our fault."
    assert [each.text for each in sheet.points] == ["We own the delay", "The twelfth, in writing"]
    assert sheet.line == "“I can't do that today.”"
    assert sheet.offence


def test_a_call_without_any_answer_shows_phrases(catalog: Catalog) -> None:
    sheet = build_live_sheet(CallRecord(head()), catalog)
    assert sheet.aim
    assert sheet.opening
    assert sheet.say
    assert not sheet.points
    assert len(sheet.rungs) == 4
    assert not sheet.foreseen


def test_what_they_may_say_stands_by_likelihood(catalog: Catalog) -> None:
    sheet = build_live_sheet(prepared(), catalog)
    assert [each.says for each in sheet.foreseen] == ["“We want a refund.”", "“You always say that.”"]
    assert [each.planned for each in sheet.foreseen] == [True, False]
    assert sheet.foreseen[1].answer


def test_one_that_was_raised_shows_its_answer_and_goes_to_the_end(catalog: Catalog) -> None:
    sheet = build_live_sheet(prepared(), catalog)
    assert sheet.raised is None
    sheet = noted(sheet, LiveNote("n", LiveKind.OBJECTION, 60, of="objections1"))
    assert sheet.raised is not None
    assert sheet.raised.answer == "Two months at ten percent."
    assert [each.id for each in sheet.not_raised] == ["objections0", "objections1"]


def test_the_ladder_is_climbed_rung_by_rung(catalog: Catalog) -> None:
    sheet = build_live_sheet(prepared(), catalog)
    climbed = []
    for at in range(6):
        rung = sheet.next_rung
        if rung is None:
            break
        climbed.append((rung.key, of_all(rung)))
        sheet = noted(sheet, LiveNote(str(at), LiveKind.RUNG, at, of=rung.key))
    assert climbed == [("restate", "1 of 4"), ("firm_no", "2 of 4"), ("respect", "3 of 4"), ("end", "4 of 4")]
    assert sheet.rung is not None
    assert without_note(sheet, "3").rung == replace(sheet.rungs[2])


def test_with_abuse_it_begins_with_asking_for_respect(catalog: Catalog) -> None:
    sheet = build_live_sheet(CallRecord(head(CallType.ABUSE)), catalog)
    assert sheet.next_rung is not None
    assert sheet.next_rung.key == "respect"


def test_what_personal_circumstances_leave_out_stays_out(catalog: Catalog) -> None:
    assert not build_live_sheet(prepared(CallType.PERSONAL), catalog).foreseen


def test_bad_news_owns_up_right_after_the_opening(catalog: Catalog) -> None:
    call = prepared(CallType.BAD_NEWS)
    call.answers["own_up"] = AnswerRecord("own_up", {"wrong": "We tested too late", "repair": "a second tester"})
    first = build_live_sheet(call, catalog).first
    assert [line.text for line in first] == ["We tested too late → a second tester"]


def test_the_detail_repeats_nothing(catalog: Catalog) -> None:
    sheet = build_live_sheet(prepared(), catalog)
    texts = [line.text for line in sheet.more]
    assert "What matters most?" not in texts
    assert not {each.text for each in sheet.points} & set(texts)
    assert not {rung.words for rung in sheet.rungs} & set(texts)
    assert any(line.label == "Acknowledge" for line in sheet.more)


def test_their_own_phrases_calm_first_and_hidden_ones_never(catalog: Catalog) -> None:
    mine = Phrase("calming", "Let me breathe.", key="mine", own=True)
    sheet = build_live_sheet(prepared(), catalog, OwnPhrases((mine,), frozenset({"a_moment_to_think"})))
    assert sheet.calming[0] == "“Let me breathe.”"
    assert not any("a moment to think" in each for each in sheet.calming)
    assert not any("caused offence" in each for each in sheet.calming)


def test_a_tick_stays_with_its_point(catalog: Catalog) -> None:
    sheet = ticked(build_live_sheet(prepared(), catalog), "points1", True)
    assert [each.done for each in sheet.points] == [False, True]
    assert [each.done for each in ticked(sheet, "ask0", True).asks] == [True]


def test_notes_keep_the_order_of_their_time(catalog: Catalog) -> None:
    sheet = build_live_sheet(prepared(), catalog)
    for note in (LiveNote("b", LiveKind.NOTE, 20, "two"), LiveNote("a", LiveKind.HEATED, 10)):
        sheet = noted(sheet, note)
    sheet = noted(sheet, LiveNote("a", LiveKind.HEATED, 10, "they shouted"))
    assert [(note.id, note.text) for note in sheet.notes] == [("a", "they shouted"), ("b", "two")]
    assert [note.id for note in without_note(sheet, "a").notes] == ["b"]


def test_a_note_says_what_it_is(catalog: Catalog) -> None:
    sheet = build_live_sheet(prepared(), catalog)
    assert note_words(LiveNote("x", LiveKind.PROMISE, 1, "a plan"), sheet) == "promise – a plan"
    assert note_words(LiveNote("x", LiveKind.NOTE, 1, "a plan"), sheet) == "a plan"
    assert "refund" in note_words(LiveNote("x", LiveKind.OBJECTION, 1, of="objections1"), sheet)
    assert "2 of 4" in note_words(LiveNote("x", LiveKind.RUNG, 1, of="firm_no"), sheet)
    assert note_words(LiveNote("x", LiveKind.OBJECTION, 1, of="gone"), sheet) == "they said"


def test_dimmed_it_shows_no_word_of_anybody(catalog: Catalog) -> None:
    call = prepared(CallType.BAD_NEWS)
    call.answers["own_up"] = AnswerRecord("own_up", {"wrong": "We tested too late", "repair": "a second tester"})
    sheet = build_live_sheet(call, catalog)
    for at, kind in enumerate(LiveKind):
        sheet = noted(sheet, LiveNote(str(at), kind, at, "secret words", "objections1"))
    dim = neutral(sheet)
    shown = f"{dim!r} {' '.join(note_words(note, dim) for note in dim.notes)}"
    for word in ("Northwind", "Late", "launch", "delay", "refund", "percent", "today", "secret", "tested", "matters"):
        assert word not in shown, word
    assert [each.text for each in dim.points] == ["Point 1", "Point 2"]
    assert dim.foreseen[0].id == sheet.foreseen[0].id


@pytest.mark.parametrize(
    ("columns", "held"),
    [
        ({}, True),
        ({"stage": Stage.REFLECT}, True),
        ({"stage": Stage.REFLECT, "held_at": "2026-11-26T10:00:00Z"}, False),
        ({"stage": Stage.DONE}, False),
        ({"deleted_at": "2026-11-26T10:00:00Z"}, False),
    ],
)
def test_only_a_call_that_is_not_over_can_be_held(columns: dict[str, Any], held: bool) -> None:
    assert can_be_held(CallRecord(head(**columns))) is held
