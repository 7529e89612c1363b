"""Which questions a call asks, in whose words, and what fits into a few minutes."""

from dataclasses import replace

import pytest

from forecall.guide.catalog import Catalog
from forecall.guide.question import CallType, Part, PartKind, Question, When
from forecall.guide.worksheet import Step, Worksheet

C, M, B, P, S, A = (
    CallType.COMPLAINT,
    CallType.MISUNDERSTANDING,
    CallType.BAD_NEWS,
    CallType.PERSONAL,
    CallType.SCOPE,
    CallType.ABUSE,
)

TEXT = (Part("text", PartKind.LONG, label="General"),)
ALL = Question(
    "all",
    "one",
    "General?",
    parts=TEXT,
    hint="General.",
    wording_for={M: "Misunderstood?"},
    hint_for={M: "Misunderstood."},
    label_for={M: {"text": "Misunderstood"}},
    quick={"any": 20, A: 0},
    least=True,
)
BUSINESS = Question("business", "one", "Business?", parts=TEXT, types=frozenset({C, M, B, S}), quick={S: 30})
NOT_ABUSE = Question("not_abuse", "one", "Not abuse?", parts=TEXT, types=frozenset(CallType) - {A})
ONLY_ABUSE = Question("only_abuse", "one", "Alone?", parts=TEXT, types=frozenset({A}), quick={A: 1}, least=True)
RETIRED = Question("retired", "one", "Gone?", parts=TEXT, retired=True, quick={"any": 5})
SHEET = Worksheet("prepare", (Step("one", "One"),), (ALL, BUSINESS, NOT_ABUSE, ONLY_ABUSE, RETIRED), least_under=5)


def keys(*types: CallType) -> list[str]:
    return [each.key for each in SHEET.asked(types)]


def test_not_sure_asks_everything_in_general_words() -> None:
    assert keys() == ["all", "business", "not_abuse", "only_abuse"]
    assert SHEET.asked(())[0].wording == "General?"


def test_a_question_may_come_before_all_others_for_a_type() -> None:
    second = Step("two", "Two")
    last = replace(ONLY_ABUSE, step="two", first_for=frozenset({A}))
    sheet = replace(SHEET, steps=(*SHEET.steps, second), questions=(ALL, NOT_ABUSE, last))
    assert [(each.key, each.question.step) for each in sheet.asked((A,))] == [("only_abuse", "one"), ("all", "one")]
    assert [(each.key, each.question.step) for each in sheet.asked(())][-1] == ("only_abuse", "two")


def test_an_old_call_keeps_what_it_was_asked() -> None:
    assert [each.key for each in SHEET.asked((C,), kept={"retired", "only_abuse"})] == [
        "all",
        "business",
        "not_abuse",
        "only_abuse",
        "retired",
    ]


def test_a_type_leaves_out_what_is_not_for_it() -> None:
    assert keys(C) == ["all", "business", "not_abuse"]
    assert keys(P) == ["all", "not_abuse"]
    assert keys(A) == ["all", "only_abuse"]


@pytest.mark.parametrize("types", [(C, A), (A, C)])
def test_two_types_ask_what_either_asks_but_abuse_keeps_out_what_it_leaves_out(
    types: tuple[CallType, ...],
) -> None:
    assert keys(*types) == ["all", "only_abuse"]


def test_personal_circumstances_keep_out_what_they_leave_out() -> None:
    assert keys(S, P) == ["all", "not_abuse"]


def test_what_only_abuse_asks_is_asked_beside_personal_circumstances() -> None:
    assert keys(P, A) == ["all", "only_abuse"]


def test_the_first_type_has_the_word() -> None:
    asked = SHEET.asked((M, C))[0]
    assert (asked.wording, asked.hint, asked.parts[0].label) == (
        "Misunderstood?",
        "Misunderstood.",
        "Misunderstood",
    )


def test_without_words_of_the_first_type_the_general_ones_stand() -> None:
    asked = SHEET.asked((C, M))[0]
    assert (asked.wording, asked.hint, asked.parts[0].label) == ("General?", "General.", "General")


def test_a_retired_question_is_kept_but_never_asked() -> None:
    assert RETIRED in SHEET.questions
    assert all("retired" not in keys(one) for one in CallType)
    assert "retired" not in SHEET.quick((), 15)


def test_an_earlier_pick_asks_a_question_of_any_type() -> None:
    tell = replace(ONLY_ABUSE, asked_when=When("ended", "picked", ("they_ended", "you_ended")))
    sheet = replace(SHEET, questions=(tell,))
    assert [each.key for each in sheet.asked((A,))] == ["only_abuse"]
    assert sheet.asked((C,)) == ()
    assert sheet.asked(()) == ()
    assert sheet.asked((C,), {"ended": {"picked": "agreed"}}) == ()
    assert sheet.asked((C,), {"ended": {}}) == ()
    for types in ((), (C,), (P,)):
        assert len(sheet.asked(types, {"ended": {"picked": "you_ended"}})) == 1
        assert len(sheet.asked(types, {"ended": {"picked": ["you_ended"]}})) == 1  # as a pick is kept
    assert sheet.asked((C,), {"ended": {"picked": ["agreed"]}}) == ()
    assert sheet.asked((C,), {"ended": {"picked": []}}) == ()


def test_a_question_about_a_list_needs_an_entry_in_it() -> None:
    met = replace(BUSINESS, needs="objections")
    sheet = replace(SHEET, questions=(met,))
    assert len(sheet.asked((C,))) == 1  # nothing is known of the answers
    assert sheet.asked((C,), {}) == ()
    assert sheet.asked((C,), {"objections": []}) == ()
    assert len(sheet.asked((C,), {"objections": [{"text": "Too late."}]})) == 1


def test_the_short_set_has_an_order_of_its_own() -> None:
    assert SHEET.quick((), 15) == ("all",)
    assert SHEET.quick((S,), 15) == ("all", "business")
    assert SHEET.quick((A,), 15) == ("only_abuse",)


def test_what_one_type_keeps_out_of_the_short_set_stays_out() -> None:
    assert SHEET.quick((C, A), 15) == ("only_abuse",)


def test_under_five_minutes_only_the_least_stays() -> None:
    assert SHEET.quick((S,), 5) == ("all", "business")
    assert SHEET.quick((S,), 4) == ("all",)
    assert SHEET.quick((S,), 0) == ("all",)


def test_the_short_set_is_part_of_what_is_asked(catalog: Catalog) -> None:
    sheet = catalog.worksheet("prepare")
    for types in ((), *((one,) for one in CallType), (C, A), (M, P), (A, P), (B, S)):
        asked = {each.key for each in sheet.asked(types)}
        assert set(sheet.quick(types, 15)) <= asked
        assert set(sheet.quick(types, 3)) <= set(sheet.quick(types, 15))
