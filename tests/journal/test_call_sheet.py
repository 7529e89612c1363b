"""What stands on the call sheet, and where."""

from dataclasses import replace

import pytest

from forecall.guide.question import CallType, Value
from forecall.journal.call_sheet import Block, CallSheet, Entry, build_call_sheet
from forecall.journal.related import assumptions, id_of_question, question_about
from tests.helpers.written import ANSWERS, LISTS, call, catalog

EVERY_TYPE = [(), *((kind,) for kind in CallType)]


def sheet(*types: CallType, **fields: object) -> CallSheet:
    return build_call_sheet(call(*types, **fields), catalog())  # type: ignore[arg-type]


def blocks(found: CallSheet) -> dict[str, Block]:
    listed = (*found.top, *(block for row in found.detail for block in row), *found.foot)
    return {block.key: block for block in listed}


def words(found: CallSheet) -> str:
    entries = [entry for block in blocks(found).values() for entry in block.entries]
    return "\n".join(f"{entry.text} {entry.answer}" for entry in entries)


def top(found: CallSheet) -> list[str]:
    return [block.key for block in found.top]


@pytest.mark.parametrize(
    ("types", "order"),
    [
        ((), ["aim", "open", "say", "line"]),
        ((CallType.COMPLAINT,), ["aim", "open", "say", "line"]),
        ((CallType.BAD_NEWS,), ["aim", "open", "own_up", "say", "line"]),
        ((CallType.PERSONAL,), ["aim", "open", "acknowledge", "say", "line"]),
        ((CallType.ABUSE,), ["aim", "line", "open", "say"]),
        ((CallType.COMPLAINT, CallType.BAD_NEWS), ["aim", "open", "own_up", "say", "line"]),
    ],
)
def test_the_order_of_the_ten_second_layer_follows_the_types(types: tuple[CallType, ...], order: list[str]) -> None:
    assert top(sheet(*types)) == order


def test_two_sentences_are_large_and_the_rest_is_small() -> None:
    large, rest, listen = blocks(sheet(CallType.COMPLAINT))["open"].entries
    assert large.text.startswith("The report came")
    assert large.text.endswith("put it right.")
    assert not large.small
    assert rest == Entry("I have thirty minutes.", small=True)
    assert (listen.text, listen.small) == ("Stop. Listen.", True)


def test_bad_news_begins_with_the_news() -> None:
    assert blocks(sheet(CallType.BAD_NEWS))["open"].entries[0].text.startswith("The quarterly report came")


def test_news_that_the_opening_already_says_are_said_once() -> None:
    answers: dict[str, Value] = {
        "issue": {"text": "We lost the file."},
        "opening": {"text": "We lost the file. I am sorry."},
    }
    assert blocks(sheet(CallType.BAD_NEWS, answers=answers))["open"].entries[0].text == "We lost the file. I am sorry."


def test_the_first_three_points_are_ticked_above_and_the_others_below() -> None:
    found = blocks(sheet(CallType.COMPLAINT))
    assert [(entry.text, entry.tick) for entry in found["say"].entries] == [
        ("We own the delay", True),
        ("New date: the twelfth, in writing today", True),
        ("One contact from now on", True),
    ]
    assert Entry("The reviewer joins on Monday", tick=True) in found["once_heard"].entries


def test_abuse_shows_the_last_two_rungs_and_neither_own_up_nor_offer() -> None:
    found = sheet(CallType.ABUSE)
    assert len(blocks(found)["line"].entries) == 2
    for absent in ("We did not check", "Weekend deploy", "10 %", "rely on", "A date that holds"):
        assert absent not in words(found)
    assert found.details[-1] == "with a colleague"


def test_what_one_type_leaves_out_stays_out_beside_another() -> None:
    assert "We did not check" not in words(sheet(CallType.COMPLAINT, CallType.ABUSE))
    assert "if_then" not in blocks(sheet(CallType.COMPLAINT, CallType.PERSONAL))


def test_objections_come_likeliest_first_and_three_of_them() -> None:
    found = blocks(sheet(CallType.COMPLAINT))["if_then"]
    assert [entry.text for entry in found.entries] == [
        "“Why should we believe the new date?”",
        "“We want a refund.”",
        "“You always say that.”",
    ]
    assert found.more == 1


def test_forty_objections_are_three_and_a_number() -> None:
    many = {**LISTS, "objections": [{"text": f"Objection {n}", "likelihood": "likely"} for n in range(40)]}
    assert blocks(sheet(CallType.COMPLAINT, lists=many))["if_then"].more == 37


def test_an_offer_that_needs_approval_is_to_be_found_out() -> None:
    texts = [entry.text for entry in blocks(sheet(CallType.SCOPE))["once_heard"].entries]
    assert "Weekend deploy" in texts
    assert "an extra tester: I will find out by …" in texts


def test_assumptions_become_questions() -> None:
    ask = [entry for entry in blocks(sheet(CallType.COMPLAINT))["while_they_speak"].entries if entry.tick]
    assert [entry.text for entry in ask] == [
        "Is it so: The board still has to decide?",
        "Is it so: They kept the draft?",
        "What breaks if it is the twelfth?",
        "Who needs to see the plan?",
    ]
    assert [bool(entry.label) for entry in ask] == [True, False, False, False]


@pytest.mark.parametrize("types", EVERY_TYPE)
def test_an_empty_call_shows_phrases_and_the_four_rungs(types: tuple[CallType, ...]) -> None:
    found = sheet(*types, answers={}, lists={})
    assert {"aim", "open", "line"} <= set(top(found))
    assert all(entry.phrase for block in found.top for entry in block.entries)
    rungs = [entry for entry in blocks(found)["heated"].entries if entry.label]
    assert [entry.label for entry in rungs] == ["1", "2", "3", "4"]
    assert all(entry.text and entry.phrase for entry in rungs)


def test_an_assumption_that_was_taken_over_is_asked_once() -> None:
    plain = sheet(CallType.COMPLAINT)
    (assumed, *_more) = assumptions(call(CallType.COMPLAINT).text("facts", "assume"))
    taken = replace(
        call(CallType.COMPLAINT).items["points"][0],
        id=id_of_question(call(CallType.COMPLAINT).head.id, assumed),
        value={"text": "How did you hear of it?"},
    )
    now = build_call_sheet(replace(call(CallType.COMPLAINT), items={"ask": (taken,)}), catalog())
    asked = question_about(assumed, [CallType.COMPLAINT])
    assert asked in words(plain)
    assert asked not in words(now)
    assert "How did you hear of it?" in words(now)


@pytest.mark.parametrize("types", EVERY_TYPE)
def test_what_is_private_to_the_person_is_never_on_the_sheet(types: tuple[CallType, ...]) -> None:
    found = sheet(*types)
    assert found.mark == ("private · sensitive" if CallType.PERSONAL in types else "private")
    assert "secret of the story" not in words(found)
    assert "deadline" not in words(found).lower()


def test_nothing_to_own_up_to_vanishes() -> None:
    answers = {**ANSWERS, "own_up": {"nothing": True, "wrong": "Not to be shown"}}
    assert "Not to be shown" not in words(sheet(CallType.COMPLAINT, answers=answers))


def test_lines_and_paragraphs_become_one_line() -> None:
    answers = {**ANSWERS, "goal": {"text": "One\n\ntwo\u2028three"}}
    assert blocks(sheet(answers=answers))["aim"].entries[0].text == "One two three"


def test_the_header_tells_when_how_long_and_where() -> None:
    assert sheet().details[:2] == ("Thu 26 Nov, 10:00", "30 min")
    away = build_call_sheet(call(), catalog(), now_zone="Asia/Tokyo")
    assert away.details[0] == "Thu 26 Nov, 10:00 in Berlin"
    assert sheet(planned_wall=None, planned_zone=None).details[0] == "30 min"


def test_the_steady_line_reads_as_one_sentence() -> None:
    assert blocks(sheet())["steady"].entries[0].text == "If they raise their voice, I slow mine."
